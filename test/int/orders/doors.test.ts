import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parseCookies } from '../../../src/lib/cookies.ts'
import { newId } from '../../../src/lib/ids.ts'
import { type BuiltProduct, product } from '../../builders/catalogue.ts'
import { countRows, orderRows, stockOf } from '../../builders/counts.ts'
import { type Doors, openDoors } from '../../builders/doors.ts'
import { contact } from '../../builders/orders.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let doors: Doors
let goods: BuiltProduct
let variantId: string
/** The cookies of one browser. */
let jar: Record<string, string>

beforeAll(async () => {
  world = await openWorld()
  doors = await openDoors(world)
})
afterAll(async () => {
  await doors.close()
  await world.close()
})
beforeEach(async () => {
  goods = await product(world, { stock: 10 })
  variantId = goods.variantIds[0]!
  jar = {}
})

async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const answer = await doors.ask(path, { method, headers, cookies: jar, ...(body === undefined ? {} : { body }) })
  for (const one of answer.headers.getSetCookie()) Object.assign(jar, parseCookies(one.split(';')[0]))
  const text = await answer.text()
  return {
    status: answer.status,
    body: (text ? JSON.parse(text) : null) as Record<string, unknown>,
    cookies: answer.headers.getSetCookie(),
  }
}
const key = () => ({ 'idempotency-key': newId() })
const fill = (quantity = 1) => ask('POST', '/v1/cart/items', { variantId, quantity })
const unchanged = async (work: () => Promise<void>) => {
  const before = [await countRows(world, [...orderRows, 'carts']), await stockOf(world, variantId), (await ask('GET', '/v1/cart')).body]
  await work()
  expect([await countRows(world, [...orderRows, 'carts']), await stockOf(world, variantId), (await ask('GET', '/v1/cart')).body]).toEqual(
    before,
  )
}
const refused = (field: string) => ({
  status: 422,
  body: { errors: expect.arrayContaining([expect.objectContaining({ code: 'invalid', field })]) },
})

it('a guest fills a cart, changes it, starts checkout, orders, and takes it back', async () => {
  expect(await fill(2)).toMatchObject({ status: 201, body: { cartCount: 2 } })
  const cart = await ask('GET', '/v1/cart?locale=en')
  expect(cart).toMatchObject({ status: 200, body: { total: 20_000, buyable: 2, lines: [{ variantId, trouble: null }] } })
  const line = `/v1/cart/items/${(cart.body.lines as { id: string }[])[0]!.id}`
  expect(await ask('PATCH', line, { quantity: 3 })).toMatchObject({ status: 200, body: { cartCount: 3 } })
  expect(await ask('POST', '/v1/checkout/start', {})).toMatchObject({
    status: 200,
    body: { checkoutStartedAt: world.clock.now().toISOString() },
  })
  const placed = await ask('POST', '/v1/checkout', { contact, expectedTotal: 30_000 }, key())
  expect(placed).toMatchObject({
    status: 201,
    body: { order: { number: expect.stringMatching(/^ZC/) }, payment: { provider: 'sandbox' }, guestSecret: expect.any(String) },
  })
  expect(placed.cookies.join()).toMatch(/zc_orders=.*HttpOnly/)
  expect((await ask('GET', '/v1/cart')).body).toMatchObject({ lines: [], total: 0 })
  const { id } = placed.body.order as { id: string }
  expect(await ask('POST', `/v1/orders/${id}/cancel`, {})).toMatchObject({ status: 200, body: { state: 'cancelled' } })
  expect(await ask('POST', `/v1/orders/${id}/cancel`, {})).toMatchObject({ status: 409, body: { errors: [{ code: 'state' }] } })
  await fill()
  const { lines } = (await ask('GET', '/v1/cart')).body as unknown as { lines: { id: string }[] }
  expect(await ask('DELETE', `/v1/cart/items/${lines[0]!.id}`)).toMatchObject({ status: 200, body: { cartCount: 0 } })
})

