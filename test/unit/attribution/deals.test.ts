import { describe, expect, it } from 'vitest'
import {
  type DealTime,
  fallsAhead,
  type RankMove,
  type RateAsked,
  type RateBook,
  type RateChange,
  type RateSource,
  rankAt,
  ranksOf,
  rateAt,
  ratePrecedence,
  staysAfter,
} from '../../../src/modules/attribution/index.ts'
import { holds, prove } from '../../properties.ts'
import { fc } from '../fc.ts'

const dayMs = 86_400_000
const start = Date.parse('2026-06-01T00:00:00.000Z')
const on = (n: number) => new Date(start + n * dayMs)

let made = 0
const change = (atDay: number, source: RateSource, toBps: number | null, more: Partial<RateChange> = {}): RateChange => ({
  ...{ id: `r${String(++made).padStart(6, '0')}`, source, target: targets[source], fromBps: null, toBps, announcedAt: on(atDay) },
  ...more,
})
const targets: Record<RateSource, string | null> = {
  ...{ link: 'l1', creator: 'ahe', invited: 'ahe', group: 'gold', product: 'tent', collection: 'camping', programme: null },
}
const book = (changes: readonly RateChange[], more: Partial<RateBook> = {}): RateBook => ({
  ...{ programmeId: 'house', programmeBps: 1000, indirectBps: null, tierBps: new Map(), changes },
  ...more,
})
const vip = (changes: readonly RateChange[] = [], more: Partial<RateBook> = {}): RateBook =>
  book(changes, { programmeId: 'vip', programmeBps: 800, ...more })
const stay = (terms: RateBook, from = on(-300), until: Date | null = null): DealTime<RateBook> => ({ terms, from, until })
const asked = (more: Partial<RateAsked> = {}): RateAsked => ({
  ...{ own: book([]), deals: [], scope: 'direct', creatorId: 'ahe', linkId: 'l1', productId: 'tent', categoryId: 'camping' },
  ...{ ranks: [{ tier: 'gold', from: on(-200), isDown: false }], promotingSince: null },
  ...more,
})
const at = on(1)

describe('ATT-14 the golden table: link > creator > invited deal > group > product > collection > programme default', () => {
  /** How each level is set: what the own programme and the deal say, each with a rate that nothing else has. */
  const levels = ratePrecedence.map((source, index) => ({ source, bps: 100 * (index + 1) }))
  const withLevels = (sources: readonly RateSource[]) => {
    const set = levels.filter(({ source }) => sources.includes(source))
    const own = set.filter(({ source }) => source !== 'invited').map(({ source, bps }) => change(0, source, bps, { fromBps: 1000 }))
    const deal = set.find(({ source }) => source === 'invited')
    const none = own.map((row) => (row.source === 'programme' ? row : { ...row, fromBps: null }))
    return asked({ own: book(none), deals: deal ? [stay(vip([], { programmeBps: deal.bps }))] : [] })
  }
  const pairs = levels.flatMap((strong, index) => levels.slice(index + 1).map((weak) => ({ strong, weak })))

  it.each(pairs.map(({ strong, weak }) => ({ name: `${strong.source} over ${weak.source}`, strong, weak })))(
    'ATT-14 $name',
    ({ strong, weak }) => {
      expect(rateAt(withLevels([strong.source, weak.source]), at)).toMatchObject(strong)
    },
  )

  it('ATT-14 each is what is left when all above it are gone', () => {
    for (const [index, { source, bps }] of levels.entries())
      expect(rateAt(withLevels(ratePrecedence.slice(index)), at)).toMatchObject({ source, bps })
  })

  it('ATT-14 the strongest counts also where it is the lowest, and a 0 is a rate', () => {
    const own = book([change(0, 'creator', 0)])
    expect(rateAt(asked({ own, deals: [stay(vip([], { programmeBps: 3000 }))] }), at)).toEqual({
      source: 'creator',
      bps: 0,
      programmeId: 'house',
    })
  })
})

