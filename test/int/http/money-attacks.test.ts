import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../src/lib/ids.ts'
import { signatureHeader } from '../../../src/modules/payments/index.ts'
import { allRoutes } from '../../../src/server/v1/routes.ts'
import { product, productLink, programme } from '../../builders/catalogue.ts'
import { contact } from '../../builders/orders.ts'
import { awaitingOrder, type BuiltOrder, deliver, paidOrder, settledEvent } from '../../builders/paid-order.ts'
import { creator } from '../../builders/people.ts'
import { everything, expectRefused, type House, openHouse, type Told, type Who } from './house.ts'

let house: House
let paid: BuiltOrder
let open: BuiltOrder
let variantId: string
let address: string
let line: string
let rival: Awaited<ReturnType<typeof creator>>

beforeAll(async () => {
  house = await openHouse()
  const { world, people } = house
  rival = await creator(world)
  const goods = await product(world, { prices: [10_000], stock: 50 })
  variantId = goods.variantIds[0]!
  await productLink(world, { creatorId: rival.creatorId, productId: goods.productId, programmeId: await programme(world) })
  const credit = { creatorId: rival.creatorId, rateBps: 800 }
  paid = await paidOrder(world, [{ product: goods, quantity: 2, credit }], { userId: people.fan.userId })
  open = await awaitingOrder(world, [{ product: goods, credit }], { userId: people.fan.userId })
  const { email: _, note: __, ...home } = contact
  address = ((await house.ask('POST', '/v1/me/addresses', { as: 'fan', body: home })).body as { id: string }).id
  await house.ask('POST', '/v1/cart/items', { as: 'fan', body: { variantId, quantity: 2 } })
  line = ((await house.ask('GET', '/v1/cart', { as: 'fan' })).body as { lines: { id: string }[] }).lines[0]!.id
})
afterAll(() => house.close())

/** Runs it, and looks at every row of every collection and at the log. */
async function changesNothing(work: () => Promise<void>): Promise<void> {
  const [before, faults] = [await everything(house.world), house.faults().length]
  await work()
  expect(house.faults().slice(faults)).toEqual([])
  expect(await everything(house.world)).toEqual(before)
}

const key = () => ({ 'idempotency-key': newId() })
const post = (path: string, body: unknown, as: Who = 'fan'): Promise<Told> => house.ask('POST', path, { as, body, headers: key() })

describe('a quantity', () => {
  const bad = ['-1', '0', '1.5', '0.1', '100', '1000000000', '1e300', '1e999', '-1e999', '"1"', '"NaN"', 'null', 'true', '[1]', '{}', 'NaN']
  it.each(bad)('of %s is refused in the cart and in a refund, and nothing changes', async (text) => {
    const refund = `{"lines":[{"lineId":"${paid.lineIds[0]}","quantity":${text}}],"reason":"x"}`
    await changesNothing(async () => {
      expectRefused(await post('/v1/cart/items', `{"variantId":"${variantId}","quantity":${text}}`), text)
      expectRefused(await house.ask('PATCH', `/v1/cart/items/${line}`, { as: 'fan', body: `{"quantity":${text}}` }), text)
      expectRefused(await post(`/v1/orders/${paid.orderId}/refunds`, refund, 'finance'), text)
    })
  })
})

describe('a price', () => {
  it('that the client expects is only compared: another one places nothing', async () => {
    await changesNothing(async () => {
      for (const expectedTotal of [0, 1, 19_999, 20_001, 2 ** 53 - 1]) {
        const told = await post('/v1/checkout', { contact, locale: 'zh', expectedTotal })
        expect([told.status, told.text]).toEqual([409, expect.stringContaining('price_changed')])
      }
    })
  })

  it.each([
    'price',
    'discount',
    'discountAmount',
    'couponAmount',
    'taxAmount',
    'shipping',
    'currency',
    'owner',
    'user',
    'creator',
    'programme',
  ])('or anything else that the shop decides is refused by name: %s', async (name) => {
    await changesNothing(async () => {
      for (const value of [1, 'USD', rival.creatorId, null]) {
        const told = await post('/v1/checkout', { contact, locale: 'zh', [name]: value })
        expect([told.status, told.text]).toEqual([422, expect.stringContaining(name)])
        expect((await post('/v1/cart/items', { variantId, quantity: 1, [name]: value })).status).toBe(422)
      }
    })
  })

  it.each(['attribution', 'touches', 'decision', 'rateBps', 'commission', 'state', 'paidAt', 'receivedAt', 'holdDays', 'test'])(
    'nor does a client say who earns, or how an order stands: %s',
    async (name) => {
      await changesNothing(async () => {
        for (const [path, body] of [
          ['/v1/checkout', { contact, locale: 'zh' }],
          ['/v1/checkout/start', {}],
          [`/v1/orders/${open.orderId}/payments`, {}],
          [`/v1/sandbox/payments/${open.paymentId}/succeed`, {}],
        ] as const)
          expect((await post(path, { ...body, [name]: 'paid' })).status, path).toBe(422)
      })
    },
  )
})

