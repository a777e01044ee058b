import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { askRefund } from '../../../src/flows/orders/ask-refund.ts'
import { cancelByShop } from '../../../src/flows/orders/cancel-by-shop.ts'
import { type ExchangeInput, exchangePieces } from '../../../src/flows/orders/exchange-pieces.ts'
import { shipOrder } from '../../../src/flows/orders/ship-order.ts'
import { refundLines } from '../../../src/flows/payments/refund-lines.ts'
import { drainJobs } from '../../../src/jobs/runner.ts'
import { newId } from '../../../src/lib/ids.ts'
import { type BuiltProduct, product } from '../../builders/catalogue.ts'
import { stockOf } from '../../builders/counts.ts'
import { type BuiltOrder, paidOrder } from '../../builders/paid-order.ts'
import { creator, person } from '../../builders/people.ts'
import { must } from '../../builders/pieces.ts'
import { NOON, openWorld, visitOf, type World } from '../../builders/world.ts'
import { readOutbox } from '../../fixtures/outbox.ts'

let world: World
let finance: Awaited<ReturnType<typeof person>>
let fan: Awaited<ReturnType<typeof person>>
let kol: Awaited<ReturnType<typeof creator>>
/** Two kinds at 100.00 and a third that costs less; dearer ones: dearer-exchanges.test.ts. */
let goods: BuiltProduct
let order: BuiltOrder

beforeAll(async () => {
  world = await openWorld()
  finance = await person(world, ['fan', 'finance'])
  fan = await person(world)
  kol = await creator(world)
}, 60_000)
afterAll(() => world.close())
beforeEach(async () => {
  world.clock.set(NOON)
  goods = await product(world, { prices: [10_000, 10_000, 8_000], stock: 5 })
  order = await sent(2)
})

/** An order of so many of the first kind, paid by the fan and sent whole. */
async function sent(quantity: number): Promise<BuiltOrder> {
  const built = await paidOrder(
    world,
    [{ product: goods, quantity, price: 10_000, credit: { creatorId: kol.creatorId, rateBps: 1_000, piece } }],
    { shipping: 1_000, userId: fan.userId },
  )
  must(await shipOrder(world.ctx, finance, { orderId: built.orderId, lines: [] }, newId()))
  return built
}
const piece = newId()
const kind = (index: number) => goods.variantIds[index]!

const exchange = (more: Partial<ExchangeInput> = {}, key = newId(), actor = finance) =>
  exchangePieces(
    world.ctx,
    actor,
    { orderId: order.orderId, lineId: order.lineIds[0]!, quantity: 1, seen: 0, variantId: kind(1), restock: true, ...more },
    key,
  )
const refund = (quantity: number, restock = true) =>
  refundLines(
    world.ctx,
    finance,
    { orderId: order.orderId, lines: [{ lineId: order.lineIds[0]!, quantity, restock }], reason: 'buyer_return' },
    newId(),
  )
const available = async () => Promise.all(goods.variantIds.map(async (id) => (await stockOf(world, id)).available))
const owed = async () => {
  const { docs } = await world.payload.find({
    collection: 'ledger-entries',
    where: { and: [{ order: { equals: order.orderId } }, { creator: { equals: kol.creatorId } }] },
    pagination: false,
    depth: 0,
  })
  return docs.reduce((sum, { amount }) => sum + amount, 0)
}
const exchanges = async () =>
  (await world.payload.find({ collection: 'exchanges', where: { order: { equals: order.orderId } }, pagination: false, depth: 0 })).docs
const proved = async () => expect((await checkBooks(world.ctx)).findings).toEqual([])

