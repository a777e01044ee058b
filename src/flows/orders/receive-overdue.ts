import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { receivedByItselfAt, unheardDays } from '../../modules/checkout/index.ts'
import { findSentOrders } from '../../modules/checkout/store/order-state.ts'
import { requestsOfOrders } from '../../modules/checkout/store/refund-requests.ts'
import { readAfterSales } from '../../modules/checkout/store/settings.ts'
import { allOrNothing } from './all-or-nothing.ts'
import { receive } from './receive-order.ts'

/** Orders that are read at a time, and the most that one look ends; what is left comes with the next. */
const PART = 100

const dayMs = 86_400_000

/**
 * Confirms receipt by itself (ATT-27): `confirmDays` after delivery, or 21 days after everything was sent when nobody told of
 * a delivery. An order with an open request waits for its answer, and is passed over: however many wait, they keep nobody else
 * waiting. Each in a transaction of its own; one that fails is logged and left for the next time.
 */
export async function receiveOverdue(ctx: Ctx): Promise<{ received: number; failed: number }> {
  const now = ctx.clock.now()
  const req = await ctx.req()
  const { confirmDays } = await readAfterSales(req)
  const before = (days: number) => new Date(now.getTime() - days * dayMs)
  const bounds = { deliveredBefore: before(confirmDays), sentBefore: before(Math.max(unheardDays, confirmDays)) }
  let [received, failed, after] = [0, 0, '']
  while (received < PART) {
    const sent = await findSentOrders(req, { ...bounds, after, limit: PART })
    const waiting = await ordersWithOpenRequests(
      req,
      sent.map(({ id }) => id),
    )
    for (const order of sent) {
      const date = (text: string | null | undefined) => (text ? new Date(text) : null)
      const due = receivedByItselfAt({ fulfilledAt: date(order.fulfilledAt), deliveredAt: date(order.deliveredAt) }, confirmDays)
      if (waiting.has(order.id) || !due || due > now) continue
      const reason = order.deliveredAt ? `${confirmDays} days after delivery` : `${unheardDays} days without news of a delivery`
      try {
        const done = await allOrNothing(ctx, 'receive order by itself', (inner) =>
          receive(inner, order.id, { actor: null, reason, at: now }),
        )
        if (done.ok) received += 1
      } catch (error) {
        failed += 1
        ctx.log.error({ err: error, order: order.id }, 'An order could not be confirmed as received')
      }
    }
    if (sent.length < PART) break
    after = sent.at(-1)?.id ?? after
  }
  return { received, failed }
}

async function ordersWithOpenRequests(req: PayloadRequest, orders: readonly string[]): Promise<Set<string>> {
  const asked = await requestsOfOrders(req, orders)
  return new Set(asked.filter(({ state }) => state === 'asked').map(({ order }) => order))
}
