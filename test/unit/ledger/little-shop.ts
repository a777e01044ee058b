import { expect } from 'vitest'
import {
  accrualEntries,
  checkBooks,
  checkPayouts,
  confirmEntries,
  type EntryDraft,
  type Finding,
  failEntries,
  lockEntries,
  type PayablePair,
  type PayoutFacts,
  type PayoutForBooks,
  planPayout,
  restoreEntries,
  reversalEntries,
  standingsOf,
  withdrawalEntries,
} from '../../../src/modules/ledger/index.ts'
import { fc } from '../fc.ts'

/** A line of an order in the model: what it may still refund, and who shares it. */
interface Line {
  id: string
  commission: number
  base: number
  creators: { creatorId: string; weight: number }[]
}

/** A line of some commission that up to three share. */
export const line = fc.record({
  commission: fc.integer({ min: 0, max: 100_000 }),
  base: fc.integer({ min: 1, max: 1_000_000 }),
  weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }),
})

export const step = fc.oneof(
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
export class Shop {
  readonly entries: EntryDraft[] = []
  readonly payouts: PayoutForBooks[] = []
  readonly refunded = new Map<string, number>()
  readonly refunds: { line: string; id: string; base: number }[] = []
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
    this.refunds.push({ line: line.id, id: `r${number}`, base })
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
    expect(this.findings()).toEqual([])
  }

  /** What the proof says of these entries, the shop's own unless others are given. */
  findings(entries: readonly EntryDraft[] = this.entries): Finding[] {
    const books = this.lines.map(({ id, commission, base }) => ({
      ...{ orderLine: id, order: `o-${id}`, currency: 'CNY', test: false, paid: true, commission, base },
      refunds: this.refunds.filter(({ line }) => line === id),
    }))
    const ofPayouts = entries.filter(({ sourceKind }) => sourceKind === 'payout')
    return [...checkBooks(entries, books), ...checkPayouts(this.payouts, ofPayouts)]
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
export const shopOf = (lines: { commission: number; base: number; weights: number[] }[]) =>
  new Shop(
    lines.map(({ commission, base, weights }, index) => ({
      id: `l${index}`,
      // The ledger is given a commission that its base can make.
      commission: Math.min(commission, base),
      base,
      creators: weights.map((weight, at) => ({ creatorId: `c${at}`, weight })),
    })),
  )