describe('what belongs to somebody else', () => {
  const strangers = ['nobody', 'creator', 'editor'] as const
  it.each(strangers)('answers %s as if it did not exist, whatever is done to it', async (as) => {
    const unknown = await house.ask('GET', `/v1/orders/${newId()}`, { as })
    await changesNothing(async () => {
      for (const { orderId } of [paid, open]) {
        for (const path of [`/v1/orders/${orderId}`, `/v1/orders/${orderId}/why`, `/v1/orders/${orderId}/why?as=buyer`]) {
          const told = await house.ask('GET', path, { as })
          expect([told.status, told.text], path).toEqual([404, unknown.text])
        }
        for (const view of ['creator', 'staff']) {
          const told = await house.ask('GET', `/v1/orders/${orderId}/why?as=${view}`, { as })
          expect(told.status, view).toBeGreaterThanOrEqual(401)
          expect(told.text).not.toContain(orderId)
        }
        for (const secret of ['', 'x', orderId, `t${'A'.repeat(43)}`, '../..', '%00'])
          expect((await house.ask('GET', `/v1/orders/${orderId}?key=${encodeURIComponent(secret)}`, { as })).status).toBeGreaterThanOrEqual(
            404,
          )
        expect((await post(`/v1/orders/${orderId}/cancel`, {}, as)).status).toBe(404)
        expect((await post(`/v1/orders/${orderId}/payments`, {}, as)).status).toBe(404)
      }
      expect((await post(`/v1/sandbox/payments/${open.paymentId}/succeed`, {}, as)).status).toBe(404)
    })
  })

  it('is not to be had by address, statement or refund either', async () => {
    const { email: _, note: __, ...home } = contact
    await changesNothing(async () => {
      expect((await house.ask('PUT', `/v1/me/addresses/${address}`, { as: 'creator', body: home })).status).toBe(404)
      expect((await house.ask('DELETE', `/v1/me/addresses/${address}`, { as: 'creator', body: {} })).status).toBe(404)
      const own = await house.ask('GET', '/v1/me/statement.csv?month=2026-11', { as: 'creator' })
      expect([own.status, own.text.includes(paid.orderId)]).toEqual([200, false])
      expect((await house.ask('GET', `/v1/me/statement.csv?month=2026-11&creator=${rival.creatorId}`, { as: 'creator' })).status).toBe(422)
      const earnings = await house.ask('GET', '/v1/me/earnings', { as: 'creator' })
      expect(earnings.body).toMatchObject({ balance: 0, rows: [] })
      for (const as of ['nobody', 'fan', 'creator', 'editor'] as const) {
        const body = { lines: [{ lineId: paid.lineIds[0], quantity: 1 }], reason: 'x' }
        expect((await post(`/v1/orders/${paid.orderId}/refunds`, body, as)).status).toBe(as === 'nobody' ? 401 : 403)
      }
    })
  })
})

describe('a notice of payment', () => {
  it('that is forged, changed, old, from another provider or sent again changes nothing', async () => {
    const { world } = house
    const { sandbox } = world.ctx.payments
    const now = world.clock.now()
    const { body, headers } = sandbox.signEvent(settledEvent(open), now)
    const again = settledEvent(paid)
    await deliver(world, again)
    const replay = sandbox.signEvent(again, now)
    const send = (provider: string, bytes: Buffer, given: Record<string, string>) =>
      house.ask('POST', `/webhooks/${provider}`, { body: new Uint8Array(bytes), headers: given })
    await changesNothing(async () => {
      const forged = { ...headers, 'sandbox-signature': signatureHeader(Buffer.from('guess'), body, now) }
      const old = sandbox.signEvent(settledEvent(open), new Date(now.getTime() - 600_000))
      const cheaper = Buffer.from(body.toString().replace(/"amount":\d+/, '"amount":1'))
      for (const [provider, bytes, given, status] of [
        ['sandbox', body, forged, 403],
        ['sandbox', cheaper, headers, 403],
        ['sandbox', old.body, old.headers, 403],
        ['sandbox', body, {}, 403],
        ['stripe', body, headers, 404],
        ['stripe', body, { 'stripe-signature': 't=1,v1=00' }, 404],
        ['__proto__', body, headers, 404],
        ['sandbox', replay.body, replay.headers, 200],
        ['sandbox', replay.body, replay.headers, 200],
      ] as [string, Buffer, Record<string, string>, number][]) {
        expect((await send(provider, bytes, given)).status, `${provider} ${bytes.toString().slice(0, 40)}`).toBe(status)
      }
    })
  })
})

