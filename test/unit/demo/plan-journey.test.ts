import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { journeyOf } from '../../../src/flows/operations/seed/plan-journey.ts'

const order = fc.record({
  key: fc.string({ maxLength: 8 }),
  daysAgo: fc.double({ min: 0.1, max: 60, noNaN: true }),
  fate: fc.constantFrom('paid', 'retried', 'cancelled', 'expired'),
})

describe('the way of a planned order', () => {
  it('is sent, arrives and is received in this order, never before it was bought and never in the future', () => {
    fc.assert(
      fc.property(order, fc.boolean(), (one, partly) => {
        const { sent, delivered, received } = journeyOf(one, partly)
        const days = [one.daysAgo, sent, delivered, received]
        const happened = days.filter((day) => day !== null)
        expect(happened).toEqual([...happened].sort((a, b) => b - a))
        expect(Math.min(...happened)).toBeGreaterThan(0)
        expect(days.slice(happened.length).every((day) => day === null)).toBe(true)
      }),
    )
  })

  it('does not begin without a payment, and ends half-way for what was sent in part', () => {
    const nothing = { sent: null, delivered: null, received: null }
    expect(journeyOf({ key: 'a', daysAgo: 20, fate: 'cancelled' }, false)).toEqual(nothing)
    expect(journeyOf({ key: 'a', daysAgo: 20, fate: 'expired' }, false)).toEqual(nothing)
    expect(journeyOf({ key: 'a', daysAgo: 20, fate: 'paid' }, true)).toMatchObject({ delivered: null, received: null })
  })

  it('is over after a week on the road and a week at home, so that nothing old waits', () => {
    for (let turn = 0; turn < 200; turn++)
      expect(journeyOf({ key: `k${turn}`, daysAgo: 10, fate: 'paid' }, false).received).toBeGreaterThan(0)
  })
})
