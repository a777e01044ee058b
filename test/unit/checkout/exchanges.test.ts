import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  differenceDue,
  differencePaid,
  exchangeTotals,
  heldOf,
  type PastExchange,
  planExchange,
  takeNewest,
} from '../../../src/modules/checkout/index.ts'

const runs = { numRuns: 10_000 }
const price = fc.integer({ min: 0, max: 1_000_000 })
const quantity = fc.integer({ min: 1, max: 99 })
/** A line with what a code, or the shop, took off it. */
const line = fc
  .record({ unitPrice: price, quantity, off: fc.integer({ min: 0, max: 10_000 }), shop: fc.integer({ min: 0, max: 50_000 }) })
  .map(({ unitPrice, quantity: pieces, off, shop }) => {
    const paid = unitPrice * pieces - Math.floor((unitPrice * pieces * off) / 10_000)
    const listAmount = unitPrice * pieces + shop
    return { unitPrice, quantity: pieces, listAmount, discountAmount: listAmount - paid, paidAmount: paid }
  })

describe('ATT-31 what an exchange is worth more or less', () => {
  it('is never below zero, never more than the difference of the prices, and nothing for goods of the same worth', () => {
    fc.assert(
      fc.property(line, price, price, quantity, (sold, unitFrom, unitTo, pieces) => {
        const due = differenceDue(sold, { unitFrom, unitTo }, pieces)
        const more = Math.max(0, unitTo - unitFrom) * pieces
        expect(due).toBeGreaterThanOrEqual(0)
        expect(due).toBeLessThanOrEqual(more)
        if (sold.discountAmount === sold.listAmount - sold.unitPrice * sold.quantity) expect(due).toBe(more)
      }),
      runs,
    )
  })

  it('what is paid more for dearer goods is what goes back for exchanging them again, of a line that no tax came on top of', () => {
    fc.assert(
      fc.property(line, price, price, quantity, (sold, a, b, pieces) => {
        fc.pre(sold.unitPrice > 0)
        const [cheap, dear] = [Math.min(a, b), Math.max(a, b)]
        expect(differenceDue(sold, { unitFrom: cheap, unitTo: dear }, pieces)).toBe(
          differencePaid(sold, { unitFrom: dear, unitTo: cheap }, pieces),
        )
      }),
      runs,
    )
  })

  it('the order that pays comes to just that, tax inside it or on top, and never costs delivery', () => {
    const to = { variant: 'v', product: 'p', sku: 's', title: 't', options: null }
    const mode = fc.constantFrom('included' as const, 'added' as const)
    const part = fc.record({
      pieces: quantity,
      unitMore: fc.integer({ min: 1, max: 1_000_000 }),
      share: fc.integer({ min: 0, max: 10_000 }),
    })
    fc.assert(
      fc.property(part, fc.integer({ min: 0, max: 5_000 }), mode, ({ pieces, unitMore, share }, taxRateBps, taxMode) => {
        const due = Math.floor((unitMore * pieces * share) / 10_000)
        const totals = exchangeTotals({ to, quantity: pieces, unitMore, due, currency: 'CNY', taxRateBps, taxMode })
        if (!totals.ok) throw new Error(totals.failure.message)
        const { total, shippingTotal, taxTotal, lines } = totals.value
        expect(total).toBe(taxMode === 'added' ? due + taxTotal : due)
        expect([shippingTotal, lines.length]).toEqual([0, 1])
        expect(lines[0]).toMatchObject({ quantity: pieces, couponAmount: 0, paidAmount: total, baseAmount: total - taxTotal })
      }),
      runs,
    )
  })
})

describe('what the buyer has after exchanges', () => {
  const past = fc.array(
    fc.record({
      fromVariant: fc.constantFrom('a', 'b', 'c'),
      toVariant: fc.constantFrom('a', 'b', 'c'),
      quantity: fc.integer({ min: 1, max: 5 }),
      unitTo: price,
      refundedBefore: fc.integer({ min: 0, max: 3 }),
      paidBy: fc.constantFrom(null, 'o1', 'o2'),
    }),
    { maxLength: 6 },
  )

  /** Only exchanges of what was there, with refunds that only grow: as the flows write them. */
  const possible = (all: PastExchange[], held: number): PastExchange[] => {
    const kept: PastExchange[] = []
    for (const one of all) {
      const refundedBefore = Math.min(held, Math.max(one.refundedBefore, kept.at(-1)?.refundedBefore ?? 0))
      const now = heldOf({ variant: 'a', quantity: held, unitPrice: 1 }, kept, refundedBefore)
      const has = now.reduce((sum, { variant, quantity: pieces }) => (variant === one.fromVariant ? sum + pieces : sum), 0)
      if (has >= one.quantity) kept.push({ ...one, refundedBefore })
    }
    return kept
  }

  it('is always as many pieces as were bought less those refunded, and pieces of an order that paid are never more than it exchanged', () => {
    fc.assert(
      fc.property(past, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 }), (all, bought, back) => {
        const made = possible(all, bought)
        const refunded = Math.min(bought, Math.max(back, made.at(-1)?.refundedBefore ?? 0))
        const held = heldOf({ variant: 'a', quantity: bought, unitPrice: 1 }, made, refunded)
        expect(held.reduce((sum, one) => sum + one.quantity, 0)).toBe(bought - refunded)
        for (const order of ['o1', 'o2']) {
          const pieces = held.reduce((sum, one) => (one.paidBy === order ? sum + one.quantity : sum), 0)
          expect(pieces).toBeLessThanOrEqual(made.reduce((sum, one) => (one.paidBy === order ? sum + one.quantity : sum), 0))
        }
        const { taken, left } = takeNewest(held, 2)
        expect([...taken, ...left].reduce((sum, one) => sum + one.quantity, 0)).toBe(bought - refunded)
      }),
      runs,
    )
  })

  it('dearer goods are planned as such, with the worth of the least of several', () => {
    const held = [
      { variant: 'a', quantity: 1, unitValue: 100, paidBy: null },
      { variant: 'a', quantity: 1, unitValue: 90, paidBy: null },
    ]
    const to = { variant: 'b', product: 'q', price: 130 }
    expect(planExchange({ held, sent: 2, offers: new Map() }, { quantity: 2, to })).toEqual({
      ok: true,
      value: { fromVariant: 'a', unitFrom: 90, unitTo: 130 },
    })
  })
})
