import type { PayloadRequest, Where } from 'payload'
import type { PieceState as PieceStateRow } from '../../../payload-types.ts'

/** Ids of scheduled pieces whose time has come and that nobody holds back, the longest due first. */
export async function findDue(req: PayloadRequest, now: Date, limit: number): Promise<string[]> {
  const and: Where[] = [
    { state: { equals: 'scheduled' } },
    { publishAt: { less_than_equal: now.toISOString() } },
    { restriction: { in: ['none', 'limited'] } },
    { 'author.status': { equals: 'active' } },
  ]
  const { docs } = await req.payload.db.find<PieceStateRow>({
    collection: 'piece-states',
    where: { and },
    sort: ['publishAt', 'id'],
    limit,
    pagination: false,
    req,
  })
  return docs.map(({ id }) => id)
}
