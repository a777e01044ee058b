import { prorate, shareOf } from '../../lib/prorate.ts'
import { type Failure, fail, ok, type Result } from '../../lib/result.ts'
import type { RefundState } from './states.ts'

/** A line of a paid order, as frozen. Amounts in minor units. */
export interface PaidLine {
  id: string
  quantity: number
  paidAmount: number
  taxAmount: number
  baseAmount: number
}

export interface RefundLine {
  orderLine: string
  quantity: number
  amount: number
  /** Tax inside `amount`. */
  taxAmount: number
  /** Commission base that `amount` takes back (ATT-28). */
  baseAmount: number
}

/** A refund as it is stored. A failed one counts for nothing. */
export interface Refund {
  state: RefundState
  amount: number
  shippingAmount: number
  lines: readonly RefundLine[]
}

export interface PaidOrder {
  total: number
  shippingTotal: number
  lines: readonly PaidLine[]
}

/** What can still be given back on a line. */
export interface RefundableLine extends RefundLine {
  /** Base refunded so far: what a reversal needs, with this refund's own added. */
  refundedBase: number
}

/** What can still go back: by line and quantity, and of the shipping. Pending refunds count as gone. */
export function refundable(order: PaidOrder, refunds: readonly Refund[]): { lines: RefundableLine[]; shipping: number; amount: number } {
  const live = refunds.filter(({ state }) => state !== 'failed')
  const lines = order.lines.map((line) => leftOf(line, live))
  const shipping = order.shippingTotal - live.reduce((sum, { shippingAmount }) => sum + shippingAmount, 0)
  return { lines, shipping, amount: lines.reduce((sum, { amount }) => sum + amount, shipping) }
}

export interface RefundRequest {
  lines: readonly { orderLine: string; quantity: number }[]
  /** Shipping to give back, minor units; default none. */
  shippingAmount?: number
}

export interface RefundPlan {
  amount: number
  shippingAmount: number
  lines: RefundableLine[]
}

/**
 * Plans a refund by line and quantity. A line's amounts are cumulative, `paid × pieces refunded / pieces`, half-even, less what
 * went back before, so that the last piece takes the remainder; each increment is split into base and tax by what is left of
 * them. `refundedBase` of a planned line includes this refund (ATT-28). Fails with `invalid` on unknown or repeated lines, on more than is left, on nothing.
 */
export function planRefund(order: PaidOrder, refunds: readonly Refund[], request: RefundRequest): Result<RefundPlan> {
  const left = refundable(order, refunds)
  const shippingAmount = request.shippingAmount ?? 0
  const refusal = refuse(request, shippingAmount, left)
  if (refusal) return { ok: false, failure: refusal }
  const lines = request.lines.map(({ orderLine, quantity }) => {
    const line = order.lines.find(({ id }) => id === orderLine)!
    return increment(line, left.lines.find((open) => open.orderLine === orderLine)!, quantity)
  })
  return ok({ lines, shippingAmount, amount: lines.reduce((sum, { amount }) => sum + amount, shippingAmount) })
}

/**
 * Lays money that went back without a word about goods over what is left of the lines and the shipping, in proportion
 * (largest remainder): no part takes more than is left of it. A line that is taken whole takes its pieces with it, else none.
 * `amount` is what could be laid: less than asked when less is left.
 */
export function allotRefund(order: PaidOrder, refunds: readonly Refund[], asked: number): RefundPlan {
  const left = refundable(order, refunds)
  const amount = Math.min(asked, left.amount)
  const parts = amount > 0 ? prorate(amount, [...left.lines.map((line) => line.amount), left.shipping]) : []
  const lines = left.lines.flatMap((line, index): RefundableLine[] => {
    const part = parts[index] ?? 0
    if (part === 0) return []
    return [{ ...partsOf(line, part), quantity: part === line.amount ? line.quantity : 0 }]
  })
  return { amount, shippingAmount: parts.at(-1) ?? 0, lines }
}

/**
 * Plans the refund of a part of what was paid for a line whose pieces stay with the buyer: at most what is left of it. Fails with
 * `invalid` on an unknown line.
 */
