import type { PayloadRequest } from 'payload'

/** Which of these ids are products on sale now: one light query, for counts. */
export async function findOnSale(req: PayloadRequest, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { docs } = await req.payload.find({
    collection: 'products',
    where: { and: [{ id: { in: [...new Set(ids)] } }, { status: { equals: 'active' } }] },
    select: { slug: true },
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return new Set(docs.map(({ id }) => id))
}
