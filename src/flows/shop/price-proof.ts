import { type PriceSince, wasPrice, wasPriceDays } from '../../modules/catalogue/index.ts'
import type { VariantFacts } from './views.ts'

type Proof = Pick<VariantFacts, 'was' | 'lowestIn30Days'>

/**
 * What the log proves about a price: what was charged before the last cut and when, and that today's price is the
 * lowest of 30 days. Nothing where there was no cut in those days: a price that never moved needs no praise.
 */
export function priceProof(log: readonly PriceSince[], { now, currency }: { now: Date; currency: string }): Proof {
  const was = wasPrice(log, now)
  if (!was) return {}
  const period = lastPeriodAt(log, was.amount, was.cutAt)
  const since = new Date(now.getTime() - wasPriceDays * 86_400_000)
  return {
    ...(period ? { was: { price: { amount: was.amount, currency }, from: period.from.toISOString(), to: period.to.toISOString() } } : {}),
    ...(was.cutAt > since && isLowest(log, since, now) ? { lowestIn30Days: true } : {}),
  }
}

/** The last time before the cut that this amount was charged without a break. */
function lastPeriodAt(log: readonly PriceSince[], amount: number, cutAt: Date): { from: Date; to: Date } | null {
  const earlier = log.filter(({ at }) => at < cutAt)
  const last = earlier.findLastIndex((change) => change.amount === amount)
  if (last < 0) return null
  let first = last
  while (earlier[first - 1]?.amount === amount) first -= 1
  const from = earlier[first]?.at
  return from ? { from, to: earlier[last + 1]?.at ?? cutAt } : null
}

/** Whether no price that held since then was lower than today's, and the log reaches that far back. */
function isLowest(log: readonly PriceSince[], since: Date, now: Date): boolean {
  const past = log.filter(({ at }) => at <= now)
  const current = past.at(-1)
  const before = past.findLastIndex(({ at }) => at <= since)
  return current !== undefined && before >= 0 && past.slice(before).every(({ amount }) => amount >= current.amount)
}
