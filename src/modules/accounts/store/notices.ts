import type { PayloadRequest } from 'payload'

/** How far back a notice is looked for to be taken up into a newer one. */
const LOOKED = 50

/** The unread notice of a kind about one thing (`data.target`), with what it counts so far. */
export async function findUnreadAbout(
  req: PayloadRequest,
  { userId, kind, target }: { userId: string; kind: string; target: string },
): Promise<{ id: string; count: number } | null> {
  const { docs } = await req.payload.find({
    collection: 'notifications',
    where: { and: [{ user: { equals: userId } }, { kind: { equals: kind } }, { readAt: { exists: false } }] },
    sort: '-id',
    limit: LOOKED,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  for (const { id, data } of docs) {
    const facts = data as { target?: unknown; count?: unknown } | null
    if (facts?.target === target) return { id, count: typeof facts.count === 'number' ? facts.count : 1 }
  }
  return null
}

/** Ids of the unread notices of a kind. */
export async function findUnread(req: PayloadRequest, { userId, kind }: { userId: string; kind: string }): Promise<string[]> {
  const { docs } = await req.payload.db.find<{ id: string }>({
    collection: 'notifications',
    where: { and: [{ user: { equals: userId } }, { kind: { equals: kind } }, { readAt: { exists: false } }] },
    sort: '-id',
    limit: LOOKED,
    pagination: false,
    req,
  })
  return docs.map(({ id }) => id)
}

export async function removeNotification(req: PayloadRequest, id: string): Promise<void> {
  await req.payload.db.deleteOne({ collection: 'notifications', where: { id: { equals: id } }, req })
}
