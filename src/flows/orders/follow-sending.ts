import type { PayloadRequest } from 'payload'
import { isAllDelivered, isAllSent, type LineSending, sendingOf } from '../../modules/checkout/index.ts'
import { moveOrder, type OrderRow, writeHistory } from '../../modules/checkout/store/order-state.ts'
import { type ShipmentRow, shipmentsOfOrder } from '../../modules/checkout/store/shipments.ts'
import { isSurplus, type RefundRow, refundsOfOrder } from '../../modules/payments/store.ts'

/** Pieces of what was bought that went back, or with `pending` are on their way back. */
export const refundedPieces = (refunds: readonly RefundRow[], { pending }: { pending: boolean }) =>
  refunds
    .filter((refund) => !isSurplus(refund) && (refund.state === 'settled' || (pending && refund.state === 'pending')))
    .flatMap(({ lines }) => lines)

/** How the pieces of an order stand. With `pending` what is being refunded counts as gone, so that it is not sent. */
export const sendingOfOrder = (
  order: OrderRow,
  shipments: readonly ShipmentRow[],
  refunds: readonly RefundRow[],
  which: { pending: boolean },
): LineSending[] =>
  sendingOf(
    order.lines.map(({ id, quantity }) => ({ orderLine: String(id), quantity })),
    shipments,
    refundedPieces(refunds, which),
  )

interface Who {
  /** Account of who did what came before; null for the shop's own doing. */
  actor: string | null
  reason?: string
  at: Date
}

/**
 * Brings the state of an order up to what its parcels and refunds say, in the caller's transaction, after `lockRefunds`: fulfilled
 * once all that is kept was sent, open again when a parcel is lost or was never sent, delivered when all has arrived.
 */
export async function followSending(req: PayloadRequest, order: OrderRow, who: Who): Promise<OrderRow['state']> {
  const shipments = await shipmentsOfOrder(req, order.id)
  const sending = sendingOfOrder(order, shipments, await refundsOfOrder(req, order.id), { pending: false })
  const deliveredAt = isAllDelivered(sending) ? lastArrival(shipments) : null
  const { id, state } = order
  if (state === 'paid' && isAllSent(sending)) {
    await move(req, order, { event: 'fulfil', to: 'fulfilled', stamps: { fulfilledAt: who.at, deliveredAt } }, who)
    return 'fulfilled'
  }
  if (state === 'fulfilled' && !isAllSent(sending)) {
    await move(req, order, { event: 'reopen', to: 'paid', stamps: { fulfilledAt: null, deliveredAt: null } }, who)
    return 'paid'
  }
  if (state === 'fulfilled') await moveOrder(req, { order: id, from: state, to: state, stamps: { deliveredAt } })
  return state
}

interface Move {
  event: 'fulfil' | 'reopen'
  to: 'fulfilled' | 'paid'
  stamps: { fulfilledAt: Date | null; deliveredAt: Date | null }
}

async function move(req: PayloadRequest, { id, state: from }: OrderRow, { event, to, stamps }: Move, { actor, reason, at }: Who) {
  if (!(await moveOrder(req, { order: id, from, to, stamps }))) throw new Error(`Order ${id} changed while its parcels were counted`)
  await writeHistory(req, { order: id, subject: 'order', subjectId: id, event, from, to, actor, at, ...(reason ? { reason } : {}) })
}

function lastArrival(shipments: readonly ShipmentRow[]): Date | null {
  const times = shipments.flatMap(({ state, deliveredAt }) => (state === 'delivered' && deliveredAt ? [Date.parse(deliveredAt)] : []))
  return times.length > 0 ? new Date(Math.max(...times)) : null
}
