import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { cancelOrder } from '../../../src/flows/orders/cancel-order.ts'
import { expireOrder } from '../../../src/flows/orders/expire-order.ts'
import { goToPayment } from '../../../src/flows/payments/go-to-payment.ts'
import { playSandbox } from '../../../src/flows/payments/play-sandbox.ts'
import { receiveWebhook } from '../../../src/flows/payments/receive-webhook.ts'
import { reconcilePayments } from '../../../src/flows/payments/reconcile-payments.ts'
import { refundLines } from '../../../src/flows/payments/refund-lines.ts'
import { retryPayment } from '../../../src/flows/payments/retry-payment.ts'
import { newId } from '../../../src/lib/ids.ts'
import type { Visit } from '../../../src/lib/visit.ts'
import type { Order, Payment } from '../../../src/payload-types.ts'
import { type BuiltProduct, product, productLink, programme } from '../../builders/catalogue.ts'
import { placedOrder, touched } from '../../builders/orders.ts'
import { settledEvent } from '../../builders/paid-order.ts'
import { creator, person } from '../../builders/people.ts'
import { openWorld, visitOf, type World } from '../../builders/world.ts'
import { disputeShape, openStripeHouse, type StripeHouse, stripeKeys } from '../../fakes/stripe.ts'

let world: World
let house: StripeHouse
let goods: BuiltProduct
let code: string
let kol: Awaited<ReturnType<typeof creator>>
let finance: Awaited<ReturnType<typeof person>>

beforeAll(async () => {
  house = await openStripeHouse()
  world = await openWorld({ env: { ...stripeKeys, STRIPE_API_URL: house.url } })
  kol = await creator(world)
  finance = await person(world, ['fan', 'finance'])
  goods = await product(world, { prices: [10_000], stock: 500 })
  code = (await productLink(world, { creatorId: kol.creatorId, productId: goods.productId, programmeId: await programme(world) })).code
})
afterAll(async () => {
  await world.close()
  await house.close()
})

const row = <Name extends 'orders' | 'payments'>(collection: Name, id: string): Promise<Name extends 'orders' ? Order : Payment> =>
  world.payload.findByID({ collection, id, depth: 0 }) as never
const rows = async (collection: 'refunds' | 'disputes' | 'ledger-entries' | 'provider-events', where: object) =>
  (await world.payload.find({ collection, where: where as never, limit: 100, depth: 0, sort: 'id' })).docs as unknown as Record<
    string,
    unknown
  >[]
const proved = async () => expect((await checkBooks(world.ctx)).findings).toEqual([])
const send = (event: Parameters<StripeHouse['signed']>[0], at = world.clock.now()) => {
  const { body, headers } = house.signed(event, at)
  return receiveWebhook(world.ctx, 'stripe', body, headers)
}
const owed = async (order: string) =>
  (await rows('ledger-entries', { and: [{ order: { equals: order } }, { creator: { equals: kol.creatorId } }] })).reduce(
    (sum, { amount }) => sum + Number(amount),
    0,
  )

interface Bought {
  orderId: string
  paymentId: string
  visit: Visit
  total: number
}

async function bought(quantity = 2): Promise<Bought> {
  const visit = await touched(world, { code })
  const placed = await placedOrder(world, { visit, wanted: [{ variantId: goods.variantIds[0]!, quantity, linkCode: code }] })
  const { total } = await row('orders', placed.orderId)
  return { orderId: placed.orderId, paymentId: placed.payment.id, visit: placed.visit, total: total as number }
}

/** The session behind Stripe's page, opened as the buyer's browser does. */
async function opened({ paymentId, visit }: Bought): Promise<string> {
  const away = await goToPayment(world.ctx, visit, { paymentId })
  if (!away.ok || !away.value.url) throw new Error(JSON.stringify(away))
  return away.value.url.split('/').at(-1)!
}

