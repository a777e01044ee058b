import { describe, expect, it } from 'vitest'
import { commissionBase } from '../../../src/lib/commission.ts'
import {
  allotRefund,
  type PaidLine,
  type PaidOrder,
  planRefund,
  type Refund,
  refundable,
  refundState,
  taxInside,
} from '../../../src/modules/checkout/index.ts'
import { holds, prove } from '../../properties.ts'
import { fc } from '../fc.ts'

const paidLine = (id: string, quantity: number, paidAmount: number, taxRateBps = 1_300): PaidLine => {
  const taxAmount = taxInside(paidAmount, taxRateBps)
  return { id, quantity, paidAmount, taxAmount, baseAmount: commissionBase({ list: paidAmount, taxIncluded: taxAmount }) }
}

const order = (lines: PaidLine[], shippingTotal = 0): PaidOrder => ({
  lines,
  shippingTotal,
  total: lines.reduce((sum, { paidAmount }) => sum + paidAmount, shippingTotal),
})

/** Plans a refund and stores it. */
function refund(of: PaidOrder, refunds: Refund[], lines: [string, number][], shippingAmount = 0): Refund {
  const plan = planRefund(of, refunds, { lines: lines.map(([orderLine, quantity]) => ({ orderLine, quantity })), shippingAmount })
  if (!plan.ok) throw new Error(plan.failure.message)
  return { state: 'settled', ...plan.value }
}

describe('refunds by line and quantity', () => {
  it('gives back whole pieces at their price', () => {
    const paid = order([paidLine('a', 2, 1_998)])
    const first = refund(paid, [], [['a', 1]])
    const second = refund(paid, [first], [['a', 1]])
    expect([first.amount, second.amount]).toEqual([999, 999])
  })

  it('ATT-28 the last piece takes the remainder: 10.00 for three pieces is 3.33, 3.34, 3.33', () => {
    const paid = order([paidLine('a', 3, 1_000)])
    const refunds: Refund[] = []
    for (let piece = 0; piece < 3; piece += 1) refunds.push(refund(paid, refunds, [['a', 1]]))
    expect(refunds.map(({ amount }) => amount)).toEqual([333, 334, 333])
    expect(refundable(paid, refunds)).toEqual({
      lines: [{ orderLine: 'a', quantity: 0, amount: 0, taxAmount: 0, baseAmount: 0, refundedBase: paid.lines[0]!.baseAmount }],
      shipping: 0,
      amount: 0,
    })
  })

  it('gives back shipping once, alone or with lines', () => {
    const paid = order([paidLine('a', 1, 1_000)], 800)
    const shipping = refund(paid, [], [], 800)
    expect(shipping).toMatchObject({ amount: 800, shippingAmount: 800, lines: [] })
    expect(planRefund(paid, [shipping], { lines: [{ orderLine: 'a', quantity: 1 }], shippingAmount: 1 })).toMatchObject({
      ok: false,
      failure: { code: 'invalid', field: 'shippingAmount' },
    })
    expect(refundState(paid, [shipping])).toBe('partial')
    expect(refundState(paid, [shipping, refund(paid, [shipping], [['a', 1]])])).toBe('full')
  })

  it('a pending refund is as good as gone, a failed one counts for nothing', () => {
    const paid = order([paidLine('a', 1, 1_000)])
    const done = refund(paid, [], [['a', 1]])
    const again = (state: Refund['state']) => planRefund(paid, [{ ...done, state }], { lines: [{ orderLine: 'a', quantity: 1 }] }).ok
    expect([again('pending'), again('settled'), again('failed')]).toEqual([false, false, true])
    expect((['pending', 'failed', 'settled'] as const).map((state) => refundState(paid, [{ ...done, state }]))).toEqual([
      'none',
      'none',
      'full',
    ])
  })

  it.each([
    { label: 'nothing', lines: [], field: 'lines' },
    { label: 'a line of another order', lines: [{ orderLine: 'x', quantity: 1 }], field: 'lines.0.orderLine' },
    {
      label: 'a line twice',
      lines: [
        { orderLine: 'a', quantity: 1 },
        { orderLine: 'a', quantity: 1 },
      ],
      field: 'lines.1.orderLine',
    },
    { label: 'more than there were', lines: [{ orderLine: 'a', quantity: 3 }], field: 'lines.0.quantity' },
    { label: 'no pieces', lines: [{ orderLine: 'a', quantity: 0 }], field: 'lines.0.quantity' },
    { label: 'half a piece', lines: [{ orderLine: 'a', quantity: 0.5 }], field: 'lines.0.quantity' },
    { label: 'pieces below zero', lines: [{ orderLine: 'a', quantity: -1 }], field: 'lines.0.quantity' },
  ])('refuses $label', ({ lines, field }) => {
    expect(planRefund(order([paidLine('a', 2, 1_000)]), [], { lines })).toMatchObject({ ok: false, failure: { code: 'invalid', field } })
  })

  it('refuses shipping below zero', () => {
    expect(planRefund(order([paidLine('a', 2, 1_000)], 5), [], { lines: [], shippingAmount: -1 }).ok).toBe(false)
  })

  it('in any order of partial refunds nothing goes below zero, parts sum to each amount, and the end is exact', () => {
    const anyLine = fc.record({ quantity: fc.integer({ min: 1, max: 12 }), paid: fc.nat({ max: 100_000 }), tax: fc.nat({ max: 3_000 }) })
    const taken = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 10 })
    prove(
      'refund sequences',
      'partial refunds by line end exactly',
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 3 }), taken, (list, takes) => {
        const paid = order(list.map(({ quantity, paid: amount, tax }, index) => paidLine(`l${index}`, quantity, amount, tax)))
        const refunds: Refund[] = []
        const take = (orderLine: string, quantity: number) => {
          const made = refund(paid, refunds, [[orderLine, quantity]])
          for (const part of made.lines) {
            holds(Math.min(part.amount, part.baseAmount, part.taxAmount) >= 0, 'a part is below zero')
            holds(part.baseAmount + part.taxAmount === part.amount, 'base and tax are not the amount')
          }
          refunds.push(made)
        }
        for (const [which, howMany] of takes) {
          const open = refundable(paid, refunds).lines.filter(({ quantity }) => quantity > 0)
          const line = open[which % (open.length || 1)]
          if (line) take(line.orderLine, 1 + (howMany % line.quantity))
        }
        for (const { orderLine, quantity } of refundable(paid, refunds).lines) if (quantity > 0) take(orderLine, quantity)
        const left = refundable(paid, refunds)
        holds(left.amount === 0, 'something is left')
        left.lines.forEach(({ quantity, amount, taxAmount, baseAmount, refundedBase }, index) => {
          holds(quantity === 0 && amount === 0 && taxAmount === 0 && baseAmount === 0, 'something of a line is left')
          holds(refundedBase === paid.lines[index]!.baseAmount, 'not all of the base was refunded')
        })
        holds(refundState(paid, refunds) === (paid.total === 0 ? 'none' : 'full'), 'the state is wrong')
      }),
    )
  })
})

