import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { approveRequest, declineRequest } from '../../../src/flows/orders/answer-request.ts'
import { askRefund, type RefundAsk } from '../../../src/flows/orders/ask-refund.ts'
import { listStaffOrders } from '../../../src/flows/orders/list-orders.ts'
import { moveParcel } from '../../../src/flows/orders/move-parcel.ts'
import { readOrder } from '../../../src/flows/orders/read-order.ts'
import { receiveOverdue } from '../../../src/flows/orders/receive-overdue.ts'
import { storeRequestPicture } from '../../../src/flows/orders/request-pictures.ts'
import { shipOrder } from '../../../src/flows/orders/ship-order.ts'
import { withdrawRequest } from '../../../src/flows/orders/withdraw-request.ts'
import { newId } from '../../../src/lib/ids.ts'
import { insertRequest } from '../../../src/modules/checkout/store/refund-requests.ts'
import { type BuiltProduct, product } from '../../builders/catalogue.ts'
import { stockOf } from '../../builders/counts.ts'
import { awaitingOrder, type BuiltOrder, paidOrder } from '../../builders/paid-order.ts'
import { creator, person } from '../../builders/people.ts'
import { must as sure } from '../../builders/pieces.ts'
import { NOON, openWorld, visitOf, type World } from '../../builders/world.ts'

let world: World
let finance: Awaited<ReturnType<typeof person>>
let kol: Awaited<ReturnType<typeof creator>>
let goods: BuiltProduct

beforeAll(async () => {
  world = await openWorld()
  finance = await person(world, ['fan', 'finance'])
  kol = await creator(world)
})
beforeEach(async () => {
  world.clock.set(NOON)
  goods = await product(world, { prices: [9_999], stock: 10 })
})
afterAll(() => world.close())

/** Three pieces for 99.99 each with delivery for 10.00, bought by a guest. */
const paid = () =>
  paidOrder(world, [{ product: goods, quantity: 3, price: 9_999, credit: { creatorId: kol.creatorId, rateBps: 1000 } }], { shipping: 1000 })

const ask = (order: BuiltOrder, more: Partial<RefundAsk> = {}, key = newId()) =>
  askRefund(
    world.ctx,
    visitOf(),
    {
      orderId: order.orderId,
      secret: order.guestSecret,
      lines: [{ lineId: order.lineIds[0]!, quantity: 1 }],
      reason: 'no_reason',
      ...more,
    },
    key,
  )

const approve = (requestId: string, more: { key?: string; shipping?: boolean; restock?: boolean } = {}) => {
  const { key = newId(), shipping = false, restock = true } = more
  return approveRequest(world.ctx, finance, { requestId, restock, shipping }, key)
}

const seen = async (order: BuiltOrder) => sure(await readOrder(world.ctx, visitOf(), { orderId: order.orderId, secret: order.guestSecret }))

async function delivered(): Promise<BuiltOrder> {
  const order = await paid()
  const { shipmentId } = sure(await shipOrder(world.ctx, finance, { orderId: order.orderId, lines: [] }, newId()))
  sure(await moveParcel(world.ctx, finance, { shipmentId, event: 'deliver' }))
  return order
}

