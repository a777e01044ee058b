import type { PayloadRequest } from 'payload'
import { idOf } from '../../lib/ids.ts'
import { retakeCouponUse } from '../../modules/checkout/store/coupons.ts'
import type { OrderRow } from '../../modules/checkout/store/order-state.ts'
import { moveStock } from '../../modules/checkout/store/stock.ts'

/** Why money that came late cannot pay its order any more; the reason of its refund. */
export type TooLate = 'paid_too_late' | 'code_used_up'

/** What an order let go cannot be taken again: goods, or the use of its code. Ends the transaction, so that nothing stays half taken. */
export class LetGoForGood extends Error {
  constructor(
    readonly order: string,
    readonly reason: TooLate,
  ) {
    super(`Order ${order} cannot be taken up again: ${reason}`)
  }
}

/** The reserved pieces of an order leave the shop. Throws when they were not reserved, which is a fault of ours. */
export async function sellReserved(req: PayloadRequest, order: OrderRow, at: Date): Promise<void> {
  for (const { id, variant, quantity } of inStockOrder(order)) {
    const sold = await moveStock(req, { key: `sell:${id}`, move: 'sell', variant, quantity, order: order.id, orderLine: id, at })
    if (!sold) throw new Error(`Order ${order.id} has ${quantity} of ${variant} to sell that were not reserved`)
  }
}

/** Takes the pieces of an expired order and the use of its code once more, and sells them. Throws LetGoForGood. */
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
    if (!reserved) throw new LetGoForGood(order.id, 'paid_too_late')
  }
  // The price was agreed for a use that others have had since: at another price nobody bought.
  if (!(await retakeCouponUse(req, { order: order.id }))) throw new LetGoForGood(order.id, 'code_used_up')
  await sellReserved(req, order, at)
}

/** By variant, so that two orders with the same goods touch them in the same order. */
const inStockOrder = (order: OrderRow): { id: string; variant: string; quantity: number }[] =>
  order.lines
    .map(({ id, variant, quantity }) => ({ id: String(id), variant: idOf(variant), quantity }))
    .sort((a, b) => (a.variant < b.variant ? -1 : a.variant > b.variant ? 1 : a.id < b.id ? -1 : 1))
