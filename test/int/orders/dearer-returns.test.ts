import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { askRefund } from '../../../src/flows/orders/ask-refund.ts'
import { cancelByShop } from '../../../src/flows/orders/cancel-by-shop.ts'
import { readOrder } from '../../../src/flows/orders/read-order.ts'
import { readWhy } from '../../../src/flows/orders/read-why.ts'
import { readPastLines } from '../../../src/flows/simulation/past-lines.ts'
import { drainJobs } from '../../../src/jobs/runner.ts'
import { newId } from '../../../src/lib/ids.ts'
import { ExchangeShop, later } from '../../builders/exchange-shop.ts'
import { deliver, settledEvent } from '../../builders/paid-order.ts'
import { must } from '../../builders/pieces.ts'
import { visitOf } from '../../builders/world.ts'

let shop: ExchangeShop
beforeAll(async () => {
  shop = await ExchangeShop.open()
}, 60_000)
afterAll(() => shop.world.close())
beforeEach(() => shop.begin())

describe('ATT-28 what went back after such an exchange', () => {
  it('takes the difference with it, to the cent, with its commission and its goods', async () => {
    const due = await shop.paid({ quantity: 2 })
    expect(await shop.available()).toEqual([5, 5, 3])
    expect(await shop.owed(shop.kol.creatorId, shop.order.orderId, due.orderId)).toBe(1_770 + 354)
    expect(must(await shop.refund(1))).toMatchObject({ amount: 10_000 })
    await drainJobs(shop.world.ctx)
    expect(await shop.refundsOf(due.orderId)).toMatchObject([{ amount: 2_000, state: 'settled', lines: [{ quantity: 1, restock: false }] }])
    expect(await shop.owed(shop.kol.creatorId, shop.order.orderId, due.orderId)).toBe(885 + 177)
    expect(await shop.available()).toEqual([5, 5, 4])
    must(await shop.refund(1))
    await drainJobs(shop.world.ctx)
    expect(await shop.owed(shop.kol.creatorId, shop.order.orderId, due.orderId)).toBe(0)
    expect((await shop.refundsOf(due.orderId)).reduce((sum, { amount }) => sum + amount, 0)).toBe(4_000)
    expect(await shop.available()).toEqual([5, 5, 5])
    // Nothing was sent of it: there is nothing left of that shop.order.
    expect(await shop.stateOf(due.orderId)).toBe('cancelled')
    expect(await shop.findings()).toEqual([])
  })

  it('of a piece that was not exchanged, nothing of it', async () => {
    const due = await shop.paid()
    must(await shop.exchange({ seen: 1, fromVariantId: shop.kind(0), variantId: shop.kind(1) }))
    must(await shop.refund(1))
    await drainJobs(shop.world.ctx)
    // Those that came last go back first: the one at the price that was shop.paid.
    expect(await shop.refundsOf(due.orderId)).toEqual([])
    expect(await shop.findings()).toEqual([])
  })

  it('is asked for, and given, on the order that the goods were bought with', async () => {
    const due = await shop.paid()
    const elsewhere = { ok: false, failure: { code: 'state', details: { state: 'exchange', orderId: shop.order.orderId } } }
    expect(await shop.refund(1, due.orderId, due.lineIds[0])).toMatchObject(elsewhere)
    expect(await cancelByShop(shop.world.ctx, shop.finance, { orderId: due.orderId, reason: 'x' }, newId())).toMatchObject(elsewhere)
    const lines = [{ lineId: due.lineIds[0]!, quantity: 1 }]
    const asked = { orderId: due.orderId, lines, reason: 'damaged' as const, words: '', pictures: [] }
    expect(await askRefund(shop.world.ctx, visitOf(shop.fan), asked, newId())).toMatchObject(elsewhere)
    expect(must(await readOrder(shop.world.ctx, visitOf(shop.fan), { orderId: due.orderId }))).toMatchObject({
      exchangeOf: { orderId: shop.order.orderId },
      openReasons: [],
      lines: [{ refundable: { quantity: 0, amount: 0 } }],
    })
    expect(await shop.findings()).toEqual([])
  })
})

