/** Making a calendar takes longer than all else that is done for a day; a shop has one time zone. */
let last: { timeZone: string; dayOf: (at: Date) => string } | undefined

/** Reads the date of a moment by the calendar of a time zone (an IANA name), such as `2026-11-02`. */
export function dayIn(timeZone: string): (at: Date) => string {
  if (last?.timeZone !== timeZone) {
    const format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
    last = { timeZone, dayOf: (at) => format.format(at) }
  }
  return last.dayOf
}
