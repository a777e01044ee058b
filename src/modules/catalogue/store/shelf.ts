import type { PayloadRequest, Where } from 'payload'
import { idOf } from '../../../lib/ids.ts'
import type { Product, StockLevel, Topic, Variant } from '../../../payload-types.ts'
import type { OptionWord } from '../option-words.ts'
import type { PriceSince } from '../was-price.ts'

/** A localized text with all its languages. */
export type Texts = Partial<Record<'zh' | 'en', string | null>>

/** A product with its texts in every language, so that a page can say which language it shows. */
export type ProductRow = Omit<Product, 'title' | 'description' | 'optionWords'> & {
  title: Texts
  description?: Texts | null
  optionWords?: OptionWord[] | null
}

export type TopicRow = Omit<Topic, 'name'> & { name: Texts }

const whole = { pagination: false, depth: 0, overrideAccess: true } as const

/** Products by id, those in the bin included (a piece still names them), or one by its slug that is not; whatever their status. */
export async function findProductRows(req: PayloadRequest, wanted: { ids: readonly string[] } | { slug: string }): Promise<ProductRow[]> {
  if ('ids' in wanted && wanted.ids.length === 0) return []
  const where: Where = 'ids' in wanted ? { id: { in: [...new Set(wanted.ids)] } } : { slug: { equals: wanted.slug } }
  const { docs } = await req.payload.find({ collection: 'products', where, locale: 'all', trash: 'ids' in wanted, limit: 0, ...whole, req })
  // With `locale: 'all'` localized fields hold an object; Payload's types do not say so.
  return docs as unknown as ProductRow[]
}

/** The variants on sale of these products, in their order. */
export async function findVariantRows(req: PayloadRequest, productIds: readonly string[]): Promise<Variant[]> {
  if (productIds.length === 0) return []
  const where: Where = { and: [{ product: { in: [...productIds] } }, { status: { equals: 'active' } }] }
  const { docs } = await req.payload.find({ collection: 'variants', where, sort: ['position', 'id'], limit: 0, ...whole, req })
  return docs
}

/** What can be bought now of each variant; a variant without a level has none. */
export async function findStock(req: PayloadRequest, variantIds: readonly string[]): Promise<Map<string, number>> {
  if (variantIds.length === 0) return new Map()
  const where: Where = { variant: { in: [...variantIds] } }
  // Straight from the database: of many plain rows, Payload's own operation costs as much again as reading them.
  const { docs } = await req.payload.db.find<StockLevel>({ collection: 'stock-levels', where, limit: 0, pagination: false, req })
  return new Map(docs.map(({ variant, available }) => [idOf(variant), available]))
}

/** The price log of each variant, oldest first. */
export async function findPriceLog(req: PayloadRequest, variantIds: readonly string[]): Promise<Map<string, PriceSince[]>> {
  const log = new Map<string, PriceSince[]>()
  if (variantIds.length === 0) return log
  const where: Where = { variant: { in: [...variantIds] } }
  const { docs } = await req.payload.find({ collection: 'price-changes', where, sort: ['at', 'id'], limit: 0, ...whole, req })
  for (const { variant, at, to } of docs) {
    const rows = log.get(idOf(variant)) ?? []
    rows.push({ at: new Date(at), amount: to })
    log.set(idOf(variant), rows)
  }
  return log
}

/** Topics in use, in the shop's order: all of them (at most 200), some by id, or one by its slug. */
export async function findTopicRows(req: PayloadRequest, wanted: { ids?: readonly string[]; slug?: string } = {}): Promise<TopicRow[]> {
  const { ids, slug } = wanted
  if (ids?.length === 0) return []
  const and: Where[] = [{ status: { equals: 'active' } }]
  if (ids) and.push({ id: { in: [...new Set(ids)] } })
  if (slug !== undefined) and.push({ slug: { equals: slug } })
  const { docs } = await req.payload.find({
    collection: 'topics',
    where: { and },
    locale: 'all',
    sort: ['position', 'slug'],
    limit: 200,
    ...whole,
    req,
  })
  return docs as unknown as TopicRow[]
}
