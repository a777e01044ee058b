import { describe, expect, it } from 'vitest'
import { numberElsewhere, saleName } from '../../../src/flows/conversions/sale-names.ts'
import { goodsOf, storyElsewhere, withOthersRefused } from '../../../src/flows/conversions/sale-story.ts'
import { storyLine } from '../../../src/flows/conversions/sale-subject.ts'
import { payableOfLine } from '../../../src/flows/earnings/line-dates.ts'
import type { Story } from '../../../src/flows/orders/read-story.ts'
import type { Decision, EntryTouch } from '../../../src/modules/attribution/index.ts'

const partner = { id: 'p1', programme: 'terms' }
const soldAt = new Date('2026-11-02T04:00:00.000Z')
const touch = (id: string, programmeId: string | null, more: Partial<EntryTouch> = {}): EntryTouch =>
  ({
    ...{
      id,
      kind: 'click',
      at: new Date(soldAt.getTime() - 60_000),
      creatorId: `by-${id}`,
      linkId: `l-${id}`,
      pieceId: null,
      placementId: null,
    },
    ...{ productId: null, programmeId, repeatOf: null, channel: null, parentShare: null, referrerHost: null, ...more },
  }) as EntryTouch
const coupon = { id: 'k', creatorId: 'c', programmeId: 'terms', isPublic: false, attributes: true }
const story = (touches: EntryTouch[], more: Partial<Story> = {}) =>
  ({ touches, bindings: [], members: [], coupon: null, ...more }) as unknown as Story
const undecided = { winner: null, weights: [], considered: [], refused: [], reason: 'no_touch', rule: null } as unknown as Decision

describe('the story of a sale elsewhere', () => {
  const met = story([
    touch('own', 'terms'),
    touch('none', null),
    touch('other', 'else'),
    touch('goods', 'terms', { productId: 'g1' }),
    touch('again', 'else', { repeatOf: 'other' }),
    touch('late', 'else', { at: new Date(soldAt.getTime() + 1) }),
  ])

  it('ATT-07 judges what led out under the shop’s own programme, and links without one; goods of ours have no part', () => {
    const { touches } = storyElsewhere(met, partner)
    expect(touches.map(({ id, productId }) => [id, productId])).toEqual([
      ['own', goodsOf(partner)],
      ['none', goodsOf(partner)],
    ])
  })

  it('ATT-07 refuses what led out under another programme before the sale, once each', () => {
    const { refused } = withOthersRefused(undecided, met, partner, soldAt)
    expect(refused).toEqual([expect.objectContaining({ touchId: 'other', reason: 'other_programme', rule: 'ATT-07' })])
    expect(withOthersRefused(undecided, story([touch('own', 'terms')]), partner, soldAt)).toBe(undecided)
  })

  it('ATT-16, ATT-17 a code credits under the shop’s own programme alone; another is kept, and credits nobody', () => {
    expect(storyElsewhere(story([], { coupon }), partner).coupon).toEqual(coupon)
    const other = storyElsewhere(story([], { coupon: { ...coupon, programmeId: 'else' } }), partner).coupon
    expect(other).toMatchObject({ id: 'k', attributes: false })
  })

  it('ATT-14 a deal under another programme has no part: it is about goods of ours', () => {
    const member = (programmeId: string) => ({ programmeId, creatorId: 'c', status: 'active', via: 'invited', endedAt: null }) as const
    const members = [member('terms'), member('else')]
    expect(storyElsewhere(story([], { members }), partner).members).toEqual([member('terms')])
  })

  it('ATT-09 a bind under another programme has no part', () => {
    const bind = (programmeId: string) => ({ id: programmeId, programmeId, creatorId: 'c', touchId: null, boundAt: soldAt, until: soldAt })
    const bindings = [bind('terms'), bind('else')]
    expect(storyElsewhere(story([], { bindings }), partner).bindings.map(({ id }) => id)).toEqual(['terms'])
  })

  it('is told without what stands for the other shop’s goods, and by the line’s own name where it has no title', () => {
    const considered = [{ touchId: 't', productId: goodsOf(partner) }]
    const line = { id: 'l', line: 'SKU-1', title: null, paidAmount: 113, taxAmount: 13, baseAmount: 100, commission: 0, rateBps: null }
    const told = storyLine({ ...line, holdDays: null, reason: 'no_touch', decision: { ...undecided, considered } })
    expect(told).toMatchObject({ title: 'SKU-1', quantity: null, product: null, listAmount: 113, discountAmount: 0 })
    expect(JSON.stringify(told)).not.toContain('partner:')
  })
})

describe('ATT-27 when a line without a receipt becomes payable', () => {
  const at = (days: number) => new Date(soldAt.getTime() + days * 86_400_000)
  it.each([
    ['a sale with a frozen hold', { holds: new Map([['l', 60]]) }, 60],
    ['a sale of before holds', { holds: new Map([['l', null]]) }, 15],
    ['another line of a sale', { holds: new Map([['m', 60]]) }, 15],
    ['a bonus', undefined, 15],
  ])('%s', (_what, dates, days) => {
    expect(payableOfLine(dates, 'l', soldAt, 7)).toEqual({
      at: at(days),
      expected: false,
      because: 'credited',
      holdDays: days,
      rule: 'ATT-27',
    })
  })

  it('an order of ours waits for its receipt as ever', () => {
    const order = { paidAt: soldAt, fulfilledAt: null, deliveredAt: null, receivedAt: at(3), holds: new Map([['l', 30]]) }
    expect(payableOfLine(order, 'l', soldAt, 7)).toMatchObject({ at: at(33), because: 'received' })
  })
})

it.each([
  ['山野铺 A-1001', 'A-1001'],
  ['A-1001', 'A-1001'],
  ['  The Tent Shop   A-1001 ', 'A-1001'],
])('the number there is found in what somebody typed: %s', (typed, number) => {
  expect(numberElsewhere(typed)).toBe(number)
  expect(numberElsewhere(saleName('The Tent Shop', number))).toBe(number)
})
