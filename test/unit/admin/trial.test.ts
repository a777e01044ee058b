import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldsOf, mostMoved, type Pair, searchOf, trialPath, withoutGaps } from '../../../src/admin/parts/trial.ts'

const text = fc.string({ maxLength: 30 }).map((one) => one.trim())

describe('ATT-41 the simulator of the admin', () => {
  it('keeps what was tried in its address, and reads it back', () => {
    fc.assert(
      fc.property(fc.record({ days: text, programme: text, model: text, windowDays: text, rate: text }), (fields) => {
        expect(fieldsOf(searchOf(fields))).toEqual({ ...fields, days: fields.days || '30' })
      }),
    )
    expect(searchOf({ days: '7', programme: '', model: 'linear', windowDays: ' ', rate: '' })).toBe('?days=7&model=linear')
  })

  it('asks in basis points, leaves out what stays as it was, and lets the door refuse what is no number', () => {
    const fields = { days: '30', programme: '', model: '', windowDays: '', rate: '' }
    expect(trialPath(fields)).toBe('/v1/staff/simulation?days=30')
    expect(trialPath({ ...fields, rate: '12.5', windowDays: '7', programme: 'x' })).toBe(
      '/v1/staff/simulation?days=30&programmeId=x&windowDays=7&rateBps=1250',
    )
    expect(trialPath({ ...fields, rate: '0' })).toContain('rateBps=0')
    expect(trialPath({ ...fields, rate: '0,07' })).toContain('rateBps=7')
    expect(trialPath({ ...fields, rate: 'many' })).toContain('rateBps=NaN')
  })

  it('draws every day between the first and the last, also over the end of a month', () => {
    const days = withoutGaps([
      { day: '2026-02-27', before: 5, after: 7 },
      { day: '2026-03-02', before: 1, after: 0 },
    ])
    expect(days.map(({ key, before, after }) => [key, before, after])).toEqual([
      ['2026-02-27', 5, 7],
      ['2026-02-28', 0, 0],
      ['2026-03-01', 0, 0],
      ['2026-03-02', 1, 0],
    ])
    expect(withoutGaps([])).toEqual([])
  })

  it('draws those whose share changes most, from the greatest gain to the greatest loss', () => {
    const pair = (key: string, before: number, after: number): Pair => ({ key, name: key, before, after })
    const all = [pair('same', 5, 5), pair('little', 5, 6), pair('loser', 90, 10), pair('winner', 0, 50)]
    expect(mostMoved(all, 2).map(({ key }) => key)).toEqual(['winner', 'loser'])
    expect(mostMoved(all, 9).map(({ key }) => key)).toEqual(['winner', 'little', 'loser'])
  })
})
