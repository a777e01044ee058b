import { describe, expect, it } from 'vitest'
import { groupBy } from '../../../src/lib/group.ts'
import {
  accrualEntries,
  balanceOf,
  checkBooks,
  checkPayouts,
  commissionExpense,
  confirmEntries,
  type EntryDraft,
  failEntries,
  lockEntries,
  type PayablePair,
  type PayoutFacts,
  type PayoutForBooks,
  payableTo,
  payoutsBank,
  payoutsInTransit,
  planPayout,
  restoreEntries,
  reversalEntries,
  standingsOf,
  taxWithheld,
  withdrawalEntries,
} from '../../../src/modules/ledger/index.ts'
import { prove } from '../../properties.ts'
import { fc } from '../fc.ts'

/** A line of an order in the model: what it may still refund, and who shares it. */
interface Line {
  id: string
  commission: number
  base: number
  creators: { creatorId: string; weight: number }[]
}

const line = fc.record({
  commission: fc.integer({ min: 0, max: 100_000 }),
  base: fc.integer({ min: 1, max: 1_000_000 }),
  weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }),
})

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('refund' as const), at: fc.nat(2), part: fc.double({ min: 0, max: 1, noNaN: true }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('hold' as const, 'release' as const), at: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('withdraw' as const, 'restore' as const), at: fc.nat(2) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('lock' as const), taxBps: fc.constantFrom(0, 300, 2_000), min: fc.constantFrom(0, 100) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('confirm' as const, 'fail' as const), which: fc.nat(9) }) },
)

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** A little shop: two or three lines, its ledger, its holds and its payouts. Every step ends in the checks of the books. */
class Shop {
  readonly entries: EntryDraft[] = []
  readonly payouts: PayoutForBooks[] = []
  readonly refunded = new Map<string, number>()
  readonly held = new Set<string>()
  readonly withdrawn = new Map<string, string>()
  private count = 0

  constructor(readonly lines: Line[]) {
    for (const { id, commission, base, creators } of lines) {
      const rate = { rateBps: 800, rateSource: 'programme', programme: null, model: 'linear', base, commission }
      this.entries.push(...accrualEntries({ order: `o-${id}`, orderLine: id, currency: 'CNY', shares: creators, rate }))
      this.refunded.set(id, 0)
    }
  }

  apply(step: Step): void {
    const line = 'at' in step ? this.lines[step.at % this.lines.length]! : this.lines[0]!
    const number = ++this.count
    if (step.do === 'refund') this.refund(line, Math.ceil((line.base - this.refunded.get(line.id)!) * step.part), number)
    else if (step.do === 'hold') this.held.add(line.id)
    else if (step.do === 'release') this.held.delete(line.id)
    else if (step.do === 'withdraw') this.withdraw(line, `d${number}`)
    else if (step.do === 'restore') this.restore(line)
    else if (step.do === 'lock') this.lock(step, number)
    else if ('which' in step) this.end(step)
  }

  private withdraw({ id }: Line, cause: string): void {
    if (this.withdrawn.has(id)) return
    this.withdrawn.set(id, cause)
    this.entries.push(...withdrawalEntries({ cause, orderLine: id, reason: 'dispute' }, this.entries))
  }

  refund(line: Line, base: number, number: number): void {
    const refundedBase = this.refunded.get(line.id)! + base
    this.refunded.set(line.id, refundedBase)
    const facts = { refundLine: `r${number}`, orderLine: line.id, base: line.base, refundedBase, reason: 'refunded' }
    this.entries.push(...reversalEntries(facts, this.entries))
  }

  private restore(line: Line): void {
    const cause = this.withdrawn.get(line.id)
    if (!cause) return
    this.withdrawn.delete(line.id)
    const facts = { cause, orderLine: line.id, base: line.base, refundedBase: this.refunded.get(line.id)!, reason: 'dispute_won' }
    this.entries.push(...restoreEntries(facts, this.entries))
  }

  pairs(): PayablePair[] {
    return this.lines.flatMap(({ id }) =>
      standingsOf(this.entries, id)
        .filter(({ outstanding }) => outstanding !== 0 && (outstanding < 0 || !this.held.has(id)))
        .map(({ creator, outstanding }) => ({
          creator,
          orderLine: id,
          order: `o-${id}`,
          pieceKind: null,
          piece: null,
          amount: outstanding,
          since: new Date(0),
        })),
    )
  }

