import type { Bar } from './chart.ts'

/** What the chart can show. */
export type Metric = 'commission' | 'views' | 'clicks' | 'orders'

export const metrics: readonly Metric[] = ['commission', 'views', 'clicks', 'orders']

/** Days that the dashboard can look back. */
export type Span = 7 | 30 | 90

export const spans: readonly Span[] = [7, 30, 90]

/** Counts, and amounts in minor units from zero up. */
export interface Totals {
  views: number
  clicks: number
  orders: number
  earned: number
  reversed: number
}

/** One day of the shop's calendar (ISO date). */
export interface DayView extends Totals {
  day: string
}

/** What came of one's work, day by day. `opening` + earned − reversed = `closing`: balances of the ledger, minor units. */
export interface DailyView {
  currency: string
  days: DayView[]
  total: Totals
  /** The same number of days before. */
  before: Totals
  opening: number
  closing: number
  span: Span
  metric: Metric
  /** The piece that is looked at alone, or null for all. */
  piece: string | null
  /** Pieces that have been public. */
  pieces: { id: string; title: string }[]
}

/** A bar's days: one, or a week where the span is long. */
export interface Bucket extends Totals {
  from: string
  to: string
}

/** Sums days into buckets of `size`, counted back from the last day: the first may be shorter. Nothing is lost. */
export function bucketsOf(days: readonly DayView[], size: number): Bucket[] {
  const buckets: Bucket[] = []
  for (let end = days.length; end > 0; end -= size) {
    const part = days.slice(Math.max(0, end - size), end)
    const [first, last] = [part[0], part.at(-1)]
    if (first && last) buckets.unshift({ from: first.day, to: last.day, ...sumOf(part) })
  }
  return buckets
}

const sumOf = (days: readonly DayView[]): Totals => {
  const add = (name: keyof Totals) => days.reduce((sum, day) => sum + day[name], 0)
  return { views: add('views'), clicks: add('clicks'), orders: add('orders'), earned: add('earned'), reversed: add('reversed') }
}

/** A bucket as a bar. Only commission has something below the line. */
export const barOf = (metric: Metric, bucket: Totals): Bar =>
  metric === 'commission' ? { up: bucket.earned, down: bucket.reversed } : { up: bucket[metric], down: 0 }

/** Days of a bar: a week where days would be too thin to hit. */
export const bucketSize = (span: Span): number => (span > 30 ? 7 : 1)

/** How much more or less than before, in basis points; null where before was nothing to compare with. */
export const changeOf = (now: number, before: number): number | null => (before > 0 ? Math.round(((now - before) / before) * 10_000) : null)
