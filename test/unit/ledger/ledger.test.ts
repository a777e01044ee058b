import { describe, expect, it } from 'vitest'
import { shareOf } from '../../../src/lib/prorate.ts'
import {
  accrualEntries,
  balanceOf,
  checkBooks,
  checkStock,
  commissionExpense,
  commissionState,
  creatorOf,
  type EntryDraft,
  type LineForBooks,
  payableTo,
  type RateSnapshot,
  reversalEntries,
} from '../../../src/modules/ledger/index.ts'
import { holds, prove } from '../../properties.ts'
import { fc } from '../fc.ts'

const rate = (commission: number, base = 55_664): RateSnapshot => ({
  rateBps: 800,
  rateSource: 'programme',
  programme: 'house',
  model: 'last_touch',
  base,
  commission,
})

const accrue = (commission: number, shares = [{ creatorId: 'ahe', weight: 1 }], base = 55_664) =>
  accrualEntries({
    order: 'o1',
    orderLine: 'l1',
    currency: 'CNY',
    shares: shares.map((share) => ({ piece: { kind: 'posts' as const, id: 'p1' }, ...share })),
    rate: rate(commission, base),
  })

const owed = (entries: readonly EntryDraft[], creator: string) => balanceOf(entries, payableTo(creator)).get('CNY') ?? 0
const total = (entries: readonly EntryDraft[]) => entries.reduce((sum, { amount }) => sum + amount, 0)

/** Refunds a line step by step, each step the base refunded so far. */
function refundThrough(steps: readonly number[], base: number, accrued: readonly EntryDraft[]): EntryDraft[] {
  const entries = [...accrued]
  steps.forEach((refundedBase, index) => {
    entries.push(...reversalEntries({ refundLine: `r${index}`, orderLine: 'l1', base, refundedBase, reason: 'refunded' }, entries))
  })
  return entries
}

/** The refunds behind these steps. */
const partsOf = (steps: readonly number[]) => steps.map((all, index) => ({ id: `r${index}`, base: all - (steps[index - 1] ?? 0) }))

describe('crediting a paid line', () => {
  it('ATT-26 writes what she is owed and its opposite, with the rate that made it', () => {
    expect(accrue(4_453)).toEqual([
      {
        key: 'payable:earned:l1:ahe',
        transaction: 'earned:l1',
        account: 'creator:ahe:payable',
        creator: 'ahe',
        kind: 'accrue',
        amount: 4_453,
        currency: 'CNY',
        sourceKind: 'order_line',
        sourceId: 'l1',
        order: 'o1',
        orderLine: 'l1',
        pieceKind: 'posts',
        piece: 'p1',
        rate: rate(4_453),
        reason: 'sold',
      },
      expect.objectContaining({ key: 'expense:earned:l1:ahe', account: commissionExpense, creator: null, amount: -4_453 }),
    ])
  })

  it('ATT-12 splits 1000 by 1:1:1 into 334, 333, 333', () => {
    const entries = accrue(
      1_000,
      ['ahe', 'lin', 'zoe'].map((creatorId) => ({ creatorId, weight: 1 })),
    )
    expect(['ahe', 'lin', 'zoe'].map((creator) => owed(entries, creator))).toEqual([334, 333, 333])
    expect(total(entries)).toBe(0)
  })

  it('ATT-32 credits a creator once on a line, however many of her touches share it', () => {
    const entries = accrue(100, [
      { creatorId: 'ahe', weight: 40 },
      { creatorId: 'lin', weight: 20 },
      { creatorId: 'ahe', weight: 40 },
    ])
    expect([owed(entries, 'ahe'), owed(entries, 'lin')]).toEqual([80, 20])
    expect(new Set(entries.map(({ key }) => key)).size).toBe(4)
  })

  it('writes nothing where nothing is earned, and no entry of zero', () => {
    expect(accrue(0)).toEqual([])
    expect(accrue(100, [])).toEqual([])
    expect(
      accrue(1, [
        { creatorId: 'ahe', weight: 1 },
        { creatorId: 'lin', weight: 1 },
      ]),
    ).toHaveLength(2)
    expect(() => accrue(0.5)).toThrow(RangeError)
    expect(() => accrue(-1)).toThrow(RangeError)
  })
})

