import type { PayloadRequest } from 'payload'
import { idOf } from '../../../lib/ids.ts'
import type { Product, ProductLink, Variant } from '../../../payload-types.ts'

/** Since when these creators promote what: the first link of each to a product, and her first of all under `creator`. */
export interface Promoting {
  product(creator: string, product: string): Date | null
  anything(creator: string): Date | null
}

/** ATT-15: who promotes what already. Links are never taken away, so their first one says since when. */
export async function findPromoting(req: PayloadRequest, creators: readonly string[]): Promise<Promoting> {
  const first = new Map<string, Date>()
  const note = (key: string, at: Date) => {
    const known = first.get(key)
    if (!known || at < known) first.set(key, at)
  }
  if (creators.length > 0) {
    const { docs } = await req.payload.db.find<ProductLink>({
      collection: 'product-links',
      where: { and: [{ creator: { in: [...creators] } }, { programme: { exists: true } }] },
      limit: 0,
      pagination: false,
      req,
    })
    for (const { creator, product, createdAt } of docs) {
      const [who, at] = [idOf(creator), new Date(createdAt)]
      note(who, at)
      if (product) note(`${who} ${idOf(product)}`, at)
    }
  }
  return {
    product: (creator, product) => first.get(`${creator} ${product}`) ?? null,
    anything: (creator) => first.get(creator) ?? null,
  }
}

/** The category of each product behind these variants. */
export async function findCategoriesOf(req: PayloadRequest, variants: readonly string[]): Promise<Map<string, string>> {
  if (variants.length === 0) return new Map()
  const all = { limit: 0, pagination: false, req } as const
  const { docs } = await req.payload.db.find<Variant>({ collection: 'variants', where: { id: { in: [...variants] } }, ...all })
  const products = [...new Set(docs.map(({ product }) => idOf(product)))]
  if (products.length === 0) return new Map()
  const found = await req.payload.db.find<Product>({ collection: 'products', where: { id: { in: products } }, ...all })
  return new Map(found.docs.flatMap(({ id, category }) => (category ? [[id, idOf(category)] as const] : [])))
}

/** Ids of links by their codes. */
export async function findLinkIds(req: PayloadRequest, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map()
  const where = { code: { in: [...codes] } }
  const { docs } = await req.payload.db.find<ProductLink>({ collection: 'product-links', where, limit: 0, pagination: false, req })
  return new Map(docs.map(({ id, code }) => [code, id]))
}
