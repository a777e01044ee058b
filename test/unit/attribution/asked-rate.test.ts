import { describe, expect, it } from 'vitest'
import { askedOf, type RateFacts, type Wanted } from '../../../src/flows/programmes/asked-rate.ts'
import { type Membership, type Programme, type RateChange, rateAt } from '../../../src/modules/attribution/index.ts'
import { ago, day, placedAt, programme } from './builders.ts'

const vip = { ...programme, id: 'vip', joining: 'invited' as const, rateBps: 1500 }
const member = (more: Partial<Membership>): Membership => ({
  ...{
    programmeId: 'vip',
    creatorId: 'ahe',
    status: 'active',
    via: 'invited',
    endedAt: null,
    stays: [{ from: ago(90 * day), until: null }],
  },
  ...more,
})
const agreed: RateChange = {
  ...{ id: 'r1', source: 'link', target: 'l1', fromBps: null, toBps: 0, announcedAt: ago(60 * day) },
}
const facts = (own: Partial<Programme>, members: Membership[]): RateFacts => ({
  programmes: new Map([
    ['house', { ...programme, ...own, tierBps: new Map() }],
    ['vip', { ...vip, tierBps: new Map() }],
  ]),
  members,
  rates: new Map([['house', [agreed]]]),
  ranks: new Map(),
  promoting: { product: () => ago(80 * day), anything: () => ago(80 * day) },
  categories: new Map(),
})
const wanted: Wanted = { ownProgrammeId: 'house', creatorId: 'ahe', linkId: 'l1', productId: 'tent', scope: 'direct', begunAt: null }
const bpsOf = (some: RateFacts, more: Partial<Wanted> = {}) => rateAt(askedOf(some, { ...wanted, ...more })!, placedAt).bps

describe('ATT-14 what was agreed outside of a deal', () => {
  it.each([
    { label: 'has the word', own: {}, members: [member({})], bps: 0 },
    { label: 'has none once its programme is closed', own: { status: 'closed' as const }, members: [member({})], bps: 1500 },
    { label: 'stays what she has without a deal', own: {}, members: [member({ programmeId: 'house', status: 'left', stays: [] })], bps: 0 },
    {
      label: 'has none where she has left',
      own: {},
      members: [member({}), member({ programmeId: 'house', status: 'left', via: 'open', stays: [] })],
      bps: 1500,
    },
  ])('ATT-14 $label', ({ own, members, bps }) => {
    expect(bpsOf(facts(own, members))).toBe(bps)
  })

  it('ATT-15 a bind or a code from before says since when she promotes, where no link does', () => {
    const none = { product: () => null, anything: () => null }
    const fallen = {
      ...facts({}, []),
      promoting: none,
      rates: new Map([['house', [{ ...agreed, source: 'programme' as const, target: null, fromBps: 900, announcedAt: ago(day) }]]]),
    }
    expect([bpsOf(fallen), bpsOf(fallen, { begunAt: ago(2 * day) })]).toEqual([0, 900])
  })

  it('ATT-14 a stay that nobody ended is over when its programme takes everybody', () => {
    const opened = facts({}, [member({})])
    const programmes = new Map([...opened.programmes, ['vip', { ...vip, joining: 'open' as const, tierBps: new Map() }]])
    expect(bpsOf({ ...opened, programmes, rates: new Map() })).toBe(800)
  })
})
