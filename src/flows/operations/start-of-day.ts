import { instantOf } from '../../lib/wall-clock.ts'

/**
 * The first moment of a day (`2026-11-02`) in a time zone (an IANA name). Where clocks are put forward at midnight the day
 * begins with the first hour that exists.
 */
export const startOfDay = (day: string, timeZone: string): Date => new Date(instantOf(`${day}T00:00`, timeZone) ?? Number.NaN)
