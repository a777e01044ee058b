import type { PayloadRequest, Where } from 'payload'
import { idOf } from '../../../lib/ids.ts'
import type { Product, Variant } from '../../../payload-types.ts'
import { optionsText } from '../variants.ts'

/** What is bought, as the catalogue has it now. Amounts in minor units; references are ids. */
export interface VariantOffer {
  variant: string
  product: string
  slug: string
  title: string
  sku: string
  options: string | null
  price: number
  currency: string
  cost: number | null
  /** Of one piece; 0 where nobody weighed it. */
  weightGrams: number
  category: string | null
  picture: string | null
  /** Whether product and variant are on sale; what is removed is not found at all. */
  onSale: boolean
}

type Locale = 'zh' | 'en'

/** A product's row as the database has it: its title in each language. */
type ProductRow = Omit<Product, 'title'> & { title: Partial<Record<Locale, string | null>> }

/** The offers of these variants; removed ones are missing. Titles are in `locale`, else in the shop's other language. */
export async function findOffers(req: PayloadRequest, variants: readonly string[], locale: Locale): Promise<Map<string, VariantOffer>> {
  if (variants.length === 0) return new Map()
  const found = await byIds<Variant>(req, 'variants', variants)
  const wanted = [...new Set(found.map(({ product }) => idOf(product)))]
  const products = new Map((await byIds<ProductRow>(req, 'products', wanted, ofProducts)).map((one) => [one.id, one]))
  const offers = found.flatMap((variant): VariantOffer[] => {
    const product = products.get(idOf(variant.product))
    return product ? [offerOf(variant, product, locale)] : []
  })
  return new Map(offers.map((offer) => [offer.variant, offer]))
}

/** Descriptions and their like are most of a product's row. */
const ofProducts = { slug: true, title: true, category: true, pictures: true, status: true } as const

function offerOf(variant: Variant, product: ProductRow, locale: Locale): VariantOffer {
  const picture = variant.picture ?? product.pictures?.[0]
  return {
    variant: variant.id,
    product: product.id,
    slug: product.slug,
    title: product.title[locale] || product.title[locale === 'zh' ? 'en' : 'zh'] || '',
    sku: variant.sku,
    options: optionsText(variant.options ?? []),
    price: variant.price,
    currency: variant.currency,
    cost: variant.cost ?? null,
    weightGrams: variant.weightGrams ?? 0,
    category: product.category ? idOf(product.category) : null,
    picture: picture ? idOf(picture) : null,
    onSale: variant.status === 'active' && product.status === 'active',
  }
}

/** Raw rows that are not removed: a basket and a checkout ask for them several times, and nothing else of them is read. */
async function byIds<T>(
  req: PayloadRequest,
  collection: 'products' | 'variants',
  ids: readonly string[],
  select?: Record<string, true>,
): Promise<T[]> {
  if (ids.length === 0) return []
  const where: Where = { and: [{ id: { in: [...ids] } }, { deletedAt: { exists: false } }] }
  const { docs } = await req.payload.db.find({
    collection,
    where,
    limit: ids.length,
    pagination: false,
    ...(select ? { select } : {}),
    req,
  })
  return docs as unknown as T[]
}
