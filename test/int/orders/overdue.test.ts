import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { expireOverdue } from '../../../src/flows/orders/expire-overdue.ts'
import { product } from '../../builders/catalogue.ts'
import { placedOrder } from '../../builders/orders.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let variantId = ''
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  variantId = (await product(world, { stock: 10 })).variantIds[0]!
})
afterAll(() => world.close())

const stateOf = async (id: string) => (await world.payload.findByID({ collection: 'orders', id, depth: 0 })).state

describe('an order that is not paid', () => {
  it('is found when its time is over, with all others and no order that was paid, and let go by itself', async () => {
    const overdue = async () => (await expireOverdue(world.ctx)).expired
    const orders = []
    for (const quantity of [1, 2]) orders.push(await placedOrder(world, { wanted: [{ variantId, quantity }] }))
    const paid = await placedOrder(world, { wanted: [{ variantId }] })
    await world.payload.db.updateOne({ collection: 'orders', id: paid.orderId, data: { state: 'paid' } })
    world.clock.advance(15 * 60_000)
    expect(await overdue(), 'their last millisecond').toBe(0)
    world.clock.advance(1)
    expect(await overdue()).toBe(2)
    expect(await Promise.all(orders.map(({ orderId }) => stateOf(orderId)))).toEqual(['expired', 'expired'])
    expect(await stateOf(paid.orderId)).toBe('paid')
    expect(await overdue()).toBe(0)
  })

  it('that cannot be let go keeps no other waiting', async () => {
    const [broken, other] = [
      await placedOrder(world, { wanted: [{ variantId }] }),
      await placedOrder(world, { wanted: [{ variantId, quantity: 2 }] }),
    ]
    world.clock.advance(15 * 60_000 + 1)
    const { orderId } = broken
    await world.payload.db.updateMany({ collection: 'stock-levels', where: { variant: { equals: variantId } }, data: { reserved: 2 } })
    const done = await expireOverdue(world.ctx)
    const states = [await stateOf(orderId), await stateOf(other.orderId)]
    expect({ ...done, states: states.sort() }).toEqual({ expired: 1, failed: 1, states: ['awaiting_payment', 'expired'] })
  })
})
