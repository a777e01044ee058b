import type { PayloadRequest } from 'payload'

/** How many once public pieces of an author editors limit, hide or have taken down now. */
export async function countRestricted(req: PayloadRequest, author: string): Promise<number> {
  const { totalDocs } = await req.payload.count({
    collection: 'piece-states',
    where: { and: [{ author: { equals: author } }, { restriction: { not_equals: 'none' } }, { publishedAt: { exists: true } }] },
    overrideAccess: true,
    req,
  })
  return totalDocs
}
