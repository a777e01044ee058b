import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cancelOrder } from '../../../src/flows/orders/cancel-order.ts'
import { goToPayment } from '../../../src/flows/payments/go-to-payment.ts'
import { playSandbox } from '../../../src/flows/payments/play-sandbox.ts'
import { receiveWebhook } from '../../../src/flows/payments/receive-webhook.ts'
import { retryPayment } from '../../../src/flows/payments/retry-payment.ts'
import { newId } from '../../../src/lib/ids.ts'
import type { BuiltProduct } from '../../builders/catalogue.ts'
import { placedOrder } from '../../builders/orders.ts'
import { settledEvent } from '../../builders/paid-order.ts'
import { openStripeShop, type StripeShop } from '../../builders/stripe-shop.ts'
import { visitOf, type World } from '../../builders/world.ts'
import { type StripeHouse, stripeKeys } from '../../fakes/stripe.ts'

let shop: StripeShop
let world: World
let house: StripeHouse
let goods: BuiltProduct

beforeAll(async () => {
  shop = await openStripeShop()
  ;({ world, house, goods } = shop)
})
afterAll(() => shop.close())

describe('an order that is paid with Stripe', () => {
  it('asks nobody when it is placed, and opens one page however often the buyer goes there', async () => {
    const asked = house.asked.length
    const order = await shop.bought()
    expect(house.asked.length).toBe(asked)
    expect(await shop.row('payments', order.paymentId)).toMatchObject({
      provider: 'stripe',
      reference: `stripe:${order.paymentId}`,
      state: 'pending',
    })
    const pages = [await shop.opened(order), await shop.opened(order), ...(await Promise.all([shop.opened(order), shop.opened(order)]))]
    expect(new Set(pages).size).toBe(1)
    expect(await shop.row('payments', order.paymentId)).toMatchObject({ reference: pages[0], state: 'pending' })
    const made = house.asked.findLast(({ path }) => path === '/v1/checkout/sessions')!
    expect(made).toMatchObject({
      version: '2026-10-28.endive',
      key: stripeKeys.STRIPE_SECRET_KEY,
      idempotencyKey: `open:${order.paymentId}`,
    })
    expect(made.fields).toMatchObject({
      mode: 'payment',
      client_reference_id: order.paymentId,
      'line_items[0][price_data][currency]': 'cny',
      'line_items[0][price_data][unit_amount]': String(order.total),
      success_url: `http://127.0.0.1:3000/zh/orders/${order.orderId}?returned=1`,
      locale: 'zh',
      'metadata[payment]': order.paymentId,
      'payment_intent_data[metadata][payment]': order.paymentId,
    })
    expect(Object.keys(made.fields).some((name) => name.startsWith('payment_method_types'))).toBe(false)
    // Nothing about a person is told: what Stripe needs it asks the buyer itself.
    expect(JSON.stringify(made.fields)).not.toMatch(/buyer@|林小满|13800138000/)
    expect(Number(made.fields.expires_at) * 1000 - world.clock.now().getTime()).toBe(60 * 60_000)
  })

  it('ATT-20 is paid by its notice, with the instrument kept as a keyed hash', async () => {
    const order = await shop.paid(2, { type: 'card', name: 'FingerOne' })
    const alike = await shop.paid(1, { type: 'card', name: 'FingerOne' })
    const other = await shop.paid(1, { type: 'alipay', name: '2088202954065786' })
    expect(await shop.row('orders', order.orderId)).toMatchObject({ state: 'paid' })
    const [a, b, c] = [
      await shop.row('payments', order.paymentId),
      await shop.row('payments', alike.paymentId),
      await shop.row('payments', other.paymentId),
    ]
    expect(a).toMatchObject({ state: 'settled', reference: order.session })
    expect(a.instrument).toMatch(/^[0-9a-f]{64}$/)
    expect(b.instrument).toBe(a.instrument)
    expect(c.instrument).not.toBe(a.instrument)
    expect(await shop.owed(order.orderId)).toBeGreaterThan(0)
    await shop.proved()
  })

  it('is paid also when the notice is faster than our note of the session, and without the instrument when it cannot be asked', async () => {
    const order = await shop.bought()
    const session = await shop.opened(order)
    await world.payload.db.updateOne({
      collection: 'payments',
      id: order.paymentId,
      data: { reference: `stripe:${order.paymentId}` },
      req: undefined as never,
    })
    const event = house.pay(session)
    house.breakNext(3, 'error')
    expect(await shop.send(event)).toMatchObject({ value: { outcome: 'paid' } })
    house.breakNext(0, 'error')
    const row = await shop.row('payments', order.paymentId)
    expect(row).toMatchObject({ state: 'settled', reference: session })
    expect(row.instrument ?? null).toBeNull()
  })

  it('is kept for the buyer while Stripe cannot be reached, and opens afterwards', async () => {
    const order = await shop.bought()
    house.breakNext(3, 'cut')
    expect(await goToPayment(world.ctx, order.visit, { paymentId: order.paymentId })).toMatchObject({ failure: { code: 'unavailable' } })
    expect(await shop.send(house.pay(await shop.opened(order)))).toMatchObject({ value: { outcome: 'paid' } })
  })

  it('waits while a delayed method is undecided, fails with it, and is paid by another payment', async () => {
    const order = await shop.bought()
    const session = await shop.opened(order)
    const waits = { ...structuredClone(house.sessions.get(session)!), status: 'complete', payment_status: 'unpaid' }
    expect(await shop.send(house.event('checkout.session.completed', waits))).toMatchObject({ value: { outcome: 'ignored' } })
    expect(await shop.send(house.event('checkout.session.async_payment_failed', waits))).toMatchObject({ value: { outcome: 'failed' } })
    expect(await goToPayment(world.ctx, order.visit, { paymentId: order.paymentId })).toMatchObject({ failure: { code: 'state' } })
    const again = await retryPayment(world.ctx, order.visit, { orderId: order.orderId }, newId())
    const paymentId = again.ok ? again.value.id : ''
    expect(await shop.send(house.pay(await shop.opened({ ...order, paymentId })))).toMatchObject({ value: { outcome: 'paid' } })
    await shop.proved()
  })

  it('gives money back by itself when it was cancelled before the notice came', async () => {
    const order = await shop.bought()
    const session = await shop.opened(order)
    expect(await cancelOrder(world.ctx, order.visit, { orderId: order.orderId })).toMatchObject({ ok: true })
    expect(await shop.send(house.pay(session))).toMatchObject({ value: { outcome: 'given_back' } })
    expect([...house.refunds.values()].at(-1)).toMatchObject({ amount: order.total, status: 'succeeded' })
    expect(await shop.rows('refunds', order.orderId)).toMatchObject([{ state: 'settled', reason: 'paid_too_late', lines: [] }])
    await shop.proved()
  })

  it('cannot be paid in the sandbox, nor by a notice that the sandbox signed', async () => {
    const order = await shop.bought()
    await shop.opened(order)
    expect(await playSandbox(world.ctx, order.visit, { paymentId: order.paymentId, choice: 'succeed' })).toMatchObject({
      failure: { code: 'not_found' },
    })
    const { reference } = await shop.row('payments', order.paymentId)
    const forged = settledEvent({ reference, total: order.total } as never, { payment: order.paymentId })
    const { body, headers } = world.ctx.payments.sandbox.signEvent(forged, world.clock.now())
    expect(await receiveWebhook(world.ctx, 'sandbox', body, headers)).toMatchObject({ value: { outcome: 'unknown_payment' } })
    expect(await shop.row('orders', order.orderId)).toMatchObject({ state: 'awaiting_payment' })
  })
})

