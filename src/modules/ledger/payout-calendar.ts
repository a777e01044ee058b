/** ATT-33: payouts are run on one day of each month. Days are of the shop's calendar, such as `2026-11-10`. */
export interface PayoutCalendar {
  /** Day of the month, 1 to 28. */
  payoutDay: number
  /** Least amount of a payout, minor units. */
  minPayout: number
  /** The day of a moment in the shop's calendar. */
  dayOf(at: Date): string
}

/** When what somebody has to get is paid. `overdue`: that day is over. */
export interface PayoutDue {
  day: string
  overdue: boolean
}

/**
 * The first payout day after this one. What becomes payable on a payout day itself may be paid with it and is due with the next: nobody
 * knows whether the run of that day was made before.
 */
export function payoutDayAfter(day: string, payoutDay: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const next = date < payoutDay ? new Date(Date.UTC(year, month - 1, payoutDay)) : new Date(Date.UTC(year, month, payoutDay))
  return next.toISOString().slice(0, 10)
}

/**
 * When a creator's lines are paid: with the first run after the day on which they reached the minimum, those below zero counted from
 * the start (ATT-29). Null while they do not reach it. A day that passed without a payout stays: it is overdue until she is paid.
 *
 * @param lines What she may be paid now, and what is below zero: signed minor units, and since when.
 */
export function payoutDue(
  lines: readonly { amount: number; since: Date }[],
  { payoutDay, minPayout, dayOf }: PayoutCalendar,
  now: Date,
): PayoutDue | null {
  let sum = lines.reduce((all, { amount }) => (amount < 0 ? all + amount : all), 0)
  const payable = lines.filter(({ amount }) => amount > 0).sort((a, b) => a.since.getTime() - b.since.getTime())
  for (const { amount, since } of payable) {
    sum += amount
    if (sum <= 0 || sum < minPayout) continue
    const day = payoutDayAfter(dayOf(since), payoutDay)
    return { day, overdue: day < dayOf(now) }
  }
  return null
}

/** When the next run is due for all who may be paid: the earliest of theirs, else the next day of the calendar. */
export function nextRun(dues: readonly (PayoutDue | null)[], { payoutDay, dayOf }: PayoutCalendar, now: Date): PayoutDue {
  const [first] = dues.filter((due) => due !== null).sort((a, b) => (a.day < b.day ? -1 : 1))
  return first ?? { day: payoutDayAfter(dayOf(now), payoutDay), overdue: false }
}