async function paid(quantity = 2, by?: Parameters<StripeHouse['pay']>[1]): Promise<Bought & { session: string }> {
  const order = await bought(quantity)
  const session = await opened(order)
  expect(await send(house.pay(session, by))).toMatchObject({ ok: true, value: { outcome: 'paid' } })
  return { ...order, session }
}

const refund = ({ orderId }: Bought, line: string, quantity: number) =>
  refundLines(world.ctx, finance, { orderId, lines: [{ lineId: line, quantity, restock: true }], reason: 'x' }, newId())
const lineOf = async ({ orderId }: Bought) => String((await row('orders', orderId)).lines[0]!.id)

describe('an order that is paid with Stripe', () => {
  it('asks nobody when it is placed, and opens one page however often the buyer goes there', async () => {
    const asked = house.asked.length
    const order = await bought()
    expect(house.asked.length).toBe(asked)
    expect(await row('payments', order.paymentId)).toMatchObject({
      provider: 'stripe',
      reference: `stripe:${order.paymentId}`,
      state: 'pending',
    })
    const pages = [await opened(order), await opened(order), ...(await Promise.all([opened(order), opened(order)]))]
    expect(new Set(pages).size).toBe(1)
    expect(await row('payments', order.paymentId)).toMatchObject({ reference: pages[0], state: 'pending' })
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
    const order = await paid(2, { type: 'card', name: 'FingerOne' })
    const alike = await paid(1, { type: 'card', name: 'FingerOne' })
    const other = await paid(1, { type: 'alipay', name: '2088202954065786' })
    expect(await row('orders', order.orderId)).toMatchObject({ state: 'paid' })
    const [a, b, c] = [
      await row('payments', order.paymentId),
      await row('payments', alike.paymentId),
      await row('payments', other.paymentId),
    ]
    expect(a).toMatchObject({ state: 'settled', reference: order.session })
    expect(a.instrument).toMatch(/^[0-9a-f]{64}$/)
    expect(b.instrument).toBe(a.instrument)
    expect(c.instrument).not.toBe(a.instrument)
    expect(await owed(order.orderId)).toBeGreaterThan(0)
    await proved()
  })

  it('is paid also when the notice is faster than our note of the session, and without the instrument when it cannot be asked', async () => {
    const order = await bought()
    const session = await opened(order)
    await world.payload.db.updateOne({
      collection: 'payments',
      id: order.paymentId,
      data: { reference: `stripe:${order.paymentId}` },
      req: undefined as never,
    })
    const event = house.pay(session)
    house.breakNext(3, 'error')
    expect(await send(event)).toMatchObject({ value: { outcome: 'paid' } })
    house.breakNext(0, 'error')
    expect(await row('payments', order.paymentId)).toMatchObject({ state: 'settled', reference: session, instrument: null })
  })

  it('waits while a delayed method is undecided, fails with it, and is paid by another payment', async () => {
    const order = await bought()
    const session = await opened(order)
    const waits = { ...structuredClone(house.sessions.get(session)!), status: 'complete', payment_status: 'unpaid' }
    expect(await send(house.event('checkout.session.completed', waits))).toMatchObject({ value: { outcome: 'ignored' } })
    expect(await send(house.event('checkout.session.async_payment_failed', waits))).toMatchObject({ value: { outcome: 'failed' } })
    expect(await goToPayment(world.ctx, order.visit, { paymentId: order.paymentId })).toMatchObject({ failure: { code: 'state' } })
    const again = await retryPayment(world.ctx, order.visit, { orderId: order.orderId }, newId())
    const paymentId = again.ok ? again.value.id : ''
    expect(await send(house.pay(await opened({ ...order, paymentId })))).toMatchObject({ value: { outcome: 'paid' } })
    await proved()
  })

  it('gives money back by itself when it was cancelled before the notice came', async () => {
    const order = await bought()
    const session = await opened(order)
    expect(await cancelOrder(world.ctx, order.visit, { orderId: order.orderId })).toMatchObject({ ok: true })
    expect(await send(house.pay(session))).toMatchObject({ value: { outcome: 'given_back' } })
    expect([...house.refunds.values()].at(-1)).toMatchObject({ amount: order.total, status: 'succeeded' })
    expect(await rows('refunds', { order: { equals: order.orderId } })).toMatchObject([
      { state: 'settled', reason: 'paid_too_late', lines: [] },
    ])
    await proved()
  })

  it('cannot be paid in the sandbox, nor by a notice that the sandbox signed', async () => {
    const order = await bought()
    await opened(order)
    expect(await playSandbox(world.ctx, order.visit, { paymentId: order.paymentId, choice: 'succeed' })).toMatchObject({
      failure: { code: 'not_found' },
    })
    const { reference } = await row('payments', order.paymentId)
    const forged = settledEvent({ reference, total: order.total } as never, { payment: order.paymentId })
    const { body, headers } = world.ctx.payments.sandbox.signEvent(forged, world.clock.now())
    expect(await receiveWebhook(world.ctx, 'sandbox', body, headers)).toMatchObject({ value: { outcome: 'unknown_payment' } })
    expect(await row('orders', order.orderId)).toMatchObject({ state: 'awaiting_payment' })
  })
})

