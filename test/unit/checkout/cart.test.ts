import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseGuestOrders, withGuestOrder } from '../../../src/lib/guest-orders.ts'
import {
  addItem,
  type CartItem,
  contactShape,
  isBuyable,
  maxLines,
  maxQuantity,
  mergeItems,
  orderNumber,
  readContact,
  shippingFor,
  troubleOf,
} from '../../../src/modules/checkout/index.ts'

const at = new Date('2026-11-02T04:00:00Z')
let n = 0
const item = (variant: string, quantity = 1, more: Partial<CartItem> = {}): CartItem => ({
  id: `line-${n++}`,
  variant,
  quantity,
  linkCode: null,
  seenPrice: 100,
  addedAt: at,
  ...more,
})
const wanted = (lines: readonly CartItem[]) => lines.map(({ variant, quantity }) => [variant, quantity])

describe('a basket', () => {
  it('joins the same goods, at the newest price and link', () => {
    const added = addItem([item('tent', 2, { linkCode: 'a' })], item('tent', 3, { seenPrice: 90, linkCode: 'b' }))
    expect(added).toMatchObject({ ok: true, value: [{ variant: 'tent', quantity: 5, seenPrice: 90, linkCode: 'b' }] })
    expect(addItem([item('tent', 2, { linkCode: 'a' })], item('tent'))).toMatchObject({ value: [{ linkCode: 'a' }] })
  })

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, maxQuantity + 1, 1e21])('takes no quantity of %d', (quantity) => {
    expect(addItem([], item('tent', quantity))).toMatchObject({ ok: false, failure: { code: 'invalid', field: 'quantity' } })
  })

  it('takes no sum above 99 and no 51st line', () => {
    expect(addItem([item('tent', 99)], item('tent'))).toMatchObject({ ok: false, failure: { field: 'quantity' } })
    const full = Array.from({ length: maxLines }, (_, index) => item(`v${index}`))
    expect(addItem(full, item('one-more'))).toMatchObject({ ok: false, failure: { field: 'variantId' } })
    expect(addItem(full, item('v7'))).toMatchObject({ ok: true })
  })

  it('merges a guest’s into an account’s without losing what fits', () => {
    expect(wanted(mergeItems([item('tent', 98), item('mug')], [item('tent', 5), item('lamp', 2)]))).toEqual([
      ['tent', 99],
      ['mug', 1],
      ['lamp', 2],
    ])
  })

  it('merging keeps every limit, whatever is in the two', () => {
    const basket = fc
      .uniqueArray(fc.nat(70), { maxLength: maxLines })
      .chain((ids) => fc.tuple(...ids.map((id) => fc.integer({ min: 1, max: maxQuantity }).map((quantity) => item(`v${id}`, quantity)))))
    fc.assert(
      fc.property(basket, basket, (own, guest) => {
        const merged = mergeItems(own, guest)
        expect(merged.length).toBeLessThanOrEqual(maxLines)
        expect(new Set(merged.map(({ variant }) => variant)).size).toBe(merged.length)
        for (const { variant, quantity } of merged) {
          expect(quantity).toBeLessThanOrEqual(maxQuantity)
          expect(quantity).toBeGreaterThanOrEqual(own.find((line) => line.variant === variant)?.quantity ?? 1)
        }
      }),
    )
  })

  it('says what stands between a line and its being bought', () => {
    const line = { quantity: 3, seenPrice: 100 }
    expect(troubleOf(line, null)).toBe('gone')
    expect(troubleOf(line, { price: 100, available: 0 })).toBe('sold_out')
    expect(troubleOf(line, { price: 90, available: 2 })).toBe('short')
    expect(troubleOf(line, { price: 90, available: 3 })).toBe('price')
    expect(troubleOf(line, { price: 100, available: 3 })).toBeNull()
    expect(troubleOf({ ...line, seenPrice: null }, { price: 90, available: 3 })).toBeNull()
    expect(['gone', 'sold_out', 'short', 'price', null].map((one) => isBuyable(one as never))).toEqual([false, false, false, true, true])
  })
})

