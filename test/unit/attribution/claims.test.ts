import { describe, expect, it } from 'vitest'
import { afterWorkingDays } from '../../../src/lib/working-days.ts'
import { answerClaim, type ClaimedLine, type Decision, findingOn } from '../../../src/modules/attribution/index.ts'
import { ago, day, decide, standing, touch } from './builders.ts'

const line = (decision: Decision, more: Partial<ClaimedLine> = {}): ClaimedLine => ({
  ...{ orderId: 'o1', lineId: 'l1', productId: 'tent', decision, commission: 800, paid: true, undone: false },
  ...more,
})
const mine = touch('ahe', ago(3 * day))
const says = (decision: Decision, more: Partial<ClaimedLine> = {}) => {
  const found = findingOn(line(decision, more), 'ahe')
  return found && [found.finding, found.rule]
}

describe('ATT-40 what the shop answers by itself', () => {
  it('ATT-40 says that an order is in her earnings, or not paid for yet, or went back', () => {
    expect(says(decide([mine]))).toEqual(['credited', null])
    expect(says(decide([mine]), { paid: false })).toEqual(['unpaid', null])
    expect(says(decide([mine]), { undone: true })).toEqual(['undone', 'ATT-28'])
  })

  it('ATT-40 names the rule that refused her touch: the window', () => {
    expect(says(decide([touch('ahe', ago(31 * day))]), { commission: 0 })).toEqual(['excluded', 'ATT-08'])
  })

  it('ATT-40 names the rule that refused her touch: after checkout', () => {
    const order = { placedAt: ago(0), checkoutStartedAt: ago(600), buyerUserId: null, buyerCreatorId: null }
    expect(says(decide([touch('lin', ago(day)), touch('ahe', ago(60))], { order }))).toEqual(['excluded', 'ATT-05'])
  })

  it('ATT-40 says that another touch has it by the model', () => {
    expect(says(decide([mine, touch('lin', ago(day))]))).toEqual(['passed_over', 'ATT-10'])
  })

  it('ATT-40 says that a touch for other goods gave way (ATT-13)', () => {
    const other = touch('ahe', ago(day), { productId: 'lamp' })
    expect(says(decide([other, touch('lin', ago(2 * day))]))).toEqual(['passed_over', 'ATT-13'])
  })

  it('ATT-40 says that a code took it (ATT-16)', () => {
    const coupon = { id: 'c', creatorId: 'lin', programmeId: 'house', isPublic: false, attributes: true }
    expect(says(decide([mine], { coupon, line: { productId: 'tent', hasCoupon: true } }))).toEqual(['passed_over', 'ATT-16'])
  })

  it('ATT-40 says that her part is withheld, and by which rule', () => {
    const creators = new Map([['ahe', standing('ahe', { sameAs: ['email'] })]])
    expect(says(decide([mine], { creators }), { commission: 0 })).toEqual(['withheld', 'ATT-20'])
  })

  it('ATT-40 counts a repeat as no touch of its own, and knows nothing where she is not in the story', () => {
    expect(says(decide([touch('ahe', ago(day), { repeatOf: 'x' })]), { commission: 0 })).toBeNull()
    expect(says(decide([touch('lin', ago(day))]))).toBeNull()
  })

  it('ATT-40 answers with what speaks against her first, when an order has several lines', () => {
    const gone = line(decide([touch('ahe', ago(40 * day))]), { lineId: 'l2', commission: 0 })
    expect(answerClaim([line(decide([mine])), gone], 'ahe')).toMatchObject({ lineId: 'l2', finding: 'excluded', rule: 'ATT-08' })
  })

  it('ATT-40 leaves it to a person when nothing of hers is in the orders, or when several fit', () => {
    expect(answerClaim([], 'ahe')).toBeNull()
    expect(answerClaim([line(decide([touch('lin', ago(day))]))], 'ahe')).toBeNull()
    expect(answerClaim([line(decide([mine])), line(decide([mine]), { orderId: 'o2' })], 'ahe')).toBeNull()
  })

  it('ATT-40 tells nothing of who bought', () => {
    const found = answerClaim([line(decide([mine]))], 'ahe')
    expect(Object.keys(found!).sort()).toEqual(['finding', 'lineId', 'orderId', 'rule'])
  })
})

describe('ATT-40 two working days', () => {
  const zone = 'Asia/Shanghai'
  it.each([
    ['from a Monday to the Wednesday', '2026-11-02T04:00:00.000Z', '2026-11-04T04:00:00.000Z'],
    ['from a Thursday over the weekend to the Monday', '2026-11-05T04:00:00.000Z', '2026-11-09T04:00:00.000Z'],
    ['from a Saturday to the Tuesday', '2026-11-07T04:00:00.000Z', '2026-11-10T04:00:00.000Z'],
    ['by the calendar of the shop: Friday in London is Saturday in Shanghai', '2026-11-06T17:00:00.000Z', '2026-11-09T17:00:00.000Z'],
  ])('%s', (_, from, to) => expect(afterWorkingDays(new Date(from), 2, zone).toISOString()).toBe(to))

  it('refuses what is no number of days', () => {
    expect(() => afterWorkingDays(new Date(0), 0, zone)).toThrow(RangeError)
    expect(() => afterWorkingDays(new Date(0), 1.5, zone)).toThrow(RangeError)
  })
})
