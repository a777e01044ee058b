import { isMinor } from './money.ts'
import { shareOf } from './prorate.ts'

/** The parts of what a line cost, in minor units of the order's currency, all from zero up (ATT-22). */
export interface LineComponents {
  /** List price × quantity, as the shop shows it. */
  list: number
  sellerDiscount?: number
  platformDiscount?: number
  /** Points used count as a discount. */
  points?: number
  /** Value paid by gift card. */
  giftCard?: number
  /** Tax inside the price; 0 where tax is added on top. */
  taxIncluded?: number
}

/** ATT-22: what commission is computed on: the paid amount after every discount, without tax and gift-card value. Shipping and tips are no line. */
export function commissionBase(parts: LineComponents): number {
  const { list, sellerDiscount = 0, platformDiscount = 0, points = 0, giftCard = 0, taxIncluded = 0 } = parts
  for (const part of [list, sellerDiscount, platformDiscount, points, giftCard, taxIncluded]) {
    if (!isMinor(part) || part < 0) throw new RangeError(`Expected whole minor units from 0, got ${part}`)
  }
  return Math.max(0, list - sellerDiscount - platformDiscount - points - giftCard - taxIncluded)
}

/** ATT-24: rate (basis points) × base (minor units), half-even, once per line. */
export const commissionOf = (base: number, rateBps: number): number => shareOf(base, rateBps, 10_000)
