import { describe, expect, it } from 'vitest'
import type { LoggedRate } from '../../../src/lib/most-rate.ts'
import { type EarningTerms, earningOf, type Membership, type Programme } from '../../../src/modules/attribution/index.ts'
import { ago, day, placedAt, programme } from './builders.ts'

const link = { id: 'l1', creator: 'ahe', product: 'tent', programme: 'house' }
const none = new Map<string, number>()
const house = { ...programme, rateBps: 0, tierBps: none }
const terms = (more: Partial<Programme> = {}, log: LoggedRate[] = [], tierBps: ReadonlyMap<string, number> = none): EarningTerms => ({
  programmes: new Map([['house', { ...house, ...more, tierBps }]]),
  members: [],
  rates: new Map([['house', log]]),
})
const row = (source: string, target: string | null, toBps: number | null, more: Partial<LoggedRate> = {}): LoggedRate => ({
  ...{ source, target, fromBps: null, toBps, announcedAt: ago(90 * day) },
  ...more,
})
const of = (known: EarningTerms) => earningOf(link, known, placedAt)

describe('DIS-1 what a link may earn by any source', () => {
  it.each([
    { label: 'nothing', known: terms(), bps: 0 },
    { label: 'the programme’s rate', known: terms({ rateBps: 800 }), bps: 800 },
    { label: 'its own', known: terms({}, [row('link', 'l1', 900)]), bps: 900 },
    { label: 'another link’s', known: terms({}, [row('link', 'l2', 900)]), bps: 0 },
    { label: 'its creator’s', known: terms({}, [row('creator', 'ahe', 900)]), bps: 900 },
    { label: 'another creator’s', known: terms({}, [row('creator', 'lin', 900), row('invited', 'lin', 900)]), bps: 0 },
    { label: 'what was agreed with its creator', known: terms({}, [row('invited', 'ahe', 900)]), bps: 900 },
    { label: 'its product’s', known: terms({}, [row('product', 'tent', 900)]), bps: 900 },
    { label: 'another product’s, which its readers may buy', known: terms({}, [row('product', 'lamp', 900)]), bps: 900 },
    { label: 'its product’s before another’s', known: terms({}, [row('product', 'lamp', 2000), row('product', 'tent', 900)]), bps: 900 },
    { label: 'a category’s', known: terms({}, [row('collection', 'c1', 900)]), bps: 900 },
    { label: 'that of goods beside', known: terms({ indirectRateBps: 300 }), bps: 300 },
    { label: 'a tier’s', known: terms({}, [], new Map([['gold', 1200]])), bps: 1200 },
    { label: 'zeros everywhere', known: terms({ indirectRateBps: 0 }, [row('creator', 'ahe', 0), row('product', 'tent', 0)]), bps: 0 },
    {
      label: 'a rate that ended long ago',
      known: terms({}, [row('creator', 'ahe', 900), row('creator', 'ahe', null, { announcedAt: ago(40 * day) })]),
      bps: 0,
    },
    {
      label: 'ATT-15 a rate that was cut less than 30 days ago',
      known: terms({}, [row('creator', 'ahe', 0, { fromBps: 900, announcedAt: ago(29 * day) })]),
      bps: 900,
    },
    { label: 'ATT-23 no more than the cap', known: terms({ capBps: 500 }, [row('creator', 'ahe', 900)]), bps: 500 },
  ])('DIS-1 $label: $bps', ({ known, bps }) => {
    expect(of(known)).toBe(bps)
  })

  it('DIS-1 nothing without a programme, or under one that is closed', () => {
    expect(earningOf({ ...link, programme: null }, terms({ rateBps: 800 }), placedAt)).toBe(0)
    expect(of(terms({ rateBps: 800, status: 'closed' }))).toBe(0)
  })

  const member = (more: Partial<Membership>): Membership => ({
    ...{ programmeId: 'vip', creatorId: 'ahe', status: 'active', via: 'invited', endedAt: null },
    stays: more.status === 'invited' ? [] : [{ from: ago(300 * day), until: more.endedAt ?? null }],
    ...more,
  })
  const vip = { ...house, id: 'vip', joining: 'invited' as const, rateBps: 1500 }
  const withDeal = (members: Membership[], own: Partial<Programme> = {}): EarningTerms => ({
    programmes: new Map([
      ['house', { ...house, ...own }],
      ['vip', vip],
    ]),
    members,
    rates: new Map(),
  })

  it.each([
    { label: 'joined', members: [member({})], bps: 1500 },
    { label: 'only invited to', members: [member({ status: 'invited' })], bps: 0 },
    { label: 'somebody else’s', members: [member({ creatorId: 'lin' })], bps: 0 },
    { label: 'left 29 days ago (ATT-15)', members: [member({ status: 'left', endedAt: ago(29 * day) })], bps: 1500 },
    {
      label: 'opened to everybody 29 days ago (ATT-15)',
      members: [member({ stays: [{ from: ago(90 * day), until: ago(29 * day) }] })],
      bps: 1500,
    },
    { label: 'no deal: she was let stay in it', members: [member({ via: 'open', stays: [] })], bps: 0 },
    { label: 'left 30 days ago', members: [member({ status: 'left', endedAt: ago(30 * day) })], bps: 0 },
  ])('DIS-1, ATT-14 a deal that is $label: $bps', ({ members, bps }) => {
    expect(of(withDeal(members))).toBe(bps)
  })

  it('DIS-1, ATT-14 a deal counts for links whose own programme is closed, and one she was taken out of gives nothing of its own', () => {
    expect(of(withDeal([member({})], { status: 'closed' }))).toBe(1500)
    const out = member({ programmeId: 'house', status: 'removed', endedAt: ago(60) })
    expect(of(withDeal([out], { rateBps: 800 }))).toBe(0)
  })

  it('ATT-14 a link under a programme by invitation earns nothing for who is not in it', () => {
    const strange = { ...link, programme: 'vip' }
    expect(earningOf(strange, withDeal([]), placedAt)).toBe(0)
    expect(earningOf(strange, withDeal([member({})]), placedAt)).toBe(1500)
  })
})
