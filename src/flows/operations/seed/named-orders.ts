import type { PlannedOrder } from './plan-month.ts'
import type { SeedComment } from './read-comment-sheet.ts'
import type { SeedPiece } from './read-piece-sheet.ts'
import type { SeedNamedOrder } from './world-files.ts'

/** The orders that the story needs: those of the file, and one for every comment whose author says what he has bought. */
export function namedOrders(
  orders: readonly SeedNamedOrder[],
  comments: readonly SeedComment[],
  pieces: readonly SeedPiece[],
): PlannedOrder[] {
  const base = { also: null, fate: 'paid' as const }
  const told = orders.map(({ key, daysAgo, piece, sku, quantity, buyer, refund }) => ({
    ...{ ...base, key, daysAgo, piece, sku, quantity },
    buyer: buyer ?? null,
    refund: refund ?? null,
  }))
  const bought = comments.flatMap(({ under, days, author, bought: sku }, at): PlannedOrder[] => {
    if (!sku) return []
    const order = { ...base, key: `c${at + 1}`, sku, quantity: 1, buyer: author, refund: null }
    if ('product' in under) return [{ ...order, daysAgo: days + 5, piece: null }]
    const piece = pieces.find((one) => one.key === under.piece)
    if (!piece) throw new Error(`comments: there is no piece ${under.piece}`)
    // Some time between reading and telling.
    return [{ ...order, daysAgo: piece.ago - days * 0.6, piece: under.piece }]
  })
  return [...told, ...bought]
}
