import { describe, expect, it } from 'vitest'
import { validateTable } from '../../../src/lib/transitions.ts'
import {
  isExpired,
  isQuantity,
  type LineInput,
  mayCancel,
  orderTotals,
  orderTransitions,
  paymentTransitions,
  reservedUntil,
  type ShopTerms,
  type StockMove,
  stockDelta,
  stockMoves,
  taxInside,
} from '../../../src/modules/checkout/index.ts'
import { holds, prove } from '../../properties.ts'
import { fc } from '../fc.ts'

const terms: ShopTerms = { currency: 'CNY', shipping: 0, taxRateBps: 1_300 }
const line = (unitPrice: number, quantity = 1, more: Partial<LineInput> = {}): LineInput => ({
  variant: 'v',
  product: 'p',
  sku: 'SKU-1',
  title: 'Tent',
  options: null,
  quantity,
  unitPrice,
  ...more,
})

const totalsOf = (lines: LineInput[], more: Partial<ShopTerms> = {}) => {
  const result = orderTotals(lines, { ...terms, ...more })
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}

describe('totals of an order', () => {
  it('ATT-22 a tent listed at 699, sold at 629 with 13 % inside, leaves a base of 556.64', () => {
    const totals = totalsOf([line(62_900, 1, { listUnitPrice: 69_900, options: 'Sunset · 2-person', unitCost: 30_000 })])
    expect(totals).toEqual({
      lines: [
        {
          variant: 'v',
          product: 'p',
          sku: 'SKU-1',
          title: 'Tent',
          options: 'Sunset · 2-person',
          quantity: 1,
          unitPrice: 62_900,
          listAmount: 69_900,
          discountAmount: 7_000,
          couponAmount: 0,
          taxRateBps: 1_300,
          taxAmount: 7_236,
          paidAmount: 62_900,
          baseAmount: 55_664,
          cost: 30_000,
        },
      ],
      currency: 'CNY',
      itemsTotal: 69_900,
      discountTotal: 7_000,
      shippingTotal: 0,
      taxTotal: 7_236,
      taxRateBps: 1_300,
      taxIncluded: true,
      total: 62_900,
    })
  })

  it.each([
    { label: 'three equal lines share an odd cent of tax', lines: [line(100), line(100), line(100)], taxes: [12, 12, 11], tax: 35 },
    { label: 'quantities count', lines: [line(1_000, 3)], taxes: [345], tax: 345 },
    { label: 'something for nothing carries no tax', lines: [line(0), line(1_000)], taxes: [0, 115], tax: 115 },
  ])('splits the tax: $label', ({ lines, taxes, tax }) => {
    const totals = totalsOf(lines)
    expect(totals.lines.map(({ taxAmount }) => taxAmount)).toEqual(taxes)
    expect(totals.taxTotal).toBe(tax)
  })

  it('ATT-22 keeps shipping out of every base and adds it once, with the tax that it contains', () => {
    const totals = totalsOf([line(10_000)], { shipping: 1_130 })
    expect(totals).toMatchObject({ shippingTotal: 1_130, total: 11_130, taxTotal: taxInside(10_000, 1_300) + 130 })
    expect(totals.lines[0]!.baseAmount).toBe(10_000 - taxInside(10_000, 1_300))
  })

  it.each([
    { label: 'no lines', lines: [], field: 'lines' },
    { label: 'too many lines', lines: Array.from({ length: 51 }, () => line(1)), field: 'lines' },
    { label: 'nothing of something', lines: [line(1, 0)], field: 'lines.0.quantity' },
    { label: 'a hundred', lines: [line(1), line(1, 100)], field: 'lines.1.quantity' },
    { label: 'half a piece', lines: [line(1, 0.5)], field: 'lines.0.quantity' },
    { label: 'minus one', lines: [line(1, -1)], field: 'lines.0.quantity' },
  ])('refuses $label', ({ lines, field }) => {
    expect(orderTotals(lines, terms)).toMatchObject({ ok: false, failure: { code: 'invalid', field } })
  })

  it('throws on prices that are no amounts, and on sums that would not be exact', () => {
    expect(() => orderTotals([line(0.1)], terms)).toThrow(RangeError)
    expect(() => orderTotals([line(-1)], terms)).toThrow(RangeError)
    expect(() => orderTotals([line(Number.MAX_SAFE_INTEGER, 2)], terms)).toThrow(RangeError)
    expect(() => orderTotals([line(Number.MAX_SAFE_INTEGER), line(1)], terms)).toThrow(RangeError)
    expect(() => orderTotals([line(1)], { ...terms, shipping: -1 })).toThrow(RangeError)
    expect([isQuantity('1'), isQuantity(99), isQuantity(Number.NaN)]).toEqual([false, true, false])
  })

  it('adds up, whatever is bought: parts to lines, lines to the total', () => {
    const anyLine = fc.record({
      unitPrice: fc.nat({ max: 10_000_000 }),
      off: fc.nat({ max: 10_000 }),
      quantity: fc.integer({ min: 1, max: 99 }),
    })
    prove(
      'prorating',
      'totals, discounts, tax and bases of lines add up',
      fc.property(
        fc.array(anyLine, { minLength: 1, maxLength: 12 }),
        fc.nat({ max: 5_000 }),
        fc.nat({ max: 3_000 }),
        (list, shipping, taxRateBps) => {
          const totals = totalsOf(
            list.map(({ unitPrice, off, quantity }) => line(unitPrice, quantity, { listUnitPrice: unitPrice + off })),
            { shipping, taxRateBps },
          )
          for (const { listAmount, discountAmount, taxAmount, paidAmount, baseAmount } of totals.lines) {
            holds(listAmount - discountAmount === paidAmount, 'list less discounts is not what is paid')
            holds(baseAmount + taxAmount === paidAmount, 'base and tax are not what is paid')
            holds(taxAmount >= 0 && baseAmount >= 0, 'tax or base is below zero')
          }
          const paid = totals.lines.reduce((sum, { paidAmount }) => sum + paidAmount, 0)
          holds(totals.total === paid + shipping, 'the total is not lines and shipping')
          holds(totals.itemsTotal - totals.discountTotal + totals.shippingTotal === totals.total, 'the sums do not make the total')
          const lineTax = totals.lines.reduce((sum, { taxAmount }) => sum + taxAmount, 0)
          holds(lineTax === taxInside(paid, taxRateBps), 'the tax of lines is not the tax of their sum')
          holds(totals.taxTotal === lineTax + taxInside(shipping, taxRateBps), 'the tax is not that of lines and shipping')
        },
      ),
    )
  })
})