describe('a notice that is not Stripe’s', () => {
  it('is refused when forged, changed, unsigned or old; one that is no event is a bad request; both change nothing', async () => {
    const order = await bought()
    const event = house.pay(await opened(order))
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
      expect(await send(none)).toMatchObject({ failure: { code: 'bad_request' } })
    expect(await row('orders', order.orderId)).toMatchObject({ state: 'awaiting_payment' })
    expect(await receiveWebhook(world.ctx, 'stripe', good.body, good.headers)).toMatchObject({ value: { outcome: 'paid' } })
    const again = await Promise.all(Array.from({ length: 20 }, () => receiveWebhook(world.ctx, 'stripe', good.body, good.headers)))
    expect(new Set(again.map((one) => one.ok && one.value.outcome))).toEqual(new Set(['duplicate']))
    await proved()
  })

  it('of another amount or another shop’s payment is kept and not believed', async () => {
    const order = await bought()
    const session = await opened(order)
    const event = house.pay(session)
    const cheap = { ...event, id: 'evt_cheap', data: { object: { ...(event.data as { object: object }).object, amount_total: 1 } } }
    expect(await send(cheap as never)).toMatchObject({ value: { outcome: 'amount_mismatch' } })
    const foreign = { ...structuredClone(house.sessions.get(session)!), id: 'cs_test_foreign', metadata: { payment: newId() } }
    expect(await send(house.event('checkout.session.completed', foreign))).toMatchObject({ value: { outcome: 'unknown_payment' } })
    for (const type of ['customer.created', 'payment_intent.succeeded', 'charge.succeeded'])
      expect(await send(house.event(type, { id: 'x' }))).toMatchObject({ value: { outcome: 'ignored' } })
    expect(await row('orders', order.orderId)).toMatchObject({ state: 'awaiting_payment' })
  })
})

