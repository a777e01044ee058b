import type { CartNow } from '../../../flows/carts/read-cart.ts'
import { isBuyable } from '../../../modules/checkout/index.ts'
import type { CheckoutView, CreditView, ShippingOptionView } from '../../../ui/commerce/index.ts'
import { localePath, translate } from '../../../ui/i18n/index.ts'
import { commerce } from '../../../ui/i18n/messages/commerce.ts'
import { type CartParts, cartLineProduct, cartSum } from './cart-view.ts'
import { type QuoteSnapshot, writeQuote } from './checkout-quote.ts'
import { namedCountries } from './delivery.ts'

/** The way of delivery that the settings know, where none is set up. */
export { standardShipping } from '../../../modules/checkout/index.ts'

export interface CheckoutExtras {
  accountEmail: string | null
  encrypted: boolean
  credits: CreditView[]
  addresses?: CheckoutView['addresses']
  idempotencyKey: string
  /** The cart by each way of delivery. */
  carts: ReadonlyMap<string, CartNow>
  /** What was shown before, while the buyer is asked to agree to a change. */
  was?: QuoteSnapshot | undefined
}

/** The checkout's screen: the lines that can be bought now, at what they cost now. */
export function checkoutView(
  parts: CartParts,
  { accountEmail, encrypted, credits, addresses = [], idempotencyKey, carts, was }: CheckoutExtras,
): CheckoutView {
  const { cart, locale } = parts
  const sum = cartSum(cart)
  const now = snapshotOf(parts, carts)
  return {
    account: accountEmail === null ? null : { email: accountEmail },
    encrypted,
    logInHref: `${localePath(locale, '/login')}?next=${encodeURIComponent(localePath(locale, '/checkout'))}`,
    cartHref: localePath(locale, '/cart'),
    lines: buyableLines(parts).map((line) => ({
      id: line.id,
      product: cartLineProduct(line, parts),
      quantity: line.quantity,
      total: { amount: line.unitPrice * line.quantity, currency: cart.currency },
    })),
    units: cart.buyable,
    sum,
    sumByShipping: Object.fromEntries([...carts].map(([id, one]) => [id, cartSum(one)])),
    shipping: shippingOptions(parts),
    credits,
    countries: namedCountries(locale),
    addresses,
    idempotencyKey,
    quote: writeQuote({ now, ...(was ? { was } : {}) }),
  }
}

/** What the screen shows, to be compared with what the database says when the form comes back. */
export function snapshotOf(parts: CartParts, carts: ReadonlyMap<string, CartNow>): QuoteSnapshot {
  const lines = buyableLines(parts).map((line) => ({
    id: line.id,
    title: cartLineProduct(line, parts).title,
    quantity: line.quantity,
    unitPrice: line.unitPrice,
  }))
  return { lines, totals: Object.fromEntries([...carts].map(([id, { total }]) => [id, total])) }
}

const buyableLines = ({ cart }: CartParts) => cart.lines.filter(({ trouble }) => isBuyable(trouble))

function shippingOptions({ cart, locale }: CartParts): ShippingOptionView[] {
  return cart.deliveries.map(({ id, name, price }) => ({
    id,
    name: name ?? translate(commerce, locale, 'shippingStandard'),
    arrives: null,
    price: { amount: price, currency: cart.currency },
  }))
}
