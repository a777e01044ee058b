import { commissionBase } from '../../lib/commission.ts'
import { isMinor, sumMinor } from '../../lib/money.ts'
import { prorate, shareOf } from '../../lib/prorate.ts'
import { type Failure, fail, ok, type Result } from '../../lib/result.ts'

export const maxQuantity = 99
export const maxLines = 50

/** A line as the server read it from the database at placement: never from the request. Amounts in minor units. */
export interface LineInput {
  variant: string
  product: string
  sku: string
  title: string
  /** Chosen options as one text, or null. */
  options: string | null
  quantity: number
  /** What one piece costs now, tax included. */
  unitPrice: number
  /** What one piece is listed at, when that is more: the difference is the shop's own discount. */
  listUnitPrice?: number
  /** What one piece cost the shop, when known. */
  unitCost?: number | null
}

/** The shop's settings that a total needs. */
export interface ShopTerms {
  currency: string
  /** Flat shipping for an order, minor units, tax included. */
  shipping: number
  /** Tax inside the prices, in basis points: 1300 is 13 %. */
  taxRateBps: number
}

/** A line as it is frozen on the order, with every component of ATT-22. */
export interface FrozenLine {
  variant: string
  product: string
  sku: string
  title: string
  options: string | null
  quantity: number
  unitPrice: number
  listAmount: number
  discountAmount: number
  /** Tax inside `paidAmount`. */
  taxAmount: number
  paidAmount: number
  baseAmount: number
  /** Cost of the whole line, when known. */
  cost: number | null
}

export interface OrderTotals {
  lines: FrozenLine[]
  currency: string
  /** Sum of list amounts. */
  itemsTotal: number
  discountTotal: number
  shippingTotal: number
  /** Tax inside `total`, shipping's included: contained, never added. */
  taxTotal: number
  taxRateBps: number
  /** What the buyer pays: items − discounts + shipping. */
  total: number
}

/**
 * Computes an order from what the database says. The tax inside the goods is rounded once, half-even, and split over the lines
 * by largest remainder, so that lines add up to the total. Fails with `invalid` on no lines, too many, and quantities
 * that are not 1 to 99; throws a RangeError on prices that are no amounts, since those are ours.
 */
export function orderTotals(inputs: readonly LineInput[], terms: ShopTerms): Result<OrderTotals> {
  const refusal = refuse(inputs)
  if (refusal) return { ok: false, failure: refusal }
  const { shipping, taxRateBps } = terms
  if (!isMinor(shipping) || shipping < 0 || !isMinor(taxRateBps) || taxRateBps < 0) {
    throw new RangeError(`Expected shipping and tax rate from 0, got ${shipping} and ${taxRateBps}`)
  }
  const bare = inputs.map(lineAmounts)
  const paid = bare.map(({ list, discount }) => list - discount)
  const goods = sumMinor(paid)
  const goodsTax = taxInside(goods, taxRateBps)
  const taxes = prorate(goodsTax, paid)
  const lines = inputs.map((line, index) => freeze(line, bare[index]!, taxes[index]!))
  return ok({
    lines,
    currency: terms.currency,
    itemsTotal: sumMinor(lines.map(({ listAmount }) => listAmount)),
    discountTotal: sumMinor(lines.map(({ discountAmount }) => discountAmount)),
    shippingTotal: shipping,
    taxTotal: goodsTax + taxInside(shipping, taxRateBps),
    taxRateBps,
    total: sumMinor([goods, shipping]),
  })
}

/** The tax that an amount contains: amount × rate ÷ (1 + rate), half-even. */
export const taxInside = (amount: number, rateBps: number): number => shareOf(amount, rateBps, 10_000 + rateBps)

/** Whether a number of pieces may be bought on one line. */
export const isQuantity = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= maxQuantity

function refuse(inputs: readonly LineInput[]): Failure | null {
  if (inputs.length === 0 || inputs.length > maxLines) {
    return fail('invalid', `Expected 1 to ${maxLines} lines, got ${inputs.length}`, { field: 'lines' }).failure
  }
  const at = inputs.findIndex(({ quantity }) => !isQuantity(quantity))
  if (at < 0) return null
  return fail('invalid', `Expected a quantity from 1 to ${maxQuantity}, got ${inputs[at]!.quantity}`, { field: `lines.${at}.quantity` })
    .failure
}

function lineAmounts({ unitPrice, listUnitPrice = unitPrice, quantity, sku }: LineInput): { list: number; discount: number } {
  const listUnit = Math.max(unitPrice, listUnitPrice)
  const [list, price] = [listUnit * quantity, unitPrice * quantity]
  if (!isMinor(list) || !isMinor(price) || price < 0)
    throw new RangeError(`Expected a price in minor units on ${sku}, got ${unitPrice} × ${quantity}`)
  return { list, discount: list - price }
}

function freeze(line: LineInput, { list, discount }: { list: number; discount: number }, tax: number): FrozenLine {
  const { variant, product, sku, title, options, quantity, unitPrice, unitCost = null } = line
  return {
    variant,
    product,
    sku,
    title,
    options,
    quantity,
    unitPrice,
    listAmount: list,
    discountAmount: discount,
    taxAmount: tax,
    paidAmount: list - discount,
    baseAmount: commissionBase({ list, sellerDiscount: discount, taxIncluded: tax }),
    cost: unitCost === null ? null : unitCost * quantity,
  }
}
