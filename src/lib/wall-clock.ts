const dayMs = 86_400_000
const wallText = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/

/**
 * The moment (ms since the epoch) at which clocks in a time zone (an IANA name) show this (`2026-11-28T09:00`, as a
 * `datetime-local` field writes it); null when the text is none. What clocks skip when they are put forward is taken as
 * the moment after; of what they show twice the first is taken.
 */
export function instantOf(wall: string, timeZone: string): number | null {
  const parts = wallText.exec(wall)
  if (!parts) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map((part) => Number(part ?? 0))
  const shown = Date.UTC(year, month - 1, day, hour, minute, second)
  if (hour > 23 || minute > 59 || second > 59 || new Date(shown).getUTCDate() !== day || new Date(shown).getUTCMonth() !== month - 1)
    return null
  // No zone changes its clocks twice within two days: it is one of the offsets around.
  const [before, after] = [shown - offsetAt(shown - dayMs, timeZone), shown - offsetAt(shown + dayMs, timeZone)]
  const right = [before, after].filter((moment) => moment + offsetAt(moment, timeZone) === shown)
  return right.length > 0 ? Math.min(...right) : before
}

/** What clocks in a time zone show at a moment, to the minute: `2026-11-28T09:00`. */
export const wallOf = (moment: number, timeZone: string): string => new Date(moment + offsetAt(moment, timeZone)).toISOString().slice(0, 16)

/** How far the zone's wall clock is ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
  return wall - Math.floor(moment / 1000) * 1000
}
