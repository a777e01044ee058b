import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { isId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findCreatorRows } from '../../modules/accounts/store/creators.ts'
import { type LeftOut, nextRun, type PayoutDue, payoutDue } from '../../modules/ledger/index.ts'
import { latestRuns, openRuns, type PayoutRow, payoutsOfCreator, type RunRow } from '../../modules/ledger/store/payouts.ts'
import { namesOf } from '../../modules/operations/store.ts'
import { payoutCalendar } from './calendar.ts'
import { openAccount } from './open-accounts.ts'
import { planRun } from './plan-run.ts'
import { openRun } from './run-facts.ts'
import { type PayoutStop, stoppedPayouts } from './stopped-payouts.ts'

interface Payee {
  id: string
  name: string
}

export interface PreviewRead {
  currency: string
  total: number
  minPayout: number
  twoPersonsFrom: number
  /** ATT-33: the day of the shop's calendar on which this is due, and whether it is over. */
  nextRun: PayoutDue
  payouts: { creator: Payee; gross: number; tax: number; net: number; lines: number; masked: string; more: boolean }[]
  left: { creator: Payee; amount: number; why: LeftOut }[]
}

export interface RunView {
  id: string
  number: string
  state: RunRow['state']
  total: number
  currency: string
  count: number
  /** Names of accounts. */
  lockedBy: string
  lockedAt: string
  approvedBy: string | null
  sentAt: string | null
  endedAt: string | null
}

export interface PayoutView extends Pick<PayoutRow, 'id' | 'state' | 'amount' | 'currency' | 'masked' | 'at'> {
  taxAmount: number
  failure: string | null
}

export interface RunRead extends RunView {
  /** `stop`: why it may not be sent as long as the run is locked; taken out, the others can be. */
  payouts: (PayoutView & { creator: Payee; stop: PayoutStop | null; mayTakeOut: boolean })[]
  needsSecond: boolean
  waitsForSecond: boolean
  /** What this reader may do now. */
  may: ('approve' | 'send' | 'cancel')[]
}

const mayLook = (actor: Actor) =>
  hasRole(actor, 'finance', 'admin') ? null : fail('forbidden', 'Payouts are looked at by the roles finance and admin.')

/** The first step of a run: what it would pay now, and who is left out and why (ATT-33). Writes nothing. */
export async function previewRun(ctx: Ctx, actor: Actor): Promise<Result<PreviewRead>> {
  const refused = mayLook(actor)
  if (refused) return refused
  const req = await ctx.req()
  const { plan, settings, accounts, total } = await planRun(req, ctx.clock.now(), {
    opens: (account) => openAccount(ctx, account) !== null,
  })
  const payee = await payees(
    req,
    [...plan.payouts, ...plan.left].map(({ creator }) => creator),
  )
  const now = ctx.clock.now()
  const calendar = await payoutCalendar(req, settings)
  const dues = plan.payouts.map(({ pairs }) => payoutDue(pairs, calendar, now))
  return ok({
    nextRun: nextRun(dues, calendar, now),
    ...{ currency: settings.currency, total, minPayout: settings.minPayout, twoPersonsFrom: settings.twoPersonsFrom },
    payouts: plan.payouts.map(({ creator, gross, tax, net, pairs, more }) => ({
      ...{ creator: payee(creator), gross, tax, net, lines: pairs.length, more },
      masked: accounts.get(creator)?.masked ?? '',
    })),
    left: plan.left.map(({ creator, amount, why }) => ({ creator: payee(creator), amount, why })),
  })
}

/** The newest runs first, and every older one that is not over. */
export async function listRuns(ctx: Ctx, actor: Actor): Promise<Result<{ runs: RunView[] }>> {
  const refused = mayLook(actor)
  if (refused) return refused
  const req = await ctx.req()
  const latest = await latestRuns(req, 50)
  const shown = new Set(latest.map(({ id }) => id))
  const runs = [...latest, ...(await openRuns(req)).filter(({ id }) => !shown.has(id))]
  return ok({ runs: await viewsOf(req, runs) })
}

/** One run with its payouts, and what the reader may do with it. Fails with `not_found`. */
export async function readRun(ctx: Ctx, actor: Actor, { runId }: { runId: string }): Promise<Result<RunRead>> {
  const refused = mayLook(actor)
  if (refused) return refused
  const req = await ctx.req()
  const opened = isId(runId)
    ? await openRun(req, runId, { by: actor.userId, now: ctx.clock.now() })
    : fail('not_found', 'There is no such payout run.')
  if (!opened.ok) return opened
  const { run, payouts, needsSecond, waitsForSecond } = opened.value
  const payee = await payees(
    req,
    payouts.map(({ creator }) => creator),
  )
  const [view] = await viewsOf(req, [run])
  const stopped = run.state === 'locked' ? await stoppedPayouts(req, run, payouts) : new Map<string, PayoutStop>()
  const finance = hasRole(actor, 'finance')
  const stuck = run.state === 'sent' && payouts.some(({ state }) => state === 'locked')
  const may: RunRead['may'] = [
    ...(finance && run.state === 'locked' && waitsForSecond && run.lockedBy !== actor.userId ? (['approve'] as const) : []),
    ...(finance && (run.state === 'locked' || stuck) && !waitsForSecond ? (['send'] as const) : []),
    ...(finance && run.state === 'locked' ? (['cancel'] as const) : []),
  ]
  return ok({
    ...view!,
    payouts: payouts.map((row) => ({
      ...viewOf(row),
      ...{ creator: payee(row.creator), stop: stopped.get(row.id) ?? null },
      mayTakeOut: finance && run.state === 'locked' && row.state === 'locked',
    })),
    needsSecond,
    waitsForSecond,
    may,
  })
}

/** What a creator was paid, the newest first. */
export async function listMyPayouts(ctx: Ctx, actor: Actor): Promise<Result<{ payouts: PayoutView[] }>> {
  if (!actor.creatorId) return fail('forbidden', 'Payouts belong to creators: become one first.')
  const rows = await payoutsOfCreator(await ctx.req(), actor.creatorId)
  return ok({ payouts: rows.map(viewOf).reverse() })
}

const viewOf = ({ id, state, amount, taxAmount, currency, masked, failure, at }: PayoutRow): PayoutView => ({
  ...{ id, state, amount, currency, masked, at },
  ...{ taxAmount: taxAmount ?? 0, failure: failure ?? null },
})

async function payees(req: PayloadRequest, ids: readonly string[]): Promise<(id: string) => Payee> {
  const rows = await findCreatorRows(req, [...new Set(ids)])
  return (id) => ({ id, name: rows.get(id)?.displayName ?? id })
}

async function viewsOf(req: PayloadRequest, runs: readonly RunRow[]): Promise<RunView[]> {
  const names = await namesOf(
    req,
    runs.flatMap(({ lockedBy, approvedBy }) => [lockedBy, ...(approvedBy ? [approvedBy] : [])]),
  )
  return runs.map(({ id, number, state, total, currency, count, lockedBy, lockedAt, approvedBy, sentAt, endedAt }) => ({
    ...{ id, number, state, total, currency, count, lockedAt },
    lockedBy: names.get(lockedBy) ?? lockedBy,
    approvedBy: approvedBy ? (names.get(approvedBy) ?? approvedBy) : null,
    ...{ sentAt: sentAt ?? null, endedAt: endedAt ?? null },
  }))
}
