import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listOrders, listStaffOrders } from '../../../src/flows/orders/list-orders.ts'
import type { Result } from '../../../src/lib/result.ts'
import { type BuiltProduct, product } from '../../builders/catalogue.ts'
import { awaitingOrder } from '../../builders/paid-order.ts'
import { creator, person } from '../../builders/people.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let stranger: Awaited<ReturnType<typeof creator>>
let finance: Awaited<ReturnType<typeof person>>
let goods: BuiltProduct

beforeAll(async () => {
  world = await openWorld()
  stranger = await creator(world)
  finance = await person(world, ['fan', 'finance'])
  goods = await product(world, { prices: [10_000], stock: 200 })
})
afterAll(() => world.close())

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`)
  return result.value
}

describe('lists of orders', () => {
  it('give an account its own, and staff all, with a cursor that new orders do not move', async () => {
    const fan = await person(world)
    const own = []
    for (let i = 0; i < 5; i++) own.unshift((await awaitingOrder(world, [{ product: goods }], { userId: fan.userId })).orderId)
    const first = value(await listOrders(world.ctx, fan, { limit: 2 }))
    expect(first.orders.map(({ id }) => id)).toEqual(own.slice(0, 2))
    await awaitingOrder(world, [{ product: goods }], { userId: fan.userId })
    const second = value(await listOrders(world.ctx, fan, { limit: 3, cursor: first.nextCursor! }))
    expect(second.orders.map(({ id }) => id)).toEqual(own.slice(2))
    expect(second.nextCursor).toBeNull()
    expect(first.orders.every(({ buyer }) => buyer === null)).toBe(true)
    const found = value(await listStaffOrders(world.ctx, finance, { find: first.orders[0]!.number }))
    expect(found.orders).toMatchObject([{ id: own[0], buyer: { name: '买家甲' } }])
    expect(value(await listStaffOrders(world.ctx, finance, { state: 'paid' })).orders.every(({ state }) => state === 'paid')).toBe(true)
    for (const actor of [fan, stranger, await person(world, ['editor'])])
      expect(await listStaffOrders(world.ctx, actor)).toMatchObject({ failure: { code: 'forbidden' } })
    for (const cursor of ['', 'x', Buffer.from('2026 x').toString('base64url')])
      expect(await listOrders(world.ctx, fan, { cursor })).toMatchObject({ failure: { code: 'invalid' } })
  })
})
