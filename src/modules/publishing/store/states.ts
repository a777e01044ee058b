import type { PayloadRequest, Where } from 'payload'
import type { PieceState as PieceStateRow } from '../../../payload-types.ts'

/** What is known of a piece beside its versions; null when there is no such piece. */
export async function findState(req: PayloadRequest, id: string): Promise<PieceStateRow | null> {
  const { docs } = await req.payload.find({
    collection: 'piece-states',
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs[0] ?? null
}

/** A creator's pieces, the last touched first. */
export async function findStatesOf(req: PayloadRequest, author: string, limit: number): Promise<PieceStateRow[]> {
  const where: Where = { author: { equals: author } }
  return (
    await req.payload.find({
      collection: 'piece-states',
      where,
      sort: ['-updatedAt', '-id'],
      limit,
      pagination: false,
      depth: 0,
      overrideAccess: true,
      req,
    })
  ).docs
}

export async function findStatesByIds(req: PayloadRequest, ids: readonly string[]): Promise<PieceStateRow[]> {
  if (ids.length === 0) return []
  const where: Where = { id: { in: [...ids] } }
  return (
    await req.payload.find({ collection: 'piece-states', where, limit: ids.length, pagination: false, depth: 0, overrideAccess: true, req })
  ).docs
}

export type StateChange = Partial<
  Pick<
    PieceStateRow,
    | 'state'
    | 'restriction'
    | 'isPublic'
    | 'workingVersion'
    | 'submittedVersion'
    | 'publicVersion'
    | 'publishedAt'
    | 'submittedAt'
    | 'publishAt'
    | 'lastReason'
  >
>

/**
 * Changes a piece's state row if nobody changed it since `seen`. Null when somebody did: then nothing was written, and
 * the caller starts again or says so. Keeps a row as it is seen by the database: `updatedAt` moves.
 */
export async function changeState(req: PayloadRequest, seen: PieceStateRow, change: StateChange, at: Date): Promise<PieceStateRow | null> {
  const where: Where = { and: [{ id: { equals: seen.id } }, { lockVersion: { equals: seen.lockVersion } }] }
  const data = { ...change, lockVersion: seen.lockVersion + 1, updatedAt: at.toISOString() }
  return (await req.payload.db.updateOne({ collection: 'piece-states', where, data, req })) as unknown as PieceStateRow | null
}

/** How many pieces of a creator have ever been published, and are public now. */
export async function countPublished(req: PayloadRequest, author: string): Promise<number> {
  const where: Where = { and: [{ author: { equals: author } }, { isPublic: { equals: true } }] }
  return (await req.payload.count({ collection: 'piece-states', where, overrideAccess: true, req })).totalDocs
}
