import type { PayloadRequest } from 'payload'
import { findOrder, moveOrder, type OrderRow, writeHistory } from '../../modules/checkout/store/order-state.ts'
import { endRequest, requestsOfOrder } from '../../modules/checkout/store/refund-requests.ts'
import { shipmentsOfOrder } from '../../modules/checkout/store/shipments.ts'
import { isSurplus, type RefundRow, refundsOfOrder } from '../../modules/payments/store.ts'
import { releaseRequested } from '../holds/hold-requested.ts'
import { followSending, sendingOfOrder } from './follow-sending.ts'
import { refundStateOf } from './order-money.ts'

/**
 * What a refund that was just settled makes of its order, in the caller's transaction, after `lockRefunds`: one of which everything
 * went back before anything was sent is cancelled; one of which the rest was sent is fulfilled. A request that still waits when
 * everything is back has got what it asked for.
 */
export async function afterRefund(req: PayloadRequest, orderId: string, refund: RefundRow, at: Date): Promise<void> {
  if (isSurplus(refund)) return
  const order = await findOrder(req, orderId)
  if (!order) throw new Error(`Refund ${refund.id} belongs to an order that does not exist`)
  if (refundStateOf(order, await refundsOfOrder(req, orderId)) === 'full') await endOpenRequest(req, order, refund, at)
  const who = { actor: refund.actor === 'system' ? null : refund.actor, reason: refund.reason, at }
  if (!(await cancelsOrder(req, order))) {
    await followSending(req, order, who)
    return
  }
  if (!(await moveOrder(req, { order: orderId, from: 'paid', to: 'cancelled' }))) {
    throw new Error(`Order ${orderId} changed while it was refunded`)
  }
  await writeHistory(req, { order: orderId, subject: 'order', subjectId: orderId, event: 'cancel', from: 'paid', to: 'cancelled', ...who })
}

/** Whether all of a paid order went back before anything was sent, which cancels it; its commissions are then `canceled`, not `refunded` (ATT-25). */
export async function cancelsOrder(req: PayloadRequest, order: OrderRow): Promise<boolean> {
  const refunds = await refundsOfOrder(req, order.id)
  if (order.state !== 'paid' || refundStateOf(order, refunds) !== 'full') return false
  const sending = sendingOfOrder(order, await shipmentsOfOrder(req, order.id), refunds, { pending: false })
  return sending.every(({ sent }) => sent === 0)
}

async function endOpenRequest(req: PayloadRequest, { id: order }: OrderRow, { id: refund, actor }: RefundRow, at: Date): Promise<void> {
  const open = (await requestsOfOrder(req, order)).find(({ state }) => state === 'asked')
  if (!open || !(await endRequest(req, { id: open.id, to: 'approved', answeredBy: actor, refund, at }))) return
  const story = { order, subject: 'refund_request', subjectId: open.id, event: 'approve', from: 'asked', to: 'approved' } as const
  const by = actor === 'system' ? null : actor
  await writeHistory(req, { ...story, actor: by, at })
  await releaseRequested(req, open, by, at)
}
