import { describe, expect, it } from 'vitest'
import {
  freeSlug,
  optionChoices,
  optionsText,
  priceRange,
  slugify,
  slugMax,
  variantWith,
  wasPrice,
} from '../../../src/modules/catalogue/index.ts'
import { fc } from '../fc.ts'

/** What the catalogue takes for a slug. */
const slugShape = /^[\p{Letter}\p{Number}]+(-[\p{Letter}\p{Number}]+)*$/u

describe('names in addresses', () => {
  it.each([
    ['Spruce 2-Person Tent', 'spruce-2-person-tent'],
    ['云杉双人帐篷', '云杉双人帐篷'],
    ['云杉 2 人帐篷（日落色）', '云杉-2-人帐篷-日落色'],
    ['Crème Brûlée', 'creme-brulee'],
    ["Don’t & Won't", 'dont-wont'],
    ['ＡＢＣ１２３', 'abc123'],
    ['がま口', 'がま口'],
    ['한국어 이름', '한국어-이름'],
    ['  --a--  ', 'a'],
    ['½ price', '1-2-price'],
    ['🎒', ''],
    ['../../etc/passwd', 'etc-passwd'],
    ['a'.repeat(200), 'a'.repeat(slugMax)],
  ])('writes %j as %j', (name, slug) => {
    expect(slugify(name)).toBe(slug)
  })

  it('makes only what the catalogue takes, and leaves a slug as it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (name) => {
        const slug = slugify(name)
        if (slug !== '') expect(slug).toMatch(slugShape)
        expect([...slug].length).toBeLessThanOrEqual(slugMax)
        expect(slugify(slug)).toBe(slug)
      }),
    )
  })

  it('numbers what is taken, and names what is nameless', () => {
    const taken = new Set(['tent', 'tent-2', 'sku-7'])
    expect(freeSlug('Tent', 'x', (slug) => taken.has(slug))).toBe('tent-3')
    expect(freeSlug('🎒', 'SKU 8', (slug) => taken.has(slug))).toBe('sku-8')
    expect(freeSlug('🎒', '🎒', (slug) => taken.has(slug))).toBe('item')
  })
})

describe('variants', () => {
  const variants = [
    {
      id: 'a',
      options: [
        { name: 'Colour', value: 'Sunset' },
        { name: 'Size', value: '2-person' },
      ],
    },
    {
      id: 'b',
      options: [
        { name: 'Colour', value: 'Moss' },
        { name: 'Size', value: '2-person' },
      ],
    },
  ]

  it('says the choices as one text', () => {
    expect(optionsText(variants[0]!.options)).toBe('Sunset · 2-person')
    expect(optionsText([])).toBeNull()
    expect(optionsText([{ name: 'Colour', value: ' ' }])).toBeNull()
  })

  it('lists the choices in the order in which they appear, each once', () => {
    expect(optionChoices(variants)).toEqual([
      { name: 'Colour', values: ['Sunset', 'Moss'] },
      { name: 'Size', values: ['2-person'] },
    ])
  })

  it('finds the variant of exactly these choices', () => {
    expect(
      variantWith(variants, [
        { name: 'Size', value: '2-person' },
        { name: 'Colour', value: 'Moss' },
      ])?.id,
    ).toBe('b')
    expect(variantWith(variants, [{ name: 'Colour', value: 'Moss' }])).toBeUndefined()
    expect(variantWith(variants, [])).toBeUndefined()
  })

  it('spans the prices of one currency', () => {
    const priced = (price: number, currency = 'CNY') => ({ price, currency })
    expect(priceRange([priced(300), priced(100), priced(200)])).toEqual({ min: 100, max: 300, currency: 'CNY' })
    expect(priceRange([])).toBeNull()
    expect(() => priceRange([priced(1), priced(1, 'USD')])).toThrow('USD')
  })
})

describe('the honest "was"', () => {
  const now = new Date('2026-11-12T12:00:00.000Z')
  const log = (...steps: [daysAgo: number, amount: number][]) =>
    steps.map(([daysAgo, amount]) => ({ at: new Date(now.getTime() - daysAgo * 86_400_000), amount }))

  it.each([
    { label: 'a single cut', steps: log([90, 100], [5, 80]), was: 100 },
    { label: 'a price raised just before the cut does not count', steps: log([90, 90], [10, 120], [5, 80]), was: 90 },
    { label: 'a low price that ended before the 30 days is forgotten', steps: log([90, 85], [40, 120], [5, 80]), was: 120 },
    { label: 'a low price that held on the first of the 30 days is not', steps: log([90, 85], [34, 120], [5, 80]), was: 85 },
    {
      label: 'a low price that ended in the very moment the 30 days began is forgotten',
      steps: log([90, 85], [35, 120], [5, 80]),
      was: 120,
    },
    { label: 'cut after cut', steps: log([90, 100], [10, 90], [5, 80]), was: 90 },
    { label: 'raised again', steps: log([90, 100], [10, 80], [5, 90]), was: null },
    { label: 'never changed', steps: log([90, 100]), was: null },
    { label: 'written down again without a change', steps: log([90, 100], [10, 80], [2, 80]), was: 100 },
    { label: 'a cut to a price that was lower a week ago is no cut', steps: log([90, 70], [12, 100], [5, 80]), was: null },
    { label: 'no log', steps: [], was: null },
    { label: 'a price of tomorrow', steps: log([90, 100], [-1, 80]), was: null },
    { label: 'entries in any order', steps: log([5, 80], [90, 100]), was: 100 },
  ])('$label: $was', ({ steps, was }) => {
    expect(wasPrice(steps, now)?.amount ?? null).toBe(was)
  })

  it('says since when it looked', () => {
    expect(wasPrice(log([90, 100], [5, 80]), now)).toEqual({
      amount: 100,
      cutAt: new Date('2026-11-07T12:00:00.000Z'),
      since: new Date('2026-10-08T12:00:00.000Z'),
    })
  })

  it('is always a price from the log and above today’s', () => {
    const step = fc.tuple(fc.double({ min: 0, max: 80, noNaN: true }), fc.integer({ min: 1, max: 20 }))
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const entries = log(...steps)
        const was = wasPrice(entries, now)
        if (!was) return
        const today = [...entries].sort((a, b) => a.at.getTime() - b.at.getTime()).at(-1)!
        expect(was.amount).toBeGreaterThan(today.amount)
        expect(entries.map(({ amount }) => amount)).toContain(was.amount)
      }),
    )
  })
})