describe('ATT-28 taking back', () => {
  it.each([
    { label: 'all at once', commission: 4_453, base: 55_664, steps: [55_664], after: [0] },
    { label: 'half and half', commission: 4_453, base: 55_664, steps: [27_832, 55_664], after: [2_227, 0] },
    { label: 'thirds of 100: 33.33 is 33, 66.67 is 67, then the rest', commission: 100, base: 3, steps: [1, 2, 3], after: [67, 33, 0] },
    { label: 'ties go to the even cent: 0.5 is 0, 1.5 is 2', commission: 3, base: 6, steps: [1, 3, 6], after: [3, 1, 0] },
    { label: 'nothing more for a refund of nothing', commission: 100, base: 1_000, steps: [500, 500], after: [50, 50] },
  ])('ATT-28 $label', ({ commission, base, steps, after }) => {
    const accrued = accrue(commission, undefined, base)
    after.forEach((left, index) => {
      expect(owed(refundThrough(steps.slice(0, index + 1), base, accrued), 'ahe')).toBe(left)
    })
  })

  it('ATT-28 keys hold refund line and creator, and the snapshot is the accrual’s own', () => {
    const [entry, opposite] = reversalEntries(
      { refundLine: 'r1', orderLine: 'l1', base: 55_664, refundedBase: 55_664, reason: 'refunded' },
      accrue(4_453),
    )
    expect(entry).toMatchObject({
      key: 'payable:reversed:r1:ahe',
      transaction: 'reversed:r1',
      kind: 'reverse',
      amount: -4_453,
      sourceKind: 'refund_line',
      sourceId: 'r1',
      orderLine: 'l1',
      piece: 'p1',
      rate: rate(4_453),
      reason: 'refunded',
    })
    expect(opposite).toMatchObject({ key: 'expense:reversed:r1:ahe', amount: 4_453 })
  })

  it('ATT-28 refuses to take back more than the base, and takes nothing from other lines', () => {
    const refund = { refundLine: 'r1', orderLine: 'l1', base: 100, reason: 'refunded' }
    expect(() => reversalEntries({ ...refund, refundedBase: 101 }, accrue(10))).toThrow(RangeError)
    expect(() => reversalEntries({ ...refund, refundedBase: -1 }, accrue(10))).toThrow(RangeError)
    expect(reversalEntries({ ...refund, refundedBase: 100 }, [])).toEqual([])
    expect(reversalEntries({ ...refund, orderLine: 'other', refundedBase: 100 }, accrue(10))).toEqual([])
  })

  const plan = fc.record({
    commission: fc.nat({ max: 1_000_000 }),
    base: fc.integer({ min: 1, max: 2_000_000 }),
    weights: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 4 }),
    cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
  })

  it('ATT-28 no share ever rises or goes below zero, each refund is exact in total, and the last brings every share to zero', () => {
    prove(
      'several creators on one line',
      'no share rises or goes below zero, and all end at zero',
      fc.property(plan, ({ commission, base, weights, cuts }) => {
        const creators = weights.map((_, index) => `c${index}`)
        const accrued = accrue(
          commission,
          weights.map((weight, index) => ({ creatorId: `c${index}`, weight })),
          base,
        )
        const steps = [...cuts.map((cut) => Math.floor(cut * base)).sort((a, b) => a - b), base]
        const entries = [...accrued]
        let before = creators.map((creator) => owed(entries, creator))
        steps.forEach((refundedBase, index) => {
          entries.push(...reversalEntries({ refundLine: `r${index}`, orderLine: 'l1', base, refundedBase, reason: 'refunded' }, entries))
          const now = creators.map((creator) => owed(entries, creator))
          now.forEach((share, at) => {
            holds(share >= 0 && share <= before[at]!, `c${at} had ${before[at]} and has ${share}`)
          })
          const left = now.reduce((a, b) => a + b, 0)
          holds(left === commission - shareOf(commission, refundedBase, base), `${left} is left of ${commission}`)
          before = now
        })
        holds(total(entries) === 0, 'the ledger does not sum to zero')
        holds(new Set(entries.map(({ key }) => key)).size === entries.length, 'two entries have one key')
        const refunds = partsOf(steps)
        const line = { orderLine: 'l1', order: 'o1', currency: 'CNY', test: false, paid: true, commission, base, refunds }
        holds(checkBooks(entries, [line]).length === 0, 'the books find something')
        holds(
          before.every((share) => share === 0),
          'a share is left',
        )
      }),
    )
  }, 60_000)
})

describe('what is derived', () => {
  it('names the accounts both ways', () => {
    expect(creatorOf(payableTo('ahe'))).toBe('ahe')
    expect([creatorOf(commissionExpense), creatorOf('creator::payable'), creatorOf('creator:a:payable:x')]).toEqual([null, null, null])
  })

  it('ATT-26 a balance is a sum, apart for each currency', () => {
    const yen = { account: payableTo('ahe'), amount: 7, currency: 'JPY' }
    expect([...balanceOf([...accrue(100), yen, yen], payableTo('ahe'))]).toEqual([
      ['CNY', 100],
      ['JPY', 14],
    ])
  })

  it('ATT-25 a commission is pending until refunds took all of it', () => {
    const accrued = accrue(100, undefined, 1_000)
    const state = (steps: number[]) => commissionState(refundThrough(steps, 1_000, accrued), 'l1', 'ahe')
    const none = { reason: null, payable: null, paid: 0 }
    expect(commissionState([], 'l1', 'ahe')).toEqual({ ...none, state: null, earned: 0, reversed: 0, outstanding: 0 })
    expect(state([])).toEqual({ ...none, state: 'pending', earned: 100, reversed: 0, outstanding: 100 })
    expect(state([500])).toEqual({ ...none, state: 'pending', earned: 100, reversed: 50, outstanding: 50 })
    expect(state([500, 1_000])).toEqual({ ...none, state: 'reversed', reason: 'refunded', earned: 100, reversed: 100, outstanding: 0 })
  })
})

