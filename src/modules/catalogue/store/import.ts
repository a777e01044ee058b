import type { PayloadRequest, Where } from 'payload'
import { newId } from '../../../lib/ids.ts'
import type { Category, Media, Product, StockMovement, Variant } from '../../../payload-types.ts'
import { freeSlug } from '../slug.ts'
import type { Option } from '../variants.ts'

type Locale = 'zh' | 'en'
/** A text in both languages of the shop. */
export type BothTexts = Partial<Record<Locale, string | null>>

// The locale is said every time: a request keeps the last one, and `all` would reach writes that follow.
const base = { depth: 0, overrideAccess: true, locale: 'zh' as Locale } as const
const one = { ...base, limit: 1, pagination: false } as const

/** An imported product with its texts in both languages; `deletedAt` is set when an editor threw it away. */
export type ImportedProduct = Omit<Product, 'title' | 'description'> & { title: BothTexts; description?: BothTexts | null }

export async function findImportedProduct(req: PayloadRequest, importKey: string): Promise<ImportedProduct | null> {
  const { docs } = await req.payload.find({
    ...one,
    collection: 'products',
    where: { importKey: { equals: importKey } },
    locale: 'all',
    trash: true,
    req,
  })
  return (docs[0] as unknown as ImportedProduct | undefined) ?? null
}

export interface ProductTexts {
  title: string
  description: string
}

export interface ProductData {
  brand: string
  category: string | null
  status: Product['status']
  optionNames: string[]
  pictures: string[]
}

/** Inserts a product with the same texts in both languages: what is in one only would be empty pages in the other. Answers its id. */
export async function insertImportedProduct(
  req: PayloadRequest,
  importKey: string,
  language: Locale,
  texts: ProductTexts,
  data: ProductData,
): Promise<string> {
  const slug = await freeProductSlug(req, importKey.replace(/^[^:]*:/, ''), texts.title)
  const id = newId()
  await req.payload.create({
    ...base,
    collection: 'products',
    locale: language,
    data: { id, ...texts, ...data, slug, importKey, merchant: 'house' },
    req,
  })
  await updateProduct(req, id, language === 'zh' ? 'en' : 'zh', texts)
  return id
}

export async function updateProduct(
  req: PayloadRequest,
  id: string,
  locale: Locale,
  data: Partial<ProductTexts & ProductData>,
): Promise<void> {
  await req.payload.update({ ...base, collection: 'products', id, locale, data, req })
}

async function freeProductSlug(req: PayloadRequest, handle: string, title: string): Promise<string> {
  const first = freeSlug(handle, title, () => false)
  const near = [first, ...Array.from({ length: 50 }, (_, index) => `${first}-${index + 2}`)]
  const { docs } = await req.payload.find({
    ...base,
    collection: 'products',
    where: { slug: { in: near } },
    limit: near.length,
    pagination: false,
    trash: true,
    req,
  })
  const taken = new Set(docs.map(({ slug }) => slug))
  return freeSlug(handle, title, (slug) => taken.has(slug))
}

/** Variants by SKU, those that were thrown away too. */
export async function findVariantsBySku(req: PayloadRequest, skus: readonly string[]): Promise<Map<string, Variant>> {
  if (skus.length === 0) return new Map()
  const { docs } = await req.payload.find({
    ...base,
    collection: 'variants',
    where: { sku: { in: [...skus] } },
    limit: skus.length,
    pagination: false,
    trash: true,
    req,
  })
  return new Map(docs.map((variant) => [variant.sku, variant]))
}

export interface VariantData {
  options: Option[]
  price: number
  currency: string
  position: number
  status: Variant['status']
  cost?: number
  weightGrams?: number
  picture?: string
}

/** Inserts a variant; the collection's own hooks open its level, with nothing in it, and log its first price. Answers its id. */
export async function insertVariant(req: PayloadRequest, product: string, sku: string, data: VariantData): Promise<string> {
  const id = newId()
  await req.payload.create({ ...base, collection: 'variants', data: { id, product, sku, ...data }, req })
  return id
}

/** A change of price leaves its row in the log by the collection's own hook. */
export async function updateVariant(req: PayloadRequest, id: string, data: Partial<VariantData>): Promise<void> {
  await req.payload.update({ ...base, collection: 'variants', id, data, req })
}

/** The movements that imports made of these variants, oldest first. */
export async function findImportMovements(req: PayloadRequest, variants: readonly string[]): Promise<StockMovement[]> {
  if (variants.length === 0) return []
  const where: Where = { and: [{ variant: { in: [...variants] } }, { reason: { like: 'import:' } }] }
  const { docs } = await req.payload.find({ ...base, collection: 'stock-movements', where, sort: 'id', limit: 0, pagination: false, req })
  return docs
}

/** The category of this name, made when there is none. Names differ when their slugs do. */
export async function categoryNamed(req: PayloadRequest, name: string, language: Locale): Promise<{ id: string; created: boolean }> {
  const slug = freeSlug(name, 'category', () => false)
  const { docs } = await req.payload.find({ ...one, collection: 'categories', where: { slug: { equals: slug } }, trash: true, req })
  if (docs[0]) return { id: docs[0].id, created: false }
  const made: Category = await req.payload.create({
    ...base,
    collection: 'categories',
    locale: language,
    data: { id: newId(), name, slug, status: 'active', position: 0 },
    req,
  })
  await req.payload.update({ ...base, collection: 'categories', id: made.id, locale: language === 'zh' ? 'en' : 'zh', data: { name }, req })
  return { id: made.id, created: true }
}

/** A picture of the shop's own (of no uploader) by the bytes it was made of, or by where it was imported from. */
export async function findShopPicture(req: PayloadRequest, by: { hash: string } | { source: string }): Promise<Media | null> {
  const wanted: Where = 'hash' in by ? { hash: { equals: by.hash } } : { source: { equals: by.source } }
  const where: Where = { and: [wanted, { owner: { exists: false } }, { kind: { equals: 'image' } }, { state: { equals: 'ready' } }] }
  const { docs } = await req.payload.find({ ...one, collection: 'media', where, req })
  return docs[0] ?? null
}