  private lock({ taxBps, min }: { taxBps: number; min: number }, number: number): void {
    const plan = planPayout(this.pairs(), { minPayout: min, taxBps }, { hasAccount: () => true })
    for (const { creator, pairs, gross, tax, net } of plan.payouts) {
      expect(gross).toBeGreaterThan(0)
      expect(gross).toBeGreaterThanOrEqual(min)
      expect(net + tax).toBe(gross)
      const facts: PayoutFacts = { payout: `p${number}-${creator}`, creator, currency: 'CNY', lines: pairs, tax }
      this.entries.push(...lockEntries(facts))
      this.payouts.push({ ...facts, amount: net, state: 'locked' })
    }
    // Running it again at once pays nobody twice.
    const again = planPayout(this.pairs(), { minPayout: min, taxBps }, { hasAccount: () => true })
    expect(again.payouts).toEqual([])
  }

  private end({ do: how, which }: { do: 'confirm' | 'fail'; which: number }): void {
    const open = this.payouts.filter(({ state }) => state === 'locked' || state === 'confirmed')
    const payout = open[which % Math.max(1, open.length)]
    if (!payout || (how === 'confirm' && payout.state === 'confirmed')) return
    this.entries.push(
      ...(how === 'confirm'
        ? confirmEntries(payout)
        : failEntries(payout, payout.state === 'confirmed' ? 'returned' : 'failed', 'wrong account')),
    )
    payout.state = how === 'confirm' ? 'confirmed' : 'failed'
  }

  check(): void {
    const books = this.lines.map(({ id, commission, base }) => ({
      ...{ orderLine: id, currency: 'CNY', paid: true, commission, base },
      refundedBase: this.refunded.get(id)!,
    }))
    expect(checkBooks(this.entries, books)).toEqual([])
    expect(
      checkPayouts(
        this.payouts,
        this.entries.filter(({ sourceKind }) => sourceKind === 'payout'),
      ),
    ).toEqual([])
  }

  /** What must hold after every step. Plain conditions: this runs tens of thousands of times. */
  fault(): string | null {
    if (balance(this.entries) !== 0) return 'the ledger does not sum to zero'
    for (const { id, commission } of this.lines) {
      for (const { creator, net, paid, outstanding, earned } of standingsOf(this.entries, id)) {
        if (net < 0 || net > earned || earned > commission) return `${creator} has ${net} of ${earned} of ${commission}`
        if (outstanding !== net - paid || outstanding < -paid) return `${creator} has ${outstanding} outstanding`
      }
    }
    return null
  }
}

const balance = (entries: readonly EntryDraft[]) => entries.reduce((sum, { amount }) => sum + amount, 0)
const on = (entries: readonly EntryDraft[], account: string) => balanceOf(entries, account).get('CNY') ?? 0

const shopOf = (lines: { commission: number; base: number; weights: number[] }[]) =>
  new Shop(
    lines.map(({ commission, base, weights }, index) => ({
      id: `l${index}`,
      // The ledger is given a commission that its base can make.
      commission: Math.min(commission, base),
      base,
      creators: weights.map((weight, at) => ({ creatorId: `c${at}`, weight })),
    })),
  )

