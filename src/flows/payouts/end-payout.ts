import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { next } from '../../lib/transitions.ts'
import { confirmEntries, failEntries, payoutTransitions } from '../../modules/ledger/index.ts'
import { findPayout, movePayout, moveRun, type PayoutRow, payoutsOfRun } from '../../modules/ledger/store/payouts.ts'
import { appendEntries } from '../../modules/ledger/store.ts'
import { notify } from '../accounts/notify.ts'
import { onceOnly } from '../orders/once-only.ts'
import { userOfCreator } from '../payments/user-of-creator.ts'
import { financeOnly } from './plan-run.ts'
import { openRun, payoutFacts } from './run-facts.ts'

export type PayoutStep = { payoutId: string; state: string }
export type PayoutEnd = { payoutId: string; outcome: 'confirm' } | { payoutId: string; outcome: 'fail'; reason: string }

/**
 * ATT-33: what became of a payout that was sent. Confirmed: the money is gone. Failed (also days after a confirmation, when a bank
 * sends it back): every line of it is payable again, with the reason. The last one ends its run. Fails with `forbidden`,
 * `not_found`, `state`, `invalid`.
 */
export async function endPayout(ctx: Ctx, actor: Actor, end: PayoutEnd, idempotencyKey: string): Promise<Result<PayoutStep>> {
  const who = financeOnly(actor)
  if (!who.ok) return who
  const reason = end.outcome === 'fail' ? end.reason.trim() : null
  if (reason !== null && (reason.length < 1 || reason.length > 300))
    return fail('invalid', `Expected a reason of 1 to 300 characters, got ${reason.length}`, { field: 'reason' })
  const request = { payoutId: end.payoutId, outcome: end.outcome, reason }
  const once = { label: 'end payout', key: `payout-end:${who.value.userId}:${idempotencyKey}`, request }
  return onceOnly<PayoutStep>(ctx, once, async (req) => {
    const payout = await findPayout(req, end.payoutId)
    if (!payout) return fail('not_found', 'There is no such payout.')
    const own = await isHis(req, payout, who.value.userId)
    // "Never to oneself alone": also the end of it is somebody else's to tell.
    if (own) return fail('forbidden', 'Somebody else says what became of a payout to yourself.')
    return write(req, payout, { event: end.outcome, reason, actor: who.value.userId, at: ctx.clock.now() })
  })
}

const isHis = async (req: PayloadRequest, { creator }: PayoutRow, userId: string): Promise<boolean> =>
  (await userOfCreator(req, creator)) === userId

async function write(
  req: PayloadRequest,
  payout: PayoutRow,
  { event, reason, actor, at }: { event: PayoutEnd['outcome']; reason: string | null; actor: string; at: Date },
): Promise<Result<PayoutStep>> {
  const moved = next(payoutTransitions, payout.state, event)
  if (!moved.ok) return moved
  const endedAt = at.toISOString()
  // Ends of payouts of one run pass one at a time: each writes the run first.
  const opened = await openRun(req, payout.run, { now: at })
  if (!opened.ok) return opened
  const { run } = opened.value
  if (!(await moveRun(req, run.id, run.state, { endedAt }))) return fail('state', 'The run changed meanwhile; look again.')
  const state = event === 'confirm' ? ('confirmed' as const) : ('failed' as const)
  if (!(await movePayout(req, payout.id, payout.state, { state, endedAt, failure: reason })))
    return fail('state', 'The payout changed meanwhile; look again.')
  const facts = await payoutFacts(req, payout)
  const step = payout.state === 'confirmed' ? 'returned' : 'failed'
  const entries = event === 'confirm' ? confirmEntries(facts) : failEntries(facts, step, reason ?? '')
  await appendEntries(req, entries, { at, test: false, actor })
  const open = (await payoutsOfRun(req, run.id)).some((one) => one.state === 'locked' || one.state === 'sent')
  if (run.state === 'sent') await moveRun(req, run.id, 'sent', open ? { endedAt: null } : { state: 'confirmed', endedAt })
  await tell(req, payout, reason)
  return ok({ payoutId: payout.id, state })
}

async function tell(req: PayloadRequest, { id, creator, amount, currency }: PayoutRow, reason: string | null): Promise<void> {
  const userId = await userOfCreator(req, creator)
  if (!userId) return
  const data = { payoutId: id, amount: { amount, currency } }
  await (reason === null
    ? notify(req, { userId, kind: 'payout-confirmed', data })
    : notify(req, { userId, kind: 'payout-failed', data: { ...data, reason } }))
}