describe('states', () => {
  it('has no order state refunded, and an end to every way', () => {
    expect(validateTable(orderTransitions, 'draft')).toEqual([])
    expect(Object.keys(orderTransitions)).not.toContain('refunded')
    expect(orderTransitions).toMatchObject({
      draft: { place: 'awaiting_payment' },
      awaiting_payment: { pay: 'paid' },
      paid: { fulfil: 'fulfilled' },
    })
  })

  it('lets a late payment pay an order that ran out, never one that was cancelled', () => {
    expect(orderTransitions.expired).toEqual({ pay: 'paid' })
    expect(orderTransitions.cancelled).toEqual({})
  })

  it('records money that arrived after a failure, and nothing after it settled', () => {
    expect([paymentTransitions.failed, paymentTransitions.cancelled, paymentTransitions.settled]).toEqual([
      { settle: 'settled' },
      { settle: 'settled' },
      {},
    ])
  })

  it.each([
    ['draft', 'none', true],
    ['awaiting_payment', 'none', true],
    ['paid', 'none', false],
    ['paid', 'partial', false],
    ['paid', 'full', true],
    ['fulfilled', 'full', false],
    ['expired', 'none', false],
    ['cancelled', 'none', false],
  ] as const)('cancelling an order that is %s with refunds %s: %s', (state, refunded, may) => {
    expect(mayCancel(state, refunded)).toBe(may)
  })

  it('keeps goods for fifteen minutes, the last moment included', () => {
    const until = reservedUntil(new Date('2026-11-12T12:00:00.000Z'))
    expect(until.toISOString()).toBe('2026-11-12T12:15:00.000Z')
    expect(isExpired('awaiting_payment', until, until)).toBe(false)
    expect(isExpired('awaiting_payment', until, new Date(until.getTime() + 1))).toBe(true)
    expect(isExpired('paid', until, new Date(until.getTime() + 1))).toBe(false)
  })
})

describe('stock moves', () => {
  it.each([
    ['receive', 3, 0],
    ['reserve', -3, 3],
    ['sell', 0, -3],
    ['release', 3, -3],
    ['return', 3, 0],
    ['adjust', 3, 0],
  ] as const)('%s of 3 changes available by %d and reserved by %d', (move, available, reserved) => {
    expect(stockDelta(move, 3)).toEqual({ available, reserved })
  })

  it('reserving and then selling, or letting go, leaves nothing reserved and loses or keeps the pieces', () => {
    const sum = (...moves: StockMove[]) =>
      moves
        .map((move) => stockDelta(move, 2))
        .reduce((a, b) => ({ available: a.available + b.available, reserved: a.reserved + b.reserved }))
    expect(sum('reserve', 'sell')).toEqual({ available: -2, reserved: 0 })
    expect(sum('reserve', 'release')).toEqual({ available: 0, reserved: 0 })
    expect(sum('reserve', 'sell', 'return')).toEqual({ available: 0, reserved: 0 })
  })

  it('refuses no pieces, parts of pieces, and fewer than none except for a count', () => {
    for (const move of stockMoves) {
      expect(() => stockDelta(move, 0)).toThrow(RangeError)
      expect(() => stockDelta(move, 0.5)).toThrow(RangeError)
      if (move !== 'adjust') expect(() => stockDelta(move, -1)).toThrow(RangeError)
    }
    expect(stockDelta('adjust', -2)).toEqual({ available: -2, reserved: 0 })
  })
})
