import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseOf } from '../../../src/database/index.ts'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { readEarnings } from '../../../src/flows/earnings/read-earnings.ts'
import { cancelOrder } from '../../../src/flows/orders/cancel-order.ts'
import { expireOrder } from '../../../src/flows/orders/expire-order.ts'
import { playSandbox } from '../../../src/flows/payments/play-sandbox.ts'
import { receiveWebhook } from '../../../src/flows/payments/receive-webhook.ts'
import { newId } from '../../../src/lib/ids.ts'
import { signatureHeader } from '../../../src/modules/payments/index.ts'
import { type BuiltProduct, product, productLink, programme } from '../../builders/catalogue.ts'
import { placedOrder, touched, withCookies } from '../../builders/orders.ts'
import { awaitingOrder, type BuiltOrder, deliver, settledEvent } from '../../builders/paid-order.ts'
import { creator, person } from '../../builders/people.ts'
import { atOnce, raced } from '../../builders/race.ts'
import { openWorld, visitOf, type World } from '../../builders/world.ts'

let world: World
let kol: Awaited<ReturnType<typeof creator>>
let goods: BuiltProduct
const piece = newId()

beforeAll(async () => {
  world = await openWorld()
  kol = await creator(world)
  goods = await product(world, { prices: [10_000], stock: 100_000 })
})
afterAll(() => world.close())

const order = (more: Parameters<typeof awaitingOrder>[2] = {}) =>
  awaitingOrder(world, [{ product: goods, quantity: 2, credit: { creatorId: kol.creatorId, rateBps: 800, piece } }], more)

const read = (collection: 'orders' | 'payments', id: string) => world.payload.findByID({ collection, id, depth: 0 })
const rows = async (
  collection: 'ledger-entries' | 'provider-events' | 'order-history' | 'refunds' | 'notifications',
  where: Record<string, unknown>,
) => (await world.payload.find({ collection, where: where as never, limit: 1000, depth: 0 })).docs as unknown as Record<string, unknown>[]
const jobs = async (task: string) =>
  (await world.payload.find({ collection: 'payload-jobs', where: { taskSlug: { equals: task } } as never, limit: 1000, depth: 0 })).docs
const entriesOf = (built: BuiltOrder) => rows('ledger-entries', { order: { equals: built.orderId } })
const level = (variant: string) => world.payload.findByID({ collection: 'stock-levels', id: variant, depth: 0 })
const proved = async () => expect((await checkBooks(world.ctx)).findings).toEqual([])

