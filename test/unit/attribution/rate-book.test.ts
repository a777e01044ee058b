import { describe, expect, it } from 'vitest'
import {
  type RateAsked,
  type RateBook,
  type RateChange,
  type RateSource,
  rateAt as rateOf,
  ratePrecedence,
} from '../../../src/modules/attribution/index.ts'
import { fc } from '../fc.ts'

const day = 86_400_000
const start = Date.parse('2026-06-01T00:00:00.000Z')
const on = (n: number) => new Date(start + n * day)

let made = 0
const change = (atDay: number, toBps: number | null, more: Partial<RateChange> = {}): RateChange => ({
  id: `r${String(++made).padStart(3, '0')}`,
  source: 'programme',
  target: null,
  fromBps: 1000,
  toBps,
  announcedAt: on(atDay),
  ...more,
})

const book = (changes: readonly RateChange[], more: Partial<RateBook> = {}): RateBook => ({
  ...{ programmeId: 'house', programmeBps: 1000, indirectBps: null, tierBps: new Map() },
  changes,
  ...more,
})
type Asked = Omit<RateAsked, 'own'> & { own?: Partial<RateBook> }
/** Of a creator in the programme of her link alone, unless it says otherwise. */
const rateAt = (changes: readonly RateChange[], { own, ...asked }: Asked, at: Date) => {
  const { source, bps, newcomerBps } = rateOf({ ...asked, own: book(changes, own) }, at)
  return newcomerBps === undefined ? { source, bps } : { source, bps, newcomerBps }
}
const newcomer: Asked = {
  ...{ deals: [], scope: 'direct', creatorId: 'ahe', linkId: 'l1', productId: 'tent', categoryId: 'camping', ranks: [] },
  promotingSince: null,
}
const veteran: Asked = { ...newcomer, promotingSince: on(-100) }
const gold = [{ tier: 'gold', from: on(-200), isDown: false }]

describe('ATT-14 precedence of rates', () => {
  const targets: Record<RateSource, string | null> = {
    link: 'l1',
    creator: 'ahe',
    invited: 'ahe',
    group: 'gold',
    product: 'tent',
    collection: 'camping',
    programme: null,
  }
  const all = ratePrecedence.map((source, index) => change(0, 100 * (index + 1), { source, target: targets[source], fromBps: null }))

  it.each(ratePrecedence.map((source, index) => ({ source, index })))('ATT-14 $source comes before what is weaker', ({ source, index }) => {
    const asked = { ...newcomer, ranks: gold }
    expect(rateAt(all.slice(index), asked, on(1))).toMatchObject({ source, bps: 100 * (index + 1) })
  })

  it('ATT-14 what is set for somebody or something else does not apply', () => {
    const others = all.map((row) => ({ ...row, target: row.target === null ? 'other' : `${row.target}-other` }))
    expect(rateAt(others, newcomer, on(1))).toMatchObject({ source: 'programme', bps: 1000 })
  })

  it('ATT-35 the tier gives the group’s rate, unless a row does', () => {
    const asked = { ...newcomer, ranks: gold, own: { tierBps: new Map([['gold', 1300]]) } }
    expect(rateAt([], asked, on(1))).toEqual({ source: 'group', bps: 1300 })
    expect(rateAt([change(0, 1400, { source: 'group', target: 'gold' })], asked, on(1)).bps).toBe(1400)
  })

  it('ATT-13 lines that a touch did not name have the indirect rate, when the programme has one', () => {
    const asked = { ...newcomer, scope: 'indirect' as const }
    expect(rateAt(all, { ...asked, own: { indirectBps: 50 } }, on(1)).bps).toBe(50)
    expect(rateAt(all, asked, on(1)).source).toBe('link')
    expect(rateAt([change(0, 60, { target: 'indirect' })], { ...asked, own: { indirectBps: 50 } }, on(1)).bps).toBe(60)
  })
})

