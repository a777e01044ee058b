import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { isId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { failEntries } from '../../modules/ledger/index.ts'
import { findPayout, movePayout, moveRun, type PayoutRow } from '../../modules/ledger/store/payouts.ts'
import { appendEntries } from '../../modules/ledger/store.ts'
import { onceOnly } from '../orders/once-only.ts'
import type { PayoutStep } from './end-payout.ts'
import { financeOnly } from './plan-run.ts'
import { openRun, payoutFacts } from './run-facts.ts'

/**
 * ATT-33: takes one payout out of a locked run, so that the others can be sent: its lines are the creator's again, as they stand now
 * (held, where a hold came since). The last one ends the run. Fails with `forbidden`, `not_found`, `state` (not locked any more).
 */
export async function takeOutPayout(
  ctx: Ctx,
  actor: Actor,
  { payoutId }: { payoutId: string },
  idempotencyKey: string,
): Promise<Result<PayoutStep>> {
  const who = financeOnly(actor)
  if (!who.ok) return who
  const once = { label: 'take out payout', key: `payout-out:${who.value.userId}:${idempotencyKey}`, request: { payoutId } }
  return onceOnly<PayoutStep>(ctx, once, async (req) => {
    const payout = isId(payoutId) ? await findPayout(req, payoutId) : null
    return payout ? takeOut(req, payout, who.value.userId, ctx.clock.now()) : fail('not_found', 'There is no such payout.')
  })
}

async function takeOut(req: PayloadRequest, payout: PayoutRow, actor: string, at: Date): Promise<Result<PayoutStep>> {
  const opened = await openRun(req, payout.run, { now: at })
  if (!opened.ok) return opened
  const { run, payouts } = opened.value
  const endedAt = at.toISOString()
  const others = payouts.filter(({ id, state }) => id !== payout.id && state === 'locked')
  const left = { total: others.reduce((sum, { amount }) => sum + amount, 0), count: others.length }
  // The run is written first: whoever sends it, or takes another payout out, passes before or after.
  const moved = await moveRun(req, run.id, 'locked', others.length > 0 ? left : { ...left, state: 'cancelled', endedAt })
  if (!moved) return fail('state', `Expected a locked run, this one is ${run.state}`)
  if (!(await movePayout(req, payout.id, 'locked', { state: 'cancelled', endedAt })))
    return fail('state', `Expected a locked payout, this one is ${payout.state}`)
  await appendEntries(req, failEntries(await payoutFacts(req, payout), 'cancelled', 'taken_out'), { at, test: false, actor })
  return ok({ payoutId: payout.id, state: 'cancelled' })
}
