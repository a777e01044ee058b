import type { PayloadRequest } from 'payload'
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

/** The offers of these variants; removed ones are missing. Titles are in `locale`, else in the shop's first language. */
export async function findOffers(req: PayloadRequest, variants: readonly string[], locale: Locale): Promise<Map<string, VariantOffer>> {
  if (variants.length === 0) return new Map()
  const found = await byIds(req, 'variants', variants, locale)
  const products = new Map(
    (await byIds(req, 'products', [...new Set(found.map(({ product }) => idOf(product)))], locale)).map((one) => [one.id, one]),
  )
  const offers = found.flatMap((variant): VariantOffer[] => {
    const product = products.get(idOf(variant.product))
    return product ? [offerOf(variant, product)] : []
  })
  return new Map(offers.map((offer) => [offer.variant, offer]))
}

function offerOf(variant: Variant, product: Product): VariantOffer {
  const picture = variant.picture ?? product.pictures?.[0]
  return {
    variant: variant.id,
    product: product.id,
    slug: product.slug,
    title: product.title,
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

async function byIds<S extends 'products' | 'variants'>(req: PayloadRequest, collection: S, ids: readonly string[], locale: Locale) {
  const { docs } = await req.payload.find({
    collection,
    where: { id: { in: [...ids] } },
    limit: ids.length,
    pagination: false,
    depth: 0,
    locale,
    fallbackLocale: locale === 'zh' ? 'en' : 'zh',
    overrideAccess: true,
    req,
  })
  return docs as unknown as (S extends 'products' ? Product : Variant)[]
}