describe('a refund through Stripe', () => {
  it('is asked once, found again after a cut line, and its notice is no news', async () => {
    const order = await paid(2)
    const before = house.refunds.size
    // The client tries twice more by itself; then the job does.
    house.breakNext(3, 'cut')
    const done = await refund(order, await lineOf(order), 1)
    expect(done).toMatchObject({ value: { state: 'pending', amount: 10_000 } })
    world.clock.advance(11 * 60_000)
    expect(await reconcilePayments(world.ctx)).toMatchObject({ refunds: 1 })
    expect(house.refunds.size).toBe(before + 1)
    const made = [...house.refunds.values()].at(-1)!
    expect(made).toMatchObject({ amount: 10_000, metadata: { refund: done.ok ? done.value.refundId : '' } })
    expect(await send(house.event('refund.updated', made))).toMatchObject({ value: { outcome: 'ignored' } })
    expect(await rows('refunds', { order: { equals: order.orderId } })).toMatchObject([{ state: 'settled', providerReference: made.id }])
    await proved()
  })

  it('that takes time stays pending until its notice, and a failed one gives nothing back', async () => {
    const order = await paid(3, { type: 'alipay', name: '2088' })
    const earned = await owed(order.orderId)
    house.refundsAre('pending')
    const line = await lineOf(order)
    expect(await refund(order, line, 1)).toMatchObject({ value: { state: 'pending' } })
    const first = [...house.refunds.values()].at(-1)!
    expect(await refund(order, line, 1)).toMatchObject({ value: { state: 'pending' } })
    const second = [...house.refunds.values()].at(-1)!
    house.refundsAre('succeeded')
    expect(await owed(order.orderId)).toBe(earned)
    expect(await send(house.event('refund.updated', { ...first, status: 'succeeded' }))).toMatchObject({ value: { outcome: 'refunded' } })
    expect(await send(house.event('refund.failed', { ...second, status: 'failed' }))).toMatchObject({ value: { outcome: 'refund_failed' } })
    expect((await rows('refunds', { order: { equals: order.orderId } })).map(({ state }) => state)).toEqual(['settled', 'failed'])
    expect(await owed(order.orderId)).toBeLessThan(earned)
    // The bank sends a settled one back later: somebody has to look, nothing is undone behind anyone's back.
    expect(await send(house.event('refund.failed', { ...first, status: 'failed' }))).toMatchObject({ value: { outcome: 'refund_bounced' } })
    await proved()
  })

  it('made in the dashboard is recorded by its amount, the commission follows, and the rest is still refunded by line', async () => {
    const order = await paid(2)
    const earned = await owed(order.orderId)
    const event = house.event('refund.created', house.refundInDashboard(order.session, 5_000))
    expect(
      await Promise.all([send(event), send(event), send(house.event('refund.updated', (event.data as { object: never }).object))]),
    ).toMatchObject(expect.arrayContaining([expect.objectContaining({ value: { outcome: 'refund_recorded' } })]))
    expect(await rows('refunds', { order: { equals: order.orderId } })).toMatchObject([
      { state: 'settled', amount: 5_000, reason: 'at_provider', actor: 'system', lines: [{ quantity: 0, amount: 5_000 }] },
    ])
    // A quarter of 200.00 went back, and a quarter of the commission with it.
    expect(await owed(order.orderId)).toBe(earned - Math.round(earned / 4))
    await proved()
    expect(await refund(order, await lineOf(order), 2)).toMatchObject({ value: { state: 'settled', amount: 15_000 } })
    expect(await owed(order.orderId)).toBe(0)
    await proved()
  })

  it('that Stripe refuses has failed, and the books stay as they were', async () => {
    const order = await paid(1)
    house.intents.get(String(house.sessions.get(order.session)!.payment_intent))!.disputed = true
    expect(await refund(order, await lineOf(order), 1)).toMatchObject({ value: { state: 'failed' } })
    expect(await rows('refunds', { order: { equals: order.orderId } })).toMatchObject([{ providerReference: 'refused:charge_disputed' }])
    await proved()
  })
})

