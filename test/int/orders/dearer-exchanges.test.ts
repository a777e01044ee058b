import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cancelByShop } from '../../../src/flows/orders/cancel-by-shop.ts'
import { expireOrder } from '../../../src/flows/orders/expire-order.ts'
import { readOrder } from '../../../src/flows/orders/read-order.ts'
import { shipOrder } from '../../../src/flows/orders/ship-order.ts'
import { drainJobs } from '../../../src/jobs/runner.ts'
import { newId } from '../../../src/lib/ids.ts'
import { exchangeOfferSeconds } from '../../../src/modules/checkout/states.ts'
import { product } from '../../builders/catalogue.ts'
import { ExchangeShop, later } from '../../builders/exchange-shop.ts'
import { deliver, settledEvent } from '../../builders/paid-order.ts'
import { must } from '../../builders/pieces.ts'
import { NOON, visitOf } from '../../builders/world.ts'
import { readOutbox } from '../../fixtures/outbox.ts'

let shop: ExchangeShop
beforeAll(async () => {
  shop = await ExchangeShop.open()
}, 60_000)
afterAll(() => shop.world.close())
beforeEach(() => shop.begin())

describe('ATT-31 an exchange for dearer goods', () => {
  it('asks the buyer for the difference by an order of its own, keeps the goods, and changes nothing yet', async () => {
    const offer = await shop.offered()
    expect(offer).toMatchObject({
      amount: 2_000,
      currency: 'CNY',
      payBefore: later(exchangeOfferSeconds * 1000).toISOString(),
    })
    expect(await shop.available()).toEqual([3, 5, 4])
    expect(await shop.exchanges()).toEqual([])
    expect(await shop.owed(shop.kol.creatorId, shop.order.orderId, offer.orderId)).toBe(1_770)
    const row = await shop.world.payload.findByID({ collection: 'orders', id: offer.orderId, depth: 0 })
    expect(row).toMatchObject({
      state: 'awaiting_payment',
      total: 2_000,
      shippingTotal: 0,
      exchangeOf: shop.order.orderId,
      user: shop.fan.userId,
    })
    expect(row.lines).toMatchObject([{ variant: shop.kind(2), quantity: 1, paidAmount: 2_000, baseAmount: 1_770, commission: 177 }])
    await drainJobs(shop.world.ctx)
    const letter = (await readOutbox(path.join(shop.world.dir, 'outbox'))).find(({ subject }) => subject.includes('补差价'))
    expect(letter?.text).toContain(`/orders/${offer.orderId}`)
    const { docs } = await shop.world.payload.find({
      collection: 'notifications',
      where: { kind: { equals: 'exchange-offered' } },
      depth: 0,
    })
    expect(docs).toContainEqual(expect.objectContaining({ user: shop.fan.userId }))
    expect(await shop.findings()).toEqual([])
  })

  it('is carried out when it is paid: goods, commission by the difference at the frozen rate, and history', async () => {
    const due = await shop.paid()
    expect(await shop.available()).toEqual([4, 5, 4])
    expect(await shop.exchanges()).toMatchObject([
      { fromVariant: shop.kind(0), toVariant: shop.kind(2), unitFrom: 10_000, unitTo: 12_000, paidBy: due.orderId, refund: null },
    ])
    // 20.00 more, of which 2.30 are tax: 10 % of 17.70.
    expect(await shop.owed(shop.kol.creatorId, due.orderId)).toBe(177)
    expect((await shop.entriesOf(due.orderId)).filter(({ creator: who }) => who).map((entry) => entry.piece)).toEqual([shop.piece])
    const { docs } = await shop.world.payload.find({
      collection: 'order-history',
      where: { and: [{ order: { equals: shop.order.orderId } }, { subject: { equals: 'exchange' } }] },
      sort: 'id',
      depth: 0,
    })
    expect(docs.map(({ event, from, to }) => [event, from, to])).toEqual([
      ['offer', 'none', 'offered'],
      ['exchange', 'offered', 'exchanged'],
    ])
    expect(await shop.findings()).toEqual([])
  })

  it('what is sent is a parcel of the order that paid', async () => {
    const due = await shop.paid()
    must(await shipOrder(shop.world.ctx, shop.finance, { orderId: due.orderId, lines: [], carrier: '顺丰', tracking: 'SF1' }, newId()))
    expect(await shop.stateOf(due.orderId)).toBe('fulfilled')
    expect(await shop.findings()).toEqual([])
  })

  it('takes its difference in the proportion in which the line was paid, with tax as it was', async () => {
    await changeOrder({ lines: await withLine({ couponAmount: 2_000, discountAmount: 2_000, paidAmount: 18_000 }) })
    // Ten per cent off by a code: of 20.00 more, 18.00 are shop.paid.
    expect(await shop.offered()).toMatchObject({ amount: 1_800 })
  })

  it('pays tax on top where the order did', async () => {
    await changeOrder({ lines: await withLine({ taxRateBps: 1_000 }) })
    await changeOrder({ taxIncluded: false }, { atomic: true })
    const offer = await shop.offered()
    expect(offer).toMatchObject({ amount: 2_200 })
    const row = await shop.world.payload.findByID({ collection: 'orders', id: offer.orderId, depth: 0 })
    expect(row).toMatchObject({ taxIncluded: false, taxTotal: 200, lines: [{ baseAmount: 2_000, commission: 200 }] })
  })

  const changeOrder = (data: object, options?: { atomic: true }) =>
    shop.world.payload.db.updateOne({
      ...{ collection: 'orders', where: { id: { equals: shop.order.orderId } }, data: data as never, req: undefined as never },
      ...(options ? { options } : {}),
    })
  const withLine = async (change: object) => {
    const { lines } = await shop.world.payload.findByID({ collection: 'orders', id: shop.order.orderId, depth: 0 })
    return lines.map((line) => ({ ...line, ...change }))
  }

  it('credits several creators as the line did, and withholds the part of one who is suspended by now', async () => {
    const weights = [
      { touchId: newId(), creatorId: shop.kol.creatorId, weight: 1 },
      { touchId: newId(), creatorId: shop.other.creatorId, weight: 1 },
    ]
    shop.order = await shop.sent({ decision: { considered: [], refused: [], weights, winner: null, model: 'linear', reason: 'shared' } })
    const due = await shop.paid()
    expect([await shop.owed(shop.kol.creatorId, due.orderId), await shop.owed(shop.other.creatorId, due.orderId)]).toEqual([89, 88])
    await shop.world.payload.update({ collection: 'creators', id: shop.other.creatorId, data: { status: 'suspended' }, depth: 0 })
    shop.order = await shop.sent({ decision: { considered: [], refused: [], weights, winner: null, model: 'linear', reason: 'shared' } })
    const second = await shop.paid()
    expect([await shop.owed(shop.kol.creatorId, second.orderId), await shop.owed(shop.other.creatorId, second.orderId)]).toEqual([89, 0])
    await shop.world.payload.update({ collection: 'creators', id: shop.kol.creatorId, data: { status: 'suspended' }, depth: 0 })
    shop.order = await shop.sent({})
    const third = await shop.paid()
    expect(await shop.entriesOf(third.orderId)).toEqual([])
    for (const { creatorId } of [shop.kol, shop.other])
      await shop.world.payload.update({ collection: 'creators', id: creatorId, data: { status: 'active' }, depth: 0 })
    expect(await shop.findings()).toEqual([])
  })
})

