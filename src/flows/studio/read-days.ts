import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { dayIn } from '../../lib/calendar.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { readTerms } from '../../modules/checkout/store/settings.ts'
import { entriesOfCreator, type StoredEntry } from '../../modules/ledger/store.ts'
import { type DayFigures, dailyFiguresOf } from '../../modules/publishing/store/stats.ts'
import { siteTimeZone } from '../payments/site-day.ts'

/** One day of a creator: what was counted, and what her ledger booked. Minor units, both from zero up. */
export interface StudioDay extends DayFigures {
  earned: number
  /** What was taken back or corrected downwards. */
  reversed: number
}

/** What a span of days holds altogether. */
export type StudioTotals = Omit<StudioDay, 'day'>

/** A span of days that ends today. `opening` + earned − reversed of all days = `closing`: the ledger's own balances. */
export interface StudioDays {
  currency: string
  /** Oldest first, one for each day of the shop's calendar, also those on which nothing happened. */
  days: StudioDay[]
  total: StudioTotals
  /** The same number of days before these. */
  before: StudioTotals
  opening: number
  closing: number
}

export interface DaysAsk {
  /** 1 to 366. */
  days: number
  /** Only what this piece brought. */
  piece?: string | undefined
}

/**
 * What came of a creator's work day by day: views, clicks and orders as counted for her pieces, commission from her ledger
 * entries (also of links without a piece). Fails with `forbidden` for who is no creator.
 */
export async function readStudioDays(ctx: Ctx, actor: Actor, { days, piece }: DaysAsk): Promise<Result<StudioDays>> {
  if (!actor.creatorId) return fail('forbidden', 'Only creators have a studio: become one first.')
  const req = await ctx.req()
  const { currency } = await readTerms(req)
  const dayOf = dayIn(await siteTimeZone(req))
  const span = Math.min(366, Math.max(1, Math.trunc(days) || 1))
  const calendarDays = daysUntil(dayOf(ctx.clock.now()), span * 2)
  const from = calendarDays[0] as string
  const counted = await dailyFiguresOf(req, { author: actor.creatorId, piece, from })
  const entries = (await entriesOfCreator(req, actor.creatorId)).filter(
    (entry) => entry.currency === currency && (piece === undefined || entry.piece === piece),
  )
  const booked = bookedByDay(entries, (at) => dayOf(new Date(at)))
  const all = calendarDays.map((day) => ({
    ...(counted.get(day) ?? { day, views: 0, clicks: 0, orders: 0 }),
    ...(booked.get(day) ?? { earned: 0, reversed: 0 }),
  }))
  const shown = all.slice(span)
  const total = totalOf(shown)
  const closing = entries.reduce((sum, { amount }) => sum + amount, 0)
  return ok({
    ...{ currency, days: shown, total, before: totalOf(all.slice(0, span)) },
    opening: closing - total.earned + total.reversed,
    closing,
  })
}

function bookedByDay(entries: readonly StoredEntry[], dayOf: (at: string) => string) {
  const booked = new Map<string, { earned: number; reversed: number }>()
  for (const { at, amount } of entries) {
    const day = dayOf(at)
    const sum = booked.get(day) ?? { earned: 0, reversed: 0 }
    booked.set(day, { earned: sum.earned + Math.max(0, amount), reversed: sum.reversed + Math.max(0, -amount) })
  }
  return booked
}

/** Sums of all days. */
export const totalOf = (days: readonly StudioTotals[]): StudioTotals =>
  days.reduce(
    (sum, one) => ({
      views: sum.views + one.views,
      clicks: sum.clicks + one.clicks,
      orders: sum.orders + one.orders,
      earned: sum.earned + one.earned,
      reversed: sum.reversed + one.reversed,
    }),
    { views: 0, clicks: 0, orders: 0, earned: 0, reversed: 0 },
  )

/** ISO dates of the `count` calendar days that end with `last`, oldest first. */
export function daysUntil(last: string, count: number): string[] {
  const end = Date.parse(`${last}T00:00:00.000Z`)
  return Array.from({ length: count }, (_, at) => new Date(end - (count - 1 - at) * 86_400_000).toISOString().slice(0, 10))
}
