import { describe, expect, it } from 'vitest'
import {
  accrualEntries,
  checkCorrection,
  type EntryDraft,
  restoreEntries,
  reversalEntries,
  roomFor,
  standingsOf,
  takingEntries,
  takingReasons,
  withdrawalEntries,
} from '../../../src/modules/ledger/index.ts'
import { holds, prove } from '../../properties.ts'
import { fc } from '../fc.ts'

const orderLine = 'l1'
const rate = { rateBps: 1_000, rateSource: 'programme', programme: null, model: 'linear', base: 10_000, commission: 1_000 }
const earned = (commission: number, base: number, weights: readonly number[]): EntryDraft[] =>
  accrualEntries({
    ...{ order: 'o1', orderLine, currency: 'CNY', rate: { ...rate, base, commission } },
    shares: weights.map((weight, index) => ({ creatorId: `c${index}`, weight, piece: null })),
  })
const netOf = (entries: readonly EntryDraft[], creator: string) =>
  standingsOf(entries, orderLine).find((one) => one.creator === creator)?.net ?? 0
const taking = (entries: EntryDraft[], creator: string, amount: number, correction = 'x'): EntryDraft[] => [
  ...entries,
  ...takingEntries({ correction, orderLine, creator, amount, reason: 'terms' }, entries),
]
const refunding = (entries: EntryDraft[], refundLine: string, base: number, refundedBase: number): EntryDraft[] => [
  ...entries,
  ...reversalEntries({ refundLine, orderLine, base, refundedBase, reason: 'refunded' }, entries),
]

describe('what finance takes back by hand', () => {
  it('ATT-29 has the list of reasons that Dub has', () => {
    expect(takingReasons).toEqual([
      'order_canceled',
      'fraud',
      'terms',
      'tracking_error',
      'payment_failed',
      'ineligible',
      'duplicate',
      'other',
    ])
  })

  it('ATT-28 leaves refunds to be counted from the rest: half of 1,000 taken, half of the goods back, a quarter is left', () => {
    const half = taking(earned(1_000, 10_000, [1]), 'c0', 500)
    const after = refunding(half, 'r1', 10_000, 5_000)
    expect(netOf(after, 'c0')).toBe(250)
    expect(netOf(refunding(after, 'r2', 10_000, 10_000), 'c0')).toBe(0)
  })

  it('ATT-28 leaves the parts of the other creators of the line as they are', () => {
    const two = taking(earned(1_000, 10_000, [1, 1]), 'c0', 500)
    const after = refunding(two, 'r1', 10_000, 5_000)
    expect([netOf(after, 'c0'), netOf(after, 'c1')]).toEqual([0, 250])
  })

  it('ATT-38 stays taken when a ban that came later ends', () => {
    const part = taking(earned(1_000, 10_000, [1]), 'c0', 400)
    const banned = [...part, ...withdrawalEntries({ cause: 'ban', orderLine, creator: 'c0', reason: 'fraud' }, part)]
    const halfBack = refunding(banned, 'r1', 10_000, 5_000)
    const restore = { cause: 'ban', orderLine, base: 10_000, reason: 'appeal_upheld' }
    expect(netOf([...banned, ...restoreEntries({ ...restore, refundedBase: 0 }, banned)], 'c0')).toBe(600)
    expect(netOf([...halfBack, ...restoreEntries({ ...restore, refundedBase: 5_000 }, halfBack)], 'c0')).toBe(300)
  })

  it('ATT-29 refuses more than is left, nothing, and what is no amount', () => {
    const entries = earned(1_000, 10_000, [1])
    for (const amount of [0, -1, 1_001, 1.5, Number.NaN]) expect(() => taking(entries, 'c0', amount)).toThrow(RangeError)
    expect(() => taking(entries, 'somebody', 1)).toThrow(RangeError)
  })

  it('ATT-28, ATT-29 takings, refunds, bans and their ends in any order: no share below zero, none left after a full refund', () => {
    const step = fc.record({
      do: fc.constantFrom('take' as const, 'refund' as const, 'ban' as const, 'unban' as const),
      who: fc.nat(2),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    const story = fc.record({
      commission: fc.integer({ min: 1, max: 100_000 }),
      base: fc.integer({ min: 1, max: 1_000_000 }),
      weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }),
      steps: fc.array(step, { maxLength: 12 }),
    })
    const runs = fc.property(story, ({ commission, base, weights, steps }) => {
      let entries = earned(commission, base, weights)
      let refunded = 0
      const bans = new Map<string, string>()
      steps.forEach(({ do: what, who, part }, index) => {
        const creator = `c${who % weights.length}`
        const left = netOf(entries, creator)
        if (what === 'take' && left > 0) entries = taking(entries, creator, Math.max(1, Math.floor(left * part)), `x${index}`)
        if (what === 'refund') {
          refunded += Math.floor((base - refunded) * part)
          entries = refunding(entries, `r${index}`, base, refunded)
        }
        if (what === 'ban' && !bans.has(creator)) {
          bans.set(creator, `b${index}`)
          entries = [...entries, ...withdrawalEntries({ cause: `b${index}`, orderLine, creator, reason: 'fraud' }, entries)]
        }
        const cause = bans.get(creator)
        if (what === 'unban' && cause) {
          bans.delete(creator)
          const facts = { cause, orderLine, base, refundedBase: refunded, reason: 'appeal_upheld' }
          entries = [...entries, ...restoreEntries(facts, entries)]
        }
        for (const { net, pieces } of standingsOf(entries, orderLine)) {
          holds(net >= 0, 'no share is below zero')
          for (const one of pieces) holds(one.net >= 0, 'nothing of a piece is below zero')
        }
      })
      entries = refunding(entries, 'last', base, base)
      for (const { net } of standingsOf(entries, orderLine)) holds(net === 0, 'nothing is left after a full refund')
      holds(entries.reduce((sum, { amount }) => sum + amount, 0) === 0, 'the books sum to zero')
    })
    prove('refund sequences', 'takings by hand end exactly with refunds and bans', runs)
  })
})

