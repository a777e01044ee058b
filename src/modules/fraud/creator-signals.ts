import type { CreatorCode } from './codes.ts'
import type { Found, SignalFacts } from './types.ts'

/** What is asked about a creator, from what is recorded anyway. */
export interface CreatorPast {
  /** Paid orders of 90 days that credit her, and those of them that were refunded whole or cancelled. */
  orders: number
  undone: number
  /** Orders with her own code, by day, the last of 28 days at the end; days without one are 0. */
  couponDays: readonly number[]
  /** Clicks and orders of 7 days. */
  clicks: number
  clickOrders: number
  /** Other creators who are paid to the same account. */
  samePayout: number
}

type Check = (past: CreatorPast) => Found | null

const found = (points: number, facts: SignalFacts): Found => ({ points, facts })

/** Fewer orders than this say nothing about a rate. */
const fewest = 5

/** Typed by the union: a code without its check does not compile. */
export const creatorChecks: Record<CreatorCode, Check> = {
  refund_rate: ({ orders, undone }) => (orders >= fewest && undone * 100 > orders * 80 ? found(70, { orders, undone, days: 90 }) : null),
  coupon_spike: ({ couponDays }) => spike(couponDays),
  high_conversion: ({ clicks, clickOrders }) =>
    clicks >= 30 && clickOrders * 100 > clicks * 40 ? found(65, { clicks, orders: clickOrders, days: 7 }) : null,
  payout_match: ({ samePayout }) => (samePayout > 0 ? found(90, { creators: samePayout }) : null),
}

/** One day of more than five times the mean of all 28, with 20 orders or more. */
function spike(days: readonly number[]): Found | null {
  const most = Math.max(0, ...days)
  const sum = days.reduce((all, count) => all + count, 0)
  if (most < 20 || most * days.length <= 5 * sum) return null
  return found(70, { orders: most, mean: Math.round((sum / days.length) * 10) / 10, days: days.length })
}
