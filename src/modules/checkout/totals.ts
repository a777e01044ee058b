import { commissionBase } from '../../lib/commission.ts'
import { isMinor, sumMinor } from '../../lib/money.ts'
import { type Failure, fail, ok, type Result } from '../../lib/result.ts'
import { type TaxMode, taxInside, taxOfLines } from './tax.ts'

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
  /** What one piece costs now; whether tax is inside says the order's mode. */
  unitPrice: number
  /** What one piece is listed at, when that is more: the difference is the shop's own discount. */
  listUnitPrice?: number
  /** What one piece cost the shop, when known. */
  unitCost?: number | null
  /** What a code takes off the whole line. */
  couponAmount?: number
  /** Rate of this line's goods; else the order's. */
  taxRateBps?: number
}

/** The shop's settings that a total needs. */
export interface ShopTerms {
  currency: string
  /** What delivery costs, minor units: a final price. */
  shipping: number
  /** Rate of tax in basis points: 1300 is 13 %. */
  taxRateBps: number
  /** Whether prices contain the tax (default) or it comes on top. Delivery bears tax only where prices contain it. */
  taxMode?: TaxMode
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
  /** All that was taken off, the code's part included. */
  discountAmount: number
  couponAmount: number
  taxRateBps: number
  /** Tax inside `paidAmount`, in either mode. */
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
  /** Tax inside `total`. With prices that contain it, shipping's too. */
  taxTotal: number
  taxRateBps: number
  /** Whether prices contain the tax; else it was added on top of them. */
  taxIncluded: boolean
  /** What the buyer pays: items − discounts + shipping, and the tax where it comes on top. */
  total: number
}

/**
 * Computes an order from what the database says. The tax of the goods of one rate is rounded once, half-even, and split over
 * their lines by largest remainder, so that lines add up to the total. Fails with `invalid` on no lines, too many, and quantities
 * that are not 1 to 99; throws a RangeError on prices that are no amounts, since those are ours.
 */
export function orderTotals(inputs: readonly LineInput[], terms: ShopTerms): Result<OrderTotals> {
  const refusal = refuse(inputs)
  if (refusal) return { ok: false, failure: refusal }
  const { shipping, taxRateBps } = terms
  if (!isMinor(shipping) || shipping < 0 || !isMinor(taxRateBps) || taxRateBps < 0) {
    throw new RangeError(`Expected shipping and tax rate from 0, got ${shipping} and ${taxRateBps}`)
  }
  const { taxMode = 'included' } = terms
  const bare = inputs.map(lineAmounts)
  const priced = bare.map(({ list, discount }) => list - discount)
  const rates = inputs.map((line) => line.taxRateBps ?? taxRateBps)
  const taxes = taxOfLines(priced, rates, taxMode)
  const lines = inputs.map((line, index) => freeze(line, bare[index]!, { rate: rates[index]!, amount: taxes[index]!, mode: taxMode }))
  const included = taxMode === 'included'
  return ok({
    lines,
    currency: terms.currency,
    itemsTotal: sumMinor(lines.map(({ listAmount }) => listAmount)),
    discountTotal: sumMinor(lines.map(({ discountAmount }) => discountAmount)),
    shippingTotal: shipping,
    taxTotal: sumMinor(taxes) + (included ? taxInside(shipping, taxRateBps) : 0),
    taxRateBps,
    taxIncluded: included,
    total: sumMinor([...lines.map(({ paidAmount }) => paidAmount), shipping]),
  })
}

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

function lineAmounts({ unitPrice, listUnitPrice = unitPrice, quantity, sku, couponAmount = 0 }: LineInput): {
  list: number
  discount: number
} {
  const listUnit = Math.max(unitPrice, listUnitPrice)
  const [list, price] = [listUnit * quantity, unitPrice * quantity]
  if (!isMinor(list) || !isMinor(price) || price < 0)
    throw new RangeError(`Expected a price in minor units on ${sku}, got ${unitPrice} × ${quantity}`)
  if (!isMinor(couponAmount) || couponAmount < 0 || couponAmount > price)
    throw new RangeError(`Expected a code to take 0 to ${price} off ${sku}, got ${couponAmount}`)
  return { list, discount: list - price + couponAmount }
}

interface LineTax {
  rate: number
  amount: number
  mode: TaxMode
}

function freeze(line: LineInput, { list, discount }: { list: number; discount: number }, tax: LineTax): FrozenLine {
  const { variant, product, sku, title, options, quantity, unitPrice, unitCost = null, couponAmount = 0 } = line
  const inside = tax.mode === 'included' ? tax.amount : 0
  return {
    ...{ variant, product, sku, title, options, quantity, unitPrice },
    listAmount: list,
    discountAmount: discount,
    couponAmount,
    taxRateBps: tax.rate,
    taxAmount: tax.amount,
    paidAmount: list - discount + tax.amount - inside,
    baseAmount: commissionBase({ list, sellerDiscount: discount, taxIncluded: inside }),
    cost: unitCost === null ? null : unitCost * quantity,
  }
}