describe('what a missed order may be credited', () => {
  it('ATT-23 is what the cap leaves of what was not refunded, less what was credited', () => {
    const line = { base: 10_000, capBps: 5_000, credited: 0 }
    expect(roomFor([line], 0)).toBe(5_000)
    expect(roomFor([line, { ...line, credited: 2_000 }], 1_000)).toBe(7_000)
    expect(roomFor([{ ...line, credited: 6_000 }, line], 0)).toBe(5_000)
    expect(roomFor([line], 9_000)).toBe(0)
    expect(roomFor([], 0)).toBe(0)
  })
})

describe('the proof of corrections', () => {
  const entries = takingEntries({ correction: 'x', orderLine, creator: 'c0', amount: 300, reason: 'terms' }, earned(1_000, 10_000, [1]))
  const row = { id: 'x', kind: 'taken' as const, creator: 'c0', amount: -300, currency: 'CNY' }

  it('ATT-26 finds nothing where rows and entries agree, and every way in which they do not', () => {
    expect(checkCorrection(row, entries)).toEqual([])
    const wrong: [typeof row | (Omit<typeof row, 'kind'> & { kind: 'credited' }), EntryDraft[]][] = [
      [row, []],
      [row, entries.slice(0, 1)],
      [{ ...row, amount: -299 }, entries],
      [{ ...row, amount: 300 }, entries],
      [{ ...row, creator: 'c1' }, entries],
      [{ ...row, currency: 'USD' }, entries],
      [{ ...row, kind: 'credited' }, entries],
      [row, entries.map((entry) => ({ ...entry, transaction: 'withdrawn:x:l1' }))],
      [row, [...entries, ...entries]],
    ]
    for (const [one, list] of wrong) expect(checkCorrection(one, list).map(({ code }) => code)).toEqual(['correction_differs'])
  })
})
