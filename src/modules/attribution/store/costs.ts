import type { PayloadRequest, Where } from 'payload'
import { idOf } from '../../../lib/ids.ts'
import type { Variant } from '../../../payload-types.ts'

export interface CostRow {
  productId: string
  title: { zh: string; en: string }
  sku: string
  /** Minor units; the cost null when the shop does not say. */
  price: number
  cost: number | null
}

/** Price and cost of all goods on sale, or of one product's (by slug). */
export async function findCosts(req: PayloadRequest, slug: string | null): Promise<CostRow[]> {
  const all = { depth: 0, limit: 0, pagination: false, overrideAccess: true, req } as const
  const where: Where = { and: [{ status: { equals: 'active' } }, ...(slug ? [{ slug: { equals: slug } }] : [])] }
  const products = (await req.payload.find({ collection: 'products', where, locale: 'all', ...all })).docs as unknown as {
    id: string
    title: { zh?: string | null; en?: string | null } | string
  }[]
  if (products.length === 0) return []
  const titles = new Map(products.map(({ id, title }) => [id, both(title)]))
  const kinds: Where = { and: [{ product: { in: [...titles.keys()] } }, { status: { equals: 'active' } }] }
  const { docs } = await req.payload.db.find<Variant>({ collection: 'variants', where: kinds, limit: 0, pagination: false, req })
  return docs.map(({ product, sku, price, cost }) => ({
    ...{ productId: idOf(product), title: titles.get(idOf(product))!, sku, price, cost: cost ?? null },
  }))
}

const both = (title: { zh?: string | null; en?: string | null } | string): { zh: string; en: string } =>
  typeof title === 'string' ? { zh: title, en: title } : { zh: title.zh || title.en || '', en: title.en || title.zh || '' }