describe('a buyer asks for a refund', () => {
  it('and it is given as asked: one transaction answers it and begins the refund, which takes the commission back', async () => {
    const order = await delivered()
    const { requestId, expectedAmount } = sure(
      await ask(order, { lines: [{ lineId: order.lineIds[0]!, quantity: 2 }], words: '颜色不喜欢' }),
    )
    expect(expectedAmount).toBe(19_998)
    expect(await seen(order)).toMatchObject({ openReasons: [], requests: [{ state: 'asked', words: '颜色不喜欢', expectedAmount }] })
    const key = newId()
    const refund = sure(await approve(requestId, { key }))
    expect(refund).toMatchObject({ amount: 19_998, state: 'settled' })
    expect(sure(await approve(requestId, { key })).refundId).toBe(refund.refundId)
    expect(await approve(requestId)).toMatchObject({ failure: { code: 'state' } })
    const row = await seen(order)
    expect(row).toMatchObject({ refundedTotal: 19_998, requests: [{ state: 'approved' }], state: 'fulfilled' })
    expect(row.openReasons).toContain('no_reason')
    expect((await stockOf(world, goods.variantIds[0]!)).available).toBe(9)
    expect(await checkBooks(world.ctx)).toMatchObject({ findings: [] })
  })

  it('before anything was sent: all of it with delivery, and the order is cancelled', async () => {
    const order = await paid()
    const { requestId, expectedAmount } = sure(await ask(order, { lines: [{ lineId: order.lineIds[0]!, quantity: 3 }] }))
    expect(expectedAmount).toBe(order.total)
    sure(await approve(requestId, { shipping: true }))
    expect(await seen(order)).toMatchObject({ state: 'cancelled', refundState: 'full', requests: [{ state: 'approved' }] })
  })

  it('and it is declined with words that he reads; he may ask again', async () => {
    const order = await delivered()
    const { requestId } = sure(await ask(order))
    const decline = (answer: string, key = newId()) => declineRequest(world.ctx, finance, { requestId, answer }, key)
    expect(await decline('  ')).toMatchObject({ failure: { code: 'invalid', field: 'answer' } })
    sure(await decline('请先寄回商品'))
    expect((await seen(order)).requests).toMatchObject([{ state: 'declined', answer: '请先寄回商品', answeredBy: null }])
    expect((await ask(order, { reason: 'damaged' })).ok).toBe(true)
  })

  it('one request is open for an order at a time, however many ask at once; the same key is the same request', async () => {
    const order = await delivered()
    const key = newId()
    const first = sure(await ask(order, {}, key))
    expect(sure(await ask(order, {}, key))).toEqual(first)
    expect(await ask(order, { reason: 'damaged' }, key)).toMatchObject({ failure: { code: 'idempotency_mismatch' } })
    expect(await ask(order)).toMatchObject({ failure: { code: 'conflict', details: { requestId: first.requestId } } })
    sure(await withdrawRequest(world.ctx, visitOf(), { orderId: order.orderId, secret: order.guestSecret, requestId: first.requestId }))
    const outcomes = await Promise.all([ask(order), ask(order), ask(order), ask(order)])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    const { totalDocs } = await world.payload.count({ collection: 'refund-requests', where: { order: { equals: order.orderId } } })
    expect(totalDocs).toBe(2)
  })

  it('takes it back while it waits; an answer that comes at the same moment wins or loses, never both', async () => {
    for (let round = 0; round < 6; round++) {
      const order = await delivered()
      const { requestId } = sure(await ask(order))
      const back = () => withdrawRequest(world.ctx, visitOf(), { orderId: order.orderId, secret: order.guestSecret, requestId })
      const outcomes = await Promise.all(round % 2 ? [back(), approve(requestId)] : [approve(requestId), back()])
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      const { requests, refundedTotal } = await seen(order)
      expect([requests[0]?.state, refundedTotal]).toEqual(requests[0]?.state === 'approved' ? ['approved', 9_999] : ['withdrawn', 0])
    }
  })

  it('within seven days of delivery without a reason, the last second included; a month with one', async () => {
    const order = await delivered()
    const on = (days: number, seconds = 0) => world.clock.set(new Date(Date.parse(NOON) + days * 86_400_000 + seconds * 1000))
    on(7, 1)
    expect(await ask(order)).toMatchObject({ failure: { code: 'state', field: 'reason' } })
    expect((await seen(order)).openReasons).not.toContain('no_reason')
    on(30, 1)
    expect(await ask(order, { reason: 'damaged' })).toMatchObject({ failure: { code: 'state' } })
    on(7)
    expect((await ask(order)).ok).toBe(true)
  })

  it.each<[string, (order: BuiltOrder) => Partial<RefundAsk>, string]>([
    ['more than he bought', (order) => ({ lines: [{ lineId: order.lineIds[0]!, quantity: 4 }] }), 'invalid'],
    ['a negative number', (order) => ({ lines: [{ lineId: order.lineIds[0]!, quantity: -1 }] }), 'invalid'],
    ['nothing', () => ({ lines: [] }), 'invalid'],
    ['another order’s line', () => ({ lines: [{ lineId: newId(), quantity: 1 }] }), 'invalid'],
    ['something else without words', () => ({ reason: 'other' }), 'invalid'],
    ['too many words', () => ({ words: 'x'.repeat(1001) }), 'invalid'],
    ['with a picture of nobody', () => ({ pictures: [`${newId()}.abcdefghijklmnopqrstuv`] }), 'invalid'],
    ['with another’s key', () => ({ secret: 'guess' }), 'not_found'],
  ])('%s is refused, and nothing is written', async (_, more, code) => {
    const order = await delivered()
    expect(await ask(order, more(order))).toMatchObject({ ok: false, failure: { code } })
    expect((await seen(order)).requests).toEqual([])
  })

  it('with pictures of his own, each bound to its order', async () => {
    const [order, other] = [await delivered(), await delivered()]
    const picture = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#c93f27' } })
      .jpeg()
      .toBuffer()
    async function* bytes() {
      yield picture
    }
    const asked = { orderId: order.orderId, secret: order.guestSecret }
    const { ref, media } = sure(await storeRequestPicture(world.ctx, visitOf(), asked, bytes()))
    expect(await ask(other, { pictures: [ref] })).toMatchObject({ failure: { code: 'invalid', field: 'pictures.0' } })
    sure(await ask(order, { reason: 'damaged', pictures: [ref] }))
    expect((await seen(order)).requests[0]?.pictures).toEqual([media.id])
    async function* words() {
      yield Buffer.from('no picture at all')
    }
    expect(await storeRequestPicture(world.ctx, visitOf(), asked, words())).toMatchObject({ ok: false })
    expect(await storeRequestPicture(world.ctx, visitOf(), { orderId: order.orderId }, bytes())).toMatchObject({
      failure: { code: 'not_found' },
    })
  })
})

