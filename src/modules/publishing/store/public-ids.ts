import type { PayloadRequest } from 'payload'
import { publicRows } from '../store.ts'

/** Which of these ids are pieces that readers may see now: one light query, for counts. */
export async function findPublicIds(req: PayloadRequest, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { docs } = await req.payload.find({
    collection: 'piece-states',
    where: { and: [{ id: { in: [...new Set(ids)] } }, ...publicRows] },
    select: { kind: true },
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return new Set(docs.map(({ id }) => id))
}
