import { describe, expect, it } from 'vitest'
import {
  isAllDelivered,
  isAllSent,
  type Parcel,
  planParcel,
  replacedPieces,
  sendingOf,
  sentState,
} from '../../../src/modules/checkout/index.ts'
import { fc } from '../fc.ts'

const lines = [
  { orderLine: 'a', quantity: 3 },
  { orderLine: 'b', quantity: 1 },
]
const parcel = (state: Parcel['state'], ...pieces: [string, number][]): Parcel => ({
  state,
  lines: pieces.map(([orderLine, quantity]) => ({ orderLine, quantity })),
})
const open = (parcels: Parcel[], refunded: [string, number][] = []) =>
  sendingOf(
    lines,
    parcels,
    refunded.map(([orderLine, quantity]) => ({ orderLine, quantity })),
  ).map((line) => line.open)

describe('what is left to send', () => {
  it.each<[string, Parcel[], [string, number][], number[], string]>([
    ['nothing was sent', [], [], [3, 1], 'none'],
    ['a part is on its way', [parcel('shipped', ['a', 2])], [], [1, 1], 'partial'],
    ['all is on its way or there', [parcel('delivered', ['a', 3]), parcel('shipped', ['b', 1])], [], [0, 0], 'all'],
    ['a lost parcel is to be sent again', [parcel('lost', ['a', 3]), parcel('shipped', ['b', 1])], [], [3, 0], 'partial'],
    ['a cancelled parcel never left', [parcel('cancelled', ['a', 3], ['b', 1])], [], [3, 1], 'none'],
    [
      'what was refunded is not sent',
      [parcel('shipped', ['a', 2])],
      [
        ['a', 1],
        ['b', 1],
      ],
      [0, 0],
      'all',
    ],
    ['what came back after it was sent counts once', [parcel('delivered', ['a', 3])], [['a', 3]], [0, 1], 'partial'],
    [
      'an order that went back whole before it was sent is not sent',
      [],
      [
        ['a', 3],
        ['b', 1],
      ],
      [0, 0],
      'none',
    ],
  ])('%s', (_, parcels, refunded, left, state) => {
    expect(open(parcels, refunded)).toEqual(left)
    const back = refunded.map(([orderLine, quantity]) => ({ orderLine, quantity }))
    expect(sentState(sendingOf(lines, parcels, back))).toBe(state)
  })

  it('is delivered when all that was sent has arrived and nothing is left', () => {
    const delivered = (...parcels: Parcel[]) => isAllDelivered(sendingOf(lines, parcels, []))
    expect(delivered(parcel('delivered', ['a', 3], ['b', 1]))).toBe(true)
    expect(delivered(parcel('delivered', ['a', 3]), parcel('shipped', ['b', 1]))).toBe(false)
    expect(delivered(parcel('delivered', ['a', 3]))).toBe(false)
  })

  it('takes from stock again exactly the pieces that replace lost ones', () => {
    const stood = (parcels: Parcel[]) => sendingOf(lines, parcels, [])[0]!
    expect(replacedPieces(stood([]), 3)).toBe(0)
    expect(replacedPieces(stood([parcel('lost', ['a', 2])]), 1)).toBe(0)
    expect(replacedPieces(stood([parcel('lost', ['a', 2])]), 3)).toBe(2)
    expect(replacedPieces(stood([parcel('lost', ['a', 3]), parcel('shipped', ['a', 2])]), 1)).toBe(1)
    expect(replacedPieces(stood([parcel('lost', ['a', 3]), parcel('lost', ['a', 3])]), 3)).toBe(3)
  })
})

describe('a parcel', () => {
  const sending = sendingOf(lines, [parcel('shipped', ['a', 2])], [])

  it.each<[string, { orderLine: string; quantity: number }[], string]>([
    ['nothing', [], 'lines'],
    ['a line of another order', [{ orderLine: 'x', quantity: 1 }], 'lines.0.lineId'],
    [
      'a line twice',
      [
        { orderLine: 'a', quantity: 1 },
        { orderLine: 'a', quantity: 1 },
      ],
      'lines.1.lineId',
    ],
    ['more than is left', [{ orderLine: 'a', quantity: 2 }], 'lines.0.quantity'],
    ['less than one piece', [{ orderLine: 'a', quantity: 0 }], 'lines.0.quantity'],
    ['a negative number', [{ orderLine: 'a', quantity: -1 }], 'lines.0.quantity'],
    ['half a piece', [{ orderLine: 'a', quantity: 0.5 }], 'lines.0.quantity'],
    ['no number', [{ orderLine: 'a', quantity: Number.NaN }], 'lines.0.quantity'],
  ])('refuses %s', (_, wanted, field) => {
    expect(planParcel(sending, wanted)).toMatchObject({ ok: false, failure: { code: 'invalid', field } })
  })

  it('any sequence of parcels, losses and refunds never sends more than is kept, and all sent means nothing is open', () => {
    const step = fc.record({
      act: fc.constantFrom('ship', 'deliver', 'lose', 'cancel', 'refund'),
      line: fc.nat(1),
      quantity: fc.integer({ min: 1, max: 4 }),
      pick: fc.nat(9),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const parcels: { state: Parcel['state']; lines: { orderLine: string; quantity: number }[] }[] = []
        const refunded: { orderLine: string; quantity: number }[] = []
        for (const { act, line, quantity, pick } of steps) {
          const now = sendingOf(lines, parcels, refunded)
          const { orderLine } = lines[line]!
          if (act === 'ship') {
            const planned = planParcel(now, [{ orderLine, quantity }])
            if (planned.ok) parcels.push({ state: 'shipped', lines: planned.value })
            const replaced = planned.ok ? replacedPieces(now[line]!, quantity) : 0
            expect(replaced).toBeGreaterThanOrEqual(0)
            expect(replaced).toBeLessThanOrEqual(quantity)
          } else if (act === 'refund') {
            const left = lines[line]!.quantity - now[line]!.refunded
            if (left > 0) refunded.push({ orderLine, quantity: Math.min(left, quantity) })
          } else {
            const moving = parcels.filter(({ state }) => state === 'shipped')
            const one = moving[pick % Math.max(1, moving.length)]
            if (one) one.state = act === 'deliver' ? 'delivered' : act === 'lose' ? 'lost' : 'cancelled'
          }
        }
        const end = sendingOf(lines, parcels, refunded)
        for (const { quantity, sent, open: left } of end) {
          expect(sent).toBeLessThanOrEqual(quantity)
          expect(left).toBeGreaterThanOrEqual(0)
          expect(sent + left).toBeLessThanOrEqual(quantity)
        }
        if (isAllSent(end)) expect(end.every((one) => one.open === 0)).toBe(true)
      }),
    )
  })
})
