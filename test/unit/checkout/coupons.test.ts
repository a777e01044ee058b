import { describe, expect, it } from 'vitest'
import { type CouponTerms, couponDiscount, couponKey, isCouponKey, orderTotals, refuseCoupon } from '../../../src/modules/checkout/index.ts'
import { holds, prove } from '../../properties.ts'
import { fc } from '../fc.ts'

const now = new Date('2026-11-02T04:00:00.000Z')
const coupon = (more: Partial<CouponTerms> = {}): CouponTerms => ({
  id: 'c',
  code: 'MILLY10',
  kind: 'fixed',
  amount: 1_000,
  bps: null,
  currency: 'CNY',
  products: [],
  excludedProducts: [],
  minGoods: null,
  maxDiscount: null,
  limitTotal: null,
  limitPerPerson: null,
  used: 0,
  startsAt: null,
  endsAt: null,
  status: 'active',
  ...more,
})
const goods = [
  { product: 'tent', amount: 62_900 },
  { product: 'lamp', amount: 9_900 },
]
const take = (terms: CouponTerms | null, lines = goods, usesOfPerson: number | null = 0) =>
  couponDiscount(terms, lines, { currency: 'CNY', at: now, usesOfPerson })

describe('what a code takes off', () => {
  it.each<[string, Partial<CouponTerms>, number[]]>([
    ['a fixed amount is split by what lines cost', {}, [864, 136]],
    ['a tenth off everything', { kind: 'percent', bps: 1_000 }, [6_290, 990]],
    ['at most so much', { kind: 'percent', bps: 1_000, maxDiscount: 5_000 }, [4_320, 680]],
    ['only these products', { products: ['lamp'] }, [0, 1_000]],
    ['not these products', { excludedProducts: ['lamp'] }, [1_000, 0]],
    ['never more than the goods it applies to', { amount: 50_000, products: ['lamp'] }, [0, 9_900]],
    ['from a least value', { minGoods: 72_800 }, [864, 136]],
  ])('%s', (_, more, parts) => {
    const taken = take(coupon(more))
    expect(taken).toEqual({ ok: true, discount: parts.reduce((sum, part) => sum + part, 0), parts })
  })

  it.each<[string, CouponTerms | null]>([
    ['no code of this shop', null],
    ['paused', coupon({ status: 'paused' })],
    ['ended', coupon({ status: 'ended' })],
    ['not begun', coupon({ startsAt: new Date(now.getTime() + 1) })],
    ['over', coupon({ endsAt: new Date(now.getTime() - 1) })],
    ['used up', coupon({ limitTotal: 3, used: 3 })],
    ['of another currency', coupon({ currency: 'USD' })],
  ])('a code that is %s answers as an unknown one does, so that guessing tells nothing', (_, terms) => {
    expect(take(terms)).toEqual({ ok: false, reason: 'unknown' })
  })

  it('says what a shopper needs: how much is missing, nothing it applies to, used by you', () => {
    expect(take(coupon({ minGoods: 80_000 }))).toEqual({ ok: false, reason: 'min_goods', missing: 7_200 })
    expect(take(coupon({ minGoods: 10_000, products: ['lamp'] }))).toEqual({ ok: false, reason: 'min_goods', missing: 100 })
    expect(take(coupon({ products: ['stove'] }))).toEqual({ ok: false, reason: 'no_goods' })
    expect(take(coupon({ limitPerPerson: 1 }), goods, 1)).toEqual({ ok: false, reason: 'person' })
    expect(take(coupon({ limitPerPerson: 1 }), goods, null).ok).toBe(true)
  })

  it('the last second of a code still counts', () => {
    expect(take(coupon({ endsAt: now, startsAt: now })).ok).toBe(true)
  })

  it('any code on any basket: parts sum to the discount, none is below zero or above its line, and lines it does not apply to keep their price', () => {
    const line = fc.record({ product: fc.constantFrom('tent', 'lamp', 'stove'), amount: fc.integer({ min: 0, max: 5_000_000 }) })
    const terms = fc.record({
      kind: fc.constantFrom('fixed' as const, 'percent' as const),
      amount: fc.integer({ min: 1, max: 10_000_000 }),
      bps: fc.integer({ min: 1, max: 10_000 }),
      products: fc.subarray(['tent', 'lamp', 'stove']),
      excludedProducts: fc.subarray(['tent', 'lamp', 'stove']),
      maxDiscount: fc.option(fc.integer({ min: 1, max: 100_000 })),
      minGoods: fc.option(fc.integer({ min: 1, max: 100_000 })),
    })
    prove(
      'prorating',
      'a discount is laid over lines to the cent',
      fc.property(terms, fc.array(line, { minLength: 1, maxLength: 12 }), (more, lines) => {
        const taken = take(coupon(more), lines)
        if (!taken.ok) return
        holds(taken.parts.reduce((sum, part) => sum + part, 0) === taken.discount, 'the parts are not the discount')
        for (const [index, part] of taken.parts.entries()) {
          const { product, amount } = lines[index]!
          holds(part >= 0 && part <= amount, `${part} of ${amount}`)
          const applies = !more.excludedProducts.includes(product) && (more.products.length === 0 || more.products.includes(product))
          holds(applies || part === 0, `${product} is not in the terms and got ${part}`)
        }
        holds(more.maxDiscount === null || taken.discount <= more.maxDiscount, 'more than the most')
      }),
    )
  })
})