describe('ATT-14 a deal', () => {
  it('ATT-14 what was agreed with a creator in it comes before what was agreed outside', () => {
    const own = book([change(0, 'creator', 1500)])
    const deals = [stay(vip([change(0, 'creator', 1200)]))]
    expect(rateAt(asked({ own, deals }), at)).toMatchObject({ source: 'creator', bps: 1200, programmeId: 'vip' })
  })

  it.each(['invited', 'group', 'product', 'collection'] as const)(
    'ATT-14 has its own order inside: its %s before its usual rate',
    (source) => {
      expect(rateAt(asked({ own: book([change(0, 'product', 2500)]), deals: [stay(vip([change(0, source, 700)]))] }), at)).toMatchObject({
        ...{ source, bps: 700, programmeId: 'vip' },
      })
    },
  )

  it('ATT-14 of several the best paid holds; where her link is under one of them, that one', () => {
    const [low, high] = [vip([], { programmeId: 'low', programmeBps: 600 }), vip([], { programmeId: 'high', programmeBps: 900 })]
    expect(rateAt(asked({ deals: [stay(low), stay(high)] }), at).programmeId).toBe('high')
    expect(rateAt(asked({ own: low, deals: [stay(low), stay(high)] }), at).programmeId).toBe('low')
  })

  it.each([
    { label: 'the deal’s, where it has one', deal: 90, own: 0, expected: { source: 'programme', bps: 90, programmeId: 'vip' } },
    { label: 'the same as the deal’s otherwise', deal: null, own: null, expected: { source: 'link', bps: 2000, programmeId: 'house' } },
    { label: 'not the link’s, where the link’s programme has one', deal: null, own: 0, expected: { source: 'invited', bps: 800 } },
  ])('ATT-13 goods that no touch named: $label', ({ deal, own, expected }) => {
    const question = asked({
      scope: 'indirect',
      own: book([change(0, 'link', 2000)], { indirectBps: own }),
      deals: [stay(vip([], { indirectBps: deal }))],
    })
    expect(rateAt(question, at)).toMatchObject(expected)
  })

  it.each([
    { label: 'joining one that pays less', days: [0, 29, 30], rates: [1000, 1000, 800], from: 0, until: null },
    { label: 'being taken out of one that pays more', days: [0, 29, 30], rates: [1500, 1500, 1000], from: -100, until: 0, bps: 1500 },
  ])('ATT-15 $label reaches what she promotes already after 30 days', ({ days, rates, from, until, bps = 800 }) => {
    const deals = [stay(vip([], { programmeBps: bps }), on(from), until === null ? null : on(until))]
    const hers = asked({ deals, promotingSince: on(-50), ranks: [] })
    expect(days.map((n) => rateAt(hers, on(n)).bps)).toEqual(rates)
    expect(rateAt({ ...hers, promotingSince: null }, on(days[0]!)).bps).toBe(rates[2])
    expect(fallsAhead(hers, on(1))).toEqual([{ fromBps: rates[0], toBps: rates[2], on: on(30) }])
  })

  it('ATT-15 stays begin and end, and earlier ones are not forgotten', () => {
    const [one, none] = [staysAfter([], true, on(0)), staysAfter([], false, on(0))]
    expect(none).toEqual([])
    expect(staysAfter(one, true, on(1))).toEqual(one)
    const left = staysAfter(one, false, on(2))
    expect(left).toEqual([{ from: on(0), until: on(2) }])
    expect(staysAfter(left, true, on(3))).toEqual([...left, { from: on(3), until: null }])
  })
})

