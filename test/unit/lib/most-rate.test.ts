import { describe, expect, it } from 'vitest'
import { type LoggedRate, mostRate } from '../../../src/lib/most-rate.ts'

const at = new Date('2026-06-01T00:00:00.000Z')
const daysAgo = (days: number) => new Date(at.getTime() - days * 86_400_000)
const row = (days: number, fromBps: number | null, toBps: number | null, more: Partial<LoggedRate> = {}): LoggedRate => ({
  ...{ source: 'creator', target: 'ahe', fromBps, toBps, announcedAt: daysAgo(days) },
  ...more,
})
const nothing = { rateBps: 0, indirectRateBps: null, tierBps: [] }

describe('the most that a programme may give', () => {
  it.each([
    { label: 'its own rate', now: { ...nothing, rateBps: 800 }, log: [], most: 800 },
    { label: 'ATT-13 the rate of goods a touch did not name', now: { ...nothing, indirectRateBps: 90 }, log: [], most: 90 },
    { label: 'ATT-35 a tier’s', now: { ...nothing, tierBps: [700, 1200] }, log: [], most: 1200 },
    { label: 'a creator’s that stands, however old', now: nothing, log: [row(400, null, 2000)], most: 2000 },
    { label: 'ATT-15 what was cut less than 30 days ago', now: nothing, log: [row(29, 2000, 500)], most: 2000 },
    { label: 'ATT-15 and not a moment later', now: nothing, log: [row(30, 2000, 500)], most: 500 },
    { label: 'nothing of a rate that ended long ago', now: nothing, log: [row(90, null, 2000), row(60, 2000, null)], most: 0 },
    {
      label: 'each source and target by itself',
      now: nothing,
      log: [row(90, null, 2000), row(60, null, 1, { target: 'lin' })],
      most: 2000,
    },
    { label: 'nothing at all', now: nothing, log: [], most: 0 },
  ])('ATT-14 $label', ({ now, log, most }) => {
    expect(mostRate(now, log, at)).toBe(most)
    expect(mostRate(now, [...log].reverse(), at)).toBe(most)
  })
})
