/** A tier of a programme (ATT-35). */
export interface Tier {
  name: string
  /** From these net sales of 90 days, minor units. */
  fromSales: number
  rateBps: number
}

/** The tier that sales reach; null below the lowest. Of equal thresholds the higher rate. */
export function tierFor(tiers: readonly Tier[], sales: number): Tier | null {
  const reached = tiers.filter(({ fromSales }) => sales >= fromSales)
  return reached.sort((a, b) => b.fromSales - a.fromSales || b.rateBps - a.rateBps)[0] ?? null
}

/** The name of having none, as it is stored. */
export const noTier = 'none'

/** A row of `creator-tiers`: from `from` on this tier, written at `at`. */
export interface TierRow {
  tier: string
  from: Date
  at: Date
}

/** The tier that stands at a moment: of the rows in force by then, the one that was written last. */
export function tierAt(rows: readonly TierRow[], at: Date): string {
  const inForce = rows.filter((row) => row.from <= at)
  return inForce.sort((a, b) => b.at.getTime() - a.at.getTime() || b.from.getTime() - a.from.getTime())[0]?.tier ?? noTier
}

/** The tier that stands once everything written has come into force. */
const tierToCome = (rows: readonly TierRow[]): string => [...rows].sort((a, b) => b.at.getTime() - a.at.getTime())[0]?.tier ?? noTier

const noticeMs = 7 * 86_400_000

export interface TierMove {
  tier: string
  from: Date
  direction: 'up' | 'down' | 'kept'
}

/**
 * ATT-35: what a day's look at a creator's sales changes: up at once; down at the end of a month and not before seven days of
 * notice; `kept` takes a notice back when her sales have recovered. Null when nothing changes. `monthEnds` are the ends of this
 * and the following months of the shop's calendar, the nearest first.
 */
export function tierMove(
  tiers: readonly Tier[],
  rows: readonly TierRow[],
  sales: number,
  now: Date,
  monthEnds: readonly Date[],
): TierMove | null {
  const rank = (name: string) => tiers.find((tier) => tier.name === name)?.fromSales ?? -1
  const stands = tierAt(rows, now)
  const coming = tierToCome(rows)
  const earned = tierFor(tiers, sales)?.name ?? noTier
  if (rank(earned) > rank(stands)) return { tier: earned, from: now, direction: 'up' }
  if (earned === coming) return null
  if (earned === stands) return { tier: stands, from: now, direction: 'kept' }
  const from = monthEnds.find((end) => end.getTime() - now.getTime() >= noticeMs)
  if (!from) throw new RangeError('Expected the ends of the next two months')
  return { tier: earned, from, direction: 'down' }
}