describe('ATT-31 an exchange of equal worth', () => {
  it('takes one kind from stock, puts the other back, leaves the commission, and tells the buyer', async () => {
    const earned = await owed()
    expect(must(await exchange({ carrier: ' 顺丰 ', tracking: 'SF9' }))).toMatchObject({ refund: null })
    expect(await available()).toEqual([4, 4, 5])
    expect(await owed()).toBe(earned)
    expect(await exchanges()).toMatchObject([
      { quantity: 1, fromVariant: kind(0), toVariant: kind(1), unitFrom: 10_000, unitTo: 10_000, carrier: '顺丰', refund: null },
    ])
    const { docs } = await world.payload.find({ collection: 'order-history', where: { subject: { equals: 'exchange' } }, depth: 0 })
    expect(docs).toContainEqual(expect.objectContaining({ event: 'exchange', to: 'exchanged', actor: finance.userId }))
    await drainJobs(world.ctx)
    const letters = await readOutbox(path.join(world.dir, 'outbox'))
    expect(letters.some(({ subject, text }) => subject.includes('换货') && text.includes('SF9'))).toBe(true)
    await proved()
  })

  it('a broken piece is replaced by one like it, and does not come back into stock', async () => {
    must(await exchange({ variantId: kind(0), restock: false }))
    expect(await available()).toEqual([2, 5, 5])
    await proved()
  })

  it('compares the kinds of one product by their prices of today, whatever was paid', async () => {
    for (const index of [0, 1]) await world.payload.update({ collection: 'variants', id: kind(index), data: { price: 15_000 }, depth: 0 })
    expect(must(await exchange())).toMatchObject({ refund: null })
    await proved()
  })

  it('takes goods of another product by their SKU', async () => {
    const other = await product(world, { prices: [10_000], stock: 1 })
    const { sku } = await world.payload.findByID({ collection: 'variants', id: other.variantIds[0]!, depth: 0 })
    must(await exchange({ variantId: undefined, sku }))
    expect((await stockOf(world, other.variantIds[0]!)).available).toBe(0)
    await proved()
  })
})

describe('ATT-31 an exchange with a difference', () => {
  it('gives back what the new one is worth less, and the commission follows by just that', async () => {
    expect(await owed()).toBe(1_770)
    const done = must(await exchange({ variantId: kind(2) }))
    expect(done.refund).toMatchObject({ state: 'settled', amount: 2_000 })
    // 20.00 of 200.00 paid: 1,770 of the base of 17,699 went back.
    expect(await owed()).toBe(1_593)
    expect(await available()).toEqual([4, 5, 4])
    await proved()
    // The rest goes back later, whatever was exchanged: to the cent, and the commission to zero.
    expect(must(await refund(2))).toMatchObject({ amount: 18_000 })
    expect(await owed()).toBe(0)
    expect(await available()).toEqual([5, 5, 5])
    await proved()
  })

  it('a chain of exchanges never gives back more than was paid for the pieces', async () => {
    must(await exchange({ quantity: 2, variantId: kind(2) }))
    // What came for less is paid for again when it is exchanged back.
    const { offer } = must(await exchange({ quantity: 2, seen: 1, variantId: kind(0) }))
    expect(offer).toMatchObject({ amount: 4_000 })
    must(await cancelByShop(world.ctx, finance, { orderId: offer!.orderId, reason: 'not paid' }, newId()))
    must(await exchange({ quantity: 1, seen: 1, variantId: kind(2), restock: false }))
    expect(must(await refund(2))).toMatchObject({ amount: 16_000 })
    expect(await owed()).toBe(0)
    await proved()
  })
})

describe('what can be exchanged', () => {
  it('only pieces that were sent and not refunded, and only by finance', async () => {
    must(await refund(1))
    expect(await exchange({ quantity: 2 })).toMatchObject({ ok: false, failure: { code: 'invalid', field: 'quantity' } })
    must(await exchange())
    expect(await exchange({}, newId(), fan)).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
    must(await refund(1))
    expect(await exchange({ seen: 1 })).toMatchObject({ ok: false, failure: { code: 'invalid' } })
    expect(await available()).toEqual([5, 5, 5])
    await proved()
    const unsent = await paidOrder(world, [{ product: goods, price: 10_000 }])
    const input = { orderId: unsent.orderId, lineId: unsent.lineIds[0]!, quantity: 1, seen: 0, variantId: kind(1), restock: true }
    expect(await exchangePieces(world.ctx, finance, input, newId())).toMatchObject({ ok: false, failure: { field: 'quantity' } })
  })

  it.each([0, -1, 1.5, Number.NaN, 1e9])('never %s pieces', async (quantity) => {
    expect(await exchange({ quantity })).toMatchObject({ ok: false, failure: { code: 'invalid', field: 'quantity' } })
    expect(await available()).toEqual([3, 5, 5])
  })

  it('goods that are not there are sold out, and then nothing comes back either', async () => {
    const other = await product(world, { prices: [10_000], stock: 0 })
    expect(await exchange({ variantId: other.variantIds[0]! })).toMatchObject({ ok: false, failure: { code: 'sold_out' } })
    expect([await available(), await exchanges()]).toEqual([[3, 5, 5], []])
    await proved()
  })

  it('refunds after an exchange put the exchanged piece back, then the others', async () => {
    must(await exchange())
    must(await refund(1))
    expect(await available()).toEqual([4, 5, 5])
    must(await refund(1))
    expect(await available()).toEqual([5, 5, 5])
    await proved()
  })

  it('with several kinds at the buyer’s, it must be said which come back', async () => {
    must(await exchange())
    expect(await exchange({ seen: 1, variantId: kind(2) })).toMatchObject({ ok: false, failure: { field: 'fromVariantId' } })
    must(await exchange({ seen: 1, fromVariantId: kind(1), variantId: kind(0) }))
    expect(await available()).toEqual([3, 5, 5])
    await proved()
  })
})