describe('ATT-32 the same again', () => {
  it('the same key is one offer; of two at once one is made', async () => {
    const key = newId()
    const answers = await Promise.all(Array.from({ length: 5 }, () => shop.exchange({}, key)))
    expect(new Set(answers.map((answer) => JSON.stringify(must(answer)))).size).toBe(1)
    const others = await Promise.all([shop.exchange(), shop.exchange()])
    expect(others.map((answer) => (answer.ok ? 'offered' : answer.failure.code))).toEqual(['state', 'state'])
    expect(await shop.available()).toEqual([3, 5, 4])
  })

  it('a payment that is told twenty times makes one exchange, one accrual', async () => {
    const due = await shop.paying((await shop.offered()).orderId)
    await Promise.all(Array.from({ length: 20 }, () => deliver(shop.world, settledEvent(due))))
    expect(await shop.exchanges()).toHaveLength(1)
    expect(await shop.owed(shop.kol.creatorId, due.orderId)).toBe(177)
    expect(await shop.findings()).toEqual([])
  })

  it('a refund of the last pieces and a payment at once: never both', async () => {
    const due = await shop.paying((await shop.offered({ quantity: 2 })).orderId)
    const [money] = await Promise.all([shop.refund(2), deliver(shop.world, settledEvent(due))])
    await drainJobs(shop.world.ctx)
    expect(money).toMatchObject({ ok: false })
    expect(await shop.stateOf(due.orderId)).toBe('paid')
    expect(await shop.findings()).toEqual([])
  })
})

describe('who sees it', () => {
  it('buyer and guest are led from one order to the other, and the why page says whom it follows', async () => {
    const due = await shop.paid()
    expect(must(await readOrder(shop.world.ctx, visitOf(shop.fan), { orderId: shop.order.orderId })).exchanges).toMatchObject([
      { paidMore: { orderId: due.orderId, amount: 2_000, key: null }, difference: null },
    ])
    expect(must(await readWhy(shop.world.ctx, visitOf(shop.kol), { orderId: due.orderId, as: 'creator' }))).toMatchObject({
      follows: expect.stringContaining('ZC-'),
      lines: [{ net: 177 }],
    })
    shop.order = await shop.sent({}, {})
    const guest = visitOf({ userId: null, creatorId: null, roles: [] } as never)
    const offer = await shop.offered()
    const seen = must(await readOrder(shop.world.ctx, guest, { orderId: shop.order.orderId, secret: shop.order.guestSecret }))
    const { key } = seen.exchangeOffers[0]!.by
    expect(must(await readOrder(shop.world.ctx, guest, { orderId: offer.orderId, secret: key! }))).toMatchObject({
      reader: 'guest',
      exchangeOf: { orderId: shop.order.orderId, key: expect.any(String) },
    })
    expect(await readOrder(shop.world.ctx, guest, { orderId: offer.orderId })).toMatchObject({ ok: false, failure: { code: 'not_found' } })
  })

  it('a request is answered by it', async () => {
    const lines = [{ lineId: shop.order.lineIds[0]!, quantity: 1 }]
    const asked = { orderId: shop.order.orderId, lines, reason: 'damaged' as const, words: '想换大号', pictures: [] }
    const { requestId } = must(await askRefund(shop.world.ctx, visitOf(shop.fan), asked, newId()))
    await shop.paid({ requestId, answer: '补上差价就寄' })
    const request = await shop.world.payload.findByID({ collection: 'refund-requests', id: requestId, depth: 0 })
    expect(request).toMatchObject({ state: 'approved', answer: '补上差价就寄', refund: null })
    expect(await shop.exchanges()).toMatchObject([{ request: requestId }])
    expect(await shop.findings()).toEqual([])
  })

  it('ATT-41 the simulator judges the difference at the moment at which the goods were bought', async () => {
    shop.order = await shop.sent({
      decision: { considered: [], refused: [], weights: [], winner: null, model: 'last_touch', reason: 'no_touch' },
    })
    shop.world.clock.set(later(3 * 86_400_000))
    await shop.paid()
    const { lines } = await readPastLines(await shop.world.ctx.req(), later(2 * 86_400_000), 'CNY')
    expect(lines.map(({ soldAt, placedAt }) => [soldAt, placedAt])).toEqual([[later(3 * 86_400_000), later(0)]])
  })
})

it('the proof finds a paid difference without its exchange, and an exchange that nobody paid', async () => {
  await shop.paid()
  const [row] = await shop.exchanges()
  const write = (data: object) =>
    shop.world.payload.db.updateOne({ collection: 'exchanges', id: row!.id, data: data as never, req: undefined as never })
  const codes = async () => [...new Set((await shop.findings()).map(({ code }) => code))]
  await write({ paidBy: null })
  expect(await codes()).toContain('exchange_differs')
  await write({ paidBy: row!.paidBy, quantity: 2 })
  expect(await codes()).toContain('exchange_differs')
  await write({ quantity: 1 })
  expect(await shop.findings()).toEqual([])
})
