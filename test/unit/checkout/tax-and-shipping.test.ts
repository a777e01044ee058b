import { describe, expect, it } from 'vitest'
import {
  countriesOf,
  orderTotals,
  priceOf,
  type ShippingRate,
  shippingQuotes,
  type TaxRate,
  taxInside,
  taxOf,
  taxOfLines,
  taxOnTop,
} from '../../../src/modules/checkout/index.ts'
import { fc } from '../fc.ts'

const fallback = { bps: 1_300, mode: 'included' as const }
const rate = (country: string, bps: number, more: Partial<TaxRate> = {}): TaxRate => ({
  country,
  region: null,
  category: null,
  bps,
  mode: 'added',
  ...more,
})

describe('the rate of tax of a line', () => {
  const rates = [
    rate('DE', 1_900, { mode: 'included' }),
    rate('DE', 700, { category: 'books', mode: 'included' }),
    rate('US', 0),
    rate('US', 725, { region: 'California' }),
    rate('US', 0, { region: 'California', category: 'food' }),
    rate('US', 300, { category: 'books' }),
  ]
  const of = (country: string, region: string, ...categories: string[][]) => taxOf(categories, { country, region, rates, fallback })

  it.each<[string, string, string, string[], number, string]>([
    ['without a row the settings', 'CN', '浙江省', ['books'], 1_300, 'included'],
    ['of the country', 'DE', '', [], 1_900, 'included'],
    ['of the country and the category', 'DE', 'Bayern', ['books'], 700, 'included'],
    ['of the region, whatever its case', 'US', ' california ', ['shoes'], 725, 'added'],
    ['of the region and the category', 'US', 'California', ['food'], 0, 'added'],
    ['of the region before that of the country and category', 'US', 'California', ['books'], 725, 'added'],
    ['of the country where the region has none', 'US', 'Oregon', ['books'], 300, 'added'],
  ])('is %s', (_, country, region, categories, bps, mode) => {
    expect(of(country, region, categories)).toMatchObject({ bps: [bps], mode })
  })

  it('has one mode for all lines of an order, that of the row for all goods', () => {
    const mixed = taxOf([['books'], ['shoes']], {
      country: 'FR',
      region: '',
      rates: [rate('FR', 2_000, { mode: 'included' }), rate('FR', 550, { category: 'books', mode: 'added' })],
      fallback,
    })
    expect(mixed).toEqual({ mode: 'included', bps: [550, 2_000], general: 2_000 })
  })
})

describe('tax of an order', () => {
  const line = fc.record({
    unitPrice: fc.integer({ min: 0, max: 2_000_000 }),
    quantity: fc.integer({ min: 1, max: 99 }),
    taxRateBps: fc.constantFrom(0, 550, 700, 1_300, 1_900, 2_500),
    off: fc.nat(100),
  })

  it('included or added, lines sum to the total to the minor unit, and each rate owes what its whole owes', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('included' as const, 'added' as const),
        fc.nat(5_000),
        (parts, taxMode, shipping) => {
          const inputs = parts.map(({ unitPrice, quantity, taxRateBps, off }, index) => ({
            ...{ variant: `v${index}`, product: 'p', sku: 's', title: 't', options: null, unitPrice, quantity, taxRateBps },
            couponAmount: Math.floor((unitPrice * quantity * off) / 100),
          }))
          const totals = orderTotals(inputs, { currency: 'CNY', shipping, taxRateBps: 1_300, taxMode })
          if (!totals.ok) throw new Error(totals.failure.message)
          const { lines, total, itemsTotal, discountTotal, taxTotal, taxIncluded } = totals.value
          const sum = (pick: (one: (typeof lines)[number]) => number) => lines.reduce((all, one) => all + pick(one), 0)
          const added = taxIncluded ? 0 : taxTotal
          expect(total).toBe(itemsTotal - discountTotal + shipping + added)
          expect(total).toBe(sum(({ paidAmount }) => paidAmount) + shipping)
          expect(sum(({ taxAmount }) => taxAmount)).toBe(taxTotal - (taxIncluded ? taxInside(shipping, 1_300) : 0))
          for (const one of lines) {
            expect(one.baseAmount + one.taxAmount).toBe(one.paidAmount)
            expect(one.taxAmount).toBeGreaterThanOrEqual(0)
          }
          for (const bps of new Set(lines.map(({ taxRateBps }) => taxRateBps))) {
            const own = lines.filter(({ taxRateBps }) => taxRateBps === bps)
            const net = own.reduce((all, { listAmount, discountAmount }) => all + listAmount - discountAmount, 0)
            const tax = own.reduce((all, { taxAmount }) => all + taxAmount, 0)
            expect(tax).toBe(taxMode === 'included' ? taxInside(net, bps) : taxOnTop(net, bps))
          }
        },
      ),
      { numRuns: 3_000 },
    )
  })

  it('ATT-22 tax that comes on top is no part of the base, and of what was paid', () => {
    const totals = orderTotals(
      [{ variant: 'v', product: 'p', sku: 's', title: 't', options: null, unitPrice: 10_000, quantity: 1, couponAmount: 1_000 }],
      { currency: 'USD', shipping: 500, taxRateBps: 725, taxMode: 'added' },
    )
    expect(totals.ok && totals.value).toMatchObject({ taxTotal: 652, total: 10_152, taxIncluded: false })
    expect(totals.ok && totals.value.lines[0]).toMatchObject({ baseAmount: 9_000, taxAmount: 652, paidAmount: 9_652 })
  })

  it('splits a cent that no line owes alone by largest remainder', () => {
    expect(taxOfLines([3, 3, 3], [1_300, 1_300, 1_300], 'included')).toEqual([1, 0, 0])
  })
})