describe('a notice that is not Stripe’s', () => {
  it('is refused when forged, changed, unsigned or old; one that is no event is a bad request; both change nothing', async () => {
    const order = await shop.bought()
    const event = house.pay(await shop.opened(order))
    const now = world.clock.now()
    const good = house.signed(event, now)
    const cheaper = Buffer.from(good.body.toString().replace(`"amount_total": ${order.total}`, '"amount_total": 1'))
    const refusedOnes: [Buffer, Record<string, string | string[]>][] = [
      [good.body, house.signed(event, now, 'whsec_somebody_else').headers],
      [cheaper, good.headers],
      [good.body, {}],
      [good.body, { 'stripe-signature': [good.headers['stripe-signature']!, 'x'] }],
      [good.body, { 'stripe-signature': 'nonsense' }],
      [good.body, house.signed(event, new Date(now.getTime() - 301_000)).headers],
    ]
    expect(cheaper.equals(good.body)).toBe(false)
    for (const [body, headers] of refusedOnes)
      expect(await receiveWebhook(world.ctx, 'stripe', body, headers)).toMatchObject({ failure: { code: 'forbidden' } })
    for (const none of [{ id: 'x' }, { object: 'v2.core.event', id: 'evt_1' }] as never[])
      expect(await shop.send(none)).toMatchObject({ failure: { code: 'bad_request' } })
    expect(await shop.row('orders', order.orderId)).toMatchObject({ state: 'awaiting_payment' })
    expect(await receiveWebhook(world.ctx, 'stripe', good.body, good.headers)).toMatchObject({ value: { outcome: 'paid' } })
    const again = await Promise.all(Array.from({ length: 20 }, () => receiveWebhook(world.ctx, 'stripe', good.body, good.headers)))
    expect(new Set(again.map((one) => one.ok && one.value.outcome))).toEqual(new Set(['duplicate']))
    await shop.proved()
  })

  it('of another amount or another shop’s payment is kept and not believed', async () => {
    const order = await shop.bought()
    const session = await shop.opened(order)
    const event = house.pay(session)
    const cheap = { ...event, id: 'evt_cheap', data: { object: { ...(event.data as { object: object }).object, amount_total: 1 } } }
    expect(await shop.send(cheap as never)).toMatchObject({ value: { outcome: 'amount_mismatch' } })
    const foreign = { ...structuredClone(house.sessions.get(session)!), id: 'cs_test_foreign', metadata: { payment: newId() } }
    expect(await shop.send(house.event('checkout.session.completed', foreign))).toMatchObject({ value: { outcome: 'unknown_payment' } })
    for (const type of ['customer.created', 'payment_intent.succeeded', 'charge.succeeded'])
      expect(await shop.send(house.event(type, { id: 'x' }))).toMatchObject({ value: { outcome: 'ignored' } })
    expect(await shop.row('orders', order.orderId)).toMatchObject({ state: 'awaiting_payment' })
  })
})

describe('Stripe’s test keys', () => {
  it('are play money: on this machine the whole loop, elsewhere orders are tests', async () => {
    const away = { ...world.ctx, env: { ...world.ctx.env, onlyHere: false } }
    const placed = await placedOrder({ ctx: away }, { visit: visitOf(), wanted: [{ variantId: goods.variantIds[0]! }] })
    expect(await shop.row('orders', placed.orderId)).toMatchObject({ test: true })
    expect(await shop.row('orders', (await shop.bought(1)).orderId)).toMatchObject({ test: false })
  })
})
