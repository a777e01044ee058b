import type { PayloadRequest } from 'payload'

export interface ListedAddress {
  slug: string
  /** ISO. */
  changedAt: string
}

type Part = { page: number; size: number }
const plain = { depth: 0, overrideAccess: true } as const

/** One part of the products on sale, oldest first: those with a variant that can be chosen. */
export async function listProducts(req: PayloadRequest, { page, size }: Part): Promise<ListedAddress[]> {
  const { docs } = await req.payload.find({
    collection: 'products',
    where: { status: { equals: 'active' } },
    select: { slug: true, updatedAt: true },
    sort: 'id',
    limit: size,
    page,
    ...plain,
    req,
  })
  const offered = await offeredAmong(
    req,
    docs.map(({ id }) => id),
  )
  return docs.flatMap(({ id, slug, updatedAt }) => (offered.has(id) ? [{ slug, changedAt: updatedAt }] : []))
}

async function offeredAmong(req: PayloadRequest, ids: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>()
  for (let at = 0; at < ids.length; at += 500) {
    const { docs } = await req.payload.find({
      collection: 'variants',
      where: { and: [{ product: { in: ids.slice(at, at + 500) } }, { status: { equals: 'active' } }] },
      select: { product: true },
      limit: 0,
      pagination: false,
      ...plain,
      req,
    })
    for (const { product } of docs) found.add(typeof product === 'string' ? product : product.id)
  }
  return found
}

/** Topics in use. */
export async function listTopics(req: PayloadRequest, { page, size }: Part): Promise<ListedAddress[]> {
  const { docs } = await req.payload.find({
    collection: 'topics',
    where: { status: { equals: 'active' } },
    select: { slug: true, updatedAt: true },
    sort: 'id',
    limit: size,
    page,
    ...plain,
    req,
  })
  return docs.map(({ slug, updatedAt }) => ({ slug, changedAt: updatedAt }))
}

/** How many products are on sale, or topics in use. */
export async function countOnShelf(req: PayloadRequest, collection: 'products' | 'topics'): Promise<number> {
  return (await req.payload.count({ collection, where: { status: { equals: 'active' } }, overrideAccess: true, req })).totalDocs
}