describe('a payment that arrives', () => {
  it('pays the order, sells its stock, credits its creator by a balanced pair, and tells both', async () => {
    const buyer = await person(world)
    const before = await level(goods.variantIds[0]!)
    const built = await order({ userId: buyer.userId })
    expect(await deliver(world, settledEvent(built))).toMatchObject({ ok: true, value: { outcome: 'paid' } })
    expect(await read('orders', built.orderId)).toMatchObject({ state: 'paid', paidAt: world.clock.now().toISOString() })
    expect(await read('payments', built.paymentId)).toMatchObject({ state: 'settled' })
    expect(await level(goods.variantIds[0]!)).toMatchObject({ available: before.available - 2, reserved: before.reserved })
    const entries = await entriesOf(built)
    // 200.00 with 13 % tax inside: base 176.99, 8 % of it 14.16.
    expect(entries.map(({ account, amount }) => [account, amount]).sort()).toEqual([
      ['commission:expense', -1416],
      [`creator:${kol.creatorId}:payable`, 1416],
    ])
    const history = await rows('order-history', { order: { equals: built.orderId } })
    expect(history.map(({ subject, from, to }) => `${subject} ${from} ${to}`).sort()).toEqual([
      'order awaiting_payment paid',
      'payment pending settled',
    ])
    expect(await rows('notifications', { user: { equals: kol.userId } })).toContainEqual(
      expect.objectContaining({ kind: 'commission-earned' }),
    )
    expect(await rows('notifications', { user: { equals: buyer.userId } })).toContainEqual(expect.objectContaining({ kind: 'order-paid' }))
    expect((await jobs('send-mail')).map(({ input }) => input)).toContainEqual(
      expect.objectContaining({ template: 'order-paid', subject: built.orderId }),
    )
    await proved()
  })

  it('makes one payment and one accrual of 100 deliveries of one webhook at once', raced(), async () => {
    const built = await order()
    const event = settledEvent(built)
    const outcomeOf = (answer: Awaited<ReturnType<typeof deliver>>) => (answer.ok ? answer.value.outcome : answer.failure.code)
    const deliveries = Array.from({ length: 100 }, () => () => deliver(world, event))
    const outcomes = (await atOnce('deliveries of one webhook', deliveries, outcomeOf)).map(outcomeOf)
    expect(outcomes.filter((outcome) => outcome === 'paid')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'duplicate')).toHaveLength(99)
    expect(await entriesOf(built)).toHaveLength(2)
    expect(await rows('provider-events', { reference: { equals: built.reference } })).toHaveLength(1)
    await proved()
  })

  it('changes nothing when a second event with another id tells of the same payment', async () => {
    const built = await order()
    const [first, second] = await Promise.all([deliver(world, settledEvent(built)), deliver(world, settledEvent(built))])
    expect([first, second].map((answer) => answer.ok && answer.value.outcome).sort()).toEqual(['already_settled', 'paid'])
    expect(await entriesOf(built)).toHaveLength(2)
    await proved()
  })

  it('is kept and not believed when it tells of another amount or currency', async () => {
    const built = await order()
    expect(await deliver(world, settledEvent(built, { amount: built.total - 1 }))).toMatchObject({ value: { outcome: 'amount_mismatch' } })
    expect(await deliver(world, settledEvent(built, { currency: 'JPY' }))).toMatchObject({ value: { outcome: 'amount_mismatch' } })
    expect(await read('orders', built.orderId)).toMatchObject({ state: 'awaiting_payment' })
    expect(await entriesOf(built)).toEqual([])
    expect(await rows('provider-events', { reference: { equals: built.reference } })).toMatchObject([
      { outcome: 'amount_mismatch' },
      { outcome: 'amount_mismatch' },
    ])
    await proved()
  })

  it('of a payment that is not ours is kept and changes nothing', async () => {
    const built = await order()
    expect(await deliver(world, settledEvent(built, { reference: 'sbx_unknown' }))).toMatchObject({ value: { outcome: 'unknown_payment' } })
    expect(await read('orders', built.orderId)).toMatchObject({ state: 'awaiting_payment' })
  })

  it('that failed leaves the order waiting, and a later settlement of the same payment still pays it', async () => {
    const built = await order()
    expect(await deliver(world, settledEvent(built, { type: 'payment.failed' }))).toMatchObject({ value: { outcome: 'failed' } })
    expect(await read('orders', built.orderId)).toMatchObject({ state: 'awaiting_payment' })
    expect(await deliver(world, settledEvent(built))).toMatchObject({ value: { outcome: 'paid' } })
    expect(await deliver(world, settledEvent(built, { type: 'payment.failed' }))).toMatchObject({ value: { outcome: 'ignored' } })
    expect(await read('payments', built.paymentId)).toMatchObject({ state: 'settled' })
    await proved()
  })

  it('leaves nothing when its COMMIT fails, and works when it is sent again', async () => {
    const built = await order()
    const event = settledEvent(built)
    const { faults } = databaseOf(world.payload)
    const mails = (await jobs('send-mail')).length
    faults.failCommit = 'confirm payment'
    await expect(deliver(world, event)).rejects.toThrow()
    faults.failCommit = undefined
    expect(await read('orders', built.orderId)).toMatchObject({ state: 'awaiting_payment' })
    expect(await read('payments', built.paymentId)).toMatchObject({ state: 'pending' })
    expect(await entriesOf(built)).toEqual([])
    expect(await rows('provider-events', { reference: { equals: built.reference } })).toEqual([])
    expect(await jobs('send-mail')).toHaveLength(mails)
    await proved()
    expect(await deliver(world, event)).toMatchObject({ value: { outcome: 'paid' } })
    await proved()
  })
})

