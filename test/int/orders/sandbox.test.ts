import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { placeOrder } from '../../../src/flows/orders/place-order.ts'
import { newId } from '../../../src/lib/ids.ts'
import { product } from '../../builders/catalogue.ts'
import { contact, filledCart } from '../../builders/orders.ts'
import { openWorld, visitOf, type World } from '../../builders/world.ts'

let world: World
let variantId: string

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  variantId = (await product(world, { stock: 10 })).variantIds[0]!
})

const orderRow = (id: string) => world.payload.findByID({ collection: 'orders', id, depth: 0 })
const paymentsOf = async (order: string) =>
  (await world.payload.find({ collection: 'payments', where: { order: { equals: order } }, depth: 0, pagination: false })).docs

describe('the sandbox off this machine', () => {
  it('sells nothing unless it was asked for, and then marks its orders as tests', async () => {
    const visit = await filledCart(world, visitOf(), [{ variantId }])
    const off = { ...world.ctx, sandbox: { enabled: false, marksTest: true } }
    expect(await placeOrder(off, visit, { contact, locale: 'zh' }, newId())).toMatchObject({
      failure: { code: 'unavailable', message: expect.stringContaining('SANDBOX_PAYMENTS') },
    })
    const placed = await placeOrder({ ...off, sandbox: { enabled: true, marksTest: true } }, visit, { contact, locale: 'zh' }, newId())
    const orderId = placed.ok ? placed.value.orderId : ''
    expect([(await orderRow(orderId)).test, await paymentsOf(orderId)]).toMatchObject([true, [{ test: true }]])
  })

  it('is what a request is that a proxy passed on, though the shop listens to this machine only', async () => {
    const visit = { ...(await filledCart(world, visitOf(), [{ variantId }])), forwarded: true }
    expect(await placeOrder(world.ctx, visit, { contact, locale: 'zh' }, newId())).toMatchObject({ failure: { code: 'unavailable' } })
    const asked = { ...world.ctx, env: { ...world.ctx.env, SANDBOX_PAYMENTS: true } }
    const placed = await placeOrder(asked, visit, { contact, locale: 'zh' }, newId())
    const orderId = placed.ok ? placed.value.orderId : ''
    expect([(await orderRow(orderId)).test, await paymentsOf(orderId)]).toMatchObject([true, [{ test: true }]])
  })
})
