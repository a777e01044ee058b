import { describe, expect, it } from 'vitest'
import { lastRelease, nextRun, type PayoutCalendar, payoutDayAfter, payoutDue } from '../../../src/modules/ledger/index.ts'
import { fc, numRuns } from '../fc.ts'

const dayOf = (at: Date) => at.toISOString().slice(0, 10)
const calendar: PayoutCalendar = { payoutDay: 10, minPayout: 10_000, dayOf }
const on = (day: string) => new Date(`${day}T08:00:00Z`)
const due = (lines: [amount: number, day: string][], today: string) =>
  payoutDue(
    lines.map(([amount, day]) => ({ amount, since: on(day) })),
    calendar,
    on(today),
  )

describe('ATT-33 the monthly calendar', () => {
  it('ATT-33 the next payout day is that day of the month, later than the day asked for, and at most a month away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 28 }), (days, payoutDay) => {
        const day = dayOf(new Date(days * 86_400_000))
        const next = payoutDayAfter(day, payoutDay)
        const away = (Date.parse(next) - Date.parse(day)) / 86_400_000
        if (Number(next.slice(8)) !== payoutDay || away < 1 || away > 31) throw new Error(`${day} ${payoutDay} ${next}`)
      }),
      { numRuns },
    )
    expect(payoutDayAfter('2026-12-10', 10)).toBe('2027-01-10')
    expect(payoutDayAfter('2026-01-31', 28)).toBe('2026-02-28')
  })

  it('ATT-33 what reached the minimum is due with the first run after it, and stays overdue until it is paid', () => {
    expect(due([[10_000, '2026-11-03']], '2026-11-04')).toEqual({ day: '2026-11-10', overdue: false })
    expect(due([[10_000, '2026-11-03']], '2026-11-10')).toEqual({ day: '2026-11-10', overdue: false })
    expect(due([[10_000, '2026-11-03']], '2026-11-11')).toEqual({ day: '2026-11-10', overdue: true })
    expect(due([[10_000, '2026-11-03']], '2027-01-02')).toEqual({ day: '2026-11-10', overdue: true })
    expect(due([[10_000, '2026-11-10']], '2026-11-10')).toEqual({ day: '2026-12-10', overdue: false })
  })

  it('ATT-33 below the minimum nothing is due; ATT-29 what is below zero is filled first', () => {
    expect(due([[9_999, '2026-11-03']], '2026-11-04')).toBeNull()
    expect(
      due(
        [
          [6_000, '2026-10-03'],
          [4_000, '2026-11-03'],
        ],
        '2026-11-04',
      ),
    ).toMatchObject({ day: '2026-11-10' })
    expect(
      due(
        [
          [12_000, '2026-10-03'],
          [-3_000, '2026-11-01'],
          [1_000, '2026-11-20'],
        ],
        '2026-11-21',
      ),
    ).toEqual({ day: '2026-12-10', overdue: false })
    expect(due([], '2026-11-04')).toBeNull()
    expect(payoutDue([{ amount: -5, since: on('2026-11-01') }], { ...calendar, minPayout: 0 }, on('2026-11-04'))).toBeNull()
  })

  it('ATT-33 a run is due when the first of all is; with nobody to pay, on the next day of the calendar', () => {
    const dues = [{ day: '2026-12-10', overdue: false }, null, { day: '2026-11-10', overdue: true }]
    expect(nextRun(dues, calendar, on('2026-11-26'))).toEqual({ day: '2026-11-10', overdue: true })
    expect(nextRun([null], calendar, on('2026-11-26'))).toEqual({ day: '2026-12-10', overdue: false })
  })

  it('ATT-33 a hold counts from its last release, also one on all that she has', () => {
    const row = { signal: null, until: null, reason: 'manual', hold: 'h' }
    const released = lastRelease([
      { id: '1', kind: 'hold', creator: 'c', orderLine: 'l', at: on('2026-11-09'), ...row },
      { id: '2', kind: 'release', creator: 'c', orderLine: 'l', at: on('2026-11-03'), ...row },
      { id: '3', kind: 'release', creator: 'c', orderLine: null, at: on('2026-11-05'), ...row },
    ])
    expect(released('c', 'l')).toEqual(on('2026-11-05'))
    expect(released('c', 'other')).toEqual(on('2026-11-05'))
    expect(released('d', 'l')).toBeNull()
  })
})