describe('a payment that arrives after the goods were let go', () => {
  async function letGo(built: BuiltOrder, state: 'expired' | 'cancelled') {
    world.clock.advance(900_001)
    const done =
      state === 'expired'
        ? await expireOrder(world.ctx, { orderId: built.orderId })
        : await cancelOrder(world.ctx, withCookies(visitOf(), [`zc_orders=${built.orderId}.${built.guestSecret}`]), {
            orderId: built.orderId,
          })
    expect(done).toMatchObject({ ok: true })
    expect(await read('orders', built.orderId)).toMatchObject({ state })
  }

  it('takes the goods again and pays the order', async () => {
    const built = await order()
    await letGo(built, 'expired')
    expect(await deliver(world, settledEvent(built))).toMatchObject({ value: { outcome: 'paid_late' } })
    expect(await read('orders', built.orderId)).toMatchObject({ state: 'paid' })
    expect(await entriesOf(built)).toHaveLength(2)
    await proved()
  })

  it('goes back by itself when some of the goods are gone, without an accrual and with every other line left alone', async () => {
    const rare = await product(world, { stock: 1 })
    const built = await awaitingOrder(world, [
      { product: goods, credit: { creatorId: kol.creatorId, rateBps: 800, piece } },
      { product: rare },
    ])
    await letGo(built, 'expired')
    const rival = await awaitingOrder(world, [{ product: rare }])
    const before = await level(goods.variantIds[0]!)
    expect(await deliver(world, settledEvent(built))).toMatchObject({ value: { outcome: 'given_back' } })
    expect(await read('orders', built.orderId)).toMatchObject({ state: 'expired' })
    expect(await rows('refunds', { order: { equals: built.orderId } })).toMatchObject([
      { state: 'settled', amount: built.total, reason: 'paid_too_late' },
    ])
    expect(await entriesOf(built)).toEqual([])
    expect(await level(goods.variantIds[0]!)).toMatchObject({ available: before.available, reserved: before.reserved })
    expect(await deliver(world, settledEvent(rival))).toMatchObject({ value: { outcome: 'paid' } })
    await proved()
  })

  it('goes back by itself when the order was cancelled', async () => {
    const built = await order()
    await letGo(built, 'cancelled')
    expect(await deliver(world, settledEvent(built))).toMatchObject({ value: { outcome: 'given_back' } })
    expect(await read('orders', built.orderId)).toMatchObject({ state: 'cancelled' })
    await proved()
  })
})

describe('an order that is let go at the very moment when its money arrives', () => {
  it('is paid in the end, whichever comes first, and never half of both', raced(), async () => {
    for (let i = 0; i < 10; i++) {
      const built = await order()
      world.clock.advance(900_001)
      const both = [() => expireOrder(world.ctx, { orderId: built.orderId }), () => deliver(world, settledEvent(built))]
      await Promise.all((i % 2 ? both : both.reverse()).map((one) => one()))
      expect(await read('orders', built.orderId)).toMatchObject({ state: 'paid' })
      expect(await entriesOf(built)).toHaveLength(2)
    }
    await proved()
  })
})

describe('an order of the sandbox off this machine', () => {
  it('is marked test, and so are its payment and its ledger entries', async () => {
    const away = await openWorld({ env: { HOST: '0.0.0.0', PUBLIC_URL: 'https://shop.example', SANDBOX_PAYMENTS: '1' } })
    const [seller, offered] = [await creator(away), await product(away)]
    const { code } = await productLink(away, {
      creatorId: seller.creatorId,
      productId: offered.productId,
      programmeId: await programme(away),
    })
    const placed = await placedOrder(away, { visit: await touched(away, { code }), wanted: [{ variantId: offered.variantIds[0]! }] })
    expect(await playSandbox(away.ctx, placed.visit, { paymentId: placed.payment.id, choice: 'succeed' })).toMatchObject({
      value: { state: 'settled' },
    })
    const { docs } = await away.payload.find({ collection: 'ledger-entries', depth: 0 })
    expect(docs.map(({ test }) => test)).toEqual([true, true])
    expect(await away.payload.findByID({ collection: 'payments', id: placed.payment.id, depth: 0 })).toMatchObject({ test: true })
    expect(await readEarnings(away.ctx, seller)).toMatchObject({ value: { balance: 708, testBalance: 708, payable: 0 } })
    await away.close()
  })
})

