import type { PayloadRequest } from 'payload'
import { groupBy } from '../../lib/group.ts'
import { idOf } from '../../lib/ids.ts'
import { heldOf, takeNewest } from '../../modules/checkout/index.ts'
import { exchangesOfOrder } from '../../modules/checkout/store/exchanges.ts'
import type { OrderRow } from '../../modules/checkout/store/order-state.ts'
import { moveStock } from '../../modules/checkout/store/stock.ts'
import { isSurplus, type RefundRow, refundsOfOrder } from '../../modules/payments/store.ts'

/**
 * Puts the goods of a refund that was just settled back into stock, in the caller's transaction, after `lockRefunds`. Of a line whose
 * pieces were exchanged, those that came last come back (ATT-31).
 */
export async function restock(req: PayloadRequest, order: OrderRow, refund: RefundRow, at: Date): Promise<void> {
  const parts = refund.lines.filter((part) => part.restock && part.quantity > 0)
  if (parts.length === 0) return
  const exchanges = await exchangesOfOrder(req, order.id)
  const before = exchanges.length === 0 ? [] : (await refundsOfOrder(req, order.id)).filter(({ id }) => id !== refund.id)
  for (const { id, orderLine, quantity } of parts) {
    const line = order.lines.find((one) => one.id === orderLine)
    if (!line) continue
    const own = exchanges.filter((one) => one.orderLine === orderLine)
    const held = heldOf({ ...line, variant: idOf(line.variant) }, own, settledPieces(before, orderLine))
    const back = groupBy(takeNewest(held, quantity).taken, ({ variant }) => variant)
    const why = { move: 'return', order: order.id, orderLine, actor: refund.actor, at } as const
    for (const [index, [variant, pieces]] of [...back].sort(([a], [b]) => (a < b ? -1 : 1)).entries()) {
      const count = pieces.reduce((sum, one) => sum + one.quantity, 0)
      const key = index === 0 ? `return:${id}` : `return:${id}:${variant}`
      if (!(await moveStock(req, { ...why, key, variant, quantity: count })))
        throw new Error(`Order line ${orderLine} has no stock level to return to`)
    }
  }
}

/** Pieces of a line that went back, by refunds that took effect. */
export const settledPieces = (refunds: readonly RefundRow[], orderLine: string): number =>
  refunds
    .filter((refund) => refund.state === 'settled' && !isSurplus(refund))
    .flatMap(({ lines }) => lines)
    .reduce((sum, part) => (part.orderLine === orderLine ? sum + part.quantity : sum), 0)
