import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { newId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { lockEntries, type PlannedPayout } from '../../modules/ledger/index.ts'
import { countPayoutLines, insertPayout, insertPayoutLine, insertRun } from '../../modules/ledger/store/payouts.ts'
import { appendEntries } from '../../modules/ledger/store.ts'
import { onceOnly } from '../orders/once-only.ts'
import { siteDay } from '../payments/site-day.ts'
import { openAccount } from './open-accounts.ts'
import { financeOnly, planRun, type RunPlan } from './plan-run.ts'

export interface LockInput {
  /** Only these creators; everybody without. */
  creators?: readonly string[] | undefined
  /** Total of the preview that was looked at, minor units: when it is another by now, nothing is locked. */
  expectedTotal: number
}

export type LockedRun = { runId: string; number: string; total: number; count: number; currency: string }

/**
 * ATT-33, the second step: what the preview showed is taken off the creators' accounts and waits to be sent. In one transaction: the
 * run, a payout for each creator, a line for each pair under a key that no other run can use, and the entries. Two runs at once pay
 * once: the second finds nothing left. A refund that settles from now on is a clawback. Fails with `forbidden`, `stale` (another
 * total by now), `state` (nothing to pay).
 */
export async function lockRun(ctx: Ctx, actor: Actor, input: LockInput, idempotencyKey: string): Promise<Result<LockedRun>> {
  const who = financeOnly(actor)
  if (!who.ok) return who
  const { userId } = who.value
  const request = { expectedTotal: String(input.expectedTotal), creators: input.creators ? [...input.creators].sort() : null }
  const once = { label: 'lock payout run', key: `payout-run:${userId}:${idempotencyKey}`, request }
  return onceOnly<LockedRun>(ctx, once, (req) => lock(ctx, req, userId, input))
}

async function lock(ctx: Ctx, req: PayloadRequest, userId: string, { creators, expectedTotal }: LockInput): Promise<Result<LockedRun>> {
  const at = ctx.clock.now()
  const planned = await planRun(req, at, { creators, opens: (account) => openAccount(ctx, account) !== null })
  const { plan, settings, total } = planned
  if (plan.payouts.length === 0) return fail('state', 'There is nothing to pay now.')
  if (total !== expectedTotal)
    return fail('stale', `Expected a total of ${expectedTotal}, by now it is ${total}: look at the preview again.`, { details: { total } })
  const runId = newId()
  const number = `P-${(await siteDay(req, at)).replaceAll('-', '')}-${runId.slice(-4).toUpperCase()}`
  const { currency } = settings
  const count = plan.payouts.length
  await insertRun(req, {
    ...{ id: runId, key: `run:${runId}`, number, state: 'locked', cutoff: at.toISOString(), currency, total, count, adapter: 'file' },
    ...{ lockedBy: userId, lockedAt: at.toISOString() },
  })
  for (const payout of plan.payouts) await lockPayout(req, { runId, userId, at }, payout, planned)
  return ok({ runId, number, total, count, currency })
}

async function lockPayout(
  req: PayloadRequest,
  { runId: run, userId: actor, at }: { runId: string; userId: string; at: Date },
  planned: PlannedPayout,
  { settings, accounts }: RunPlan,
): Promise<void> {
  const { creator, pairs, net, tax } = planned
  const account = accounts.get(creator)!
  const { currency } = settings
  const id = newId()
  await insertPayout(req, {
    ...{ id, key: `${run}:${creator}`, run, creator, state: 'locked', amount: net, taxAmount: tax, currency },
    ...{ method: account.method, masked: account.masked, at: at.toISOString() },
  })
  const before = await countPayoutLines(req, creator)
  for (const { orderLine, order, pieceKind, piece, amount } of pairs) {
    const key = `${creator}:${orderLine}:${before.get(orderLine) ?? 0}`
    const about = { id: newId(), key, payout: id, creator, orderLine, order, pieceKind, piece }
    const why = { actor, reason: amount < 0 ? 'clawback' : 'hold_over' }
    await insertPayoutLine(req, { ...about, amount, currency, ...why, at: at.toISOString() })
  }
  await appendEntries(req, lockEntries({ payout: id, creator, currency, lines: pairs, tax }), { at, test: false, actor })
}
