import type { PayloadRequest, Where } from 'payload'
import { idOf } from '../../lib/ids.ts'
import type { Creator } from '../../payload-types.ts'

/** What a search document needs of a product, whatever its state. */
export interface IndexedProduct {
  id: string
  status: 'draft' | 'active' | 'archived'
  /** Milliseconds of the last change of its texts. */
  version: number
  createdAt: number
  /** In every language, the default one first, each once. */
  titles: string[]
  text: string
  brand: string | null
  /** Slugs. */
  category: string | null
  topics: string[]
  /** Lowest of its active variants, minor units. */
  price: number | null
  stock: number
}

export interface IndexedCreator {
  id: string
  active: boolean
  version: number
  createdAt: number
  name: string
  handle: string
  bio: string
  level: Creator['level']
}

type Localized = { zh?: string | null; en?: string | null } | null | undefined

/** Products by id; those in the bin are absent. */
export async function readProducts(req: PayloadRequest, ids: readonly string[]): Promise<Map<string, IndexedProduct>> {
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.find({ collection: 'products', where: among(ids), locale: 'all', ...all(req) })
  const categories = await readSlugs(
    req,
    'categories',
    docs.flatMap(({ category }) => (category ? idOf(category) : [])),
  )
  const topics = await readTopicSlugs(
    req,
    docs.flatMap((row) => (row.topics ?? []).map(idOf)),
  )
  const offers = await readOffers(
    req,
    docs.map(({ id }) => id),
  )
  return new Map(
    docs.map((row) => {
      const texts = words(row.description as unknown as Localized)
      const product: IndexedProduct = {
        id: row.id,
        status: row.status,
        version: Date.parse(row.updatedAt),
        createdAt: Date.parse(row.createdAt),
        titles: words(row.title as unknown as Localized),
        text: texts.join('\n'),
        brand: row.brand ?? null,
        category: (row.category && categories.get(idOf(row.category))) || null,
        topics: (row.topics ?? []).flatMap((topic) => topics.get(idOf(topic)) ?? []),
        price: offers.get(row.id)?.price ?? null,
        stock: offers.get(row.id)?.stock ?? 0,
      }
      return [row.id, product]
    }),
  )
}

export async function readCreators(req: PayloadRequest, ids: readonly string[]): Promise<Map<string, IndexedCreator>> {
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.find({ collection: 'creators', where: among(ids), ...all(req) })
  return new Map(
    docs.map(({ id, status, kind, updatedAt, createdAt, displayName, handle, bio, level }) => [
      id,
      {
        id,
        active: status === 'active' && kind === 'creator',
        version: Date.parse(updatedAt),
        createdAt: Date.parse(createdAt),
        name: displayName,
        handle,
        bio: bio ?? '',
        level,
      },
    ]),
  )
}

export const readTopicSlugs = (req: PayloadRequest, ids: readonly string[]): Promise<Map<string, string>> => readSlugs(req, 'topics', ids)

/** Values of counters by key; absent ones count as nothing. */
export async function readCounters(req: PayloadRequest, keys: readonly string[]): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map()
  const { docs } = await req.payload.find({ collection: 'counters', where: { key: { in: [...new Set(keys)] } }, ...all(req) })
  return new Map(docs.map(({ key, value }) => [key, value]))
}

/** Ids of a whole collection, for a rebuild: part by part, by id. */
export async function idsAfter(req: PayloadRequest, collection: 'products' | 'creators', after: string, limit: number): Promise<string[]> {
  const where: Where = { and: [{ id: { greater_than: after } }, { status: { equals: 'active' } }] }
  const { docs } = await req.payload.find({ collection, where, sort: 'id', ...all(req), limit, select: { status: true } })
  return docs.map(({ id }) => id)
}

/** Names of categories or topics in use by slug, in the reader's language, else in the other. */
export async function readShelfNames(
  req: PayloadRequest,
  collection: 'categories' | 'topics',
  slugs: readonly string[],
  locale: 'zh' | 'en',
): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map()
  const where: Where = { and: [{ slug: { in: [...slugs] } }, { status: { equals: 'active' } }] }
  const { docs } = await req.payload.find({ collection, where, locale: 'all', ...all(req) })
  return new Map(
    docs.map(({ slug, name }) => {
      const names = name as unknown as Localized
      return [slug, names?.[locale] || names?.[locale === 'zh' ? 'en' : 'zh'] || slug]
    }),
  )
}

/** Handles of creators who were suspended since then: what the index may not know yet (SR-17, SR-18). */
export async function findSilenced(req: PayloadRequest, since: string): Promise<string[]> {
  const where: Where = { and: [{ status: { equals: 'suspended' } }, { updatedAt: { greater_than_equal: since } }] }
  const { docs } = await req.payload.db.find<Creator>({ collection: 'creators', where, limit: 100, pagination: false, req })
  return docs.map(({ handle }) => handle)
}

async function readSlugs(req: PayloadRequest, collection: 'categories' | 'topics', ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const where: Where = { and: [among(ids), { status: { equals: 'active' } }] }
  const { docs } = await req.payload.find({ collection, where, select: { slug: true }, ...all(req) })
  return new Map(docs.map(({ id, slug }) => [id, slug]))
}

/** Lowest price and stock of the active variants of each product. */
async function readOffers(req: PayloadRequest, products: readonly string[]): Promise<Map<string, { price: number; stock: number }>> {
  if (products.length === 0) return new Map()
  const where: Where = { and: [{ product: { in: [...products] } }, { status: { equals: 'active' } }] }
  const { docs: variants } = await req.payload.find({ collection: 'variants', where, ...all(req) })
  if (variants.length === 0) return new Map()
  const levels = await req.payload.find({
    collection: 'stock-levels',
    where: { variant: { in: variants.map(({ id }) => id) } },
    ...all(req),
  })
  const available = new Map(levels.docs.map((level) => [idOf(level.variant), level.available]))
  const offers = new Map<string, { price: number; stock: number }>()
  for (const { id, product, price } of variants) {
    const known = offers.get(idOf(product))
    offers.set(idOf(product), { price: Math.min(price, known?.price ?? price), stock: (known?.stock ?? 0) + (available.get(id) ?? 0) })
  }
  return offers
}

const words = (text: Localized): string[] => [...new Set([text?.zh, text?.en].flatMap((word) => word || []))]
const among = (ids: readonly string[]): Where => ({ id: { in: [...new Set(ids)] } })
const all = (req: PayloadRequest) => ({ limit: 0, pagination: false, depth: 0, overrideAccess: true, req }) as const
