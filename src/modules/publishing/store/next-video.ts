import type { PayloadRequest, Where } from 'payload'
import { publicRows } from '../store.ts'

/** The id of the public video note after this one, newest first; after the oldest comes the newest. Null where it is the only one. */
export async function findNextVideoId(req: PayloadRequest, id: string): Promise<string | null> {
  const [own] = await find(req, [{ id: { equals: id } }])
  if (!own?.publishedAt) return null
  const { publishedAt } = own
  const older: Where = {
    or: [{ publishedAt: { less_than: publishedAt } }, { and: [{ publishedAt: { equals: publishedAt } }, { id: { less_than: id } }] }],
  }
  const others: Where[] = [...publicRows, { kind: { equals: 'video-notes' } }, { id: { not_equals: id } }]
  const [next] = await find(req, [...others, older])
  if (next) return next.id
  const [newest] = await find(req, others)
  return newest?.id ?? null
}

async function find(req: PayloadRequest, and: Where[]) {
  const { docs } = await req.payload.find({
    collection: 'piece-states',
    where: { and },
    select: { publishedAt: true },
    sort: ['-publishedAt', '-id'],
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs
}