describe('the base of a commission behind a code', () => {
  it('ATT-22 list 100.00, seller coupon 10.00, platform coupon 5.00, tax 6.00 included: base 79.00', () => {
    // 79.00 and a tax of 6.00 inside 85.00 is a rate of 6 ÷ 79, in basis points 759.
    const totals = orderTotals(
      [
        {
          variant: 'v',
          product: 'p',
          sku: 'S',
          title: 'T',
          options: null,
          quantity: 1,
          unitPrice: 9_000,
          listUnitPrice: 10_000,
          couponAmount: 500,
        },
      ],
      { currency: 'CNY', shipping: 0, taxRateBps: 759 },
    )
    expect(totals.ok && totals.value.lines[0]).toMatchObject({
      listAmount: 10_000,
      discountAmount: 1_500,
      couponAmount: 500,
      paidAmount: 8_500,
      taxAmount: 600,
      baseAmount: 7_900,
    })
  })
})

describe('the words of a code', () => {
  it.each([
    [' milly 10 ', 'MILLY10'],
    ['ＭＩＬＬＹ１０', 'MILLY10'],
    ['种草 新人', '种草新人'],
    ['miLLy_10', 'MILLY_10'],
  ])('%j is %j', (typed, key) => {
    expect(couponKey(typed)).toBe(key)
    expect(isCouponKey(key)).toBe(true)
  })

  it.each(['', 'ab', 'a'.repeat(25), 'a;b', '<b>', 'x\u0000y', '%20%20'])('%j is none', (typed) => {
    expect(isCouponKey(couponKey(typed))).toBe(false)
  })

  it('terms that make no sense are refused by field', () => {
    const refused = (more: Partial<CouponTerms>) => refuseCoupon(coupon(more)).map(({ field }) => field)
    expect(refused({})).toEqual([])
    expect(refused({ code: 'x' })).toEqual(['code'])
    expect(refused({ amount: null })).toEqual(['amount'])
    expect(refused({ kind: 'percent', bps: 0 })).toEqual(['bps'])
    expect(refused({ kind: 'percent', bps: 10_001 })).toEqual(['bps'])
    expect(refused({ startsAt: now, endsAt: now })).toEqual(['endsAt'])
    expect(refused({ products: ['a'], excludedProducts: ['a'] })).toEqual(['excludedProducts'])
    expect(refused({ minGoods: 0, maxDiscount: -1, limitTotal: 0.5, limitPerPerson: 0 })).toEqual([
      'minGoods',
      'maxDiscount',
      'limitTotal',
      'limitPerPerson',
    ])
  })
})