describe('what delivery costs', () => {
  const way = (more: Partial<ShippingRate> = {}): ShippingRate => ({
    id: 'a',
    name: '快递',
    kind: 'flat',
    countries: [],
    base: 1_000,
    stepGrams: null,
    perStep: null,
    includedGrams: null,
    freeFrom: null,
    position: 0,
    ...more,
  })
  const freight = { country: 'CN', goods: 5_000, grams: 0 }

  it.each<[string, Partial<ShippingRate>, Partial<typeof freight>, number]>([
    ['flat', {}, {}, 1_000],
    ['free from a value', { freeFrom: 5_000 }, {}, 0],
    ['not free a cent below', { freeFrom: 5_001 }, {}, 1_000],
    ['nothing for nothing', {}, { goods: 0 }, 0],
    ['weight inside the base', { kind: 'weight', stepGrams: 500, perStep: 300, includedGrams: 1_000 }, { grams: 1_000 }, 1_000],
    ['each begun step', { kind: 'weight', stepGrams: 500, perStep: 300, includedGrams: 1_000 }, { grams: 1_001 }, 1_300],
    ['two steps', { kind: 'weight', stepGrams: 500, perStep: 300, includedGrams: 1_000 }, { grams: 2_000 }, 1_600],
    ['from the first gram', { kind: 'weight', stepGrams: 500, perStep: 300 }, { grams: 1 }, 1_300],
    ['by weight without steps it is the base', { kind: 'weight' }, { grams: 9_999 }, 1_000],
  ])('%s', (_, more, load, price) => {
    expect(priceOf(way(more), { ...freight, ...load })).toBe(price)
  })

  it('the settings say it while no way is set up; with ways, a country that none serves is not delivered to', () => {
    const terms = { shippingFlat: 1_200, freeShippingFrom: 19_900 }
    expect(shippingQuotes([], freight, terms)).toEqual([{ id: 'standard', name: null, price: 1_200 }])
    const ways = [
      way({ id: 'b', position: 2, countries: ['CN', 'HK'] }),
      way({ id: 'c', position: 1, base: 2_000, name: '次日达', countries: ['CN'] }),
    ]
    expect(shippingQuotes(ways, freight, terms)).toEqual([
      { id: 'c', name: '次日达', price: 2_000 },
      { id: 'b', name: '快递', price: 1_000 },
    ])
    expect(shippingQuotes(ways, { ...freight, country: 'DE' }, terms)).toEqual([])
  })

  it('more weight never costs less, and the price is never below the base unless it is free', () => {
    const rates = fc.record({
      base: fc.nat(10_000),
      stepGrams: fc.integer({ min: 1, max: 2_000 }),
      perStep: fc.nat(2_000),
      includedGrams: fc.nat(3_000),
    })
    fc.assert(
      fc.property(rates, fc.nat(50_000), fc.nat(50_000), (more, a, b) => {
        const [light, heavy] = [a, b].sort((x, y) => x - y).map((grams) => priceOf(way({ kind: 'weight', ...more }), { ...freight, grams }))
        expect(light!).toBeLessThanOrEqual(heavy!)
        expect(light!).toBeGreaterThanOrEqual(more.base)
      }),
    )
  })

  it('reads countries as they are written', () => {
    expect(countriesOf('cn, HK;mo')).toEqual(['CN', 'HK', 'MO'])
    expect(countriesOf('')).toEqual([])
    expect(countriesOf(null)).toEqual([])
  })
})
