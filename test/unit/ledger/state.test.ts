import { describe, expect, it } from 'vitest'
import {
  accrualEntries,
  commissionState,
  type HoldRow,
  holdOn,
  holdTooShort,
  liveHolds,
  lockEntries,
  type PayoutFacts,
  payableDate,
  type ReceiptFacts,
  reversalEntries,
} from '../../../src/modules/ledger/index.ts'

const at = (text: string) => new Date(`2026-11-${text}Z`)
const order = (more: Partial<ReceiptFacts> = {}): ReceiptFacts => ({
  paidAt: at('01T10:00:00'),
  ...{ fulfilledAt: null, deliveredAt: null, receivedAt: null, confirmDays: 7 },
  ...more,
})

describe('ATT-27 when a commission becomes payable', () => {
  it.each([
    {
      label: 'the hold runs from the receipt',
      facts: { receivedAt: at('05T08:30:00') },
      hold: 15,
      day: '2026-11-20T08:30:00.000Z',
      expected: false,
      because: 'received',
    },
    {
      label: 'no hold: at the receipt',
      facts: { receivedAt: at('05T08:30:00') },
      hold: 0,
      day: '2026-11-05T08:30:00.000Z',
      expected: false,
      because: 'received',
    },
    {
      label: 'delivered: received by itself after the days of the shop',
      facts: { deliveredAt: at('05T00:00:00') },
      hold: 7,
      day: '2026-11-19T00:00:00.000Z',
      expected: true,
      because: 'delivered',
    },
    {
      label: 'sent: a week on its way',
      facts: { fulfilledAt: at('03T00:00:00') },
      hold: 7,
      day: '2026-11-24T00:00:00.000Z',
      expected: true,
      because: 'sent',
    },
    { label: 'not sent yet', facts: {}, hold: 7, day: '2026-11-25T10:00:00.000Z', expected: true, because: 'to_send' },
    {
      label: 'a line from before holds has the default of 15 days',
      facts: { receivedAt: at('05T00:00:00') },
      hold: null,
      day: '2026-11-20T00:00:00.000Z',
      expected: false,
      because: 'received',
    },
  ])('ATT-27 $label', ({ facts, hold, day, expected, because }) => {
    expect(payableDate(order(facts), hold)).toMatchObject({ at: new Date(day), expected, because, rule: 'ATT-27' })
  })

  it('ATT-27 a hold that ends before the right to return does is too short', () => {
    expect([holdTooShort(7, 7), holdTooShort(0, 7), holdTooShort(14, 15), holdTooShort(0, 0)]).toEqual([false, true, true, false])
  })
})

describe('ATT-25 the state of a commission', () => {
  const accrued = accrualEntries({
    ...{ order: 'o', orderLine: 'l', currency: 'CNY', shares: [{ creatorId: 'a', weight: 1 }] },
    rate: { rateBps: 1_000, rateSource: 'programme', programme: null, model: 'linear', base: 1_000, commission: 100 },
  })
  const hold: HoldRow = {
    ...{ id: 'h', kind: 'hold', hold: null, creator: 'a', orderLine: 'l', reason: 'dispute', signal: null, until: null },
    at: at('01T00:00:00'),
  }
  const payable = payableDate(order({ receivedAt: at('05T00:00:00') }), 7)
  const facts = { payable, hold: null, now: at('30T00:00:00') }
  const payout: PayoutFacts = { payout: 'p', creator: 'a', currency: 'CNY', lines: [{ orderLine: 'l', order: 'o', amount: 100 }], tax: 0 }
  const paid = [...accrued, ...lockEntries(payout)]
  const refunded = (refundedBase: number, written = accrued, reason = 'refunded') => [
    ...written,
    ...reversalEntries({ refundLine: 'r', orderLine: 'l', base: 1_000, refundedBase, reason }, written),
  ]

  it.each([
    {
      label: 'pending while the receipt is only expected',
      entries: accrued,
      more: { payable: payableDate(order(), 7) },
      state: 'pending',
      reason: 'to_send',
    },
    {
      label: 'pending until the last moment of the hold',
      entries: accrued,
      more: { now: new Date(payable.at.getTime() - 1) },
      state: 'pending',
      reason: 'received',
    },
    { label: 'payable from its end on', entries: accrued, more: { now: payable.at }, state: 'payable', reason: 'hold_over' },
    { label: 'on hold, with the reason', entries: accrued, more: { hold }, state: 'on_hold', reason: 'dispute' },
    { label: 'paid once it is in a payout', entries: paid, more: {}, state: 'paid', reason: 'sent' },
    {
      label: 'reversed with the refund’s reason',
      entries: refunded(1_000, accrued, 'duplicate'),
      more: { hold },
      state: 'reversed',
      reason: 'duplicate',
    },
    {
      label: 'paid, of which a part comes back from later earnings',
      entries: refunded(500, paid),
      more: {},
      state: 'paid',
      reason: 'clawback',
    },
    { label: 'reversed after it was paid', entries: refunded(1_000, paid), more: {}, state: 'reversed', reason: 'refunded' },
  ])('ATT-25 $label', ({ entries, more, state, reason }) => {
    expect(commissionState(entries, 'l', 'a', { ...facts, ...more })).toMatchObject({ state, reason })
  })

  it('ATT-26 a hold holds until a release of its own ends it, one without a line holds everything of its creator', () => {
    const release: HoldRow = { ...hold, id: 'r', kind: 'release', hold: 'h', reason: 'dispute_won' }
    const all: HoldRow = { ...hold, id: 'all', orderLine: null, reason: 'fraud_signal' }
    expect(liveHolds([hold, all, release]).map(({ id }) => id)).toEqual(['all'])
    expect(holdOn(liveHolds([hold, release]), 'a', 'l')).toBeNull()
    expect([holdOn([hold], 'a', 'other'), holdOn([hold], 'b', 'l'), holdOn([all], 'b', 'l')]).toEqual([null, null, null])
    expect([holdOn([hold], 'a', 'l'), holdOn([all], 'a', 'any')]).toEqual([hold, all])
  })
})
