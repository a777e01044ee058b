import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf, wallOf } from '../../../src/lib/wall-clock.ts'
import {
  checkPublishAt,
  type PieceState,
  pieceTransitions,
  scheduleDays,
  stateAtTime,
  waitsForTime,
} from '../../../src/modules/publishing/index.ts'

const now = new Date('2026-11-26T05:00:00.000Z')
const inMs = (ms: number) => new Date(now.getTime() + ms).toISOString()

describe('MOD-01 the time at which a piece becomes public', () => {
  it('lies at least a minute and at most 366 days ahead, or is none', () => {
    expect(checkPublishAt(null, now)).toEqual({ ok: true, value: null })
    for (const fine of [60_000, 3_600_000, scheduleDays * 86_400_000])
      expect(checkPublishAt(inMs(fine), now)).toEqual({ ok: true, value: inMs(fine) })
    for (const wrong of [inMs(59_999), inMs(-1), inMs(scheduleDays * 86_400_000 + 1), 'tomorrow', ''])
      expect(checkPublishAt(wrong, now), wrong).toMatchObject({ ok: false, failure: { code: 'invalid', field: 'publishAt' } })
  })

  it('is stored as UTC, whatever offset it came with', () => {
    expect(checkPublishAt('2026-11-28T09:00:00+08:00', now)).toEqual({ ok: true, value: '2026-11-28T01:00:00.000Z' })
  })

  it('is a wish until an editor lets the piece pass, then a state of its own', () => {
    for (const state of ['draft', 'submitted', 'in_review', 'changes_requested'] as const)
      for (const at of [null, inMs(3_600_000)]) expect(stateAtTime(state, at)).toEqual({ ok: true, value: state })
    expect(stateAtTime('approved', inMs(3_600_000))).toEqual({ ok: true, value: 'scheduled' })
    expect(stateAtTime('scheduled', inMs(3_600_000))).toEqual({ ok: true, value: 'scheduled' })
    expect(stateAtTime('scheduled', null)).toEqual({ ok: true, value: 'approved' })
    expect(stateAtTime('approved', null)).toEqual({ ok: true, value: 'approved' })
  })

  it('never makes anything public nor lets it pass by itself', () => {
    for (const state of Object.keys(pieceTransitions) as PieceState[]) {
      for (const at of [null, inMs(3_600_000)]) {
        const to = stateAtTime(state, at)
        if (!to.ok) expect(['rejected', 'published', 'withdrawn']).toContain(state)
        else if (to.value !== state) expect([state, to.value]).toEqual(at ? ['approved', 'scheduled'] : ['scheduled', 'approved'])
      }
    }
  })

  it('that has passed while it waited for an editor means at once', () => {
    expect(waitsForTime(inMs(1), now)).toBe(true)
    for (const over of [inMs(0), inMs(-1), null, undefined]) expect(waitsForTime(over, now)).toBe(false)
  })
})

describe('clocks of the site’s time zone', () => {
  const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC']

  it('are read as people write them', () => {
    expect(instantOf('2026-11-28T09:00', 'Asia/Shanghai')).toBe(Date.parse('2026-11-28T01:00:00Z'))
    expect(instantOf('2026-07-01T09:00', 'Europe/Berlin')).toBe(Date.parse('2026-07-01T07:00:00Z'))
    expect(instantOf('2026-12-01T09:00', 'Europe/Berlin')).toBe(Date.parse('2026-12-01T08:00:00Z'))
    for (const wrong of ['', '2026-11-28', '2026-13-01T00:00', '2026-02-30T00:00', '2026-11-28T24:00', 'x'])
      expect(instantOf(wrong, 'UTC'), wrong).toBeNull()
  })

  it.each([
    ['skip', 'the moment as far after', '2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00Z'],
    ['skip', 'the moment as far after', '2026-03-08T02:30', 'America/New_York', '2026-03-08T07:30:00Z'],
    ['skip', 'the moment as far after', '2026-09-27T02:30', 'Pacific/Auckland', '2026-09-26T14:30:00Z'],
    ['show twice', 'the first', '2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    ['show twice', 'the first', '2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00Z'],
    ['show twice', 'the first', '2026-04-05T02:30', 'Pacific/Auckland', '2026-04-04T13:30:00Z'],
  ])('what clocks %s is %s: %s in %s', (_, __, wall, zone, at) => {
    expect(instantOf(wall, zone)).toBe(Date.parse(at))
  })

  it('come back as they were shown, but for the second of an hour that is shown twice', () => {
    const moment = fc.integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2028-01-01T00:00:00Z') })
    fc.assert(
      fc.property(moment, fc.constantFrom(...zones), (at, zone) => {
        const minute = Math.floor(at / 60_000) * 60_000
        const back = instantOf(wallOf(minute, zone), zone) ?? Number.NaN
        // Shown twice: the first of the two.
        expect([0, 3_600_000]).toContain(minute - back)
        expect(wallOf(back, zone)).toBe(wallOf(minute, zone))
        if (zone === 'UTC' || zone.startsWith('Asia/')) expect(back).toBe(minute)
      }),
      { numRuns: 2_000 },
    )
  })
})
