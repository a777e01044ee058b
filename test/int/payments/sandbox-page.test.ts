import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readOrder } from '../../../src/flows/orders/read-order.ts'
import { playSandbox } from '../../../src/flows/payments/play-sandbox.ts'
import { retryPayment } from '../../../src/flows/payments/retry-payment.ts'
import { newId } from '../../../src/lib/ids.ts'
import type { Result } from '../../../src/lib/result.ts'
import { type BuiltProduct, product } from '../../builders/catalogue.ts'
import { withCookies } from '../../builders/orders.ts'
import { awaitingOrder, deliver, settledEvent } from '../../builders/paid-order.ts'
import { creator, person } from '../../builders/people.ts'
import { NOON, openWorld, visitOf, type World } from '../../builders/world.ts'

let world: World
let stranger: Awaited<ReturnType<typeof creator>>
let finance: Awaited<ReturnType<typeof person>>
let buyer: Awaited<ReturnType<typeof person>>
let goods: BuiltProduct

beforeAll(async () => {
  world = await openWorld()
  stranger = await creator(world)
  finance = await person(world, ['fan', 'finance'])
  buyer = await person(world)
  goods = await product(world, { prices: [10_000], stock: 200 })
})
afterAll(() => world.close())

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`)
  return result.value
}

describe('the sandbox’s page', () => {
  const visitOfGuest = (orderId: string, secret: string) => withCookies(visitOf(), [`zc_orders=${orderId}.${secret}`])

  it('fails, opens another payment, and pays', async () => {
    const built = await awaitingOrder(world, [{ product: goods }])
    const guest = visitOfGuest(built.orderId, built.guestSecret)
    expect(await retryPayment(world.ctx, guest, { orderId: built.orderId }, newId())).toMatchObject({ value: { id: built.paymentId } })
    expect(await playSandbox(world.ctx, guest, { paymentId: built.paymentId, choice: 'fail' })).toMatchObject({
      value: { state: 'failed', open: false },
    })
    expect(value(await readOrder(world.ctx, guest, { orderId: built.orderId }))).toMatchObject({ paymentFailed: true, canRetry: true })
    const retries = await Promise.all([1, 2, 3].map(() => retryPayment(world.ctx, guest, { orderId: built.orderId }, newId())))
    const ids = new Set(retries.map((retry) => value(retry).id))
    expect(ids.size).toBe(1)
    const [again] = ids
    expect(await playSandbox(world.ctx, guest, { paymentId: again!, choice: 'succeed' })).toMatchObject({ value: { state: 'settled' } })
    expect(await retryPayment(world.ctx, guest, { orderId: built.orderId }, newId())).toMatchObject({ failure: { code: 'state' } })
    // The first payment settles after all: paid twice, so it goes back by itself.
    expect(await deliver(world, settledEvent(built))).toMatchObject({ value: { outcome: 'given_back' } })
    const order = value(await readOrder(world.ctx, guest, { orderId: built.orderId }))
    expect(order).toMatchObject({
      state: 'paid',
      refundState: 'none',
      refundedTotal: 0,
      payment: { id: again },
      refunds: [{ surplus: true, reason: 'paid_twice', state: 'settled' }],
    })
  })

  it('is nobody else’s, and knows no payment that was made up', async () => {
    const built = await awaitingOrder(world, [{ product: goods }])
    for (const visit of [visitOf(), visitOf(buyer), visitOf(stranger)])
      expect(await playSandbox(world.ctx, visit, { paymentId: built.paymentId, choice: 'succeed' })).toMatchObject({
        failure: { code: 'not_found' },
      })
    expect(await playSandbox(world.ctx, visitOf(finance), { paymentId: newId(), choice: 'succeed' })).toMatchObject({
      failure: { code: 'not_found' },
    })
    expect(await world.payload.findByID({ collection: 'orders', id: built.orderId, depth: 0 })).toMatchObject({ state: 'awaiting_payment' })
  })

  it('delays its notice by a job, and refuses a retry after the goods were let go', async () => {
    const built = await awaitingOrder(world, [{ product: goods }])
    const guest = visitOfGuest(built.orderId, built.guestSecret)
    expect(await playSandbox(world.ctx, guest, { paymentId: built.paymentId, choice: 'delay' })).toMatchObject({
      value: { state: 'pending', open: true },
    })
    const { docs } = await world.payload.find({
      collection: 'payload-jobs',
      where: { taskSlug: { equals: 'deliver-sandbox-event' } } as never,
      depth: 0,
    })
    expect(docs.map(({ input, waitUntil }) => [(input as { payment: string }).payment, waitUntil])).toContainEqual([
      built.paymentId,
      '2026-11-02T04:00:20.000Z',
    ])
    await playSandbox(world.ctx, guest, { paymentId: built.paymentId, choice: 'fail' })
    world.clock.advance(900_001)
    expect(await retryPayment(world.ctx, guest, { orderId: built.orderId }, newId())).toMatchObject({ failure: { code: 'gone' } })
    world.clock.set(NOON)
  })
})
