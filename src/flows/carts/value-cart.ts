import type { PayloadRequest } from 'payload'
import { findOffers, type VariantOffer } from '../../modules/catalogue/store/offers.ts'
import { type CartItem, isBuyable, type LineTrouble, orderTotals, shippingFor, troubleOf } from '../../modules/checkout/index.ts'
import type { OrderTerms } from '../../modules/checkout/store/settings.ts'
import { availableOf } from '../../modules/checkout/store/stock.ts'

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

/** What a basket comes to. Sums are over the lines that can be bought now; all zero when there is none. */
export interface CartValue {
  lines: CartLineNow[]
  currency: string
  /** Pieces that can be bought now. */
  buyable: number
  itemsTotal: number
  discountTotal: number
  shippingTotal: number
  /** Contained in the total, never added. */
  taxTotal: number
  taxRateBps: number
  total: number
}

/** What these lines come to at this moment, and the catalogue's rows behind them (`cost` is for the shop's eyes only). */
export async function valueCart(
  req: PayloadRequest,
  items: readonly CartItem[],
  terms: OrderTerms,
  locale: 'zh' | 'en',
): Promise<CartValue & { offers: ReadonlyMap<string, VariantOffer> }> {
  const variants = items.map(({ variant }) => variant)
  const [offers, stock] = [await findOffers(req, variants, locale), await availableOf(req, variants)]
  const lines = items.map((item): CartLineNow => {
    const offer = offers.get(item.variant) ?? null
    const available = stock.get(item.variant) ?? 0
    const sold = offer?.onSale && offer.currency === terms.currency ? { price: offer.price, available } : null
    const { id, variant: variantId, quantity, seenPrice, linkCode } = item
    const shown = {
      productId: offer?.product ?? null,
      slug: sold && offer ? offer.slug : null,
      title: offer?.title ?? '',
      sku: offer?.sku ?? '',
    }
    const more = { options: offer?.options ?? null, picture: offer?.picture ?? null, unitPrice: offer?.price ?? 0 }
    return {
      id,
      variantId,
      ...shown,
      ...more,
      quantity,
      seenPrice,
      available: sold ? available : 0,
      trouble: troubleOf(item, sold),
      linkCode,
    }
  })
  return {
    lines,
    offers,
    ...sumsOf(
      lines.filter(({ trouble }) => isBuyable(trouble)),
      terms,
    ),
  }
}

function sumsOf(lines: readonly CartLineNow[], terms: OrderTerms): Omit<CartValue, 'lines'> {
  const { currency, taxBps } = terms
  const goods = lines.reduce((sum, { unitPrice, quantity }) => sum + unitPrice * quantity, 0)
  const inputs = lines.map((line) => ({ ...line, variant: line.variantId, product: line.productId ?? '' }))
  const totals = orderTotals(inputs, { currency, shipping: shippingFor(goods, terms), taxRateBps: taxBps })
  const none = { itemsTotal: 0, discountTotal: 0, shippingTotal: 0, taxTotal: 0, total: 0 }
  const { itemsTotal, discountTotal, shippingTotal, taxTotal, total } = totals.ok ? totals.value : none
  const buyable = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  return { currency, taxRateBps: taxBps, buyable, itemsTotal, discountTotal, shippingTotal, taxTotal, total }
}
