import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressFields, addressLines } from '../../../src/ui/commerce/address-form.ts'
import { cartReadiness, isBuyable, quantityLimits, troubles } from '../../../src/ui/commerce/cart-state.ts'
import { soonestDays } from '../../../src/ui/commerce/earnings-days.ts'
import { addsUp } from '../../../src/ui/commerce/earnings-sums.ts'
import type { EarningRowView } from '../../../src/ui/commerce/earnings-view.ts'
import { readRefundQuantities, refundFields } from '../../../src/ui/commerce/fields.ts'
import { badgeTone, creditsByCreator, orderLook, units } from '../../../src/ui/commerce/order-state.ts'
import { previewLine, previewRefund, type RefundableLine, refundableUnits } from '../../../src/ui/commerce/refund-preview.ts'
import { secondsLeft, worthSaying } from '../../../src/ui/commerce/time-left.ts'
import type { CartLineView, CartTrouble } from '../../../src/ui/commerce/view.ts'

const cny = (amount: number) => ({ amount, currency: 'CNY' })
const runs = { numRuns: Number(process.env.FC_RUNS ?? 1000) }

const cartLine = (trouble: CartTrouble | null, available: number | null = 5): CartLineView => ({
  id: 'a',
  product: { title: '帐篷', options: null, picture: null, href: null },
  quantity: 1,
  unitPrice: cny(62900),
  available,
  trouble,
  from: null,
})

describe('the cart', () => {
  it('lets a changed price go on, since the checkout asks again', () => {
    expect(cartReadiness([cartLine({ kind: 'price', before: cny(100) })])).toBe('ready')
  })

  it('waits while one line wants more than there is', () => {
    expect(cartReadiness([cartLine(null), cartLine({ kind: 'short', available: 2 })])).toBe('short')
  })

  it('does not wait for a line that cannot be bought at all', () => {
    expect(cartReadiness([cartLine(null), cartLine({ kind: 'sold-out' }), cartLine({ kind: 'gone' })])).toBe('ready')
  })

  it.each([[[]], [[cartLine({ kind: 'sold-out' }), cartLine({ kind: 'gone' })]]])(
    'has nothing to check out when no line can be bought',
    (lines) => {
      expect(cartReadiness(lines)).toBe('nothing')
      expect(lines.every((line) => !isBuyable(line))).toBe(true)
    },
  )

  it('counts the lines that need a look', () => {
    expect(troubles([cartLine(null), cartLine({ kind: 'gone' }), cartLine({ kind: 'short', available: 1 })])).toBe(2)
  })

  it.each([
    [null, 99],
    [500, 99],
    [3, 3],
    [0, 1],
  ])('offers at most what is in stock and at most 99: stock %s gives %s', (available, max) => {
    expect(quantityLimits({ available })).toEqual({ min: 1, max })
  })
})

describe('the time left to pay', () => {
  it.each([
    ['2026-11-22T12:54:32.000Z', 872],
    ['2026-11-22T12:40:00.999Z', 0],
    ['2026-11-22T12:39:59.000Z', 0],
    ['not a date', 0],
  ])('until %s is %s seconds, never below zero', (until, seconds) => {
    expect(secondsLeft(until, '2026-11-22T12:40:00.000Z')).toBe(seconds)
  })

  it('is said to screen readers three times in fifteen minutes, not every second', () => {
    expect(Array.from({ length: 901 }, (_, second) => second).filter(worthSaying)).toEqual([0, 60, 300])
  })
})

describe('addresses', () => {
  it('asks in China for province, city, district and one full line', () => {
    const names = addressFields('CN').filter((field) => field.required)
    expect(names.map((field) => field.name)).toEqual(['region', 'city', 'district', 'line1'])
  })

  it('asks elsewhere for a postcode, but not where there is none', () => {
    expect(addressFields('DE').some((field) => field.name === 'postcode' && field.required)).toBe(true)
    expect(addressFields('HK').some((field) => field.name === 'postcode')).toBe(false)
  })

  it('writes a Chinese address from the large to the small and others from the small to the large', () => {
    const cn = {
      country: 'CN',
      region: '浙江',
      city: '杭州',
      district: '西湖区',
      line1: '灵溪路 18 号 3 幢 502',
      line2: '',
      postcode: '310013',
    }
    expect(addressLines(cn)).toEqual(['浙江 杭州 西湖区', '灵溪路 18 号 3 幢 502', '310013'])
    const de = { country: 'DE', region: '', city: 'Köln', district: '', line1: 'Domkloster 4', line2: '2. OG', postcode: '50667' }
    expect(addressLines(de)).toEqual(['Domkloster 4, 2. OG', 'Köln', '50667'])
  })
})

describe('the order', () => {
  it('speaks of a refund before its state', () => {
    expect(badgeTone({ state: 'paid', refundState: 'none' })).toBe('good')
    expect(badgeTone({ state: 'paid', refundState: 'full' })).toBe('neutral')
    expect(badgeTone({ state: 'payment_failed', refundState: 'none' })).toBe('bad')
    expect(badgeTone({ state: 'awaiting_payment', refundState: 'none' })).toBe('honey')
    expect(orderLook('expired')).toBe('over')
  })

  it('counts units and those not refunded', () => {
    const lines = [
      { quantity: 2, refundedQuantity: 1 },
      { quantity: 1, refundedQuantity: 0 },
    ]
    expect(units(lines)).toEqual({ all: 3, kept: 2 })
  })

  it('sums credits by creator and leaves out those of zero', () => {
    const chip = (handle: string) => ({ handle, name: handle, avatar: null, href: '/' })
    const credit = (handle: string, amount: number) => ({
      credit: { lineId: '', product: '', creator: chip(handle), rateBps: 800, amount: cny(amount), touchedAt: null, whyHref: null },
    })
    const sums = creditsByCreator([credit('ahe', 4341), credit('lin', 100), credit('ahe', 870), credit('zhou', 0), { credit: null }])
    expect(sums.map(({ creator, amount }) => [creator.handle, amount.amount])).toEqual([
      ['ahe', 5211],
      ['lin', 100],
    ])
  })
})

