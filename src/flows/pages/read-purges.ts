import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { CachePurge } from '../../payload-types.ts'

/** A row of the purge log: what became old, in the order of its id (UUIDv7). */
export interface PurgeRow {
  id: string
  tags: readonly string[]
}

const collection = 'cache-purges'

/** Purges with an id greater than this, oldest first. Reads the rows themselves, past Payload's hooks: it is asked five times a second. */
export async function readPurges({ payload }: Ctx, { after, limit }: { after: string; limit: number }): Promise<PurgeRow[]> {
  const where = { id: { greater_than: after } }
  const { docs } = await payload.db.find<CachePurge>({ collection, where, sort: 'id', limit, pagination: false })
  return docs.map(({ id, tags }) => ({ id, tags: textsOf(tags) }))
}

/** The latest purge, null when there is none. */
export async function latestPurge({ payload }: Ctx): Promise<string | null> {
  const { docs } = await payload.db.find<CachePurge>({ collection, sort: '-id', limit: 1, pagination: false })
  return docs[0]?.id ?? null
}

/** Deletes purges older than a moment that every process has long read; answers how many, at most `limit`. */
export async function deleteOldPurges(req: PayloadRequest, before: Date, limit: number): Promise<number> {
  const where = { createdAt: { less_than: before.toISOString() } }
  const { docs } = await req.payload.db.find<CachePurge>({ collection, where, sort: 'id', limit, pagination: false, req })
  if (docs.length > 0) await req.payload.db.deleteMany({ collection, where: { id: { in: docs.map(({ id }) => id) } }, req })
  return docs.length
}

const textsOf = (tags: unknown): string[] => (Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [])
