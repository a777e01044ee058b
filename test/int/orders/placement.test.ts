import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { countCart } from '../../../src/flows/carts/count-cart.ts'
import { cancelOrder } from '../../../src/flows/orders/cancel-order.ts'
import { expireOrder } from '../../../src/flows/orders/expire-order.ts'
import { keptSeconds } from '../../../src/flows/orders/once-only.ts'
import { placeOrder } from '../../../src/flows/orders/place-order.ts'
import { cookieNames } from '../../../src/lib/cookies.ts'
import { sha256 } from '../../../src/lib/hash.ts'
import { newId } from '../../../src/lib/ids.ts'
import type { Visit } from '../../../src/lib/visit.ts'
import { type BuiltProduct, product } from '../../builders/catalogue.ts'
import { countRows, orderRows, stockOf } from '../../builders/counts.ts'
import { contact, filledCart, placedOrder } from '../../builders/orders.ts'
import { person } from '../../builders/people.ts'
import { NOON, openWorld, visitOf, type World } from '../../builders/world.ts'

let world: World
let goods: BuiltProduct
let variantId: string

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  world.clock.set(NOON)
  goods = await product(world, { title: '帐篷', prices: [10_001, 2_500], stock: 10 })
  variantId = goods.variantIds[0]!
})

const place = (visit: Visit, more: object = {}, key = newId()) => placeOrder(world.ctx, visit, { contact, locale: 'zh', ...more }, key)
const orderRow = (id: string) => world.payload.findByID({ collection: 'orders', id, depth: 0 })
const of = async (collection: 'payments' | 'order-history' | 'order-contacts', order: string) =>
  (await world.payload.find({ collection, where: { order: { equals: order } }, sort: 'id', depth: 0, pagination: false })).docs
const nothingWritten = async (work: () => Promise<unknown>) => {
  const before = await countRows(world, orderRows)
  await work()
  expect(await countRows(world, orderRows)).toEqual(before)
}

describe('placing an order', () => {
  it('freezes what the database says, to the cent, and writes all that belongs to it', async () => {
    await world.payload.update({ collection: 'variants', id: variantId, data: { cost: 4_000 } })
    const { orderId, number, payment } = await placedOrder(world, {
      wanted: [
        { variantId, quantity: 1 },
        { variantId: goods.variantIds[1]!, quantity: 3 },
      ],
    })
    const order = await orderRow(orderId)
    expect(order).toMatchObject({
      number,
      state: 'awaiting_payment',
      itemsTotal: 17_501,
      shippingTotal: 1000,
      total: 18_501,
      currency: 'CNY',
      test: false,
    })
    expect(order).toMatchObject({
      placedAt: NOON,
      reservedUntil: '2026-11-02T04:15:00.000Z',
      locale: 'zh',
      merchant: 'house',
      paidAt: null,
    })
    expect(order.lines).toMatchObject([
      { title: '帐篷', quantity: 1, unitPrice: 10_001, paidAmount: 10_001, cost: 4_000 },
      { quantity: 3, unitPrice: 2_500, paidAmount: 7_500, cost: null },
    ])
    expect(order.lines.reduce((sum, line) => sum + line.baseAmount + line.taxAmount, 0)).toBe(17_501)
    expect(await of('payments', orderId)).toMatchObject([
      { id: payment.id, provider: 'sandbox', state: 'pending', amount: 18_501, currency: 'CNY', reference: `sbx_${payment.id}` },
    ])
    expect(payment.url).toBe(`/zh/pay/${payment.id}`)
    expect((await of('order-history', orderId)).map((row) => ('event' in row ? [row.subject, row.from, row.to] : []))).toEqual([
      ['order', 'draft', 'awaiting_payment'],
      ['payment', 'created', 'pending'],
    ])
    expect(await of('order-contacts', orderId)).toMatchObject([contact])
    expect(await stockOf(world, variantId)).toEqual({ available: 9, reserved: 1, explained: true })
    expect(await stockOf(world, goods.variantIds[1]!)).toEqual({ available: 7, reserved: 3, explained: true })
  })

  it('empties the cart, which can be filled again', async () => {
    const { visit } = await placedOrder(world, { wanted: [{ variantId }] })
    expect(await countCart(world.ctx, visit)).toBe(0)
    expect(await place(visit)).toMatchObject({ ok: false, failure: { code: 'state', field: 'lines' } })
    expect((await placedOrder(world, { visit, wanted: [{ variantId }] })).orderId).toBeTruthy()
  })

  it('of a guest gives a secret once and keeps its hash; the browser keeps the latest five', async () => {
    let { visit, orderId, guestSecret } = await placedOrder(world, { wanted: [{ variantId }] })
    const { docs } = await world.payload.find({
      collection: 'orders',
      where: { guestHash: { equals: sha256(guestSecret!) } },
      showHiddenFields: true,
    })
    expect(docs.map(({ id, user }) => [id, user])).toEqual([[orderId, null]])
    for (let at = 0; at < 5; at++) visit = (await placedOrder(world, { visit, wanted: [{ variantId }] })).visit
    expect(visit.cookies[cookieNames.orders]!.split('~')).toHaveLength(5)
    expect(visit.cookies[cookieNames.orders]).not.toContain(orderId)
  })

  it('of an account takes the account’s address of mail, and needs no secret', async () => {
    const fan = await person(world)
    const placed = await placedOrder(world, {
      visit: visitOf(fan),
      wanted: [{ variantId }],
      input: { contact: { ...contact, email: 'other@example.test' } },
    })
    expect([placed.guestSecret, placed.setCookies]).toEqual([null, []])
    expect(await orderRow(placed.orderId)).toMatchObject({ user: fan.userId })
    expect(await of('order-contacts', placed.orderId)).toMatchObject([{ email: fan.email }])
  })

  it('keeps personal data out of everything but the contact', async () => {
    const { orderId } = await placedOrder(world, { wanted: [{ variantId }] })
    const rest = [
      await orderRow(orderId),
      await of('payments', orderId),
      await of('order-history', orderId),
      (await world.payload.find({ collection: 'idempotency-keys', pagination: false })).docs,
    ]
    for (const value of [contact.email, contact.name, contact.phone, contact.street]) expect(JSON.stringify(rest)).not.toContain(value)
  })
})