describe('ATT-15 cuts, raises and newcomers', () => {
  const cut = change(0, 600)

  it.each([
    { label: 'the day before', at: -1, veteranBps: 1000, newBps: 1000 },
    { label: 'the day of the cut', at: 0, veteranBps: 1000, newBps: 600 },
    { label: 'day 28', at: 28, veteranBps: 1000, newBps: 600 },
    { label: 'the last moment before day 30', at: 30 - 1 / day, veteranBps: 1000, newBps: 600 },
    { label: 'day 30', at: 30, veteranBps: 600, newBps: 600 },
  ])('ATT-15 a cut: $label', ({ at, veteranBps, newBps }) => {
    expect(rateAt([cut], veteran, on(at)).bps).toBe(veteranBps)
    expect(rateAt([cut], newcomer, on(at)).bps).toBe(newBps)
  })

  it('ATT-15 says what a newcomer would get while the cut waits', () => {
    expect(rateAt([cut], veteran, on(5))).toEqual({ source: 'programme', bps: 1000, newcomerBps: 600 })
    expect(rateAt([cut], veteran, on(31))).toEqual({ source: 'programme', bps: 600 })
  })

  it('ATT-15 whoever began after the cut was announced has the new rate at once', () => {
    expect(rateAt([cut], { ...veteran, promotingSince: on(0) }, on(1)).bps).toBe(600)
    expect(rateAt([cut], { ...veteran, promotingSince: new Date(on(0).getTime() - 1) }, on(1)).bps).toBe(1000)
  })

  it('ATT-15 a raise applies to everybody at once', () => {
    const raise = change(0, 1500)
    expect([veteran, newcomer].map((asked) => rateAt([raise], asked, on(0)).bps)).toEqual([1500, 1500])
  })

  it('ATT-15 a raise after a cut does not cost anybody the old rate early', () => {
    const rows = [change(0, 500), change(10, 800, { fromBps: 500 })]
    expect([15, 30, 41].map((at) => rateAt(rows, veteran, on(at)).bps)).toEqual([1000, 800, 800])
  })

  it('ATT-15 two cuts wait each for its own 30 days', () => {
    const rows = [change(0, 800), change(10, 500, { fromBps: 800 })]
    expect([9, 29, 30, 39, 40].map((at) => rateAt(rows, veteran, on(at)).bps)).toEqual([1000, 1000, 800, 800, 500])
  })

  it('ATT-15 the end of an own rate is a cut too, and so is a lower one from a stronger source', () => {
    const deal = change(-60, 1600, { source: 'creator', target: 'ahe', fromBps: null })
    const end = change(0, null, { source: 'creator', target: 'ahe', fromBps: 1600 })
    expect([10, 30].map((at) => rateAt([deal, end], veteran, on(at)).bps)).toEqual([1600, 1000])
    const lower = change(0, 300, { source: 'link', target: 'l1', fromBps: null })
    expect([10, 30].map((at) => rateAt([lower], veteran, on(at)).bps)).toEqual([1000, 300])
  })
})

describe('for any log of rates', () => {
  const rows = fc.array(
    fc.record({
      source: fc.constantFrom('link' as const, 'creator' as const, 'product' as const, 'programme' as const),
      atDay: fc.integer({ min: -80, max: 80 }),
      toBps: fc.option(fc.integer({ min: 0, max: 5000 }), { freq: 4 }),
    }),
    { maxLength: 10 },
  )
  const targets = { link: 'l1', creator: 'ahe', product: 'tent', programme: null }
  const logOf = (list: { source: keyof typeof targets; atDay: number; toBps: number | null }[]): RateChange[] =>
    list.map(({ source, atDay, toBps }) =>
      change(atDay, source === 'programme' ? (toBps ?? 0) : toBps, {
        source,
        target: targets[source],
        fromBps: source === 'programme' ? 1000 : null,
      }),
    )
  const moment = fc.integer({ min: -80, max: 120 })

  it('ATT-15 one who promotes already never has less than a newcomer', () => {
    fc.assert(
      fc.property(rows, moment, moment, (list, at, since) => {
        const log = logOf(list)
        const had = rateAt(log, { ...newcomer, promotingSince: on(since) }, on(at)).bps
        expect(had).toBeGreaterThanOrEqual(rateAt(log, newcomer, on(at)).bps)
      }),
    )
  })

  it('ATT-15 never has less than anything that was offered to everybody in the last 30 days, nor more', () => {
    fc.assert(
      fc.property(rows, moment, (list, at) => {
        const log = logOf(list)
        const offered = Array.from({ length: 31 }, (_, back) => rateAt(log, newcomer, on(at - back)).bps)
        expect(rateAt(log, veteran, new Date(on(at).getTime() + 1)).bps).toBe(Math.max(...offered))
      }),
    )
  })

  it('ATT-15 30 days after the last change everybody has the same', () => {
    fc.assert(
      fc.property(rows, moment, (list, since) => {
        const log = logOf(list)
        const last = Math.max(-80, ...list.map(({ atDay }) => atDay))
        const after = { ...newcomer, promotingSince: on(since) }
        expect(rateAt(log, after, on(last + 30)).bps).toBe(rateAt(log, newcomer, on(last + 30)).bps)
      }),
    )
  })

  it('ATT-14 does not depend on the order of rows', () => {
    fc.assert(
      fc.property(rows, moment, (list, at) => {
        const log = logOf(list)
        expect(rateAt([...log].reverse(), veteran, on(at))).toEqual(rateAt(log, veteran, on(at)))
      }),
    )
  })
})
