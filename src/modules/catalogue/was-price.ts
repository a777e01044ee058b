/** A price and since when it holds, minor units. */
export interface PriceSince {
  at: Date
  amount: number
}

export const wasPriceDays = 30

/**
 * The honest "was" of a reduced price, from the log: the lowest price in the 30 days before the last cut, the price that
 * held when those days began included (DESIGN.md: "was" comes from the log). Null when the last change was no cut, when
 * nothing is known from before it, or when that lowest price was no higher than today's.
 */
export function wasPrice(log: readonly PriceSince[], now: Date, days = wasPriceDays): { amount: number; since: Date; cutAt: Date } | null {
  const past = log.filter(({ at }) => at <= now).sort((a, b) => a.at.getTime() - b.at.getTime())
  const changes = past.filter(({ amount }, index) => index === 0 || amount !== past[index - 1]!.amount)
  const current = changes.at(-1)
  const before = changes.at(-2)
  if (!current || !before || current.amount >= before.amount) return null
  const since = new Date(current.at.getTime() - days * 86_400_000)
  const earlier = changes.slice(0, -1)
  const held = earlier.filter((change, index) => change.at > since || (earlier[index + 1]?.at ?? current.at) > since)
  const amount = Math.min(...held.map((change) => change.amount))
  return amount > current.amount ? { amount, since, cutAt: current.at } : null
}