describe('the life of commissions', () => {
  it('ATT-26 ATT-28 ATT-29 ATT-33: whatever happens in whatever order, the books balance, no share goes below zero, and what is paid is what was payable', () => {
    prove(
      'refund sequences',
      'the whole life of commissions balances',
      fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), fc.array(step, { minLength: 1, maxLength: 14 }), (lines, steps) => {
        const shop = shopOf(lines)
        for (const one of steps) {
          shop.apply(one)
          expect(shop.fault()).toBeNull()
        }
        shop.check()
        // In the end everything is refunded: every commission is exactly zero, whoever was paid before.
        shop.lines.forEach((one, index) => {
          shop.refund(one, one.base - shop.refunded.get(one.id)!, 1_000 + index)
        })
        shop.check()
        for (const { id } of shop.lines) for (const { net } of standingsOf(shop.entries, id)) expect(net).toBe(0)
        const kept = shop.payouts.filter(({ state }) => state !== 'failed')
        const sent = kept.reduce((sum, { amount, tax }) => sum + amount + tax, 0)
        const creators = [...groupBy(shop.entries, ({ creator }) => creator).keys()].filter((creator) => creator !== null)
        expect(creators.reduce((sum, creator) => sum + on(shop.entries, payableTo(creator)), 0)).toBe(-sent || 0)
        expect(on(shop.entries, payoutsInTransit) + on(shop.entries, payoutsBank) + on(shop.entries, taxWithheld)).toBe(sent)
        expect(on(shop.entries, commissionExpense)).toBe(0)
      }),
    )
  })

  it('ATT-29 fills what was clawed back before anything is sent, and leaves a creator below zero out', () => {
    const pair = (orderLine: string, amount: number, creator = 'a'): PayablePair => ({
      ...{ creator, orderLine, amount, order: null, pieceKind: null, piece: null },
      since: new Date(amount),
    })
    const terms = { minPayout: 100, taxBps: 1_000 }
    const everybody = { hasAccount: () => true }
    expect(planPayout([pair('l1', 400), pair('l2', -150)], terms, everybody).payouts).toEqual([
      { creator: 'a', pairs: [pair('l2', -150), pair('l1', 400)], gross: 250, tax: 25, net: 225, more: false },
    ])
    expect(planPayout([pair('l1', 100), pair('l2', -150)], terms, everybody)).toEqual({
      payouts: [],
      left: [{ creator: 'a', amount: -50, why: 'negative' }],
    })
    const others = [
      pair('l1', 99),
      pair('l2', 500, 'b'),
      pair('l3', 500, 'c'),
      pair('l4', 500, 'd'),
      pair('l5', 100, 'e'),
      pair('l6', 100, 'f'),
    ]
    const bars = {
      hasAccount: (creator: string) => creator !== 'b',
      blocked: (creator: string) => creator === 'c',
      selected: (creator: string) => creator !== 'd',
    }
    expect(planPayout(others, { ...terms, maxLines: 1 }, bars)).toMatchObject({
      payouts: [{ creator: 'e', gross: 100 }],
      left: [
        { creator: 'a', why: 'below_minimum' },
        { creator: 'b', why: 'no_account' },
        { creator: 'c', why: 'blocked' },
        { creator: 'd', why: 'not_selected' },
        { creator: 'f', why: 'run_full' },
      ],
    })
  })

  it('ATT-33 pays every pair that is given once, and leaves nobody out without a reason', () => {
    const pair = fc.record({ creator: fc.constantFrom('a', 'b', 'c'), amount: fc.integer({ min: -500, max: 900 }).filter((n) => n !== 0) })
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 20 }), fc.integer({ min: 1, max: 12 }), fc.nat(400), (parts, maxLines, minPayout) => {
        const pairs = parts.map((one, index) => ({
          ...one,
          ...{ orderLine: `l${index}`, order: null, pieceKind: null, piece: null, since: new Date(index) },
        }))
        const plan = planPayout(pairs, { minPayout, taxBps: 333, maxLines }, { hasAccount: () => true })
        const seen = [...plan.payouts.map(({ creator }) => creator), ...plan.left.map(({ creator }) => creator)]
        expect(seen.sort()).toEqual([...new Set(pairs.map(({ creator }) => creator))].sort())
        const taken = plan.payouts.flatMap((one) => one.pairs)
        expect(new Set(taken).size).toBe(taken.length)
        expect(taken.length).toBeLessThanOrEqual(maxLines)
        for (const { creator, pairs: own, gross, tax, net, more } of plan.payouts) {
          expect(gross).toBeGreaterThan(0)
          expect(gross).toBeGreaterThanOrEqual(minPayout)
          expect([net + tax, own.reduce((sum, { amount }) => sum + amount, 0)]).toEqual([gross, gross])
          expect(more).toBe(own.length < pairs.filter((one) => one.creator === creator).length)
          // Nothing that was clawed back is left for later while something is sent.
          if (more) expect(pairs.filter((one) => one.creator === creator && one.amount < 0 && !own.includes(one))).toEqual([])
        }
      }),
      { numRuns: 9_000 },
    )
  })
})
