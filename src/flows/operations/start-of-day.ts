import { offsetAt } from '../../lib/wall-clock.ts'

/**
 * The first moment of a day (`2026-11-02`) in a time zone (an IANA name). Where clocks are put forward at midnight the day
 * begins with the first hour that exists.
 */
export function startOfDay(day: string, timeZone: string): Date {
  const wall = Date.parse(`${day}T00:00:00Z`)
  // Two steps: the offset at the guess may be that of the other side of a change of clocks.
  const guess = wall - offsetAt(wall, timeZone)
  return new Date(wall - offsetAt(guess, timeZone))
}
