import type { PayloadRequest } from 'payload'
import type { Media } from '../../../payload-types.ts'

/** Media rows by id, with the posters of the videos among them: two queries at most. */
export async function findMediaRows(req: PayloadRequest, ids: readonly string[]): Promise<Map<string, Media>> {
  const found = await byIds(req, ids)
  const posters = [...found.values()].flatMap(({ poster }) => (poster ? [typeof poster === 'string' ? poster : poster.id] : []))
  for (const [id, row] of await byIds(
    req,
    posters.filter((id) => !found.has(id)),
  ))
    found.set(id, row)
  return found
}

async function byIds(req: PayloadRequest, ids: readonly string[]): Promise<Map<string, Media>> {
  if (ids.length === 0) return new Map()
  // Straight from the database: of many plain rows, Payload's own operation costs as much again as reading them.
  const { docs } = await req.payload.db.find<Media>({
    collection: 'media',
    where: { id: { in: [...new Set(ids)] } },
    limit: 0,
    pagination: false,
    req,
  })
  return new Map(docs.map((row) => [row.id, row]))
}