describe('ATT-15, ATT-35 tiers', () => {
  const up = (atDay: number, tier: string): RankMove => ({ tier, from: on(atDay), isDown: false })
  const tierBps = new Map([['gold', 1200]])

  it('ATT-15 going up into a tier that pays less than the product did is a cut as any other', () => {
    const own = book([change(-90, 'product', 1500)], { tierBps })
    const hers = asked({ own, ranks: [up(0, 'gold')], promotingSince: on(-50) })
    expect([0, 29, 30].map((n) => rateAt(hers, on(n)).bps)).toEqual([1500, 1500, 1200])
  })

  it('ATT-35 going down has a notice of its own: the lower tier counts from its day', () => {
    const ranks = [up(-100, 'gold'), { tier: 'none', from: on(0), isDown: true }]
    const hers = asked({ own: book([], { tierBps }), ranks, promotingSince: on(-50) })
    expect([-1, 0].map((n) => rateAt({ ...hers, ranks: n < 0 ? ranks.slice(0, 1) : ranks }, on(n)).bps)).toEqual([1200, 1000])
  })

  it.each([
    { label: 'a tier that is removed, or has another name from now on', bps: null, rates: [2000, 2000, 800] },
    { label: 'a tier that is cut', bps: 900, rates: [2000, 2000, 900] },
  ])('ATT-15 $label', ({ bps, rates }) => {
    const own = book([change(0, 'group', bps, { fromBps: 2000 })], { programmeBps: 800 })
    const hers = asked({ own, promotingSince: on(-50) })
    expect([0, 29, 30].map((n) => rateAt(hers, on(n)).bps)).toEqual(rates)
  })

  it('ATT-35 of the rows in force the one that was written last stands', () => {
    const rows = [
      { tier: 'gold', from: on(0), at: on(0) },
      { tier: 'none', from: on(30), at: on(10) },
      { tier: 'gold', from: on(20), at: on(20) },
    ]
    const moves = ranksOf(rows)
    expect(moves.map(({ tier }) => tier)).toEqual(['gold', 'gold', 'gold'])
    expect(rankAt(moves, () => true)).toBe('gold')
    expect(ranksOf(rows.slice(0, 2))).toMatchObject([
      { tier: 'gold', isDown: false },
      { tier: 'none', isDown: true },
    ])
    expect(rankAt([], () => true)).toBeNull()
  })
})

