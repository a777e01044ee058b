import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expireOrder } from '../../../src/flows/orders/expire-order.ts'
import { reconcilePayments } from '../../../src/flows/payments/reconcile-payments.ts'
import { openStripeShop, type StripeShop } from '../../builders/stripe-shop.ts'
import type { World } from '../../builders/world.ts'
import { disputeShape, type StripeHouse } from '../../fakes/stripe.ts'

let shop: StripeShop
let world: World
let house: StripeHouse

beforeAll(async () => {
  shop = await openStripeShop()
  ;({ world, house } = shop)
})
afterAll(() => shop.close())

describe('a refund through Stripe', () => {
  it('is asked once, found again after a cut line, and its notice is no news', async () => {
    const order = await shop.paid(2)
    const before = house.refunds.size
    // The client tries twice more by itself; then the job does.
    house.breakNext(3, 'cut')
    const done = await shop.refund(order, 1)
    expect(done).toMatchObject({ value: { state: 'pending', amount: 10_000 } })
    world.clock.advance(11 * 60_000)
    expect(await reconcilePayments(world.ctx)).toMatchObject({ refunds: 1 })
    expect(house.refunds.size).toBe(before + 1)
    const made = [...house.refunds.values()].at(-1)!
    expect(made).toMatchObject({ amount: 10_000, metadata: { refund: done.ok ? done.value.refundId : '' } })
    expect(await shop.send(house.event('refund.updated', made))).toMatchObject({ value: { outcome: 'ignored' } })
    expect(await shop.rows('refunds', order.orderId)).toMatchObject([{ state: 'settled', providerReference: made.id }])
    await shop.proved()
  })

  it('that takes time stays pending until its notice, and a failed one gives nothing back', async () => {
    const order = await shop.paid(3, { type: 'alipay', name: '2088' })
    const earned = await shop.owed(order.orderId)
    house.refundsAre('pending')
    expect(await shop.refund(order, 1)).toMatchObject({ value: { state: 'pending' } })
    const first = [...house.refunds.values()].at(-1)!
    expect(await shop.refund(order, 1)).toMatchObject({ value: { state: 'pending' } })
    const second = [...house.refunds.values()].at(-1)!
    house.refundsAre('succeeded')
    expect(await shop.owed(order.orderId)).toBe(earned)
    expect(await shop.send(house.event('refund.updated', { ...first, status: 'succeeded' }))).toMatchObject({
      value: { outcome: 'refunded' },
    })
    expect(await shop.send(house.event('refund.failed', { ...second, status: 'failed' }))).toMatchObject({
      value: { outcome: 'refund_failed' },
    })
    expect((await shop.rows('refunds', order.orderId)).map(({ state }) => state)).toEqual(['settled', 'failed'])
    expect(await shop.owed(order.orderId)).toBeLessThan(earned)
    // The bank sends a settled one back later: somebody has to look, nothing is undone behind anyone's back.
    expect(await shop.send(house.event('refund.failed', { ...first, status: 'failed' }))).toMatchObject({
      value: { outcome: 'refund_bounced' },
    })
    await shop.proved()
  })

  it('made in the dashboard is recorded by its amount, the commission follows, and the rest is still refunded by line', async () => {
    const order = await shop.paid(2)
    const earned = await shop.owed(order.orderId)
    const event = house.event('refund.created', house.refundInDashboard(order.session, 5_000))
    expect(
      await Promise.all([
        shop.send(event),
        shop.send(event),
        shop.send(house.event('refund.updated', (event.data as { object: never }).object)),
      ]),
    ).toMatchObject(expect.arrayContaining([expect.objectContaining({ value: { outcome: 'refund_recorded' } })]))
    expect(await shop.rows('refunds', order.orderId)).toMatchObject([
      { state: 'settled', amount: 5_000, reason: 'at_provider', actor: 'system', lines: [{ quantity: 0, amount: 5_000 }] },
    ])
    // A quarter of 200.00 went back, and a quarter of the commission with it.
    expect(await shop.owed(order.orderId)).toBe(earned - Math.round(earned / 4))
    await shop.proved()
    expect(await shop.refund(order, 2)).toMatchObject({ value: { state: 'settled', amount: 15_000 } })
    expect(await shop.owed(order.orderId)).toBe(0)
    await shop.proved()
  })

  it('that Stripe refuses has failed, and the books stay as they were', async () => {
    const order = await shop.paid(1)
    house.intents.get(String(house.sessions.get(order.session)!.payment_intent))!.disputed = true
    expect(await shop.refund(order, 1)).toMatchObject({ value: { state: 'failed' } })
    expect(await shop.rows('refunds', order.orderId)).toMatchObject([{ providerReference: 'refused:charge_disputed' }])
    await shop.proved()
  })
})