describe('ATT-31 while it waits', () => {
  it('its pieces are neither refunded nor exchanged again, until the order that pays is cancelled', async () => {
    const offer = await shop.offered()
    const waits = { ok: false, failure: { code: 'state', details: { state: 'exchanging', orderId: offer.orderId } } }
    expect(await shop.refund(1)).toMatchObject(waits)
    expect(await shop.exchange({ variantId: shop.kind(1) })).toMatchObject(waits)
    must(await cancelByShop(shop.world.ctx, shop.finance, { orderId: offer.orderId, reason: '买家改主意' }, newId()))
    expect(await shop.available()).toEqual([3, 5, 5])
    must(await shop.exchange({ variantId: shop.kind(1) }))
    must(await shop.refund(2))
    expect(await shop.findings()).toEqual([])
  })

  it('what is not paid in time is let go, and may be offered anew', async () => {
    const offer = await shop.offered()
    shop.world.clock.set(later(exchangeOfferSeconds * 1000))
    expect(must(await expireOrder(shop.world.ctx, offer))).toEqual({ expired: false })
    shop.world.clock.set(later(exchangeOfferSeconds * 1000 + 1))
    expect(must(await expireOrder(shop.world.ctx, offer))).toEqual({ expired: true })
    expect([await shop.available(), await shop.exchanges()]).toEqual([[3, 5, 5], []])
    const seen = must(await readOrder(shop.world.ctx, visitOf(shop.fan), { orderId: shop.order.orderId }))
    expect(seen.exchangeOffers).toMatchObject([{ state: 'over', amount: 2_000, by: { orderId: offer.orderId, key: null } }])
    await shop.paid()
    expect(await shop.findings()).toEqual([])
  })

  it('money that comes when there is nothing to exchange any more goes back', async () => {
    const offer = await shop.offered()
    shop.world.clock.set(later(exchangeOfferSeconds * 1000 + 1))
    must(await expireOrder(shop.world.ctx, offer))
    must(await shop.refund(2))
    const due = await shop.paying(offer.orderId)
    expect(must(await deliver(shop.world, settledEvent(due)))).toMatchObject({ outcome: 'given_back' })
    expect(await shop.stateOf(offer.orderId)).toBe('expired')
    expect([await shop.available(), await shop.exchanges()]).toEqual([[5, 5, 5], []])
    expect(await shop.refundsOf(offer.orderId)).toMatchObject([{ amount: 2_000, state: 'settled' }])
    expect(await shop.findings()).toEqual([])
  })

  it('money for pieces that went back at the provider meanwhile goes back, and their goods are let go', async () => {
    const due = await shop.paying((await shop.offered()).orderId)
    const { reference, total } = shop.order
    const gone = { id: newId(), type: 'refund.settled', reference, amount: total, currency: 'CNY', at: NOON, refund: newId() } as const
    expect(must(await deliver(shop.world, gone))).toMatchObject({ outcome: 'refund_recorded' })
    expect(must(await deliver(shop.world, settledEvent(due)))).toMatchObject({ outcome: 'given_back' })
    expect([await shop.stateOf(due.orderId), await shop.exchanges(), await shop.available()]).toEqual(['cancelled', [], [3, 5, 5]])
    expect(await shop.refundsOf(due.orderId)).toMatchObject([{ amount: 2_000, state: 'settled' }])
    expect(await shop.findings()).toEqual([])
  })

  it('money that comes late takes the goods again', async () => {
    const offer = await shop.offered()
    shop.world.clock.set(later(exchangeOfferSeconds * 1000 + 1))
    must(await expireOrder(shop.world.ctx, offer))
    expect(must(await deliver(shop.world, settledEvent(await shop.paying(offer.orderId))))).toMatchObject({ outcome: 'paid_late' })
    expect([await shop.available(), (await shop.exchanges()).length]).toEqual([[4, 5, 4], 1])
    expect(await shop.findings()).toEqual([])
  })

  it('goods that are not there are sold out; a parcel cannot be told before it is paid', async () => {
    const rare = await product(shop.world, { prices: [20_000], stock: 0 })
    expect(await shop.exchange({ variantId: rare.variantIds[0]! })).toMatchObject({ ok: false, failure: { code: 'sold_out' } })
    expect(await shop.exchange({ carrier: '顺丰' })).toMatchObject({ ok: false, failure: { code: 'invalid', field: 'carrier' } })
    expect([await shop.available(), await shop.exchanges()]).toEqual([[3, 5, 5], []])
    expect(await shop.findings()).toEqual([])
  })
})