describe('a dispute (ATT-30)', () => {
  const intentOf = (session: string) => house.intents.get(String(house.sessions.get(session)!.payment_intent))!

  it('takes all commission back at its notice and restores it when it is won; an inquiry takes nothing', async () => {
    const order = await paid(2)
    const earned = await owed(order.orderId)
    const intent = intentOf(order.session)
    expect(await send(house.event('charge.dispute.created', disputeShape(intent, 'warning_needs_response')))).toMatchObject({
      value: { outcome: 'ignored' },
    })
    const dispute = disputeShape(intent, 'needs_response')
    expect(await send(house.event('charge.dispute.created', dispute))).toMatchObject({ value: { outcome: 'disputed' } })
    expect(await owed(order.orderId)).toBe(0)
    expect(await send(house.event('charge.dispute.funds_withdrawn', dispute))).toMatchObject({ value: { outcome: 'ignored' } })
    expect(await refund(order, await lineOf(order), 1)).toMatchObject({ failure: { code: 'state', details: { state: 'disputed' } } })
    await proved()
    expect(await send(house.event('charge.dispute.closed', { ...dispute, status: 'won' }))).toMatchObject({
      value: { outcome: 'dispute_won' },
    })
    expect(await owed(order.orderId)).toBe(earned)
    expect(await rows('disputes', { order: { equals: order.orderId } })).toMatchObject([{ state: 'won', reason: 'fraudulent' }])
    await proved()
  })

  it('that is lost is money that went back: all of it, and nothing is owed for it any more', async () => {
    const order = await paid(2)
    const dispute = disputeShape(intentOf(order.session), 'needs_response')
    // The end comes first, then the beginning.
    expect(await send(house.event('charge.dispute.closed', { ...dispute, status: 'lost' }))).toMatchObject({
      value: { outcome: 'dispute_lost' },
    })
    expect(await send(house.event('charge.dispute.created', dispute))).toMatchObject({ value: { outcome: 'ignored' } })
    expect(await owed(order.orderId)).toBe(0)
    expect(await rows('refunds', { order: { equals: order.orderId } })).toMatchObject([
      { amount: order.total, reason: 'dispute_lost', state: 'settled' },
    ])
    await proved()
  })

  it('that is lost for a part leaves the commission of the rest', async () => {
    const order = await paid(2)
    const earned = await owed(order.orderId)
    const dispute = disputeShape(intentOf(order.session), 'needs_response', 10_000)
    await send(house.event('charge.dispute.created', dispute))
    expect(await owed(order.orderId)).toBe(0)
    expect(await send(house.event('charge.dispute.closed', { ...dispute, status: 'lost' }))).toMatchObject({
      value: { outcome: 'dispute_lost' },
    })
    expect(await owed(order.orderId)).toBe(earned / 2)
    await proved()
  })
})

describe('a notice that was lost', () => {
  it('is asked for after ten minutes, applied once, and harmless when it comes after all', async () => {
    const order = await bought()
    const session = await opened(order)
    const event = house.pay(session)
    expect(await reconcilePayments(world.ctx)).toMatchObject({ decided: 0 })
    world.clock.advance(11 * 60_000)
    expect(await reconcilePayments(world.ctx)).toMatchObject({ decided: 1, failed: 0 })
    expect(await row('orders', order.orderId)).toMatchObject({ state: 'paid' })
    expect(await reconcilePayments(world.ctx)).toMatchObject({ decided: 0 })
    expect(await send(event)).toMatchObject({ value: { outcome: 'already_settled' } })
    await proved()
  })

  it('of an order whose goods were let go meanwhile pays it late', async () => {
    const order = await bought()
    house.pay(await opened(order))
    world.clock.advance(16 * 60_000)
    await expireOrder(world.ctx, { orderId: order.orderId })
    expect(await reconcilePayments(world.ctx)).toMatchObject({ decided: 1 })
    expect(await row('orders', order.orderId)).toMatchObject({ state: 'paid' })
    await proved()
  })

  it('is asked for again when Stripe cannot be reached', async () => {
    const order = await bought()
    house.pay(await opened(order))
    world.clock.advance(12 * 60_000)
    house.breakNext(1000, 'error')
    const { asked, decided, failed } = await reconcilePayments(world.ctx)
    expect([decided, failed]).toEqual([0, asked])
    house.breakNext(0, 'error')
    expect(await reconcilePayments(world.ctx)).toMatchObject({ decided: 1 })
    expect(await row('orders', order.orderId)).toMatchObject({ state: 'paid' })
  })
})

describe('Stripe’s test keys', () => {
  it('are play money: on this machine the whole loop, elsewhere orders are tests', async () => {
    const away = { ...world.ctx, env: { ...world.ctx.env, onlyHere: false } }
    const placed = await placedOrder({ ctx: away }, { visit: visitOf(), wanted: [{ variantId: goods.variantIds[0]! }] })
    expect(await row('orders', placed.orderId)).toMatchObject({ test: true })
    expect(await row('orders', (await bought(1)).orderId)).toMatchObject({ test: false })
  })
})
