import { describe, expect, it } from 'vitest'
import { commissionBase, commissionOf } from '../../../src/lib/commission.ts'
import { halfEven, prorate, shareOf } from '../../../src/lib/prorate.ts'
import { holds, prove } from '../../properties.ts'
import { fc } from '../fc.ts'

const weights = fc
  .array(fc.oneof(fc.nat({ max: 20 }), fc.maxSafeNat()), { minLength: 1, maxLength: 12 })
  .filter((list) => list.some((weight) => weight > 0))

describe('ATT-12 largest remainder', () => {
  it.each([
    { total: 1000, by: [1, 1, 1], parts: [334, 333, 333], label: 'thirds: the first gets the odd unit' },
    { total: 1001, by: [40, 20, 40], parts: [401, 200, 400], label: 'position 40/20/40: equal remainders go to the earlier' },
    { total: 7, by: [1, 1, 1, 1], parts: [2, 2, 2, 1], label: 'three units over go to the first three' },
    { total: 0, by: [0, 0], parts: [0, 0], label: 'nothing over nobody' },
    { total: 5, by: [0, 1], parts: [0, 5], label: 'no weight, no part' },
    { total: 1, by: [1, 2], parts: [0, 1], label: 'the larger remainder wins over the earlier index' },
    { total: -1000, by: [1, 1, 1], parts: [-334, -333, -333], label: 'a reversal splits as the accrual did' },
    {
      total: Number.MAX_SAFE_INTEGER,
      by: [Number.MAX_SAFE_INTEGER, 1],
      parts: [Number.MAX_SAFE_INTEGER - 1, 1],
      label: 'products beyond 2^53 (as floats they lose units)',
    },
  ])('splits $total by $by: $label', ({ total, by, parts }) => {
    expect(prorate(total, by)).toEqual(parts)
  })

  it('sums to the total, gives each less than one unit off its exact share, keeps the order of weights', () => {
    prove(
      'splits',
      'parts sum to the total, each less than one unit off its exact share',
      fc.property(fc.maxSafeInteger(), weights, (total, by) => {
        const parts = prorate(total, by)
        const sum = by.reduce((all, weight) => all + BigInt(weight), 0n)
        holds(parts.reduce((all, part) => all + BigInt(part), 0n) === BigInt(total), 'the parts do not sum to the total')
        parts.forEach((part, index) => {
          const off = BigInt(part) * sum - BigInt(total) * BigInt(by[index]!)
          holds((off < 0n ? -off : off) < sum, `part ${index} is a unit or more off`)
          holds(!Object.is(part, -0), `part ${index} is minus zero`)
          parts.forEach((other, at) => {
            if (by[index]! > by[at]!) holds(Math.abs(part) >= Math.abs(other), `part ${index} weighs more than ${at} and got less`)
          })
        })
      }),
    )
  })

  it('never gives a share more than its weight while the total does not exceed their sum', () => {
    const capped = fc.array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 8 }).chain((by) =>
      fc.record({
        by: fc.constant(by),
        total: fc.nat({
          max: by.reduce((a, b) => a + b, 0),
        }),
      }),
    )
    prove(
      'splits',
      'no part exceeds its weight while the total does not exceed their sum',
      fc.property(
        capped.filter(({ by }) => by.some((weight) => weight > 0)),
        ({ by, total }) => {
          prorate(total, by).forEach((part, index) => {
            holds(part <= by[index]!, `part ${index} is ${part} of ${by[index]}`)
          })
        },
      ),
    )
  })

  it('refuses weights that mean nothing', () => {
    expect(() => prorate(1, [])).toThrow(RangeError)
    expect(() => prorate(1, [0, 0])).toThrow(RangeError)
    expect(() => prorate(1, [1, -1])).toThrow(RangeError)
    expect(() => prorate(1, [0.5])).toThrow(RangeError)
  })
})

describe('ATT-24 rounding half-even', () => {
  it.each([
    [5, 10, 0],
    [15, 10, 2],
    [25, 10, 2],
    [-5, 10, 0],
    [-15, 10, -2],
    [26, 10, 3],
    [24, 10, 2],
    [0, 7, 0],
    [9_007_199_254_740_991, 1, 9_007_199_254_740_991],
  ])('rounds %d/%d to %d', (top, bottom, whole) => {
    expect(halfEven(top, bottom)).toBe(whole)
  })

  it('is never more than half a unit off, and even when it is exactly half', () => {
    // Small ones meet the exact half often, large ones the edge of what a number holds.
    const top = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -1_000, max: 1_000 }))
    const bottom = fc.oneof(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 20 }))
    prove(
      'prorating',
      'half-even is never more than half a unit off',
      fc.property(top, bottom, (over, under) => {
        const rounded = BigInt(halfEven(over, under))
        const off = (BigInt(over) - rounded * BigInt(under)) * 2n
        const size = off < 0n ? -off : off
        holds(size <= BigInt(under), `${over}/${under} became ${rounded}`)
        if (size === BigInt(under)) holds(rounded % 2n === 0n, `${over}/${under} is a half and became ${rounded}`)
      }),
    )
  })

  it('refuses a denominator of zero and results that are not exact', () => {
    expect(() => halfEven(1, 0)).toThrow(RangeError)
    expect(() => shareOf(Number.MAX_SAFE_INTEGER, 2, 1)).toThrow(RangeError)
  })
})

describe('ATT-22 the base and ATT-24 the commission', () => {
  it.each([
    {
      label: 'golden: list 100.00, seller coupon 10.00, platform coupon 5.00, tax 6.00 included leave a base of 79.00',
      parts: { list: 10_000, sellerDiscount: 1_000, platformDiscount: 500, taxIncluded: 600 },
      base: 7_900,
    },
    { label: 'points count as a discount', parts: { list: 1000, points: 100 }, base: 900 },
    { label: 'gift-card value earns nothing', parts: { list: 1000, giftCard: 1000 }, base: 0 },
    { label: 'discounts beyond the price leave zero, never a debt', parts: { list: 1000, sellerDiscount: 1200 }, base: 0 },
    { label: 'tax on top is not in the price', parts: { list: 1000 }, base: 1000 },
  ])('ATT-22 $label', ({ parts, base }) => {
    expect(commissionBase(parts)).toBe(base)
  })

  it.each([
    { label: '556.64 at 8 % is 44.5312, to the cent', base: 55_664, bps: 800, commission: 4_453 },
    { label: '5.00 at 2.9 % is 14.5: half goes to the even 14', base: 500, bps: 290, commission: 14 },
    { label: '15.5 goes to the even 16', base: 155, bps: 1_000, commission: 16 },
    { label: 'yen are whole: 1001 at 5 % is 50', base: 1_001, bps: 500, commission: 50 },
    { label: 'nothing at any rate', base: 0, bps: 8_000, commission: 0 },
    { label: 'any base at nothing', base: 55_664, bps: 0, commission: 0 },
  ])('ATT-24 $label', ({ base, bps, commission }) => {
    expect(commissionOf(base, bps)).toBe(commission)
  })

  it('ATT-22 refuses components that are no amounts', () => {
    expect(() => commissionBase({ list: 10.5 })).toThrow(RangeError)
    expect(() => commissionBase({ list: 10, points: -1 })).toThrow(RangeError)
  })
})