describe('a dispute (ATT-30)', () => {
  const intentOf = (session: string) => house.intents.get(String(house.sessions.get(session)!.payment_intent))!

  it('takes all commission back at its notice and restores it when it is won; an inquiry takes nothing', async () => {
    const order = await shop.paid(2)
    const earned = await shop.owed(order.orderId)
    const intent = intentOf(order.session)
    expect(await shop.send(house.event('charge.dispute.created', disputeShape(intent, 'warning_needs_response')))).toMatchObject({
      value: { outcome: 'ignored' },
    })
    const dispute = disputeShape(intent, 'needs_response')
    expect(await shop.send(house.event('charge.dispute.created', dispute))).toMatchObject({ value: { outcome: 'disputed' } })
    expect(await shop.owed(order.orderId)).toBe(0)
    expect(await shop.send(house.event('charge.dispute.funds_withdrawn', dispute))).toMatchObject({ value: { outcome: 'ignored' } })
    expect(await shop.refund(order, 1)).toMatchObject({ failure: { code: 'state', details: { state: 'disputed' } } })
    await shop.proved()
    expect(await shop.send(house.event('charge.dispute.closed', { ...dispute, status: 'won' }))).toMatchObject({
      value: { outcome: 'dispute_won' },
    })
    expect(await shop.owed(order.orderId)).toBe(earned)
    expect(await shop.rows('disputes', order.orderId)).toMatchObject([{ state: 'won', reason: 'fraudulent' }])
    await shop.proved()
  })

  it('that is lost is money that went back: all of it, and nothing is owed for it any more', async () => {
    const order = await shop.paid(2)
    const dispute = disputeShape(intentOf(order.session), 'needs_response')
    // The end comes first, then the beginning.
    expect(await shop.send(house.event('charge.dispute.closed', { ...dispute, status: 'lost' }))).toMatchObject({
      value: { outcome: 'dispute_lost' },
    })
    expect(await shop.send(house.event('charge.dispute.created', dispute))).toMatchObject({ value: { outcome: 'ignored' } })
    expect(await shop.owed(order.orderId)).toBe(0)
    expect(await shop.rows('refunds', order.orderId)).toMatchObject([{ amount: order.total, reason: 'dispute_lost', state: 'settled' }])
    await shop.proved()
  })

  it('that is lost for a part leaves the commission of the rest', async () => {
    const order = await shop.paid(2)
    const earned = await shop.owed(order.orderId)
    const dispute = disputeShape(intentOf(order.session), 'needs_response', 10_000)
    await shop.send(house.event('charge.dispute.created', dispute))
    expect(await shop.owed(order.orderId)).toBe(0)
    expect(await shop.send(house.event('charge.dispute.closed', { ...dispute, status: 'lost' }))).toMatchObject({
      value: { outcome: 'dispute_lost' },
    })
    expect(await shop.owed(order.orderId)).toBe(earned / 2)
    await shop.proved()
  })
})

describe('a notice that was lost', () => {
  it('is asked for after ten minutes, applied once, and harmless when it comes after all', async () => {
    const order = await shop.bought()
    const session = await shop.opened(order)
    const event = house.pay(session)
    expect(await reconcilePayments(world.ctx)).toMatchObject({ decided: 0 })
    world.clock.advance(11 * 60_000)
    expect(await reconcilePayments(world.ctx)).toMatchObject({ decided: 1, failed: 0 })
    expect(await shop.row('orders', order.orderId)).toMatchObject({ state: 'paid' })
    expect(await reconcilePayments(world.ctx)).toMatchObject({ decided: 0 })
    expect(await shop.send(event)).toMatchObject({ value: { outcome: 'already_settled' } })
    await shop.proved()
  })

  it('of an order whose goods were let go meanwhile pays it late', async () => {
    const order = await shop.bought()
    house.pay(await shop.opened(order))
    world.clock.advance(16 * 60_000)
    await expireOrder(world.ctx, { orderId: order.orderId })
    expect(await reconcilePayments(world.ctx)).toMatchObject({ decided: 1 })
    expect(await shop.row('orders', order.orderId)).toMatchObject({ state: 'paid' })
    await shop.proved()
  })

  it('is asked for again when Stripe cannot be reached', async () => {
    const order = await shop.bought()
    house.pay(await shop.opened(order))
    world.clock.advance(12 * 60_000)
    house.breakNext(1000, 'error')
    const { asked, decided, failed } = await reconcilePayments(world.ctx)
    expect([decided, failed]).toEqual([0, asked])
    house.breakNext(0, 'error')
    expect(await reconcilePayments(world.ctx)).toMatchObject({ decided: 1 })
    expect(await shop.row('orders', order.orderId)).toMatchObject({ state: 'paid' })
  })
})
