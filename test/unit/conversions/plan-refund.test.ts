import { describe, expect, it } from 'vitest'
import { baseOf, conversionShape, lineFault, planRefund, type SoldLine } from '../../../src/modules/conversions/index.ts'
import { prove } from '../../properties.ts'
import { fc } from '../fc.ts'

const sold = fc
  .record({ paidAmount: fc.integer({ min: 0, max: 1_000_000 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ paidAmount, share }) => ({ paidAmount, taxAmount: Math.floor(paidAmount * share) }))

const lines = fc.array(sold, { minLength: 1, maxLength: 5 }).map((list): SoldLine[] => list.map((one, at) => ({ line: `L${at}`, ...one })))

describe('a refund that another shop tells of', () => {
  it('ATT-28: whatever is asked for, in whatever order, no line gives back more than was paid, taxed or is its base', () => {
    const asked = fc.array(
      fc.record({
        at: fc.nat({ max: 6 }),
        paidAmount: fc.integer({ min: -5, max: 1_000_000 }),
        taxAmount: fc.integer({ min: -5, max: 1_000_000 }),
      }),
      { maxLength: 12 },
    )
    prove(
      'refund sequences',
      'refunds that another shop tells of stay within what was sold',
      fc.property(lines, asked, (bought, requests) => {
        const accepted: SoldLine[][] = []
        for (const { at, ...amounts } of requests) {
          const planned = planRefund(bought, accepted, [{ line: `L${at}`, ...amounts }])
          if (!planned.ok) continue
          for (const { line, baseAmount, refundedBase } of planned.value) {
            const before = accepted.flat().filter((one) => one.line === line)
            expect(refundedBase).toBe(before.reduce((sum, one) => sum + baseOf(one), 0) + baseAmount)
          }
          accepted.push([{ line: `L${at}`, ...amounts }])
        }
        for (const line of bought) {
          const gone = accepted.flat().filter((one) => one.line === line.line)
          const sum = (of: (one: SoldLine) => number) => gone.reduce((all, one) => all + of(one), 0)
          expect(sum((one) => one.paidAmount)).toBeLessThanOrEqual(line.paidAmount)
          expect(sum((one) => one.taxAmount)).toBeLessThanOrEqual(line.taxAmount)
          expect(sum(baseOf)).toBeLessThanOrEqual(baseOf(line))
        }
      }),
    )
  })

  it('in full gives back exactly the base of every line', () => {
    fc.assert(
      fc.property(
        lines.filter((list) => list.some(({ paidAmount }) => paidAmount > 0)),
        (bought) => {
          const planned = planRefund(bought, [], bought)
          expect(planned.ok && planned.value.map(({ refundedBase }) => refundedBase)).toEqual(bought.map(baseOf))
          expect(planRefund(bought, [bought], bought).ok).toBe(false)
        },
      ),
    )
  })

  const line = { line: 'a', paidAmount: 10_000, taxAmount: 600 }
  it.each([
    ['of a line that was not sold', [{ ...line, line: 'b' }], 'lines.0.line'],
    ['of more than was paid', [{ ...line, paidAmount: 10_001 }], 'lines.0.paidAmount'],
    ['of more tax than there was', [{ ...line, taxAmount: 601 }], 'lines.0.taxAmount'],
    ['of more than the base, by way of the tax', [{ ...line, taxAmount: 0 }], 'lines.0.paidAmount'],
    ['of less than nothing', [{ ...line, paidAmount: -1, taxAmount: 0 }], 'lines.0.paidAmount'],
    ['of half a cent', [{ ...line, paidAmount: 0.5, taxAmount: 0 }], 'lines.0.paidAmount'],
    ['of no number', [{ ...line, paidAmount: Number.NaN }], 'lines.0.paidAmount'],
    ['of one line twice', [line, line], 'lines.1.line'],
    ['of nothing', [{ line: 'a', paidAmount: 0, taxAmount: 0 }], 'lines'],
  ])('%s is refused, and says where', (_what, asked, field) => {
    const planned = planRefund([line], [], asked)
    expect(!planned.ok && planned.failure).toMatchObject({ code: 'invalid', field })
  })

  it('ATT-22: the base of a told line is what was paid less its tax, and tax is never more than that', () => {
    expect(baseOf({ paidAmount: 8500, taxAmount: 600 })).toBe(7900)
    expect(lineFault([{ line: 'a', paidAmount: 100, taxAmount: 101 }])).toMatchObject({ field: 'lines.0.taxAmount' })
  })

  it('says nothing about who is credited, at which rate, or in which state', () => {
    const told = { kind: 'sale', id: 'A-1', soldAt: '2026-11-02T04:00:00.000Z', currency: 'CNY', lines: [line] }
    expect(conversionShape.safeParse(told).success).toBe(true)
    for (const more of [{ creator: 'x' }, { rateBps: 5000 }, { commission: 1 }, { state: 'paid' }])
      expect(conversionShape.safeParse({ ...told, ...more }).success, Object.keys(more)[0]).toBe(false)
  })
})
