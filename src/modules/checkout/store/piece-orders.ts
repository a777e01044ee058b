import type { PayloadRequest } from 'payload'
import { idOf } from '../../../lib/ids.ts'
import type { Order, Refund } from '../../../payload-types.ts'

/**
 * Who bought by way of which piece: one for each buyer and piece, of orders paid between these times (ISO), the latest
 * `limit` of them. Lines that were refunded whole do not count, nor do test orders.
 */
export async function findPieceBuyers(
  req: PayloadRequest,
  { from, to, limit }: { from: string; to: string; limit: number },
): Promise<Map<string, number>> {
  const { docs: orders } = await req.payload.db.find<Order>({
    collection: 'orders',
    where: { and: [{ paidAt: { greater_than_equal: from } }, { paidAt: { less_than: to } }, { test: { not_equals: true } }] },
    select: { user: true, lines: true },
    sort: '-paidAt',
    limit,
    pagination: false,
    req,
  })
  const credited = orders.filter(({ lines }) => lines.some((line) => broughtBy(line).length > 0))
  const refunded = await refundedQuantities(
    req,
    credited.map(({ id }) => id),
  )
  const buyers = new Map<string, Set<string>>()
  for (const { id: order, user, lines } of credited)
    for (const line of lines) {
      if ((refunded.get(line.id ?? '') ?? 0) >= line.quantity) continue
      for (const piece of broughtBy(line)) {
        const known = buyers.get(piece) ?? new Set()
        buyers.set(piece, known.add(user ? idOf(user) : order))
      }
    }
  return new Map([...buyers].map(([piece, people]) => [piece, people.size]))
}

/** Pieces that brought a part of a line; of a decision from before its parts knew theirs, the line's own. */
function broughtBy({ piece, decision }: Order['lines'][number]): string[] {
  const { weights = [] } = (decision ?? {}) as { weights?: { weight: number; origin?: { pieceId: string | null } }[] }
  const parts = weights.filter(({ weight }) => weight > 0)
  if (parts.length === 0 || parts.some(({ origin }) => origin === undefined)) return piece ? [piece] : []
  return [...new Set(parts.flatMap(({ origin }) => origin?.pieceId ?? []))]
}

async function refundedQuantities(req: PayloadRequest, orders: readonly string[]): Promise<Map<string, number>> {
  const sums = new Map<string, number>()
  if (orders.length === 0) return sums
  const { docs } = await req.payload.db.find<Refund>({
    collection: 'refunds',
    where: { and: [{ order: { in: [...orders] } }, { state: { equals: 'settled' } }] },
    select: { lines: true },
    limit: 0,
    pagination: false,
    req,
  })
  for (const { lines } of docs) for (const { orderLine, quantity } of lines) sums.set(orderLine, (sums.get(orderLine) ?? 0) + quantity)
  return sums
}