describe('what a client may not say', () => {
  it.each([
    ['price', 1],
    ['total', 1],
    ['discountTotal', 9],
    ['state', 'paid'],
    ['user', newId()],
    ['placedAt', '2020-01-01'],
    ['creator', newId()],
  ])('a %s in the checkout is refused by name, and changes nothing', async (name, value) => {
    await fill()
    await unchanged(async () => {
      const answer = await ask('POST', '/v1/checkout', { contact, [name]: value }, key())
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ code: 'invalid', message: expect.stringContaining(`"${name}"`) }] } })
    })
  })

  it('a price with the goods is refused, and so is one in the contact', async () => {
    await fill()
    await unchanged(async () => {
      expect(await ask('POST', '/v1/cart/items', { variantId, quantity: 1, unitPrice: 1 })).toMatchObject({ status: 422 })
      expect(await ask('POST', '/v1/checkout', { contact: { ...contact, price: 1 } }, key())).toMatchObject(refused('contact'))
    })
  })

  it.each([0, -1, 1.5, 100, 1e21, '2', null, [1], 'NaN'])('a quantity of %j is refused by its field', async (quantity) => {
    await fill()
    await unchanged(async () => expect(await ask('POST', '/v1/cart/items', { variantId, quantity })).toMatchObject(refused('quantity')))
  })

  it('NaN, Infinity and broken JSON are no JSON', async () => {
    for (const body of [
      `{"variantId":"${variantId}","quantity":NaN}`,
      `{"variantId":"${variantId}","quantity":Infinity}`,
      '{',
      'null',
      '[]',
      '"x"',
    ]) {
      const answer = await ask('POST', '/v1/cart/items', body)
      expect([400, 422], body).toContain(answer.status)
    }
  })

  it('unknown goods are 404, ids of no shape are 422 or 404, another type of body is 415, a large one 413', async () => {
    expect(await ask('POST', '/v1/cart/items', { variantId: newId(), quantity: 1 })).toMatchObject({
      status: 404,
      body: { errors: [{ code: 'not_found', field: 'variantId' }] },
    })
    expect((await ask('POST', '/v1/cart/items', { variantId: '../../etc', quantity: 1 })).status).toBe(404)
    expect((await ask('PATCH', '/v1/cart/items/nothing', { quantity: 1 })).status).toBe(422)
    expect((await ask('DELETE', `/v1/cart/items/${newId()}`)).status).toBe(404)
    expect((await ask('POST', `/v1/orders/${newId()}/cancel`, {})).status).toBe(404)
    expect((await ask('POST', '/v1/cart/items', 'variantId=1', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415)
    expect((await ask('POST', '/v1/checkout', { contact: { ...contact, note: 'x'.repeat(300_000) } }, key())).status).toBe(413)
  })

  it('a checkout without a usable Idempotency-Key is 400', async () => {
    await fill()
    await unchanged(async () => {
      for (const headers of [{}, { 'idempotency-key': 'short' }, { 'idempotency-key': 'x'.repeat(129) }]) {
        expect(await ask('POST', '/v1/checkout', { contact }, headers as Record<string, string>)).toMatchObject({
          status: 400,
          body: { errors: [{ code: 'bad_request' }] },
        })
      }
    })
  })

  it('another site cannot fill or order a cart with the cookie of this browser', async () => {
    await fill()
    await unchanged(async () => {
      const origin = { origin: 'https://evil.example' }
      expect(await ask('POST', '/v1/cart/items', { variantId, quantity: 1 }, origin)).toMatchObject({
        status: 403,
        body: { errors: [{ code: 'bad_origin' }] },
      })
      expect((await ask('POST', '/v1/checkout', { contact }, { ...key(), ...origin })).status).toBe(403)
    })
  })
})

it('the same key over HTTP gets the same answer, with another body 409', async () => {
  await fill()
  const once = key()
  const first = await ask('POST', '/v1/checkout', { contact }, once)
  expect((await ask('POST', '/v1/checkout', { contact }, once)).body).toEqual(first.body)
  expect(await ask('POST', '/v1/checkout', { contact, locale: 'en' }, once)).toMatchObject({
    status: 409,
    body: { errors: [{ code: 'idempotency_mismatch' }] },
  })
})

it('no door shows a cart, its secret, or whose visitor an order is', async () => {
  await fill()
  for (const path of ['/api/carts', '/api/orders', '/api/order-contacts', '/api/touches', '/api/idempotency-keys']) {
    const answer = await ask('GET', path)
    expect([answer.status === 403 || (answer.body.docs as unknown[]).length === 0, path]).toEqual([true, path])
  }
})
