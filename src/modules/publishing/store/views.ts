import type { PayloadRequest } from 'payload'

/** How often pieces were seen, over all days. */
export async function viewsOf(req: PayloadRequest, pieces: readonly string[]): Promise<Map<string, number>> {
  const sums = new Map<string, number>()
  if (pieces.length === 0) return sums
  const { docs } = await req.payload.db.find<{ piece: string; views: number }>({
    collection: 'piece-stats',
    where: { and: [{ piece: { in: [...pieces] } }, { views: { greater_than: 0 } }] },
    limit: 0,
    pagination: false,
    req,
  })
  for (const { piece, views } of docs) sums.set(piece, (sums.get(piece) ?? 0) + views)
  return sums
}