export function planPriceRefund(order: PaidOrder, refunds: readonly Refund[], orderLine: string, asked: number): Result<RefundPlan> {
  const open = refundable(order, refunds).lines.find((line) => line.orderLine === orderLine)
  if (!open) return { ok: false, failure: refusal('lineId', `Expected a line of this order, got ${orderLine}`) }
  const amount = Math.min(asked, open.amount)
  return ok({ amount, shippingAmount: 0, lines: [{ ...partsOf(open, amount), quantity: 0 }] })
}

/** How much of an order's money went back; only settled refunds count. Derived, never stored. */
export function refundState(order: PaidOrder, refunds: readonly Refund[]): 'none' | 'partial' | 'full' {
  const back = refunds.reduce((sum, { state, amount }) => (state === 'settled' ? sum + amount : sum), 0)
  return back === 0 ? 'none' : back < order.total ? 'partial' : 'full'
}

function leftOf(line: PaidLine, live: readonly Refund[]): RefundableLine {
  const gone = { quantity: 0, amount: 0, taxAmount: 0, baseAmount: 0 }
  for (const part of live.flatMap(({ lines }) => lines)) {
    if (part.orderLine !== line.id) continue
    gone.quantity += part.quantity
    gone.amount += part.amount
    gone.taxAmount += part.taxAmount
    gone.baseAmount += part.baseAmount
  }
  return {
    orderLine: line.id,
    quantity: line.quantity - gone.quantity,
    amount: line.paidAmount - gone.amount,
    taxAmount: line.taxAmount - gone.taxAmount,
    baseAmount: line.baseAmount - gone.baseAmount,
    refundedBase: gone.baseAmount,
  }
}

function increment(line: PaidLine, left: RefundableLine, quantity: number): RefundableLine {
  const [gone, back] = [line.quantity - left.quantity, line.paidAmount - left.amount]
  const cumulative = shareOf(line.paidAmount, gone + quantity, line.quantity) - back
  // Money that went back without pieces (`allotRefund`) leaves less for each that is left.
  const amount = back === shareOf(line.paidAmount, gone, line.quantity) ? cumulative : shareOf(left.amount, quantity, left.quantity)
  return { ...partsOf(left, amount), quantity }
}

/** What of an amount of a line is base and what tax, by what is left of them. */
function partsOf(left: RefundableLine, amount: number): RefundableLine {
  // What of the price is neither base nor tax, such as a part paid by gift card.
  const other = left.amount - left.baseAmount - left.taxAmount
  const [baseAmount = 0, taxAmount = 0] = prorate(amount, [left.baseAmount, left.taxAmount, other])
  return { ...left, amount, baseAmount, taxAmount, refundedBase: left.refundedBase + baseAmount }
}

function refuse(request: RefundRequest, shippingAmount: number, left: { lines: RefundableLine[]; shipping: number }): Failure | null {
  if (!Number.isSafeInteger(shippingAmount) || shippingAmount < 0 || shippingAmount > left.shipping) {
    return refusal('shippingAmount', `Expected shipping from 0 to ${left.shipping}, got ${shippingAmount}`)
  }
  if (request.lines.length === 0 && shippingAmount === 0) return refusal('lines', 'Expected a line or some shipping to refund, got neither')
  const seen = new Set<string>()
  for (const [index, { orderLine, quantity }] of request.lines.entries()) {
    const open = left.lines.find((line) => line.orderLine === orderLine)
    if (!open) return refusal(`lines.${index}.orderLine`, `Expected a line of this order, got ${orderLine}`)
    if (seen.has(orderLine)) return refusal(`lines.${index}.orderLine`, `Expected each line once, got ${orderLine} again`)
    seen.add(orderLine)
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > open.quantity) {
      return refusal(`lines.${index}.quantity`, `Expected a quantity from 1 to the ${open.quantity} left, got ${quantity}`)
    }
  }
  return null
}

const refusal = (field: string, message: string): Failure => fail('invalid', message, { field }).failure
