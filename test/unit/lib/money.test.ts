import { describe, expect, it } from 'vitest'
import { currencyDigits, formatMoney, isMinor, money, moneyParts, parseMajor, sumMinor, toMajor } from '../../../src/lib/money.ts'
import { fc } from '../fc.ts'

const currencies = fc.constantFrom('CNY', 'USD', 'JPY', 'KRW', 'KWD')

describe('money for people', () => {
  it.each([
    { label: 'shop price without zero cents', amount: 62900, currency: 'CNY', cents: 'omit-zero', locale: 'zh', text: '¥629' },
    {
      label: 'shop price keeps cents that are not zero',
      amount: 62950,
      currency: 'CNY',
      cents: 'omit-zero',
      locale: 'en',
      text: '¥629.50',
    },
    { label: 'ledger never omits cents', amount: 62900, currency: 'CNY', cents: 'always', locale: 'zh', text: '¥629.00' },
    { label: 'thousands are grouped', amount: 123456789, currency: 'CNY', cents: 'always', locale: 'en', text: '¥1,234,567.89' },
    { label: 'minus is U+2212, before the sign', amount: -7000, currency: 'CNY', cents: 'always', locale: 'en', text: '\u2212¥70.00' },
    { label: 'minus in Chinese too', amount: -1, currency: 'CNY', cents: 'always', locale: 'zh', text: '\u2212¥0.01' },
    { label: 'zero', amount: 0, currency: 'CNY', cents: 'omit-zero', locale: 'zh', text: '¥0' },
    { label: 'yen has no minor unit: 1250 is 1250', amount: 1250, currency: 'JPY', cents: 'always', locale: 'en', text: '¥1,250' },
    { label: 'dinar has three', amount: 12345, currency: 'KWD', cents: 'always', locale: 'en', text: 'KWD\u00a012.345' },
    {
      label: 'the largest amount keeps its last cent (as a float it would lose it)',
      amount: Number.MAX_SAFE_INTEGER,
      currency: 'USD',
      cents: 'always',
      locale: 'en',
      text: '$90,071,992,547,409.91',
    },
  ] as const)('shows $label', ({ amount, currency, cents, locale, text }) => {
    expect(formatMoney({ amount, currency }, locale, { cents })).toBe(text)
  })

  it('marks gains in a ledger with a plus, losses with a minus and zero with neither', () => {
    const show = (amount: number) => formatMoney({ amount, currency: 'CNY' }, 'en', { sign: 'always' })
    expect([show(4453), show(-4453), show(0)]).toEqual(['+¥44.53', '\u2212¥44.53', '¥0.00'])
  })

  it('gives parts, so that sign and cents can be set smaller', () => {
    expect(moneyParts({ amount: 4453, currency: 'CNY' }, 'zh').map((part) => [part.type, part.value])).toEqual([
      ['currency', '¥'],
      ['integer', '44'],
      ['decimal', '.'],
      ['fraction', '53'],
    ])
  })
})

describe('amounts that come in as text', () => {
  it.each([
    ['12.50', 'CNY', 1250],
    ['12.5', 'CNY', 1250],
    ['12', 'CNY', 1200],
    ['12.5000', 'CNY', 1250],
    [' 0.01 ', 'CNY', 1],
    ['１２．５０', 'CNY', 1250],
    ['1250', 'JPY', 1250],
    ['1250.00', 'JPY', 1250],
    ['1.234', 'KWD', 1234],
    ['19.99', 'USD', 1999],
    ['1.15', 'USD', 115],
    ['90071992547409.91', 'USD', Number.MAX_SAFE_INTEGER],
  ])('reads %j %s as %d minor units', (text, currency, amount) => {
    expect(parseMajor(text, currency)).toEqual({ ok: true, value: amount })
  })

  it.each([
    ['', 'CNY'],
    ['-1', 'CNY'],
    ['+1', 'CNY'],
    ['1,250', 'CNY'],
    ['1.', 'CNY'],
    ['.5', 'CNY'],
    ['1e3', 'CNY'],
    ['0x10', 'CNY'],
    ['NaN', 'CNY'],
    ['12.505', 'CNY'],
    ['12.5', 'JPY'],
    ['¥12', 'CNY'],
    ['90071992547409.92', 'USD'],
    ['9'.repeat(400), 'CNY'],
  ])('refuses %j in %s', (text, currency) => {
    expect(parseMajor(text, currency)).toMatchObject({ ok: false, failure: { code: 'invalid' } })
  })

  it('reads back every amount that it wrote', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), currencies, (amount, currency) => {
        expect(parseMajor(toMajor({ amount, currency }), currency)).toEqual({ ok: true, value: amount })
      }),
    )
  })

  it('shows exactly the digits of the amount, whatever the size', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), currencies, fc.constantFrom('zh', 'en'), (amount, currency, locale) => {
        const shown = formatMoney({ amount, currency }, locale)
        expect(shown.replace(/\D/g, '')).toBe(toMajor({ amount, currency }).replace(/\D/g, ''))
        expect(shown.includes('\u2212')).toBe(amount < 0)
        expect(shown).not.toContain('-')
      }),
    )
  })
})

describe('amounts inside', () => {
  it('knows the digits of a currency', () => {
    expect(['CNY', 'USD', 'EUR', 'JPY', 'KRW', 'KWD'].map(currencyDigits)).toEqual([2, 2, 2, 0, 0, 3])
    expect(() => currencyDigits('yuan')).toThrow(RangeError)
  })

  it.each([0.1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '5', null, undefined])('does not take %j for minor units', (value) => {
    expect(isMinor(value)).toBe(false)
  })

  it('refuses to build money from a float or a nonsense currency', () => {
    expect(money(1250, 'CNY')).toEqual({ amount: 1250, currency: 'CNY' })
    expect(() => money(12.5, 'CNY')).toThrow('12.5')
    expect(() => money(1250, 'cny')).toThrow('cny')
    expect(() => toMajor({ amount: 0.5, currency: 'CNY' })).toThrow(RangeError)
  })

  it('sums exactly or not at all', () => {
    expect(sumMinor([1, 2, -3])).toBe(0)
    expect(() => sumMinor([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError)
    expect(() => sumMinor([0.5, 0.5])).toThrow(RangeError)
  })
})
