import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { startOfDay } from '../../../src/flows/operations/start-of-day.ts'
import { MOST_PIECES, refuseQuantity, shortFault } from '../../../src/modules/operations/index.ts'

describe('changing stock by hand', () => {
  it.each([
    ['receive', 1, true],
    ['receive', MOST_PIECES, true],
    ['receive', MOST_PIECES + 1, false],
    ['receive', -1, false],
    ['adjust', -1, true],
    ['adjust', -MOST_PIECES - 1, false],
    ['adjust', 0, false],
    ['adjust', 1.5, false],
    ['receive', Number.NaN, false],
  ] as const)('%s of %d pieces: %s', (move, quantity, allowed) => {
    expect(refuseQuantity(move, quantity) === null).toBe(allowed)
  })
})

describe('the first moment of a day', () => {
  it.each([
    ['2026-11-02', 'Asia/Shanghai', '2026-11-01T16:00:00.000Z'],
    ['2026-11-02', 'UTC', '2026-11-02T00:00:00.000Z'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00.000Z'],
    ['2026-11-02', 'America/New_York', '2026-11-02T05:00:00.000Z'],
    ['2026-11-02', 'Asia/Kolkata', '2026-11-01T18:30:00.000Z'],
  ])('%s in %s is %s', (day, zone, moment) => {
    expect(startOfDay(day, zone).toISOString()).toBe(moment)
  })

  it('has that day on the calendar, and the moment before it the day before', () => {
    const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata']
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom(...zones), (days, zone) => {
        const day = new Date(days * 86_400_000).toISOString().slice(0, 10)
        const on = (moment: number) => new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(moment)
        const start = startOfDay(day, zone).getTime()
        expect(on(start)).toBe(day)
        expect(on(start - 1) < day).toBe(true)
      }),
    )
  })
})

describe('a fault in few words', () => {
  it('keeps the first line, without addresses of people', () => {
    expect(shortFault({ message: 'Could not reach mei@example.test\n    at send' })).toBe('Could not reach …@…')
    expect(shortFault('x'.repeat(300))).toHaveLength(200)
    expect(shortFault(null)).toBe('')
  })
})
