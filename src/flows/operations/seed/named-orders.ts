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
  const bought = comments.flatMap(({ piece: key, after, author, bought: sku }, at): PlannedOrder[] => {
    if (!sku) return []
    const piece = pieces.find((one) => one.key === key)
    if (!piece) throw new Error(`comments: there is no piece ${key}`)
    // Some time between reading and telling.
    const daysAgo = piece.ago - after * 0.6
    return [{ ...base, key: `c${at + 1}`, daysAgo, piece: key, sku, quantity: 1, buyer: author, refund: null }]
  })
  return [...told, ...bought]
}