describe('money that went back without a word about goods', () => {
  it('is laid over lines and shipping by what is left of each, and takes pieces along only with a whole line', () => {
    const paid = order([paidLine('a', 2, 20_000), paidLine('b', 1, 8_000)], 2_000)
    expect(allotRefund(paid, [], 15_000)).toMatchObject({
      amount: 15_000,
      shippingAmount: 1_000,
      lines: [
        { orderLine: 'a', quantity: 0, amount: 10_000 },
        { orderLine: 'b', quantity: 0, amount: 4_000 },
      ],
    })
    expect(allotRefund(paid, [], 30_000).lines.map(({ quantity }) => quantity)).toEqual([2, 1])
    expect(allotRefund(paid, [], 99_999)).toMatchObject({ amount: 30_000 })
    expect(allotRefund(paid, [{ state: 'settled', ...allotRefund(paid, [], 30_000) }], 1)).toEqual({
      amount: 0,
      shippingAmount: 0,
      lines: [],
    })
  })

  it('leaves each piece its part of the rest: half of 3 × 1.00 back, a piece gives back 0.50', () => {
    const paid = order([paidLine('a', 3, 300)])
    const first: Refund = { state: 'settled', ...allotRefund(paid, [], 150) }
    const second = refund(paid, [first], [['a', 1]])
    expect([second.amount, refund(paid, [first, second], [['a', 2]]).amount]).toEqual([50, 100])
  })

  it('in any mixture with refunds by piece nothing goes below zero, and the end is exact in every part', () => {
    const lines = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 50_000 })), { minLength: 1, maxLength: 4 })
    const steps = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 60_000 }), fc.boolean()), {
      maxLength: 8,
    })
    prove(
      'refund sequences',
      'refunds by piece and by amount end exactly',
      fc.property(lines, steps, fc.nat(2_000), (given, wanted, shipping) => {
        const paid = order(
          given.map(([quantity, amount], index) => paidLine(String(index), quantity, amount)),
          shipping,
        )
        const refunds: Refund[] = []
        for (const [at, quantity, amount, byAmount] of wanted) {
          const line = String(at % given.length)
          const planned = byAmount
            ? { ok: true as const, value: allotRefund(paid, refunds, amount) }
            : planRefund(paid, refunds, { lines: [{ orderLine: line, quantity }] })
          if (planned.ok) refunds.push({ state: 'settled', ...planned.value })
          const left = refundable(paid, refunds)
          for (const one of left.lines)
            holds(Math.min(one.quantity, one.amount, one.taxAmount, one.baseAmount) >= 0, 'something of a line is below zero')
          holds(left.shipping >= 0, 'shipping is below zero')
        }
        refunds.push({ state: 'settled', ...allotRefund(paid, refunds, paid.total) })
        const end = refundable(paid, refunds)
        holds(end.amount === 0, 'something is left')
        for (const one of end.lines) holds(one.amount === 0 && one.taxAmount === 0 && one.baseAmount === 0, 'something of a line is left')
        holds(refunds.reduce((sum, { amount }) => sum + amount, 0) === paid.total, 'the refunds are not what was paid')
      }),
    )
  })
})