it('an order whose request waits is not confirmed by itself, and stands in the list of those that ask', async () => {
  const order = await delivered()
  const { requestId } = sure(await ask(order))
  world.clock.advance(8 * 86_400_000)
  await receiveOverdue(world.ctx)
  expect((await seen(order)).state).toBe('fulfilled')
  const asked = sure(await listStaffOrders(world.ctx, finance, { asked: true, limit: 100 })).orders
  expect(asked.every((one) => one.asked)).toBe(true)
  expect(asked.map(({ id }) => id)).toContain(order.orderId)
  sure(await declineRequest(world.ctx, finance, { requestId, answer: '看不出损坏' }, newId()))
  await receiveOverdue(world.ctx)
  expect((await seen(order)).state).toBe('completed')
})

it('ATT-27 more orders whose requests wait than one part holds keep nobody else from being confirmed', async () => {
  const req = await world.ctx.req()
  const goodsOfMany = await product(world, { prices: [9_999], stock: 200 })
  const waiting: BuiltOrder[] = []
  for (let n = 0; n < 101; n++) {
    const order = await awaitingOrder(world, [{ product: goodsOfMany, price: 9_999 }])
    const fulfilledAt = new Date(NOON).toISOString()
    const data = { state: 'fulfilled', paidAt: fulfilledAt, fulfilledAt, deliveredAt: fulfilledAt }
    await world.payload.db.updateOne({ collection: 'orders', where: { id: { equals: order.orderId } }, data, req })
    const lines = [{ orderLine: order.lineIds[0]!, quantity: 1 }]
    const about = { id: newId(), order: order.orderId, user: null, reasonCode: 'damaged' as const, words: null, pictures: [], lines }
    await insertRequest(req, { ...about, expectedAmount: 9_999, currency: 'CNY', at: fulfilledAt })
    waiting.push(order)
  }
  world.clock.advance(3_600_000)
  const last = await delivered()
  world.clock.advance(8 * 86_400_000)
  expect(await receiveOverdue(world.ctx)).toMatchObject({ failed: 0 })
  expect((await seen(last)).state).toBe('completed')
  expect((await seen(waiting[0]!)).state).toBe('fulfilled')
  expect((await seen(waiting[100]!)).state).toBe('fulfilled')
})

it('nobody but finance and admin answers', async () => {
  const order = await delivered()
  const { requestId } = sure(await ask(order))
  for (const actor of [kol, await person(world), await person(world, ['editor'])]) {
    const approval = { requestId, restock: true, shipping: true }
    expect(await approveRequest(world.ctx, actor, approval, newId())).toMatchObject({ failure: { code: 'forbidden' } })
    expect(await declineRequest(world.ctx, actor, { requestId, answer: 'x' }, newId())).toMatchObject({ failure: { code: 'forbidden' } })
  }
})
