import type { EarningsView } from './earnings-view.ts'

type Day = EarningsView['dates'][number]

/** The first `shown` days by themselves; what comes later is one row, whose `day` is the first of them. Amounts add up as before. */
export function soonestDays(dates: readonly Day[], shown: number): (Day & { later: boolean })[] {
  const [soon, later] = [dates.slice(0, shown), dates.slice(shown)]
  const rows = soon.map((day) => ({ ...day, later: false }))
  const [first] = later
  if (!first) return rows
  const sum = (of: (day: Day) => number) => later.reduce((all, day) => all + of(day), 0)
  const amount = { ...first.amount, amount: sum((day) => day.amount.amount) }
  return [
    ...rows,
    { day: first.day, amount, expected: later.some(({ expected }) => expected), lines: sum(({ lines }) => lines), later: true },
  ]
}