describe('delivery', () => {
  it('is free from the amount on, and for nothing', () => {
    const terms = { shippingFlat: 1000, freeShippingFrom: 19900 }
    expect([0, 1, 19899, 19900].map((goods) => shippingFor(goods, terms))).toEqual([0, 1000, 1000, 0])
  })
})

describe('the contact of an order', () => {
  const cn = {
    email: 'a@example.test',
    name: '林小满',
    phone: '13800138000',
    country: 'CN',
    region: '浙江省',
    city: '杭州市',
    district: '西湖区',
    street: '文三路 1 号',
  }
  const uk = {
    email: 'a@example.test',
    name: 'Ann',
    phone: '+44 20 7946 0958',
    country: 'GB',
    city: 'London',
    street: '1 High St',
    postcode: 'SW1A 1AA',
  }

  it('takes addresses as they are written in each country', () => {
    expect(readContact(cn, null)).toMatchObject({ ok: true, value: { postcode: '', note: '' } })
    expect(readContact(uk, null)).toMatchObject({ ok: true, value: { region: '', district: '' } })
    expect(readContact({ ...uk, country: 'HK', postcode: '' }, null)).toMatchObject({ ok: true })
  })

  it('takes digits as a Chinese keyboard writes them wide, and keeps them plain', () => {
    const wide = readContact({ ...cn, phone: '＋８６ １３８００１３８０００', postcode: '３１００００' }, null)
    expect(wide).toMatchObject({ ok: true, value: { phone: '+86 13800138000', postcode: '310000' } })
  })

  it('takes an account’s address of mail over the one sent', () => {
    expect(readContact({ ...cn, email: 'other@example.test' }, 'own@example.test')).toMatchObject({ value: { email: 'own@example.test' } })
  })

  it.each([
    ['email', { ...cn, email: '' }],
    ['email', { ...cn, email: 'nobody' }],
    ['name', { ...cn, name: '   ' }],
    ['name', { ...cn, name: 'A\nBcc: everybody@example.test' }],
    ['phone', { ...cn, phone: 'call me' }],
    ['country', { ...cn, country: 'china' }],
    ['district', { ...cn, district: '' }],
    ['postcode', { ...uk, postcode: ' ' }],
    ['street', { ...cn, street: 'x'.repeat(301) }],
  ])('names the field %s that cannot be used, and does not repeat it', (field, input) => {
    const result = readContact(input, null)
    expect(result).toMatchObject({ ok: false, failure: { code: 'invalid', field: `contact.${field}` } })
    expect(JSON.stringify(result)).not.toMatch(/nobody|call me|everybody|xxx/)
  })

  it('knows no other fields', () => {
    expect(contactShape.safeParse({ ...cn, price: 1 }).success).toBe(false)
    expect(readContact('no contact', null)).toMatchObject({ ok: false, failure: { field: 'contact' } })
  })
})

it('an order’s number has its day and eight digits that nobody misreads', () => {
  expect(orderNumber(at, Uint8Array.from([0, 1, 31, 32, 63, 10, 200, 255]))).toBe('ZC261102-01Z0ZA8Z')
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (random) => {
      expect(orderNumber(at, random)).toMatch(/^ZC261102-[0-9A-HJKMNP-TV-Z]{8}$/)
    }),
  )
})

describe('guest links in a browser', () => {
  const order = (digit: number) => ({ orderId: `00000000-0000-7000-8000-00000000000${digit}`, secret: `${digit}`.repeat(43) })

  it('keep the latest five, each once', () => {
    let cookie: string | undefined
    for (const digit of [1, 2, 3, 4, 5, 6, 4]) cookie = withGuestOrder(cookie, order(digit))
    expect(parseGuestOrders(cookie)).toEqual([4, 6, 5, 3, 2].map(order))
  })

  it('leave out whatever is not ours', () => {
    expect(parseGuestOrders(undefined)).toEqual([])
    expect(parseGuestOrders(`nonsense~${order(1).orderId}.short~.~${order(2).orderId}.${order(2).secret}`)).toEqual([order(2)])
  })
})
