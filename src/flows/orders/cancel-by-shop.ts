import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { idOf, isId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findOrder, lockRefunds, type OrderRow } from '../../modules/checkout/store/order-state.ts'
import { shipmentsOfOrder } from '../../modules/checkout/store/shipments.ts'
import { refundsOfOrder } from '../../modules/payments/store.ts'
import { notify } from '../accounts/notify.ts'
import { queueMail } from '../accounts/queue-mail.ts'
import { beginRefund, type RefundDone } from '../payments/begin-refund.ts'
import { trySettling } from '../payments/settle-refund.ts'
import { sendingOfOrder } from './follow-sending.ts'
import { letGo } from './let-go.ts'
import { onceOnly } from './once-only.ts'
import { partOfExchange } from './waiting-exchange.ts'

/** `refund` is null for an order that was not paid. A paid one is cancelled when its refund is settled. */
export type ShopCancelled = { state: OrderRow['state']; refund: RefundDone | null }

/**
 * The shop (finance or admin) takes an order back: one that waits for its payment is let go, a paid one of which nothing was sent is refunded
 * in full, delivery included, its goods back into stock, and cancelled when the money is on its way. The same key gives the same answer. Fails with
 * `forbidden`, `not_found`, `invalid` (reason), `state` (something was sent, or it is over).
 */
export async function cancelByShop(
  ctx: Ctx,
  actor: Actor,
  { orderId, reason: given }: { orderId: string; reason: string },
  idempotencyKey: string,
): Promise<Result<ShopCancelled>> {
  if (!actor.userId || !hasRole(actor, 'finance', 'admin')) return fail('forbidden', 'Orders are cancelled by the roles finance and admin.')
  const { userId } = actor
  const reason = given.trim()
  if (reason.length < 1 || reason.length > 500)
    return fail('invalid', `Expected a reason of 1 to 500 characters, got ${reason.length}`, { field: 'reason' })
  const at = ctx.clock.now()
  const once = { label: 'cancel order', key: `shop-cancel:${userId}:${idempotencyKey}`, request: { orderId, reason } }
  const done = await onceOnly<ShopCancelled>(ctx, once, async (req) => {
    if (!isId(orderId)) return noOrder
    await lockRefunds(req, orderId)
    const order = await findOrder(req, orderId)
    if (!order) return noOrder
    if (await letGo(req, order, { event: 'cancel', actor: userId, reason, at })) {
      await tell(req, order)
      return ok({ state: 'cancelled' as const, refund: null })
    }
    if (order.exchangeOf) return partOfExchange(order.exchangeOf)
    const refunds = await refundsOfOrder(req, orderId)
    const sending = sendingOfOrder(order, await shipmentsOfOrder(req, orderId), refunds, { pending: true })
    if (order.state !== 'paid' || sending.some(({ sent, lost }) => sent + lost > 0)) return tooLate(order)
    const lines = sending.flatMap(({ orderLine, open }) => (open > 0 ? [{ lineId: orderLine, quantity: open, restock: true }] : []))
    const refund = await beginRefund(req, { orderId, lines, shipping: true, reason, userId }, at)
    if (!refund.ok) return refund
    await tell(req, order)
    return ok({ state: order.state, refund: refund.value })
  })
  if (!done.ok || !done.value.refund) return done
  const state = await trySettling(ctx, done.value.refund.refundId)
  const order = await findOrder(await ctx.req(), orderId)
  return ok({ state: order?.state ?? done.value.state, refund: { ...done.value.refund, state } })
}

const noOrder = fail('not_found', 'There is no such order.')

const tooLate = ({ state }: OrderRow): Result<never> =>
  fail('state', 'Only an order of which nothing was sent can be cancelled; refund it by line.', { details: { state } })

async function tell(req: Parameters<typeof notify>[0], order: OrderRow): Promise<void> {
  await queueMail(req, { template: 'order-cancelled', subject: order.id })
  if (!order.user) return
  await notify(req, { userId: idOf(order.user), kind: 'order-cancelled', data: { orderId: order.id, orderNumber: order.number } })
}