describe('what the client says', () => {
  it('a total is compared and never used: another is refused with the right one, and nothing is written', async () => {
    const visit = await filledCart(world, visitOf(), [{ variantId }])
    await nothingWritten(async () => {
      expect(await place(visit, { expectedTotal: 1 })).toMatchObject({
        failure: { code: 'price_changed', field: 'expectedTotal', details: { total: 11_001, currency: 'CNY' } },
      })
    })
    expect(await place(visit, { expectedTotal: 11_001 })).toMatchObject({ ok: true })
  })

  it('a price that rose while the cart waited is the price', async () => {
    const visit = await filledCart(world, visitOf(), [{ variantId }])
    await world.payload.update({ collection: 'variants', id: variantId, data: { price: 12_345 } })
    const placed = await place(visit)
    expect(placed.ok && (await orderRow(placed.value.orderId)).itemsTotal).toBe(12_345)
  })

  it('a contact that cannot be used is refused by its field', async () => {
    const visit = await filledCart(world, visitOf(), [{ variantId }])
    await nothingWritten(async () => {
      for (const [field, value] of [
        ['email', 'nobody'],
        ['phone', ''],
        ['district', ''],
        ['country', 'XYZ'],
      ] as const) {
        expect(await place(visit, { contact: { ...contact, [field]: value } })).toMatchObject({
          failure: { code: 'invalid', field: `contact.${field}` },
        })
      }
    })
  })

  it('somebody else’s cart is no cart', async () => {
    const visit = await filledCart(world, visitOf(), [{ variantId }])
    const [id] = visit.cookies[cookieNames.cart]!.split('.')
    const thief = visitOf(undefined, { cookies: { [cookieNames.cart]: `${id}.${'x'.repeat(43)}` } })
    await nothingWritten(async () => expect(await place(thief)).toMatchObject({ failure: { code: 'state' } }))
  })
})

describe('goods that cannot be had', () => {
  it('sold out names the line and what is left; nothing is written, and the same key may succeed later', async () => {
    const visit = await filledCart(world, visitOf(), [{ variantId: goods.variantIds[1]! }, { variantId, quantity: 5 }])
    await world.payload.update({ collection: 'stock-levels', id: variantId, data: { available: 2 } })
    const key = newId()
    await nothingWritten(async () => {
      expect(await place(visit, {}, key)).toMatchObject({
        failure: { code: 'sold_out', field: 'lines.1.quantity', details: { variantId, available: 2 } },
      })
    })
    expect(await stockOf(world, goods.variantIds[1]!)).toMatchObject({ available: 10, reserved: 0 })
    expect(await countCart(world.ctx, visit)).toBe(6)
    await world.payload.update({ collection: 'stock-levels', id: variantId, data: { available: 5 } })
    expect(await place(visit, {}, key)).toMatchObject({ ok: true })
  })

  it.each(['archived product', 'archived variant', 'removed variant', 'other currency'])(
    '%s in the cart is refused as gone',
    async (how) => {
      const visit = await filledCart(world, visitOf(), [{ variantId }])
      if (how === 'archived product')
        await world.payload.update({ collection: 'products', id: goods.productId, data: { status: 'archived' } })
      if (how === 'archived variant') await world.payload.update({ collection: 'variants', id: variantId, data: { status: 'archived' } })
      if (how === 'removed variant') await world.payload.update({ collection: 'variants', id: variantId, data: { deletedAt: NOON } })
      if (how === 'other currency') await world.payload.update({ collection: 'variants', id: variantId, data: { currency: 'USD' } })
      await nothingWritten(async () =>
        expect(await place(visit)).toMatchObject({ failure: { code: 'gone', field: 'lines.0', details: { variantId } } }),
      )
    },
  )
})