describe('guessing codes', () => {
  it('tells no code from another, changes nothing, and ends after a few tries, for the right code too', async () => {
    const make = (body: object) =>
      house.ask('POST', '/v1/coupons', { as: 'admin', body: { kind: 'fixed', amountOff: 500, ...body }, headers: key() })
    for (const body of [
      { code: 'RIGHT5', phase: 'active' },
      { code: 'PAUSED5', phase: 'paused' },
      { code: 'ENDED5', phase: 'ended' },
      { code: 'OVER5', endsAt: '2026-01-01T00:00:00.000Z' },
      { code: 'EARLY5', startsAt: '2030-01-01T00:00:00.000Z' },
    ])
      expect((await make(body)).status).toBe(201)
    const guess = (code: string) => house.ask('PUT', '/v1/cart/coupon', { as: 'fan', body: { code } })
    await changesNothing(async () => {
      const told = new Set<string>()
      for (const code of ['NOSUCH5', 'PAUSED5', 'ENDED5', 'OVER5', 'EARLY5', "' OR '1'='1", '%', 'RIGHT'])
        told.add(((answer: Told) => `${answer.status} ${answer.text.replace(/The code .* does/, 'The code … does')}`)(await guess(code)))
      expect([...told]).toEqual([expect.stringMatching(/^422 /)])
      const later = [await guess('A'), await guess('B'), await guess('C'), await guess('RIGHT5')]
      expect(later.at(-1)?.status).toBe(429)
    })
  })
})

/** Writes about money that need no key, and why the same request again does no harm. */
const safeAgain: Record<string, string> = {
  'post /v1/checkout/start': 'sets a time once',
  'post /v1/orders/:id/cancel': 'an order is cancelled once',
  'post /v1/conversions': 'bound to the other shop’s own id of the sale; with another body it is a mismatch',
  'post /v1/orders/:id/receive': 'an order is received once',
  'post /v1/orders/:id/refund-requests/:requestId/withdraw': 'a request is withdrawn once',
  'post /v1/orders/:id/pictures': 'a picture is no money; one that no request names goes away',
  'post /v1/shipments/:id/:what': 'a parcel arrives, or is lost, once',
  'post /v1/sandbox/payments/:id/:choice': 'a customer of the play provider; its notices are idempotent, and it is closed off this machine',
}

describe('the same request again', () => {
  it('every write that moves money or goods needs an Idempotency-Key, or says here why not', () => {
    const money = /checkout|order|payment|refund|payout|bonus|adjust|stock|conversion|shipment|hold|release/
    const writes = allRoutes()
      .map(({ spec }) => spec)
      .filter(({ method, path }) => method === 'post' && money.test(path) && !/\/review\//.test(path))
    const bare = writes.filter(({ idempotencyKey }) => idempotencyKey !== 'required').map(({ method, path }) => `${method} ${path}`)
    expect(bare.filter((name) => !(name in safeAgain))).toEqual([])
    expect(Object.keys(safeAgain).filter((name) => !bare.includes(name))).toEqual([])
  })

  it('with the same key gets the first answer, and with another body is refused, for a month at the least', async () => {
    const { world } = house
    const headers = key()
    const refund = (quantity: number) => {
      const body = { lines: [{ lineId: paid.lineIds[0], quantity }], reason: 'x' }
      return house.ask('POST', `/v1/orders/${paid.orderId}/refunds`, { as: 'finance', body, headers })
    }
    const first = await refund(1)
    expect(first.status).toBe(201)
    const started = world.clock.now()
    for (const days of [0, 1, 29]) {
      world.clock.set(new Date(started.getTime() + days * 86_400_000))
      await changesNothing(async () => {
        expect(await refund(1)).toMatchObject({ status: 201, body: first.body })
        expect((await refund(2)).status).toBe(409)
      })
    }
    world.clock.set(started)
    const pay = (id: string, as: Who = 'fan') => house.ask('POST', `/v1/orders/${id}/payments`, { as, body: {}, headers })
    expect(await pay(open.orderId)).toMatchObject({ status: 201, body: { id: open.paymentId } })
    await changesNothing(async () => expect(await pay(open.orderId)).toMatchObject({ status: 201, body: { id: open.paymentId } }))
  })
})
