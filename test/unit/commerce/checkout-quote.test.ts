import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesBetween, type QuoteSnapshot, readQuote, writeQuote } from '../../../src/web/routes/commerce/checkout-quote.ts'

const line = (id: string, quantity: number, unitPrice: number) => ({ id, title: `帐篷 ${id}`, quantity, unitPrice })
const snapshot = (...lines: QuoteSnapshot['lines']): QuoteSnapshot => ({ lines, totals: { standard: 100 } })

describe('what the buyer was shown', () => {
  it('comes back as it went out', () => {
    const lines = fc.array(
      fc.record({ id: fc.uuid(), title: fc.string({ unit: 'grapheme' }), quantity: fc.integer({ min: 1, max: 99 }), unitPrice: fc.nat() }),
      {
        maxLength: 20,
      },
    )
    fc.assert(
      fc.property(lines, fc.nat(), fc.boolean(), (lines, total, changed) => {
        const now = { lines, totals: { standard: total } }
        const quote = changed ? { now, was: now } : { now }
        expect(readQuote(writeQuote(quote))).toEqual(quote)
      }),
      { numRuns: 50 },
    )
  })

  it.each([
    undefined,
    '',
    'x',
    Buffer.from('{}').toString('base64url'),
    Buffer.from('{"now":{"lines":[{}],"totals":{}}}').toString('base64url'),
  ])('is nothing when somebody made it up: %j', (field) => {
    expect(readQuote(field)).toBeNull()
  })

  it('is too long to be ours above 40,000 characters', () => {
    const long = snapshot({ ...line('1', 1, 1), title: '长'.repeat(20_000) })
    expect(readQuote(writeQuote({ now: long }))).toBeNull()
  })
})

describe('what changed since', () => {
  it('is nothing when nothing did', () => {
    const same = snapshot(line('1', 2, 500))
    expect(changesBetween(same, same, 'CNY')).toEqual([])
  })

  it('names a new price, a smaller number and what is gone, each once, in the order of the page', () => {
    const before = snapshot(line('1', 3, 500), line('2', 1, 700), line('3', 1, 900))
    const after = snapshot(line('1', 2, 450), line('3', 1, 900))
    expect(changesBetween(before, after, 'CNY')).toEqual([
      { kind: 'price', title: '帐篷 1', before: { amount: 500, currency: 'CNY' }, after: { amount: 450, currency: 'CNY' } },
      { kind: 'stock', title: '帐篷 1', left: 2 },
      { kind: 'gone', title: '帐篷 2' },
    ])
  })

  it('asks about nothing that the buyer added', () => {
    expect(changesBetween(snapshot(line('1', 1, 5)), snapshot(line('1', 2, 5), line('2', 1, 9)), 'CNY')).toEqual([])
  })
})