describe('an Idempotency-Key', () => {
  it('gets the same answer again, also when both come at once, and places one order', async () => {
    const visit = await filledCart(world, visitOf(), [{ variantId }])
    const key = newId()
    const before = await countRows(world, ['orders'])
    const [first, ...more] = await Promise.all([1, 2, 3, 4].map(() => place(visit, {}, key)))
    expect(first).toMatchObject({ ok: true })
    for (const one of [...more, await place(visit, {}, key)]) expect(one).toEqual(first)
    expect((await countRows(world, ['orders'])).orders).toBe(before.orders + 1)
    expect(await stockOf(world, variantId)).toEqual({ available: 9, reserved: 1, explained: true })
  })

  it('with another body is a mismatch, and another buyer’s key is another key', async () => {
    const visit = await filledCart(world, visitOf(), [{ variantId }])
    const key = newId()
    await place(visit, {}, key)
    expect(await place(visit, { contact: { ...contact, city: '宁波市' } }, key)).toMatchObject({
      failure: { code: 'idempotency_mismatch' },
    })
    const other = await filledCart(world, visitOf(), [{ variantId }])
    expect(await place(other, {}, key)).toMatchObject({ ok: true })
  })

  it('is not answered to who does not hold the cart, and is kept for 30 days', async () => {
    const visit = await filledCart(world, visitOf(), [{ variantId }])
    const key = newId()
    const first = await place(visit, {}, key)
    const [id] = visit.cookies[cookieNames.cart]!.split('.')
    expect(await place(visitOf(undefined, { cookies: { [cookieNames.cart]: `${id}.${'y'.repeat(43)}` } }), {}, key)).toMatchObject({
      failure: { code: 'state' },
    })
    world.clock.advance(keptSeconds * 1000 - 1)
    expect(await place(visit, {}, key)).toEqual(first)
    world.clock.advance(1)
    expect(await place(visit, {}, key), 'forgotten: the cart is empty').toMatchObject({ failure: { code: 'state' } })
    await filledCart(world, visit, [{ variantId }])
    expect(await place(visit, {}, key)).toMatchObject({ ok: true })
  })
})

describe('an order that is not paid', () => {
  it('is let go after 15 minutes, its last second included, once', async () => {
    const { orderId } = await placedOrder(world, { wanted: [{ variantId, quantity: 3 }] })
    world.clock.advance(15 * 60_000)
    expect(await expireOrder(world.ctx, { orderId })).toEqual({ ok: true, value: { expired: false } })
    world.clock.advance(1)
    const runs = await Promise.all([1, 2, 3].map(() => expireOrder(world.ctx, { orderId })))
    expect(runs.map((run) => run.ok && run.value.expired).sort()).toEqual([false, false, true])
    expect((await orderRow(orderId)).state).toBe('expired')
    expect(await stockOf(world, variantId)).toEqual({ available: 10, reserved: 0, explained: true })
    expect(await of('payments', orderId)).toMatchObject([{ state: 'cancelled' }])
    expect((await of('order-history', orderId)).map((row) => 'event' in row && row.event)).toEqual(['place', 'submit', 'expire', 'cancel'])
    expect(await expireOrder(world.ctx, { orderId: newId() })).toMatchObject({ failure: { code: 'not_found' } })
  })

  it('is cancelled by its buyer alone: by the cookie, by the secret, by the account', async () => {
    const guest = await placedOrder(world, { wanted: [{ variantId }] })
    const byLink = await placedOrder(world, { wanted: [{ variantId }] })
    const fan = visitOf(await person(world))
    const own = await placedOrder(world, { visit: fan, wanted: [{ variantId }] })
    const strangers = [visitOf(), visitOf(await person(world)), visitOf(await person(world, ['fan', 'admin'])), byLink.visit]
    for (const stranger of strangers) {
      for (const { orderId } of [guest, own]) {
        expect(await cancelOrder(world.ctx, stranger, { orderId, secret: 'x'.repeat(43) })).toMatchObject({
          failure: { code: 'not_found' },
        })
      }
    }
    expect(await cancelOrder(world.ctx, guest.visit, { orderId: guest.orderId })).toEqual({ ok: true, value: { state: 'cancelled' } })
    expect(await cancelOrder(world.ctx, visitOf(), { orderId: byLink.orderId, secret: byLink.guestSecret! })).toMatchObject({ ok: true })
    expect(await cancelOrder(world.ctx, fan, { orderId: own.orderId })).toMatchObject({ ok: true })
    expect(await cancelOrder(world.ctx, fan, { orderId: own.orderId })).toMatchObject({ failure: { code: 'state' } })
    expect(await cancelOrder(world.ctx, fan, { orderId: 'no id' })).toMatchObject({ failure: { code: 'not_found' } })
    expect(await stockOf(world, variantId)).toEqual({ available: 10, reserved: 0, explained: true })
  })
})
