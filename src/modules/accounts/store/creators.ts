import type { PayloadRequest } from 'payload'
import type { Creator } from '../../../payload-types.ts'

/** Public profiles by id, whatever their status: pages say what a suspended one is. */
export async function findCreatorRows(req: PayloadRequest, ids: readonly string[]): Promise<Map<string, Creator>> {
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection: 'creators',
    where: { id: { in: [...new Set(ids)] } },
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return new Map(docs.map((row) => [row.id, row]))
}
