import { describe, expect, it } from 'vitest'
import { groupBy } from '../../../src/lib/group.ts'
import {
  balanceOf,
  commissionExpense,
  type EntryDraft,
  type PayablePair,
  payableTo,
  payoutsBank,
  payoutsInTransit,
  planPayout,
  standingsOf,
  taxWithheld,
} from '../../../src/modules/ledger/index.ts'
import { holds, prove } from '../../properties.ts'
import { fc } from '../fc.ts'
import { line, shopOf, step } from './little-shop.ts'

const on = (entries: readonly EntryDraft[], account: string) => balanceOf(entries, account).get('CNY') ?? 0

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
  }, 60_000)

  it('ATT-26 ATT-28: a minor unit more or less anywhere is found, on one side of a transaction and on both', () => {
    const lives = fc.property(
      // Where several share a line, what rounding leaves open is a minor unit for each.
      fc.array(
        line.map((one) => ({ ...one, weights: one.weights.slice(0, 1) })),
        { minLength: 1, maxLength: 2 },
      ),
      fc.array(step, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(1, -1),
      (lines, steps, by) => {
        const shop = shopOf(lines)
        for (const one of steps) shop.apply(one)
        shop.entries.forEach((entry, at) => {
          const changed = shop.entries.with(at, { ...entry, amount: entry.amount + by })
          holds(shop.findings(changed).length > 0, `${entry.key} may say ${entry.amount + by}`)
          const other = shop.entries.findIndex(({ transaction, creator }) => transaction === entry.transaction && creator === null)
          if (entry.creator === null || other < 0) return
          const both = changed.with(other, { ...changed[other]!, amount: changed[other]!.amount - by })
          holds(shop.findings(both).length > 0, `${entry.key} may say ${entry.amount + by} if ${changed[other]!.key} does`)
        })
      },
    )
    fc.assert(lives, { numRuns: 300 })
  }, 60_000)

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