describe('ATT-15 for any history of settings', () => {
  const sources = ['link', 'creator', 'invited', 'group', 'product', 'collection', 'programme'] as const
  const bps = fc.integer({ min: 0, max: 8000 })
  const event = fc.oneof(
    fc.record({
      kind: fc.constant('rate' as const),
      where: fc.constantFrom('own', 'vip', 'pro'),
      source: fc.constantFrom(...sources),
      bps: fc.option(bps, { freq: 4 }),
    }),
    fc.record({ kind: fc.constant('door' as const), where: fc.constantFrom('vip', 'pro'), holds: fc.boolean() }),
    fc.record({ kind: fc.constant('rank' as const), tier: fc.constantFrom('gold', 'silver') }),
  )
  const history = fc.array(fc.record({ event, hour: fc.integer({ min: -80 * 24, max: 0 }) }), { maxLength: 14 })
  const targetOf = (source: RateSource) => targets[source]

  /** Everything that was set until a moment, as the shop keeps it. */
  function questionAt(list: readonly { event: EventOf; hour: number }[], moment: Date, since: Date | null): RateAsked {
    const done = [...list].sort((a, b) => a.hour - b.hour).filter(({ hour }) => on(hour / 24) <= moment)
    const books = { own: [] as RateChange[], vip: [] as RateChange[], pro: [] as RateChange[] }
    const stays = { vip: staysAfter([], false, on(0)), pro: staysAfter([], false, on(0)) }
    const ranks: RankMove[] = []
    for (const [index, { event: one, hour }] of done.entries()) {
      const announcedAt = on(hour / 24)
      if (one.kind === 'door') stays[one.where as 'vip' | 'pro'] = staysAfter(stays[one.where as 'vip' | 'pro'], one.holds, announcedAt)
      if (one.kind === 'rank') ranks.push({ tier: one.tier, from: announcedAt, isDown: false })
      if (one.kind !== 'rate') continue
      const rows = books[one.where as keyof typeof books]
      const own = rows.filter(({ source }) => source === one.source)
      const fromBps = own.length > 0 ? own.at(-1)!.toBps : one.source === 'programme' ? 1000 : null
      const toBps = one.source === 'programme' ? (one.bps ?? 0) : one.bps
      rows.push({ id: String(index).padStart(4, '0'), source: one.source, target: targetOf(one.source), fromBps, toBps, announcedAt })
    }
    const deals = (['vip', 'pro'] as const).flatMap((where) =>
      stays[where].map((own) => ({ terms: book(books[where], { programmeId: where }), ...own })),
    )
    return asked({ own: book(books.own), deals, ranks, promotingSince: since })
  }
  type EventOf = typeof event extends fc.Arbitrary<infer T> ? T : never
  const moment = fc.integer({ min: -80 * 24, max: 40 * 24 })

  it('ATT-15 who promoted before a cut never has less within its 30 days than she had', () => {
    const spans = fc.record({ begun: moment, after: fc.integer({ min: 1, max: 80 * 24 }), later: fc.integer({ min: 0, max: 30 * 24 - 1 }) })
    prove(
      'rates',
      'who promoted before a cut has no less within its 30 days',
      fc.property(history, spans, (list, { begun, after, later }) => {
        const [since, then, now] = [begun, begun + after, begun + after + later].map((hour) => on(hour / 24)) as [Date, Date, Date]
        // What stood for everybody at a moment at which she promoted, she has for the 30 days that follow, whatever is set meanwhile.
        const stood = rateAt(questionAt(list, then, null), then)
        const has = rateAt(questionAt(list, now, since), now)
        holds(has.bps >= stood.bps, `had ${stood.bps} by ${stood.source}, has ${has.bps} by ${has.source}`)
      }),
    )
  })

  it('ATT-14 exactly one source gives the rate at any moment, and it offers just that', () => {
    prove(
      'rates',
      'exactly one source gives the rate',
      fc.property(history, moment, fc.option(moment), (list, hour, sinceHour) => {
        const [then, since] = [on(hour / 24), sinceHour === null ? null : on(sinceHour / 24)]
        const question = questionAt(list, then, since)
        const found = rateAt(question, then)
        const giver = [question.own, ...question.deals.map(({ terms }) => terms)].find(
          ({ programmeId }) => programmeId === found.programmeId,
        )
        const offered = (giver?.changes ?? [])
          .filter(({ source }) => source === found.source || (found.source === 'invited' && source === 'programme'))
          .flatMap(({ fromBps, toBps }) => [fromBps, toBps])
        holds(giver !== undefined && [...offered, 1000].includes(found.bps), `${found.bps} by ${found.source} of ${found.programmeId}`)
        const turned = rateAt({ ...question, deals: [...question.deals].reverse() }, then)
        holds(JSON.stringify(turned) === JSON.stringify(found), 'the order of deals matters')
      }),
    )
  })

  it('ATT-15 the steps that are announced lead from what she has to what a newcomer has, each on its day', () => {
    fc.assert(
      fc.property(history, moment, (list, sinceHour) => {
        const question = questionAt(list, on(0), on(sinceHour / 24))
        const falls = fallsAhead(question, on(0))
        let had = rateAt(question, on(0)).bps
        for (const fall of falls) {
          expect(fall.fromBps).toBe(had)
          expect(fall.toBps).toBeLessThan(had)
          expect(rateAt(question, new Date(fall.on.getTime() - 1)).bps).toBe(had)
          expect(rateAt(question, fall.on).bps).toBe(fall.toBps)
          had = fall.toBps
        }
        expect(had).toBe(rateAt({ ...question, promotingSince: null }, on(0)).bps)
      }),
    )
  })
})
