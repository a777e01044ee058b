import type { PayloadRequest } from 'payload'
import { findOffers, type VariantOffer } from '../../modules/catalogue/store/offers.ts'
import {
  type CartItem,
  type CouponRefusal,
  isBuyable,
  type LineTrouble,
  type PricedLine,
  type PricedOrder,
  priceOrder,
  type ShippingQuote,
  troubleOf,
} from '../../modules/checkout/index.ts'
import type { OrderTerms } from '../../modules/checkout/store/settings.ts'
import { availableOf } from '../../modules/checkout/store/stock.ts'
import type { CartCoupon } from './cart-coupon.ts'

/** A line as it stands now. Amounts in minor units of the cart's currency. */
export interface CartLineNow {
  id: string
  variantId: string
  /** Null when the goods were removed altogether. */
  productId: string | null
  /** Of the product's page while it is on sale. */
  slug: string | null
  title: string
  sku: string
  options: string | null
  /** Media id. */
  picture: string | null
  quantity: number
  unitPrice: number
  /** What one piece cost when it was put in. */
  seenPrice: number | null
  available: number
  trouble: LineTrouble | null
  linkCode: string | null
}

/** What the code of a basket does now: takes `discount` off, or nothing for a reason. */
export interface CouponNow {
  code: string
  /** Minor units; 0 while it is refused. */
  discount: number
  refused: CouponRefusal | null
  /** With `min_goods`: how much is missing to the least value. */
  missing: number | null
}

/** What a basket comes to. Sums are over the lines that can be bought now; all zero when there is none. */
export interface CartValue {
  lines: CartLineNow[]
  currency: string
  /** Pieces that can be bought now. */
  buyable: number
  itemsTotal: number
  /** All that is taken off, the code's part included. */
  discountTotal: number
  coupon: CouponNow | null
  /** Ways of delivery with their prices; empty when it is not delivered there. */
  deliveries: ShippingQuote[]
  /** Id of the one that `shippingTotal` is of. */
  shipping: string | null
  shippingTotal: number
  /** Whether prices contain the tax; else it comes on top of them. Contained in the total either way. */
  taxIncluded: boolean
  taxTotal: number
  /** 0 where lines have different rates. */
  taxRateBps: number
  total: number
}

/** What is chosen or known beside the goods. Without it: delivery at home, and no code. */
export interface CartChoice extends Partial<CartCoupon> {
  code?: string
  country?: string
  region?: string
  shipping?: string | null
  at: Date
}

/** A basket with its value, what the catalogue says of its goods, and the price as it would be frozen; null when nothing can be bought. */
export type ValuedCart = CartValue & { offers: ReadonlyMap<string, VariantOffer>; priced: PricedOrder | null }

/** Where a parcel goes while nobody has said so. */
export const homeCountry = 'CN'

/** What these lines come to at this moment, and the catalogue's rows behind them (`cost` is for the shop's eyes only). */
export async function valueCart(
  req: PayloadRequest,
  items: readonly CartItem[],
  terms: OrderTerms,
  locale: 'zh' | 'en',
  choice: CartChoice,
): Promise<ValuedCart> {
  const variants = items.map(({ variant }) => variant)
  const [offers, stock] = [await findOffers(req, variants, locale), await availableOf(req, variants)]
  const lines = items.map((item) => lineNow(item, offers.get(item.variant) ?? null, stock.get(item.variant) ?? 0, terms.currency))
  const buyable = lines.filter(({ trouble }) => isBuyable(trouble))
  const priced = priceOrder(
    buyable.map((line) => pricedLine(line, offers.get(line.variantId)!)),
    terms,
    {
      country: choice.country ?? homeCountry,
      region: choice.region ?? '',
      shipping: choice.shipping ?? null,
      coupon: choice.coupon,
      usesOfPerson: choice.usesOfPerson ?? null,
      at: choice.at,
    },
  )
  const units = buyable.reduce((sum, { quantity }) => sum + quantity, 0)
  return { lines, offers, priced, currency: terms.currency, buyable: units, ...sumsOf(priced, choice) }
}

function lineNow(item: CartItem, offer: VariantOffer | null, available: number, currency: string): CartLineNow {
  const sold = offer?.onSale && offer.currency === currency ? { price: offer.price, available } : null
  const { id, variant: variantId, quantity, seenPrice, linkCode } = item
  return {
    ...{ id, variantId, quantity, seenPrice, linkCode },
    productId: offer?.product ?? null,
    slug: sold && offer ? offer.slug : null,
    title: offer?.title ?? '',
    sku: offer?.sku ?? '',
    options: offer?.options ?? null,
    picture: offer?.picture ?? null,
    unitPrice: offer?.price ?? 0,
    available: sold ? available : 0,
    trouble: troubleOf(item, sold),
  }
}

const pricedLine = ({ quantity }: CartLineNow, offer: VariantOffer): PricedLine => {
  const { variant, product, sku, title, options, price, cost, weightGrams, category } = offer
  const categories = category ? [category] : []
  return { variant, product, sku, title, options, quantity, unitPrice: price, unitCost: cost, weightGrams, categories }
}

type Sums = Omit<CartValue, 'lines' | 'currency' | 'buyable'>

const nothing: Sums = {
  ...{ itemsTotal: 0, discountTotal: 0, shippingTotal: 0, taxTotal: 0, taxRateBps: 0, total: 0 },
  ...{ coupon: null, deliveries: [], shipping: null, taxIncluded: true },
}

function sumsOf(priced: PricedOrder | null, choice: CartChoice): Sums {
  if (!priced) return nothing
  const { lines, itemsTotal, discountTotal, shippingTotal, taxTotal, taxIncluded, total } = priced.totals
  const rates = new Set(lines.map(({ taxRateBps }) => taxRateBps))
  return {
    ...{ itemsTotal, discountTotal, shippingTotal, taxTotal, taxIncluded, total },
    coupon: couponNow(priced, choice),
    deliveries: priced.quotes,
    shipping: priced.shipping?.id ?? null,
    taxRateBps: rates.size === 1 ? (lines[0]?.taxRateBps ?? 0) : 0,
  }
}

function couponNow({ coupon }: PricedOrder, choice: CartChoice): CouponNow | null {
  if (!coupon) return null
  const code = choice.coupon?.code ?? choice.code ?? ''
  if (coupon.ok) return { code, discount: coupon.discount, refused: null, missing: null }
  return { code, discount: 0, refused: coupon.reason, missing: coupon.missing ?? null }
}
