import { isBuyable } from '../../../modules/checkout/index.ts'
import type { CheckoutView, CreditView, ShippingOptionView } from '../../../ui/commerce/index.ts'
import { localePath, translate } from '../../../ui/i18n/index.ts'
import { commerce } from '../../../ui/i18n/messages/commerce.ts'
import { type CartParts, cartLineProduct, cartSum } from './cart-view.ts'
import { type QuoteSnapshot, writeQuote } from './checkout-quote.ts'
import { namedCountries } from './delivery.ts'

/** The one way of delivery that the settings know. */
export const standardShipping = 'standard'

export interface CheckoutExtras {
  accountEmail: string | null
  encrypted: boolean
  credits: CreditView[]
  addresses?: CheckoutView['addresses']
  idempotencyKey: string
  /** What was shown before, while the buyer is asked to agree to a change. */
  was?: QuoteSnapshot | undefined
}

/** The checkout's screen: the lines that can be bought now, at what they cost now. */
export function checkoutView(
  parts: CartParts,
  { accountEmail, encrypted, credits, addresses = [], idempotencyKey, was }: CheckoutExtras,
): CheckoutView {
  const { cart, locale } = parts
  const sum = cartSum(cart)
  const now = snapshotOf(parts)
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
    sumByShipping: { [standardShipping]: sum },
    shipping: shippingOptions(parts),
    credits,
    countries: namedCountries(locale),
    addresses,
    idempotencyKey,
    quote: writeQuote({ now, ...(was ? { was } : {}) }),
  }
}

/** What the screen shows, to be compared with what the database says when the form comes back. */
export function snapshotOf(parts: CartParts): QuoteSnapshot {
  const lines = buyableLines(parts).map((line) => ({
    id: line.id,
    title: cartLineProduct(line, parts).title,
    quantity: line.quantity,
    unitPrice: line.unitPrice,
  }))
  return { lines, totals: { [standardShipping]: parts.cart.total } }
}

const buyableLines = ({ cart }: CartParts) => cart.lines.filter(({ trouble }) => isBuyable(trouble))

function shippingOptions({ cart, locale }: CartParts): ShippingOptionView[] {
  const price = { amount: cart.shippingTotal, currency: cart.currency }
  return [{ id: standardShipping, name: translate(commerce, locale, 'shippingStandard'), arrives: null, price }]
}
