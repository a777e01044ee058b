import path from 'node:path'
import type { Where } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listNotifications } from '../../../src/flows/accounts/list-notifications.ts'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { cancelByShop } from '../../../src/flows/orders/cancel-by-shop.ts'
import { moveParcel } from '../../../src/flows/orders/move-parcel.ts'
import { receiveOrder } from '../../../src/flows/orders/receive-order.ts'
import { receiveOverdue } from '../../../src/flows/orders/receive-overdue.ts'
import { shipOrder } from '../../../src/flows/orders/ship-order.ts'
import { refundLines } from '../../../src/flows/payments/refund-lines.ts'
import { drainJobs } from '../../../src/jobs/runner.ts'
import { newId } from '../../../src/lib/ids.ts'
import { type BuiltProduct, product } from '../../builders/catalogue.ts'
import { stockOf } from '../../builders/counts.ts'
import { awaitingOrder, type BuiltOrder, paidOrder } from '../../builders/paid-order.ts'
import { creator, person } from '../../builders/people.ts'
import { must as sure } from '../../builders/pieces.ts'
import { NOON, openWorld, visitOf, type World } from '../../builders/world.ts'
import { readOutbox } from '../../fixtures/outbox.ts'

let world: World
let finance: Awaited<ReturnType<typeof person>>
let fan: Awaited<ReturnType<typeof person>>
let kol: Awaited<ReturnType<typeof creator>>
let goods: BuiltProduct
let other: BuiltProduct

beforeAll(async () => {
  world = await openWorld()
  finance = await person(world, ['fan', 'finance'])
  fan = await person(world)
  kol = await creator(world)
})
beforeEach(async () => {
  world.clock.set(NOON)
  goods = await product(world, { prices: [9_999], stock: 20 })
  other = await product(world, { prices: [3_333], stock: 10 })
})
afterAll(() => world.close())

/** Three of one and one of another, with delivery for 10.00, paid by the fan unless somebody else is named. */
const paid = (more: { userId?: string; email?: string } = { userId: fan.userId }) =>
  paidOrder(
    world,
    [
      { product: goods, quantity: 3, price: 9_999, credit: { creatorId: kol.creatorId, rateBps: 1000 } },
      { product: other, price: 3_333 },
    ],
    { shipping: 1000, ...more },
  )

const ship = (order: BuiltOrder, pieces: [number, number][] = [], more: { key?: string; carrier?: string; tracking?: string } = {}) =>
  shipOrder(
    world.ctx,
    finance,
    { orderId: order.orderId, lines: pieces.map(([line, quantity]) => ({ lineId: order.lineIds[line]!, quantity })), ...more },
    more.key ?? newId(),
  )

const follow = (shipmentId: string, event: 'deliver' | 'lose' | 'cancel') => moveParcel(world.ctx, finance, { shipmentId, event })

const rowOf = (order: BuiltOrder) => world.payload.findByID({ collection: 'orders', id: order.orderId, depth: 0 })

const historyOf = async (order: BuiltOrder, subject: 'order' | 'shipment') => {
  const where: Where = { and: [{ order: { equals: order.orderId } }, { subject: { equals: subject } }] }
  const { docs } = await world.payload.find({ collection: 'order-history', where, pagination: false, depth: 0 })
  return docs.sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ event, from, to }) => `${event}: ${from} → ${to}`)
}

