import type { PayloadRequest, Where } from 'payload'
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

/** Whose page there is: a promoter has none. */
const listed: Where = { and: [{ status: { equals: 'active' } }, { kind: { equals: 'creator' } }] }

/** One part of the creators that have a public page, oldest first. */
export async function listCreators(
  req: PayloadRequest,
  { page, size }: { page: number; size: number },
): Promise<{ handle: string; changedAt: string }[]> {
  const { docs } = await req.payload.find({
    collection: 'creators',
    where: listed,
    select: { handle: true, updatedAt: true },
    sort: 'id',
    limit: size,
    page,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs.map(({ handle, updatedAt }) => ({ handle, changedAt: updatedAt }))
}

/** How many creators have a public page. */
export const countCreators = async (req: PayloadRequest): Promise<number> =>
  (await req.payload.count({ collection: 'creators', where: listed, overrideAccess: true, req })).totalDocs