describe('checking the books', () => {
  const line: LineForBooks = {
    ...{ orderLine: 'l1', order: 'o1', currency: 'CNY', test: false, paid: true, commission: 100, base: 1_000, refunds: [] },
  }
  const good = accrue(100, undefined, 1_000)
  const codes = (entries: readonly EntryDraft[], lines: LineForBooks[] = [line]) => checkBooks(entries, lines).map(({ code }) => code)
  const alter = (entries: readonly EntryDraft[], index: number, change: Partial<EntryDraft>) =>
    entries.map((entry, at) => (at === index ? { ...entry, ...change } : entry))

  it('finds nothing in good books', () => {
    expect(codes(good)).toEqual([])
    expect(codes(refundThrough([1_000], 1_000, good), [{ ...line, refunds: partsOf([1_000]) }])).toEqual([])
    expect(codes([], [{ ...line, paid: false }])).toEqual([])
    expect(codes([], [])).toEqual([])
  })

  it.each([
    { code: 'unbalanced', entries: alter(good, 1, { amount: -99 }), lines: [line] },
    { code: 'unbalanced', entries: good.slice(0, 1), lines: [line] },
    { code: 'unbalanced', entries: alter(good, 1, { currency: 'JPY' }), lines: [line] },
    { code: 'wrong_currency', entries: good.map((entry) => ({ ...entry, currency: 'JPY' })), lines: [line] },
    { code: 'duplicate_key', entries: [...good, ...good], lines: [line] },
    { code: 'double_accrual', entries: [...good, ...good.map((entry) => ({ ...entry, key: `${entry.key}:again` }))], lines: [line] },
    { code: 'wrong_accrual', entries: [], lines: [line] },
    { code: 'wrong_accrual', entries: good, lines: [{ ...line, commission: 101 }] },
    { code: 'early_accrual', entries: good, lines: [{ ...line, paid: false }] },
    { code: 'unknown_line', entries: good, lines: [] },
    { code: 'wrong_reversal', entries: good, lines: [{ ...line, refunds: partsOf([500]) }] },
    { code: 'wrong_reversal', entries: refundThrough([500], 1_000, good), lines: [line] },
    { code: 'not_fully_reversed', entries: good, lines: [{ ...line, refunds: partsOf([1_000]) }] },
    { code: 'bad_amount', entries: alter(good, 0, { amount: 0 }), lines: [line] },
    { code: 'bad_amount', entries: alter(good, 0, { amount: 0.5 }), lines: [line] },
    { code: 'bad_account', entries: alter(good, 0, { account: 'creator:lin:payable' }), lines: [line] },
    { code: 'bad_account', entries: alter(good, 1, { account: 'bank' }), lines: [line] },
    {
      code: 'share_below_zero',
      entries: [
        ...good,
        ...good.map((entry) => ({
          ...entry,
          kind: 'reverse' as const,
          sourceKind: 'refund_line' as const,
          key: `r:${entry.key}`,
          amount: -2 * entry.amount,
        })),
      ],
      lines: [line],
    },
  ])('finds $code', ({ code, entries, lines }) => {
    expect(codes(entries, lines)).toContain(code)
  })

  it('proves stock by its movements', () => {
    const level = { variant: 'v', available: 3, reserved: 2 }
    const moves = [
      { variant: 'v', available: 5, reserved: 0 },
      { variant: 'v', available: -2, reserved: 2 },
    ]
    expect(checkStock([level], moves)).toEqual([])
    expect(checkStock([{ ...level, available: 4 }], moves)).toEqual([expect.objectContaining({ code: 'stock_differs', subject: 'v' })])
    expect(checkStock([], moves)).toEqual([expect.objectContaining({ code: 'stock_differs', subject: 'v' })])
    expect(checkStock([{ variant: 'w', available: 1, reserved: 0 }], [])).toHaveLength(1)
    expect(checkStock([{ variant: 'v', available: -1, reserved: 0 }], [{ variant: 'v', available: -1, reserved: 0 }])).toEqual([
      expect.objectContaining({ code: 'stock_below_zero' }),
    ])
  })
})
