import type { PayloadRequest } from 'payload'
import { tag } from '../../lib/page-tags.ts'
import { type PriceSince, priceRange, wasPrice } from '../../modules/catalogue/index.ts'
import {
  findPriceLog,
  findProductRows,
  findStock,
  findVariantRows,
  type ProductRow,
  type Texts,
} from '../../modules/catalogue/store/shelf.ts'
import type { Media, Variant } from '../../payload-types.ts'
import { keptByPages } from '../pages/page-shows.ts'
import { idOf, pictureFacts } from './media-facts.ts'
import type { PlacedProductFacts, ProductCardFacts, ShopLocale } from './views.ts'

/** Products with what can be bought of them now. */
export interface Shelf {
  products: Map<string, ProductRow>
  /** On sale, in order, by product. */
  variants: Map<string, Variant[]>
  /** By variant. */
  stock: Map<string, number>
  /** By variant; empty unless it was asked for. */
  log: Map<string, PriceSince[]>
}

/** Three queries for any number of products, a fourth for the price log; less while a page is made and others have read them. */
export async function readShelf(req: PayloadRequest, ids: readonly string[], { log = false } = {}): Promise<Shelf> {
  const shown = (_row: unknown, id: string) => [tag.product(id)]
  const read = async (missing: string[]) => placesOf(await readShelfOf(req, await findProductRows(req, { ids: missing })))
  const places = await keptByPages(ids, { kind: 'shelf', read, shown })
  const variants = new Map([...places].map(([id, one]) => [id, one.variants]))
  const readLog = async (missing: string[]) => logsOf(await findPriceLog(req, missing.flatMap(variantIds)), missing)
  const variantIds = (product: string): string[] => (variants.get(product) ?? []).map(({ id }) => id)
  const logsOf = (all: Map<string, PriceSince[]>, products: readonly string[]) =>
    new Map(products.map((product) => [product, variantIds(product).map((id) => [id, all.get(id) ?? []] as const)]))
  const logs = log ? await keptByPages([...places.keys()], { kind: 'price log', read: readLog, shown }) : new Map()
  return {
    products: new Map([...places].map(([id, { row }]) => [id, row])),
    variants,
    stock: new Map([...places.values()].flatMap(({ stock }) => stock)),
    log: new Map([...logs.values()].flat()),
  }
}

interface Place {
  row: ProductRow
  variants: Variant[]
  stock: [variant: string, available: number][]
}

/** A shelf, product by product. */
const placesOf = ({ products, variants, stock }: Shelf): Map<string, Place> =>
  new Map(
    [...products].map(([id, row]) => {
      const own = variants.get(id) ?? []
      return [id, { row, variants: own, stock: own.flatMap(({ id }) => (stock.has(id) ? [[id, stock.get(id) ?? 0]] : [])) }]
    }),
  )

export async function readShelfOf(req: PayloadRequest, rows: readonly ProductRow[], { log = false } = {}): Promise<Shelf> {
  const found = await findVariantRows(
    req,
    rows.map(({ id }) => id),
  )
  const ids = found.map(({ id }) => id)
  const variants = new Map<string, Variant[]>()
  for (const variant of found) {
    const product = idOf(variant.product) ?? ''
    variants.set(product, [...(variants.get(product) ?? []), variant])
  }
  return {
    products: new Map(rows.map((row) => [row.id, row])),
    variants,
    stock: await findStock(req, ids),
    log: log ? await findPriceLog(req, ids) : new Map(),
  }
}

export interface Offer {
  price: { amount: number; currency: string }
  /** Prices differ: `price` is the lowest. */
  several: boolean
  was?: { amount: number; currency: string }
  stock: number
  /** The only variant. */
  variantId?: string
}

/** What a product costs and how much of it there is, in one line; null when nothing of it is on sale. */
export function offerOf(shelf: Shelf, productId: string, now: Date): Offer | null {
  const product = shelf.products.get(productId)
  if (product?.status !== 'active' || product.deletedAt) return null
  const variants = shelf.variants.get(productId) ?? []
  const range = priceRange(variants)
  if (!range) return null
  const [only] = variants
  const several = range.min !== range.max
  const was = variants.length === 1 && only ? wasPrice(shelf.log.get(only.id) ?? [], now) : null
  return {
    price: { amount: range.min, currency: range.currency },
    several,
    ...(was ? { was: { amount: was.amount, currency: range.currency } } : {}),
    stock: variants.reduce((sum, { id }) => sum + (shelf.stock.get(id) ?? 0), 0),
    ...(variants.length === 1 && only ? { variantId: only.id } : {}),
  }
}

/** A localized text in the reader's language, else in the other, and which one it is. */
export function textIn(texts: Texts | null | undefined, wanted: ShopLocale): { text: string; lang: ShopLocale } | null {
  const other = wanted === 'zh' ? 'en' : 'zh'
  const own = texts?.[wanted]?.trim()
  if (own) return { text: own, lang: wanted }
  const fallback = texts?.[other]?.trim()
  return fallback ? { text: fallback, lang: other } : null
}

/** The first picture of a product. */
export const mainPicture = (row: ProductRow | undefined): string | null => idOf(row?.pictures?.[0])

/** A product in a strip or a list; null when it is not on sale. */
export function productCardFacts(
  shelf: Shelf,
  media: ReadonlyMap<string, Media>,
  id: string,
  { now, locale }: { now: Date; locale: ShopLocale },
): ProductCardFacts | null {
  const row = shelf.products.get(id)
  const offer = offerOf(shelf, id, now)
  if (!row || !offer) return null
  const { text: title, lang } = textIn(row.title, locale) ?? { text: row.slug, lang: locale }
  const picture = pictureFacts(media, mainPicture(row))
  const { price, several, was, stock } = offer
  return {
    id,
    slug: row.slug,
    title,
    lang,
    ...(picture ? { picture } : {}),
    price,
    ...(several ? { several } : {}),
    ...(was ? { was } : {}),
    stock,
  }
}

/** A product as a piece shows it: withdrawn ones keep their row. */
export function placedProductFacts(
  shelf: Shelf,
  media: ReadonlyMap<string, Media>,
  id: string,
  { now, locale, currency }: { now: Date; locale: ShopLocale; currency: string },
): PlacedProductFacts | null {
  const row = shelf.products.get(id)
  if (!row) return null
  const { text: title, lang } = textIn(row.title, locale) ?? { text: row.slug, lang: locale }
  const picture = pictureFacts(media, mainPicture(row))
  const known = { id, slug: row.slug, title, lang, ...(picture ? { picture } : {}) }
  const offer = offerOf(shelf, id, now)
  if (!offer) return { ...known, price: { amount: 0, currency }, stock: 0, withdrawn: true }
  const { several, was, ...rest } = offer
  return { ...known, ...rest, ...(several ? { several } : {}), ...(was ? { was } : {}) }
}
