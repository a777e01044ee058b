const day = 86_400_000

/** Monday to Friday, as a calendar in this time zone names the day. Public holidays are not known here. */
const isWorking = (at: Date, timeZone: string): boolean =>
  !['Sat', 'Sun'].includes(new Intl.DateTimeFormat('en', { timeZone, weekday: 'short' }).format(at))

/** The moment by which so many working days have passed: the same time of day, weekends left out. `days` from 1 up. */
export function afterWorkingDays(from: Date, days: number, timeZone: string): Date {
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`Expected whole days from 1 up, got ${days}`)
  let at = from
  for (let left = days; left > 0; ) {
    at = new Date(at.getTime() + day)
    if (isWorking(at, timeZone)) left -= 1
  }
  return at
}