describe('sending', () => {
  it('an order goes out in two parcels, and is fulfilled with the second; every step leaves a row', async () => {
    const order = await paid()
    const first = sure(await ship(order, [[0, 2]], { carrier: ' 顺丰 ', tracking: 'SF1' }))
    expect(first.orderState).toBe('paid')
    const second = sure(await ship(order))
    expect(second.orderState).toBe('fulfilled')
    const { docs } = await world.payload.find({
      collection: 'shipments',
      where: { order: { equals: order.orderId } },
      sort: 'id',
      depth: 0,
    })
    expect(docs.map(({ carrier, tracking, lines }) => [carrier, tracking, lines.map(({ quantity }) => quantity)])).toEqual([
      ['顺丰', 'SF1', [2]],
      [null, null, [1, 1]],
    ])
    expect((await rowOf(order)).fulfilledAt).toBe(NOON)
    expect(await historyOf(order, 'shipment')).toEqual(['ship: none → shipped', 'ship: none → shipped'])
    expect((await historyOf(order, 'order')).at(-1)).toBe('fulfil: paid → fulfilled')
    expect(await checkBooks(world.ctx)).toMatchObject({ findings: [] })
  })

  it('the same key sends once; another parcel under it is refused', async () => {
    const order = await paid()
    const key = newId()
    const first = sure(await ship(order, [[0, 1]], { key }))
    expect(sure(await ship(order, [[0, 1]], { key }))).toEqual(first)
    expect(await ship(order, [[0, 2]], { key })).toMatchObject({ failure: { code: 'idempotency_mismatch' } })
  })

  it.each<[string, [number, number][], string]>([
    ['more than is left', [[0, 4]], 'invalid'],
    ['a negative number', [[0, -1]], 'invalid'],
    ['half a piece', [[0, 0.5]], 'invalid'],
    ['no number', [[0, Number.NaN]], 'invalid'],
    [
      'a line twice',
      [
        [0, 1],
        [0, 1],
      ],
      'invalid',
    ],
    ['a line of nobody', [[9, 1]], 'invalid'],
  ])('%s is not sent, and nothing is written', async (_, pieces, code) => {
    const order = await paid()
    expect(await ship(order, pieces)).toMatchObject({ ok: false, failure: { code } })
    expect(await historyOf(order, 'shipment')).toEqual([])
  })

  it('what was refunded is not sent; the rest makes the order whole', async () => {
    const order = await paid()
    sure(await ship(order, [[0, 3]]))
    const refund = { orderId: order.orderId, lines: [{ lineId: order.lineIds[1]!, quantity: 1, restock: true }], reason: 'out of stock' }
    sure(await refundLines(world.ctx, finance, refund, newId()))
    expect((await rowOf(order)).state).toBe('fulfilled')
    expect(await ship(order)).toMatchObject({ failure: { code: 'state' } })
  })

  it('two who send the same pieces at once send them once', async () => {
    const order = await paid()
    const outcomes = await Promise.all([ship(order), ship(order), ship(order, [[0, 2]])])
    const { docs } = await world.payload.find({ collection: 'shipments', where: { order: { equals: order.orderId } }, depth: 0 })
    const pieces = docs.flatMap(({ lines }) => lines).reduce((sum, { quantity }) => sum + quantity, 0)
    expect(pieces).toBe(4)
    expect(outcomes.filter(({ ok }) => ok).length).toBeLessThan(3)
    expect((await rowOf(order)).state).toBe('fulfilled')
  })

  it('an unpaid order is not sent, and nobody but finance and admin sends', async () => {
    const waiting = await awaitingOrder(world, [{ product: goods }], {})
    expect(await ship(waiting)).toMatchObject({ failure: { code: 'state' } })
    const order = await paid()
    const input = { orderId: order.orderId, lines: [] }
    for (const actor of [fan, await person(world, ['editor'])]) {
      expect(await shipOrder(world.ctx, actor, input, newId())).toMatchObject({ failure: { code: 'forbidden' } })
    }
    expect(await moveParcel(world.ctx, fan, { shipmentId: newId(), event: 'deliver' })).toMatchObject({ failure: { code: 'forbidden' } })
  })
})

