import type { CartNow } from '../../../flows/carts/read-cart.ts'
import type { CartLineNow } from '../../../flows/carts/value-cart.ts'
import type { Faces } from '../../../flows/commerce/read-faces.ts'
import type { Money } from '../../../lib/money.ts'
import type { CartLineView, CartTrouble, CartView, SumRowView, SumView } from '../../../ui/commerce/index.ts'
import { type Locale, localePath, translate } from '../../../ui/i18n/index.ts'
import { commerce } from '../../../ui/i18n/messages/commerce.ts'
import { creatorChip, lineProduct, pieceLink } from './faces.ts'

/** Whose link brought a line: ids of the creator and of the piece. */
export interface LinkOwner {
  creator: string
  piece: string | null
}

export interface CartParts {
  cart: CartNow
  faces: Faces
  /** By link code; codes that lead nowhere any more are absent. */
  links: ReadonlyMap<string, LinkOwner>
  locale: Locale
}

/** The cart's screen from the cart as it is now. */
export function cartView(parts: CartParts): CartView {
  const { cart, locale } = parts
  return {
    lines: cart.lines.map((line) => cartLineView(line, parts)),
    sum: cartSum(cart),
    buyable: cart.buyable,
    removed: null,
    coupon: couponView(cart),
    wrongCode: null,
    checkoutHref: localePath(locale, '/checkout'),
    shopHref: localePath(locale, '/'),
  }
}

function couponView({ coupon, currency }: CartNow): CartView['coupon'] {
  if (!coupon) return null
  const money = (amount: number): Money => ({ amount, currency })
  const { code, discount, refused, missing } = coupon
  return { code, discount: money(discount), refused, missing: missing === null ? null : money(missing) }
}

function cartLineView(line: CartLineNow, parts: CartParts): CartLineView {
  const { cart, faces, links, locale } = parts
  const owner = line.linkCode ? links.get(line.linkCode) : undefined
  const creator = creatorChip(faces, locale, owner?.creator)
  const piece = pieceLink(faces, locale, owner?.piece)
  return {
    id: line.id,
    product: cartLineProduct(line, parts),
    quantity: line.quantity,
    unitPrice: { amount: line.unitPrice, currency: cart.currency },
    available: line.available,
    trouble: troubleView(line, cart.currency),
    from: creator && owner?.piece ? { creator, pieceTitle: piece?.title ?? '', pieceHref: piece?.href ?? null } : null,
  }
}

/** What was removed from the catalogue altogether has no title left. */
export function cartLineProduct(line: CartLineNow, { faces, locale }: Pick<CartParts, 'faces' | 'locale'>) {
  const title = line.title || translate(commerce, locale, 'goneTitle')
  const product = lineProduct(faces, locale, { product: line.productId ?? '', title, options: line.options, picture: line.picture })
  return { ...product, href: line.slug ? localePath(locale, `/product/${line.slug}`) : null }
}

function troubleView({ trouble, seenPrice, available }: CartLineNow, currency: string): CartTrouble | null {
  switch (trouble) {
    case 'price':
      return { kind: 'price', before: { amount: seenPrice ?? 0, currency } }
    case 'short':
      return { kind: 'short', available }
    case 'sold_out':
      return { kind: 'sold-out' }
    case 'gone':
      return { kind: 'gone' }
    case null:
      return null
  }
}

interface Sums {
  currency: string
  itemsTotal: number
  discountTotal: number
  coupon: { code: string; discount: number } | null
  shippingTotal: number
  taxIncluded: boolean
  taxTotal: number
  total: number
  taxRateBps?: number | undefined
}

/** The sum, the same on every step; a reduction that is none has no row. Tax that comes on top is a row of the sum, tax inside stands below it. */
export function cartSum({
  currency,
  itemsTotal,
  discountTotal,
  coupon,
  shippingTotal,
  taxIncluded,
  taxTotal,
  total,
  taxRateBps,
}: Sums): SumView {
  const money = (amount: number): Money => ({ amount, currency })
  const rows: SumRowView[] = [{ kind: 'goods', amount: money(itemsTotal) }]
  const byCode = coupon?.discount ?? 0
  if (discountTotal > byCode) rows.push({ kind: 'markdown', amount: money(byCode - discountTotal) })
  if (coupon && byCode > 0) rows.push({ kind: 'coupon', amount: money(-byCode), note: coupon.code })
  rows.push({ kind: 'shipping', amount: money(shippingTotal) })
  if (taxTotal > 0)
    rows.push({ kind: taxIncluded ? 'tax' : 'tax-added', amount: money(taxTotal), ...(taxRateBps ? { rateBps: taxRateBps } : {}) })
  return { rows, total: money(total) }
}
