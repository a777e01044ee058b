import { type CouponOutcome, type CouponTerms, couponDiscount } from './coupons.ts'
import { type ShippingQuote, type ShippingRate, shippingQuotes } from './shipping.ts'
import { type TaxMode, type TaxRate, taxOf } from './tax.ts'
import { type LineInput, type OrderTotals, orderTotals } from './totals.ts'

/** A line as the catalogue has it, with what delivery and tax ask of it. */
export interface PricedLine extends LineInput {
  /** Of one piece; 0 where nobody weighed it. */
  weightGrams: number
  /** Categories of the product. */
  categories: readonly string[]
}

/** All that a price depends on besides the lines. Amounts in minor units, rates in basis points. */
export interface PricingTerms {
  currency: string
  shippingFlat: number
  freeShippingFrom: number
  taxBps: number
  taxMode: TaxMode
  shippingRates: readonly ShippingRate[]
  taxRates: readonly TaxRate[]
}

/** What the buyer chose, and the moment. */
export interface PricingChoice {
  country: string
  region: string
  /** Id of a way of delivery; another one than is offered is the first that is. */
  shipping: string | null
  /** The code's terms: null for a code that nobody knows, undefined without a code. */
  coupon: CouponTerms | null | undefined
  /** How often this person used it; null when nobody knows yet. */
  usesOfPerson: number | null
  at: Date
}

export interface PricedOrder {
  totals: OrderTotals
  /** What the code came to; null without one. */
  coupon: CouponOutcome | null
  /** The ways of delivery with their prices; none when it is not delivered there. */
  quotes: ShippingQuote[]
  shipping: ShippingQuote | null
  weightGrams: number
}

/**
 * What an order comes to: the shop's prices, less the code, plus delivery at the price that its weight and the value of the goods
 * before any code make it, plus tax where it is not inside. Null when there is nothing to price. Throws a RangeError on prices that are no amounts.
 */
export function priceOrder(lines: readonly PricedLine[], terms: PricingTerms, choice: PricingChoice): PricedOrder | null {
  if (lines.length === 0) return null
  const { currency } = terms
  const { country, region, at, usesOfPerson } = choice
  const amounts = lines.map(({ product, unitPrice, quantity }) => ({ product, amount: unitPrice * quantity }))
  const goods = amounts.reduce((sum, { amount }) => sum + amount, 0)
  const weightGrams = lines.reduce((sum, line) => sum + line.weightGrams * line.quantity, 0)
  const coupon = choice.coupon === undefined ? null : couponDiscount(choice.coupon, amounts, { currency, at, usesOfPerson })
  const quotes = shippingQuotes(terms.shippingRates, { country, goods, grams: weightGrams }, terms)
  const shipping = quotes.find(({ id }) => id === choice.shipping) ?? quotes[0] ?? null
  const fallback = { bps: terms.taxBps, mode: terms.taxMode }
  const tax = taxOf(
    lines.map(({ categories }) => categories),
    { country, region, rates: terms.taxRates, fallback },
  )
  const inputs = lines.map((line, index) => ({
    ...line,
    taxRateBps: tax.bps[index]!,
    couponAmount: coupon?.ok ? coupon.parts[index]! : 0,
  }))
  const totals = orderTotals(inputs, { currency, shipping: shipping?.price ?? 0, taxRateBps: tax.general, taxMode: tax.mode })
  return totals.ok ? { totals: totals.value, coupon, quotes, shipping, weightGrams } : null
}
