import { shareOf } from '../../lib/prorate.ts'
import { type Failure, fail, ok, type Result } from '../../lib/result.ts'
import type { TaxMode } from './tax.ts'
import { type OrderTotals, orderTotals } from './totals.ts'

/** A line as its pieces are held. `unitPrice` in minor units, before discounts. */
export interface HeldLine {
  variant: string
  quantity: number
  unitPrice: number
}

/** An exchange of pieces of a line, as far as it says what the buyer has. */
export interface PastExchange {
  fromVariant: string
  toVariant: string
  quantity: number
  /** Worth of each piece that went out, minor units. */
  unitTo: number
  /** Pieces of the line that had been refunded when it was made. */
  refundedBefore: number
  /** The order that paid what the new pieces were worth more; null where they were not. */
  paidBy?: string | null
}

/** Pieces that the buyer has of one kind. */
export interface HeldPieces {
  variant: string
  quantity: number
  /** What one is worth in an exchange, minor units. */
  unitValue: number
  /** The order that paid a part of that worth, where they came dearer than what they stand for. */
  paidBy: string | null
}

/**
 * What the buyer has of a line after its exchanges (in their order) and refunds: `refunded` is how many pieces went back
 * altogether. Nobody writes down which pieces a refund was about, so it takes those that came last. The oldest stand first.
 */
export function heldOf({ variant, quantity, unitPrice }: HeldLine, exchanges: readonly PastExchange[], refunded: number): HeldPieces[] {
  let held: HeldPieces[] = [{ variant, quantity, unitValue: unitPrice, paidBy: null }]
  let gone = 0
  for (const past of exchanges) {
    held = takeNewest(held, past.refundedBefore - gone).left
    gone = past.refundedBefore
    held = takeNewest(held, past.quantity, past.fromVariant).left
    held.push({ variant: past.toVariant, quantity: past.quantity, unitValue: past.unitTo, paidBy: past.paidBy ?? null })
  }
  return takeNewest(held, refunded - gone).left
}

/** Takes pieces, those that came last first (only of one variant, when it is given): which were taken, and what is left. */
export function takeNewest(held: readonly HeldPieces[], quantity: number, only?: string): { taken: HeldPieces[]; left: HeldPieces[] } {
  const left = held.map((pieces) => ({ ...pieces }))
  const taken: HeldPieces[] = []
  let wanted = Math.max(0, quantity)
  for (const pieces of left.toReversed()) {
    const part = only === undefined || pieces.variant === only ? Math.min(wanted, pieces.quantity) : 0
    if (part === 0) continue
    taken.push({ ...pieces, quantity: part })
    pieces.quantity -= part
    wanted -= part
  }
  return { taken, left: left.filter((pieces) => pieces.quantity > 0) }
}

/** What is wanted instead. */
export interface ExchangeWish {
  quantity: number
  /** Which of the buyer's pieces come back; may be left out where she has only one kind. */
  fromVariant?: string | undefined
  to: { variant: string; product: string; price: number }
}

export interface ExchangeFacts {
  /** What the buyer has of the line. */
  held: readonly HeldPieces[]
  /** Pieces of the line that were sent: only what is there, or on its way, can be exchanged. */
  sent: number
  /** Product and price of today of each variant in `held`; missing where it was removed. */
  offers: ReadonlyMap<string, { product: string; price: number }>
}

export interface ExchangePlan {
  fromVariant: string
  unitFrom: number
  unitTo: number
}

/**
 * ATT-31: checks an exchange. Between kinds of one product the prices of today are compared, since both changed alike; with
 * another product its price and what the piece was worth. What is worth less gives money back (`differencePaid`), what is worth
 * more is paid first (`differenceDue`). Fails with `invalid`.
 */
export function planExchange({ held, sent, offers }: ExchangeFacts, { quantity, fromVariant, to }: ExchangeWish): Result<ExchangePlan> {
  const kinds = [...new Set(held.map(({ variant }) => variant))]
  const from = fromVariant ?? (kinds.length === 1 ? kinds[0] : undefined)
  if (from === undefined && kinds.length > 1)
    return refuse('fromVariantId', 'Expected which of the buyer’s pieces come back, they are of several kinds')
  const own = held.filter(({ variant }) => variant === from)
  const most = Math.min(sent, count(own))
  if (from === undefined || own.length === 0)
    return refuse('fromVariantId', 'Expected pieces of this line that the buyer has; there are none of these.')
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > most)
    return refuse('quantity', `Expected a quantity from 1 to the ${most} that were sent and not refunded, got ${quantity}`)
  // Of pieces of one kind that came at different worths the least: nobody gains by the order of exchanges.
  const worth = Math.min(...takeNewest(own, quantity).taken.map(({ unitValue }) => unitValue))
  const today = offers.get(from)
  const difference = to.variant === from ? 0 : to.price - (today && today.product === to.product ? today.price : worth)
  const unitTo = Math.max(0, worth + difference)
  return ok({ fromVariant: from, unitFrom: worth, unitTo })
}

/**
 * What goes back of what was paid for a line, when pieces of it were exchanged for others that are worth less: the difference
 * in the proportion in which the line was paid (its discounts and tax included), half-even.
 */
export function differencePaid(
  line: { paidAmount: number; quantity: number; unitPrice: number },
  { unitFrom, unitTo }: Pick<ExchangePlan, 'unitFrom' | 'unitTo'>,
  quantity: number,
): number {
  const list = line.unitPrice * line.quantity
  return list === 0 ? 0 : shareOf(line.paidAmount, (unitFrom - unitTo) * quantity, list)
}

/**
 * What a buyer pays for pieces that are worth more than those that come back, minor units: the difference in the proportion in which the
 * line was paid of its price (a code that took a tenth off takes a tenth off this), half-even; tax where it comes on top is not in it. 0
 * where they are worth no more.
 */
export function differenceDue(
  line: { unitPrice: number; quantity: number; listAmount: number; discountAmount: number },
  { unitFrom, unitTo }: Pick<ExchangePlan, 'unitFrom' | 'unitTo'>,
  quantity: number,
): number {
  const more = Math.max(0, unitTo - unitFrom) * quantity
  const price = line.unitPrice * line.quantity
  return price === 0 ? more : shareOf(line.listAmount - line.discountAmount, more, price)
}

export interface DearerPieces {
  to: { variant: string; product: string; sku: string; title: string; options: string | null }
  quantity: number
  /** What each is worth more, minor units. */
  unitMore: number
  /** What is paid for all, minor units, before tax that comes on top (`differenceDue`). */
  due: number
  currency: string
  taxRateBps: number
  taxMode: TaxMode
}

/** What the order comes to that pays a difference: one line with the new goods, taxed as the line that it stands for, sent at the shop's cost. */
export function exchangeTotals({ to, quantity, unitMore, due, currency, taxRateBps, taxMode }: DearerPieces): Result<OrderTotals> {
  const line = { ...to, quantity, unitPrice: unitMore, couponAmount: unitMore * quantity - due }
  const totals = orderTotals([line], { currency, shipping: 0, taxRateBps, taxMode })
  // No code is used here: the other order's one shows in the price.
  return totals.ok ? ok({ ...totals.value, lines: totals.value.lines.map((one) => ({ ...one, couponAmount: 0 })) }) : totals
}

const count = (pieces: readonly HeldPieces[]): number => pieces.reduce((sum, { quantity }) => sum + quantity, 0)
const refuse = (field: string, message: string): { ok: false; failure: Failure } => fail('invalid', message, { field })
