import type { PayloadRequest } from 'payload'
import { idOf, newId } from '../../lib/ids.ts'

export interface Mark {
  collection: 'follows' | 'reactions'
  key: string
  counter: string
  row: Record<string, unknown>
}

/**
 * Puts a follow or a like there, or takes it away, and moves its counter by exactly what changed. Doing it twice
 * changes nothing. Answers the counter and whether it moved. Two first counts at once meet as a conflict in a transaction, which runs again; outside one as a duplicate key.
 */
export async function setMark(
  req: PayloadRequest,
  { collection, key, counter, row }: Mark,
  on: boolean,
): Promise<{ count: number; changed: boolean }> {
  const { docs } = await req.payload.find({
    collection,
    where: { key: { equals: key } },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  const known = docs[0]
  if (on && !known) await req.payload.db.create({ collection, data: { id: newId(), key, ...row }, req })
  if (!on && known) await req.payload.db.deleteOne({ collection, where: { id: { equals: known.id } }, req })
  const changed = on !== Boolean(known)
  return { count: await moveCounter(req, counter, !changed ? 0 : on ? 1 : -1), changed }
}

/** Moves a counter by so much and answers it. Two first counts at once meet as a conflict in a transaction, which runs again; outside one as a duplicate key. */
export async function moveCounter(req: PayloadRequest, key: string, by: number): Promise<number> {
  if (by === 0) return readCounter(req, key)
  const moved = await req.payload.db.updateOne({
    collection: 'counters',
    where: { key: { equals: key } },
    data: { value: { $inc: by } },
    options: { atomic: true },
    req,
  })
  if (moved) return (moved as unknown as { value: number }).value
  await req.payload.db.create({ collection: 'counters', data: { id: newId(), key, value: Math.max(0, by) }, req })
  return Math.max(0, by)
}

export async function readCounter(req: PayloadRequest, key: string): Promise<number> {
  const { docs } = await req.payload.find({
    collection: 'counters',
    where: { key: { equals: key } },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs[0]?.value ?? 0
}

/** Ids of creators that an account follows and of pieces and products that it likes, newest first, at most `limit` of each. */
export async function readMarks(req: PayloadRequest, userId: string, limit: number): Promise<{ follows: string[]; likes: string[] }> {
  const find = { where: { user: { equals: userId } }, limit, pagination: false, depth: 0, overrideAccess: true, sort: '-at', req } as const
  const follows = await req.payload.find({ collection: 'follows', ...find })
  const likes = await req.payload.find({ collection: 'reactions', ...find })
  return { follows: follows.docs.map(({ creator }) => idOf(creator)), likes: likes.docs.map(({ piece }) => piece) }
}