describe('a parcel', () => {
  it('that is lost opens the order again; sending it anew takes other pieces from stock', async () => {
    const order = await paid()
    const { shipmentId } = sure(await ship(order))
    expect(sure(await follow(shipmentId, 'lose'))).toEqual({ shipmentState: 'lost', orderState: 'paid' })
    expect((await rowOf(order)).fulfilledAt).toBeNull()
    expect((await stockOf(world, goods.variantIds[0]!)).available).toBe(17)
    expect(sure(await ship(order)).orderState).toBe('fulfilled')
    expect(await stockOf(world, goods.variantIds[0]!)).toEqual({ available: 14, reserved: 0, explained: true })
    expect(await checkBooks(world.ctx)).toMatchObject({ findings: [] })
  })

  it('that is lost cannot be replaced by pieces that are not there', async () => {
    const order = await paid()
    const { shipmentId } = sure(await ship(order))
    sure(await follow(shipmentId, 'lose'))
    const level = { collection: 'stock-levels', id: goods.variantIds[0]! } as const
    await world.payload.db.updateOne({ ...level, data: { available: 2 }, req: undefined as never })
    expect(await ship(order)).toMatchObject({ failure: { code: 'sold_out', details: { available: 2 } } })
    expect((await rowOf(order)).state).toBe('paid')
    await world.payload.db.updateOne({ ...level, data: { available: 17 }, req: undefined as never })
  })

  it('that was written down by mistake never left: nothing is told, nothing taken from stock', async () => {
    const order = await paid()
    const { shipmentId } = sure(await ship(order))
    expect(sure(await follow(shipmentId, 'cancel'))).toEqual({ shipmentState: 'cancelled', orderState: 'paid' })
    sure(await ship(order))
    expect((await stockOf(world, goods.variantIds[0]!)).available).toBe(17)
  })

  it('ends once: saying the same again changes nothing, saying another thing is refused', async () => {
    const order = await paid()
    const { shipmentId } = sure(await ship(order))
    sure(await follow(shipmentId, 'deliver'))
    expect(sure(await follow(shipmentId, 'deliver')).shipmentState).toBe('delivered')
    expect(await follow(shipmentId, 'lose')).toMatchObject({ failure: { code: 'state' } })
    expect(await historyOf(order, 'shipment')).toEqual(['ship: none → shipped', 'deliver: shipped → delivered'])
  })
})

describe('ATT-27 receipt', () => {
  it('the buyer confirms by account or by link, twice is once; nobody else can', async () => {
    const order = await paid({})
    const guest = { orderId: order.orderId, secret: order.guestSecret }
    expect(await receiveOrder(world.ctx, visitOf(), guest)).toMatchObject({ failure: { code: 'state', details: { state: 'paid' } } })
    sure(await ship(order))
    expect(await receiveOrder(world.ctx, visitOf(), { orderId: order.orderId })).toMatchObject({ failure: { code: 'not_found' } })
    expect(await receiveOrder(world.ctx, visitOf(fan), { orderId: order.orderId })).toMatchObject({ failure: { code: 'not_found' } })
    expect(await receiveOrder(world.ctx, visitOf(finance), { orderId: order.orderId })).toMatchObject({ failure: { code: 'not_found' } })
    const first = sure(await receiveOrder(world.ctx, visitOf(), guest))
    world.clock.advance(60_000)
    expect(sure(await receiveOrder(world.ctx, visitOf(), guest))).toEqual(first)
    expect((await rowOf(order)).receivedAt).toBe(NOON)
    expect(await historyOf(order, 'order')).toEqual([
      'pay: awaiting_payment → paid',
      'fulfil: paid → fulfilled',
      'receive: fulfilled → completed',
    ])
  })

  it('after delivery it counts as received a week later to the second, without news three weeks after sending', async () => {
    const delivered = await paid()
    sure(await follow(sure(await ship(delivered)).shipmentId, 'deliver'))
    const unheard = await paid()
    sure(await ship(unheard))
    const days = (count: number, seconds = 0) => world.clock.set(new Date(Date.parse(NOON) + count * 86_400_000 + seconds * 1000))
    const states = async () => [(await rowOf(delivered)).state, (await rowOf(unheard)).state]
    days(7, -1)
    await receiveOverdue(world.ctx)
    expect(await states()).toEqual(['fulfilled', 'fulfilled'])
    days(7)
    expect((await receiveOverdue(world.ctx)).failed).toBe(0)
    expect(await states()).toEqual(['completed', 'fulfilled'])
    days(21)
    await receiveOverdue(world.ctx)
    expect(await states()).toEqual(['completed', 'completed'])
    expect((await rowOf(delivered)).receivedAt).toBe(new Date(Date.parse(NOON) + 7 * 86_400_000).toISOString())
    const told = sure(await listNotifications(world.ctx, fan)).notifications.map(({ kind }) => kind)
    expect(told).toContain('order-received')
  })
})

