import { fail, ok, type Result } from '../../lib/result.ts'
import type { OrderState } from './states.ts'

/** Why a buyer wants money back. The first needs no reason and has the shortest time. */
export const requestReasons = ['no_reason', 'damaged', 'wrong_item', 'not_as_described', 'not_received', 'other'] as const

export type RequestReason = (typeof requestReasons)[number]

/** What decides whether a buyer may ask now. */
export interface RequestFacts {
  state: OrderState
  /** Everything arrived; null while no news of it. */
  deliveredAt: Date | null
  receivedAt: Date | null
  /** Days for a return without a reason (settings). */
  returnDays: number
}

/** How long faults can be told of after the goods arrived, days: what staff refund later, they refund by themselves. */
export const faultDays = 30

const dayMs = 86_400_000

/**
 * The last moment for asking with this reason; null while it has not begun to run, since the goods are not there. The time
 * runs from delivery, or from 确认收货 when nobody told of a delivery. Its last second counts (as in ATT-08).
 */
export function requestUntil(reason: RequestReason, { deliveredAt, receivedAt, returnDays }: RequestFacts): Date | null {
  const from = deliveredAt ?? receivedAt
  if (!from) return null
  const days = reason === 'no_reason' ? returnDays : Math.max(faultDays, returnDays)
  return new Date(from.getTime() + days * dayMs)
}

/** Whether a buyer may ask for a refund with this reason now. Fails with `state`: not paid, or too late (with `until`). */
export function judgeRequest(reason: RequestReason, facts: RequestFacts, now: Date): Result<true> {
  const { state } = facts
  if (state !== 'paid' && state !== 'fulfilled' && state !== 'completed') {
    return fail('state', `Expected a paid order, this one is ${state}`, { details: { state } })
  }
  const until = requestUntil(reason, facts)
  if (until && now > until) {
    return fail('state', `Expected a request with the reason ${reason} until ${until.toISOString()}`, {
      field: 'reason',
      details: { until: until.toISOString(), reason },
    })
  }
  return ok(true)
}

/** The reasons that a buyer may still give now, in their order: what a screen offers. */
export const openReasons = (facts: RequestFacts, now: Date): RequestReason[] =>
  requestReasons.filter((reason) => judgeRequest(reason, facts, now).ok)

/** Without news of a delivery an order counts as received this many days after everything was sent. */
export const unheardDays = 21

/** When an order counts as received by itself (ATT-27): `confirmDays` after delivery, `unheardDays` after sending without news of one. */
export function receivedByItselfAt(
  { fulfilledAt, deliveredAt }: { fulfilledAt: Date | null; deliveredAt: Date | null },
  confirmDays: number,
): Date | null {
  if (deliveredAt) return new Date(deliveredAt.getTime() + confirmDays * dayMs)
  return fulfilledAt ? new Date(fulfilledAt.getTime() + Math.max(unheardDays, confirmDays) * dayMs) : null
}
