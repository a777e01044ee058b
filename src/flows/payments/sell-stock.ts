import type { PayloadRequest } from 'payload'
import { idOf } from '../../lib/ids.ts'
import { retakeCouponUse } from '../../modules/checkout/store/coupons.ts'
import type { OrderRow } from '../../modules/checkout/store/order-state.ts'
import { moveStock } from '../../modules/checkout/store/stock.ts'

/** The goods of an order cannot be taken any more. Ends the transaction, so that nothing stays half taken. */
export class NotEnoughStock extends Error {
  constructor(readonly order: string) {
    super(`The goods of order ${order} are gone`)
  }
}

/** The reserved pieces of an order leave the shop. Throws when they were not reserved, which is a fault of ours. */
export async function sellReserved(req: PayloadRequest, order: OrderRow, at: Date): Promise<void> {
  for (const { id, variant, quantity } of inStockOrder(order)) {
    const sold = await moveStock(req, { key: `sell:${id}`, move: 'sell', variant, quantity, order: order.id, orderLine: id, at })
    if (!sold) throw new Error(`Order ${order.id} has ${quantity} of ${variant} to sell that were not reserved`)
  }
}

/** Takes the pieces of an expired order once more and sells them. Throws NotEnoughStock. */
export async function takeAgain(req: PayloadRequest, order: OrderRow, at: Date): Promise<void> {
  for (const { id, variant, quantity } of inStockOrder(order)) {
    const reserved = await moveStock(req, {
      key: `reserve-late:${id}`,
      move: 'reserve',
      variant,
      quantity,
      order: order.id,
      orderLine: id,
      reason: 'late_payment',
      at,
    })
    if (!reserved) throw new NotEnoughStock(order.id)
  }
  await retakeCouponUse(req, { order: order.id })
  await sellReserved(req, order, at)
}

/** By variant, so that two orders with the same goods touch them in the same order. */
const inStockOrder = (order: OrderRow): { id: string; variant: string; quantity: number }[] =>
  order.lines
    .map(({ id, variant, quantity }) => ({ id: String(id), variant: idOf(variant), quantity }))
    .sort((a, b) => (a.variant < b.variant ? -1 : a.variant > b.variant ? 1 : a.id < b.id ? -1 : 1))
