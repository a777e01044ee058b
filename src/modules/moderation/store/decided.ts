import type { PayloadRequest, Where } from 'payload'
import type { ReviewItem } from '../../../payload-types.ts'

const decided: Where = { state: { in: ['approved', 'changes_requested', 'rejected'] } }

/** Items that have their answer, the latest first. */
export async function findDecided(req: PayloadRequest, limit: number): Promise<ReviewItem[]> {
  const sort = ['-decidedAt', '-id']
  return (
    await req.payload.find({
      collection: 'review-items',
      where: decided,
      sort,
      limit,
      pagination: false,
      depth: 0,
      overrideAccess: true,
      req,
    })
  ).docs
}

/** How many items were decided since a moment. */
export async function countDecided(req: PayloadRequest, since: Date): Promise<number> {
  const where: Where = { and: [decided, { decidedAt: { greater_than_equal: since.toISOString() } }] }
  return (await req.payload.count({ collection: 'review-items', where, overrideAccess: true, req })).totalDocs
}
