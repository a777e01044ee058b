import type { PayloadRequest, Where } from 'payload'
import { idOf } from '../../../lib/ids.ts'

/** A product as the picker, the editor and the desk need it. Prices in minor units. */
export interface LinkableProduct {
  id: string
  slug: string
  /** By interface language; a missing one falls back to the other. */
  title: { zh: string; en: string }
  picture: string | null
  status: 'draft' | 'active' | 'archived'
  /** Lowest of its active variants, null when it has none. */
  price: { amount: number; currency: string } | null
  /** Pieces that can be bought now, summed over variants. */
  stock: number
}

/** Which of these products can be linked now: for sale and not in the bin. */
export async function activeProducts(req: PayloadRequest, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const where: Where = { and: [{ id: { in: [...new Set(ids)] } }, { status: { equals: 'active' } }] }
  const { docs } = await req.payload.find({
    collection: 'products',
    where,
    select: { status: true },
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return new Set(docs.map(({ id }) => id))
}

/** Which of these topics exist and are in use. */
export async function activeTopics(req: PayloadRequest, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const where: Where = { and: [{ id: { in: [...new Set(ids)] } }, { status: { equals: 'active' } }] }
  const { docs } = await req.payload.find({
    collection: 'topics',
    where,
    select: { status: true },
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return new Set(docs.map(({ id }) => id))
}

/** Products by id, also archived and deleted ones: a piece still shows what it placed. */
export async function findProducts(req: PayloadRequest, ids: readonly string[]): Promise<Map<string, LinkableProduct>> {
  if (ids.length === 0) return new Map()
  const rows = await readProducts(req, { id: { in: [...new Set(ids)] } }, 0, true)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Products for sale, the newest first: what the picker offers before anything is typed. */
export async function newestProducts(req: PayloadRequest, limit: number): Promise<LinkableProduct[]> {
  return readProducts(req, { status: { equals: 'active' } }, limit, false)
}

async function readProducts(req: PayloadRequest, where: Where, limit: number, trash: boolean): Promise<LinkableProduct[]> {
  const { docs } = await req.payload.find({
    collection: 'products',
    where,
    sort: '-createdAt',
    limit,
    pagination: false,
    trash,
    locale: 'all',
    depth: 0,
    overrideAccess: true,
    req,
  })
  const offers = await offersOf(
    req,
    docs.map(({ id }) => id),
  )
  return docs.map((row) => {
    const { zh, en } = row.title as unknown as { zh?: string; en?: string }
    const [picture] = row.pictures ?? []
    const offer = offers.get(row.id)
    return {
      id: row.id,
      slug: row.slug,
      title: { zh: zh || en || '', en: en || zh || '' },
      picture: picture ? idOf(picture) : null,
      status: row.status,
      price: offer?.price ?? null,
      stock: offer?.stock ?? 0,
    }
  })
}

/** Lowest price and stock of each product's active variants. */
async function offersOf(req: PayloadRequest, products: string[]): Promise<Map<string, Pick<LinkableProduct, 'price' | 'stock'>>> {
  if (products.length === 0) return new Map()
  const find = { limit: 0, pagination: false, depth: 0, overrideAccess: true, req } as const
  const active: Where = { and: [{ product: { in: products } }, { status: { equals: 'active' } }] }
  const { docs: variants } = await req.payload.find({ collection: 'variants', where: active, ...find })
  const levels =
    variants.length > 0
      ? await req.payload.find({ collection: 'stock-levels', where: { variant: { in: variants.map(({ id }) => id) } }, ...find })
      : { docs: [] }
  const available = new Map(levels.docs.map((level) => [idOf(level.variant), level.available]))
  const offers = new Map<string, Pick<LinkableProduct, 'price' | 'stock'>>()
  for (const { id, product, price, currency } of variants) {
    const known = offers.get(idOf(product))
    const lower = known?.price && known.price.amount <= price ? known.price : { amount: price, currency: currency ?? 'CNY' }
    offers.set(idOf(product), { price: lower, stock: (known?.stock ?? 0) + (available.get(id) ?? 0) })
  }
  return offers
}
