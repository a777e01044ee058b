import type { PayloadRequest } from 'payload'
import { groupBy } from '../../lib/group.ts'
import { idOf } from '../../lib/ids.ts'
import { type HeldPieces, heldOf, takeNewest } from '../../modules/checkout/index.ts'
import { exchangesOfOrder } from '../../modules/checkout/store/exchanges.ts'
import type { OrderRow } from '../../modules/checkout/store/order-state.ts'
import { moveStock } from '../../modules/checkout/store/stock.ts'
import { isSurplus, type RefundRow, refundsOfOrder } from '../../modules/payments/store.ts'

/** Pieces of a line that a refund takes back. */
export interface PiecesBack {
  part: RefundRow['lines'][number]
  pieces: HeldPieces[]
}

/**
 * Which goods a refund that was just settled is about: of a line whose pieces were exchanged, those that came last (ATT-31). In the caller's
 * transaction, after `lockRefunds`.
 */
export async function piecesBack(req: PayloadRequest, order: OrderRow, refund: RefundRow): Promise<PiecesBack[]> {
  const parts = refund.lines.filter((part) => part.quantity > 0)
  if (parts.length === 0) return []
  const exchanges = await exchangesOfOrder(req, order.id)
  const before = exchanges.length === 0 ? [] : (await refundsOfOrder(req, order.id)).filter(({ id }) => id !== refund.id)
  return parts.flatMap((part) => {
    const { orderLine, quantity } = part
    const line = order.lines.find((one) => one.id === orderLine)
    if (!line) return []
    const own = exchanges.filter((one) => one.orderLine === orderLine)
    const held = heldOf({ ...line, variant: idOf(line.variant) }, own, settledPieces(before, orderLine))
    return [{ part, pieces: takeNewest(held, quantity).taken }]
  })
}

/** Puts what can be sold again back into stock, in the caller's transaction. */
export async function restock(
  req: PayloadRequest,
  order: OrderRow,
  refund: RefundRow,
  back: readonly PiecesBack[],
  at: Date,
): Promise<void> {
  for (const { part, pieces } of back) {
    if (!part.restock) continue
    const byVariant = [...groupBy(pieces, ({ variant }) => variant)].sort(([a], [b]) => (a < b ? -1 : 1))
    const why = { move: 'return', order: order.id, orderLine: part.orderLine, actor: refund.actor, at } as const
    for (const [index, [variant, own]] of byVariant.entries()) {
      const key = index === 0 ? `return:${part.id}` : `return:${part.id}:${variant}`
      if (!(await moveStock(req, { ...why, key, variant, quantity: count(own) })))
        throw new Error(`Order line ${part.orderLine} has no stock level to return to`)
    }
  }
}

/** How many of these pieces which order paid a difference of (ATT-31). */
export function differencesBack(back: readonly PiecesBack[]): Map<string, number> {
  const paid = back.flatMap(({ pieces }) => pieces).filter((one) => one.paidBy !== null)
  return new Map([...groupBy(paid, ({ paidBy }) => paidBy!)].map(([order, own]) => [order, count(own)]))
}

/** Pieces of a line that went back, by refunds that took effect. */
export const settledPieces = (refunds: readonly RefundRow[], orderLine: string): number =>
  refunds
    .filter((refund) => refund.state === 'settled' && !isSurplus(refund))
    .flatMap(({ lines }) => lines)
    .reduce((sum, part) => (part.orderLine === orderLine ? sum + part.quantity : sum), 0)

const count = (pieces: readonly HeldPieces[]): number => pieces.reduce((sum, { quantity }) => sum + quantity, 0)