const fresh = (over: Partial<RefundableLine> = {}): RefundableLine => ({
  id: 'a',
  quantity: 3,
  refundedQuantity: 0,
  total: 25000,
  refundedAmount: 0,
  commission: 1000,
  commissionReversed: 0,
  ...over,
})

describe('the preview of a refund', () => {
  it('ATT-28 gives 250.00 back over three units as 83.33, 83.34, 83.33', () => {
    let line = fresh()
    const amounts = [1, 2, 3].map(() => {
      const part = previewLine(line, 1)
      line = {
        ...line,
        refundedQuantity: line.refundedQuantity + 1,
        refundedAmount: line.refundedAmount + part.amount,
        commissionReversed: line.commissionReversed + part.commission,
      }
      return part.amount
    })
    expect(amounts).toEqual([8333, 8334, 8333])
    expect(line.commissionReversed).toBe(1000)
  })

  it('ATT-28 gives back exactly what was paid and takes back exactly the commission, however the units are cut', () => {
    const cuts = fc.record({
      total: fc.integer({ min: 0, max: 100_000_000 }),
      commission: fc.integer({ min: 0, max: 50_000_000 }),
      steps: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 }),
    })
    fc.assert(
      fc.property(cuts, ({ total, commission, steps }) => {
        const quantity = steps.reduce((sum, step) => sum + step, 0)
        let line = fresh({ quantity, total, commission: Math.min(commission, total) })
        const wanted = line.commission
        for (const step of steps) {
          const part = previewLine(line, step)
          expect(part.amount).toBeGreaterThanOrEqual(0)
          expect(part.commission).toBeGreaterThanOrEqual(0)
          line = {
            ...line,
            refundedQuantity: line.refundedQuantity + part.quantity,
            refundedAmount: line.refundedAmount + part.amount,
            commissionReversed: line.commissionReversed + part.commission,
          }
        }
        expect(refundableUnits(line)).toBe(0)
        expect(line.refundedAmount).toBe(total)
        expect(line.commissionReversed).toBe(wanted)
      }),
      runs,
    )
  })

  it.each([-1, 0, Number.NaN])('shows nothing for %s units', (quantity) => {
    expect(previewLine(fresh(), quantity)).toMatchObject({ quantity: 0, amount: 0, commission: 0 })
  })

  it('never shows more units than can go back', () => {
    expect(previewLine(fresh({ refundedQuantity: 1, refundedAmount: 8333 }), 99)).toMatchObject({ quantity: 2, amount: 16667 })
  })

  it('sums the lines that were chosen', () => {
    const preview = previewRefund([fresh(), fresh({ id: 'b', quantity: 1, total: 500, commission: 40 })], new Map([['b', 1]]))
    expect(preview).toEqual({ amount: 500, commission: 40, units: 1, lines: [{ id: 'b', quantity: 1, amount: 500, commission: 40 }] })
  })

  it('reads posted units by line, leaves out zero, and keeps what is no number for the flow to refuse', () => {
    const form = new FormData()
    form.set(refundFields.quantity('a'), '2')
    form.set(refundFields.quantity('b'), '0')
    form.set(refundFields.quantity('c'), '1.5')
    form.set(refundFields.quantity('d'), '')
    form.set('reason', 'damaged')
    expect([...readRefundQuantities(form)]).toEqual([
      ['a', 2],
      ['c', Number.NaN],
    ])
  })
})

describe('the earnings page', () => {
  const row = (amount: number, currency = 'CNY') => ({ amount: { amount, currency } }) as EarningRowView

  it('adds up when opening and rows make the closing balance', () => {
    expect(addsUp({ opening: cny(13342), closing: cny(19842), rows: [row(4341), row(892), row(-3186), row(4453)] })).toBe(true)
  })

  it('does not add up when a cent is missing or a currency differs', () => {
    expect(addsUp({ opening: cny(0), closing: cny(101), rows: [row(100)] })).toBe(false)
    expect(addsUp({ opening: cny(0), closing: cny(100), rows: [row(100, 'USD')] })).toBe(false)
  })
})

describe('the days on which earnings become payable', () => {
  const day = (at: number, amount: number, expected = false) => ({
    day: `2026-12-${String(at).padStart(2, '0')}`,
    amount: { amount, currency: 'CNY' },
    expected,
    lines: 1,
  })

  it('are drawn one by one while they are few', () => {
    const few = [day(1, 100), day(2, 200, true)]
    expect(soonestDays(few, 2)).toEqual(few.map((one) => ({ ...one, later: false })))
    expect(soonestDays([], 2)).toEqual([])
  })

  it('are one row from then on, expected as soon as one of them is, and nothing is lost', () => {
    const rows = soonestDays([day(1, 100), day(2, 200), day(3, 300), day(4, 50, true)], 2)
    expect(rows.at(-1)).toEqual({ ...day(3, 350, true), lines: 2, later: true })
    expect(rows.reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(650)
  })
})