describe('a webhook that is not the provider’s', () => {
  const state = async (built: BuiltOrder) => [
    (await read('orders', built.orderId)).state,
    (await rows('provider-events', { reference: { equals: built.reference } })).length,
  ]

  it('is refused when forged, tampered with, unsigned, too old or from the future', async () => {
    const built = await order()
    const now = world.clock.now()
    const { sandbox } = world.ctx.payments
    const { body, headers } = sandbox.signEvent(settledEvent(built), now)
    const forged = { ...headers, 'sandbox-signature': signatureHeader(Buffer.from('another key'), body, now) }
    const cheaper = Buffer.from(body.toString().replace(`"amount":${built.total}`, '"amount":1'))
    const old = sandbox.signEvent(settledEvent(built), new Date(now.getTime() - 301_000))
    const early = sandbox.signEvent(settledEvent(built), new Date(now.getTime() + 301_000))
    const later = {
      ...headers,
      'sandbox-signature': headers['sandbox-signature']!.replace(/t=\d+/, `t=${Math.floor(now.getTime() / 1000) + 1}`),
    }
    const tries: [Buffer, Record<string, string | string[]>][] = [
      [body, forged],
      [cheaper, headers],
      [body, {}],
      [body, { 'sandbox-signature': [headers['sandbox-signature']!, forged['sandbox-signature']] }],
      [body, later],
      [old.body, old.headers],
      [early.body, early.headers],
    ]
    for (const [bytes, given] of tries)
      expect(await receiveWebhook(world.ctx, 'sandbox', bytes, given)).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
    expect(await state(built)).toEqual(['awaiting_payment', 0])
  })

  it('is accepted at the edge of the tolerance, and replaying it changes nothing', async () => {
    const built = await order()
    const { body, headers } = world.ctx.payments.sandbox.signEvent(settledEvent(built), new Date(world.clock.now().getTime() - 300_000))
    expect(await receiveWebhook(world.ctx, 'sandbox', body, headers)).toMatchObject({ value: { outcome: 'paid' } })
    expect(await receiveWebhook(world.ctx, 'sandbox', body, headers)).toMatchObject({ value: { outcome: 'duplicate' } })
    expect(await state(built)).toEqual(['paid', 1])
  })

  it('is a bad request when what was signed is no event, and not found for another provider', async () => {
    const now = world.clock.now()
    const sign = (text: string) =>
      receiveWebhook(world.ctx, 'sandbox', Buffer.from(text), {
        'sandbox-signature': signatureHeader(world.ctx.keyFor('sandbox-webhooks'), Buffer.from(text), now),
      })
    const good = settledEvent(await order())
    for (const bad of [
      '',
      'null',
      '{',
      '[]',
      JSON.stringify({ ...good, amount: '1' }),
      JSON.stringify({ ...good, amount: 1.5 }),
      JSON.stringify({ ...good, state: 'paid' }),
      JSON.stringify({ ...good, type: 'refund' }),
    ]) {
      expect(await sign(bad)).toMatchObject({ ok: false, failure: { code: 'bad_request' } })
    }
    const { body, headers } = world.ctx.payments.sandbox.signEvent(good, now)
    for (const name of ['stripe', '__proto__', 'constructor', ''])
      expect(await receiveWebhook(world.ctx, name, body, headers)).toMatchObject({ failure: { code: 'not_found' } })
  })
})