describe('the shop takes an order back', () => {
  const cancel = (order: BuiltOrder, key = newId()) =>
    cancelByShop(world.ctx, finance, { orderId: order.orderId, reason: 'not to be had' }, key)

  it('a paid one is refunded whole with delivery, its goods come back, and nobody earned anything', async () => {
    const order = await paid()
    const key = newId()
    const done = sure(await cancel(order, key))
    expect(done).toMatchObject({ state: 'cancelled', refund: { amount: order.total, state: 'settled' } })
    expect(sure(await cancel(order, key)).refund?.refundId).toBe(done.refund?.refundId)
    expect(await stockOf(world, goods.variantIds[0]!)).toEqual({ available: 20, reserved: 0, explained: true })
    const { docs } = await world.payload.find({
      collection: 'ledger-entries',
      where: { order: { equals: order.orderId } },
      pagination: false,
    })
    const owed = docs.filter(({ creator }) => creator).reduce((sum, { amount }) => sum + amount, 0)
    expect([docs.length > 0, owed]).toEqual([true, 0])
    expect(await checkBooks(world.ctx)).toMatchObject({ findings: [] })
    expect(await historyOf(order, 'order')).toEqual(['pay: awaiting_payment → paid', 'cancel: paid → cancelled'])
  })

  it('an unpaid one is let go; one of which a part was sent is refunded by line instead', async () => {
    const waiting = await awaitingOrder(world, [{ product: goods }], {})
    expect(sure(await cancel(waiting))).toEqual({ state: 'cancelled', refund: null })
    const order = await paid()
    sure(await ship(order, [[1, 1]]))
    expect(await cancel(order)).toMatchObject({ failure: { code: 'state' } })
    expect(await cancelByShop(world.ctx, fan, { orderId: order.orderId, reason: 'x' }, newId())).toMatchObject({
      failure: { code: 'forbidden' },
    })
  })
})

it('sending and taking back at the same moment: one of them happens, never both', async () => {
  for (let round = 0; round < 6; round++) {
    const order = await paid()
    const takeBack = () => cancelByShop(world.ctx, finance, { orderId: order.orderId, reason: 'not to be had' }, newId())
    const outcomes = await Promise.all(round % 2 ? [ship(order), takeBack()] : [takeBack(), ship(order)])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    const { state } = await rowOf(order)
    const { totalDocs } = await world.payload.count({ collection: 'shipments', where: { order: { equals: order.orderId } } })
    expect([state, totalDocs]).toEqual(state === 'fulfilled' ? ['fulfilled', 1] : ['cancelled', 0])
  }
  expect(await checkBooks(world.ctx)).toMatchObject({ findings: [] })
})

it('the buyer reads each step in a letter, with a link that opens the order, and nothing about a parcel that never left', async () => {
  const email = `steps-${newId()}@example.test`
  const order = await paid({ email })
  sure(await ship(order, [[0, 1]], { carrier: '顺丰', tracking: 'SF99' }))
  const { shipmentId } = sure(await ship(order))
  await drainJobs(world.ctx)
  sure(await follow(shipmentId, 'lose'))
  const mistake = sure(await ship(order))
  sure(await follow(mistake.shipmentId, 'cancel'))
  const again = sure(await ship(order))
  sure(await follow(again.shipmentId, 'deliver'))
  await drainJobs(world.ctx)
  const letters = await readOutbox(path.join(world.dir, 'outbox'), email)
  const subjects = letters.map(({ subject }) => subject.split('：')[0]).sort()
  expect(subjects).toEqual(['付好了', '包裹丢失', '发出一部分', '发货了', '发货了', '送到了'].sort())
  expect(letters.find(({ subject }) => subject.startsWith('发出一部分'))?.text).toContain('SF99')
  for (const { links } of letters) expect(links[0]).toMatch(new RegExp(`/zh/orders/${order.orderId}\\?key=`))
}, 60_000)
