import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findCreatorRows } from '../../modules/accounts/store/creators.ts'
import type { OutgoingPayout } from '../../modules/ledger/index.ts'
import { lockHolds } from '../../modules/ledger/store/holds.ts'
import { accountsOf } from '../../modules/ledger/store/payout-accounts.ts'
import { movePayout, moveRun, type PayoutRow } from '../../modules/ledger/store/payouts.ts'
import { notify } from '../accounts/notify.ts'
import { onceOnly } from '../orders/once-only.ts'
import { userOfCreator } from '../payments/user-of-creator.ts'
import type { RunStep } from './approve-run.ts'
import { openAccount } from './open-accounts.ts'
import { financeOnly } from './plan-run.ts'
import { openRun, type RunFacts } from './run-facts.ts'
import { stoppedPayouts } from './stopped-payouts.ts'

/**
 * ATT-33: sends a locked run through its adapter. It is claimed first, in a transaction of its own, so that it can no longer be
 * cancelled; then the adapter gets it, outside any transaction; then the payouts are marked. After a crash between, sending again
 * sends the same payouts under the same ids. Refused while a second person is missing, when somebody's account was changed
 * after the run was locked (what was approved is what is sent), when one cannot be opened any more, and when something in it is held or
 * its creator was banned since (`takeOutPayout` lets the others go on): nothing is claimed then.
 * Fails with `forbidden`, `state`, `conflict`.
 */
export async function sendRun(ctx: Ctx, actor: Actor, { runId }: { runId: string }, idempotencyKey: string): Promise<Result<RunStep>> {
  const who = financeOnly(actor)
  if (!who.ok) return who
  const { userId } = who.value
  const once = { label: 'claim payout run', key: `payout-send:${userId}:${idempotencyKey}`, request: { runId } }
  const claimed = await onceOnly<RunStep>(ctx, once, async (req) => {
    const opened = await openRun(req, runId, { by: userId, now: ctx.clock.now() })
    if (!opened.ok) return opened
    const { run, waitsForSecond } = opened.value
    if (waitsForSecond) return fail('state', 'This run needs a second person before it is sent.', { details: { why: 'second_person' } })
    if (await changedSince(req, opened.value))
      return fail('conflict', 'A payout account was changed after this run was locked: cancel the run and lock it again.')
    const stopped = await refuseStopped(req, opened.value)
    if (stopped) return stopped
    const outgoing = await outgoingOf(ctx, req, opened.value.payouts.filter(isOpen))
    if (!outgoing.ok) return outgoing
    const sent = { state: 'sent' as const, sentBy: userId, sentAt: ctx.clock.now().toISOString() }
    // A run that was claimed before and got stuck half-way is gone on with.
    const goesOn = run.state === 'sent' && opened.value.payouts.some(({ state }) => state === 'locked')
    if (!goesOn && !(await moveRun(req, runId, 'locked', sent))) return fail('state', `Expected a locked run, this one is ${run.state}`)
    return ok({ runId, state: 'sent' })
  })
  if (!claimed.ok) return claimed
  const finished = await finishSending(ctx, runId)
  return finished.ok ? claimed : finished
}

/** Gives the adapter what is still locked of a claimed run, and marks it as sent. Idempotent. */
async function finishSending(ctx: Ctx, runId: string): Promise<Result<null>> {
  const req = await ctx.req()
  const opened = await openRun(req, runId, { now: ctx.clock.now() })
  if (!opened.ok || opened.value.run.state !== 'sent') return ok(null)
  const { run, payouts } = opened.value
  const open = payouts.filter(({ state }) => state === 'locked')
  if (open.length === 0) return ok(null)
  // The whole run again: a file is written whole, and a provider knows by the id what it has sent.
  const outgoing = await outgoingOf(ctx, req, payouts.filter(isOpen))
  if (!outgoing.ok) return outgoing
  const sent = await ctx.payouts.send({ id: run.id, number: run.number, payouts: outgoing.value })
  const references = new Map(sent.map(({ id, reference }) => [id, reference]))
  await ctx.tx('mark payouts sent', async (inner) => {
    for (const { id, creator, amount, currency } of open) {
      const reference = references.get(id)
      if (!reference || !(await movePayout(inner, id, 'locked', { state: 'sent', reference }))) continue
      const to = await userOfCreator(inner, creator)
      if (to) await notify(inner, { userId: to, kind: 'payout-sent', data: { payoutId: id, amount: { amount, currency } } })
    }
  })
  return ok(null)
}

/** A payout that was taken out is no part of the run any more. */
const isOpen = ({ state }: PayoutRow): boolean => state === 'locked' || state === 'sent'

/** What a run that was claimed pays may have left already: only one that is still locked is stopped. */
async function refuseStopped(req: PayloadRequest, { run, payouts }: RunFacts): Promise<Result<never> | null> {
  if (run.state !== 'locked') return null
  // A hold that comes at this moment is placed before this, and seen, or after the run was sent.
  await lockHolds(
    req,
    payouts.map(({ creator }) => creator),
  )
  const stopped = await stoppedPayouts(req, run, payouts)
  if (stopped.size === 0) return null
  const creators = await namesOf(
    req,
    payouts.filter(({ id }) => stopped.has(id)).map(({ creator }) => creator),
  )
  const why = `What this run pays ${creators} is on hold, or she was banned, since it was locked, so nothing was sent`
  return fail('conflict', `${why}: take those payouts out, or cancel the run.`, { details: { why: 'held', creators } })
}

async function changedSince(req: PayloadRequest, { run, payouts }: RunFacts): Promise<boolean> {
  const accounts = await accountsOf(
    req,
    payouts.map(({ creator }) => creator),
  )
  return payouts.filter(isOpen).some(({ creator }) => {
    const account = accounts.get(creator)
    return !account || new Date(account.changedAt) > new Date(run.lockedAt)
  })
}

/** What the adapter gets, with every account opened. Fails with `conflict` and the names of those whose account does not open. */
async function outgoingOf(ctx: Ctx, req: PayloadRequest, payouts: readonly PayoutRow[]): Promise<Result<OutgoingPayout[]>> {
  const accounts = await accountsOf(
    req,
    payouts.map(({ creator }) => creator),
  )
  const lost: string[] = []
  const outgoing = payouts.flatMap(({ id, creator, amount, currency }) => {
    const account = accounts.get(creator)
    const details = account ? openAccount(ctx, account) : null
    if (!details) lost.push(creator)
    return details ? [{ id, creator, amount, currency, details }] : []
  })
  return lost.length === 0 ? ok(outgoing) : unreadable(req, lost)
}

async function unreadable(req: PayloadRequest, creators: readonly string[]) {
  const names = await namesOf(req, creators)
  const why = `The payout account of ${names} cannot be opened with this site's secret, so nothing was sent`
  return fail('conflict', `${why}: cancel this run, have the account given again, then lock a new run.`, {
    details: { why: 'account_lost', creators: names },
  })
}

async function namesOf(req: PayloadRequest, creators: readonly string[]): Promise<string> {
  const rows = await findCreatorRows(req, creators)
  return creators.map((creator) => rows.get(creator)?.displayName ?? creator).join(', ')
}