describe('ATT-32 the same exchange again', () => {
  it('with the same key is one; with another body it is a mismatch', async () => {
    const key = newId()
    const answers = await Promise.all(Array.from({ length: 5 }, () => exchange({}, key)))
    expect(new Set(answers.map((answer) => JSON.stringify(must(answer)))).size).toBe(1)
    expect(await exchange({ quantity: 2 }, key)).toMatchObject({ ok: false, failure: { code: 'idempotency_mismatch' } })
    expect(await available()).toEqual([4, 4, 5])
    await proved()
  })

  it('two at once of the same pieces are one, and the last of a kind is sent once', async () => {
    order = await sent(1)
    const before = await available()
    const answers = await Promise.all([exchange(), exchange(), exchange({ variantId: kind(2) })])
    expect(answers.map((answer) => (answer.ok ? 'sent' : answer.failure.code)).sort()).toEqual(['sent', 'stale', 'stale'])
    const after = await available()
    expect(after.reduce((sum, one) => sum + one, 0)).toBe(before.reduce((sum, one) => sum + one, 0))
    const rare = await product(world, { prices: [10_000], stock: 1 })
    const orders = await Promise.all([sent(1), sent(1)])
    const both = await Promise.all(
      orders.map(({ orderId, lineIds }) => exchange({ orderId, lineId: lineIds[0]!, variantId: rare.variantIds[0]! })),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    await proved()
  })

  it('an exchange and a refund of the same piece at once: one of them has it', async () => {
    order = await sent(1)
    const answers = await Promise.all([exchange({ variantId: kind(2) }), refund(1)])
    expect(answers.some(({ ok }) => ok)).toBe(true)
    await proved()
  })
})

describe('a request of the buyer', () => {
  const ask = async (quantity: number) =>
    must(
      await askRefund(
        world.ctx,
        visitOf(fan),
        { orderId: order.orderId, lines: [{ lineId: order.lineIds[0]!, quantity }], reason: 'damaged', words: '换一个', pictures: [] },
        newId(),
      ),
    ).requestId

  it('is answered by an exchange of just these pieces', async () => {
    const requestId = await ask(1)
    expect(await exchange({ requestId, quantity: 2 })).toMatchObject({ ok: false, failure: { field: 'requestId' } })
    must(await exchange({ requestId, answer: '换新的给你', restock: false }))
    const request = await world.payload.findByID({ collection: 'refund-requests', id: requestId, depth: 0 })
    expect(request).toMatchObject({ state: 'approved', answer: '换新的给你', refund: null })
    expect(await exchange({ requestId, seen: 1 })).toMatchObject({ ok: false, failure: { code: 'state' } })
    await proved()
  })
})

it('the proof finds an exchange whose goods never moved, and one that became dearer', async () => {
  must(await exchange())
  const [row] = await exchanges()
  const write = (data: object) =>
    world.payload.db.updateOne({ collection: 'exchanges', id: row!.id, data: data as never, req: undefined as never })
  const codes = async () => [...new Set((await checkBooks(world.ctx)).findings.map(({ code }) => code))]
  await write({ quantity: 2 })
  expect(await codes()).toEqual(['order_stock'])
  await write({ quantity: 1, unitTo: 11_000 })
  expect(await codes()).toEqual(['exchange_differs'])
  await write({ unitTo: 10_000 })
  await proved()
})
