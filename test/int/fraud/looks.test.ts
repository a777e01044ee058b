import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { paidOrderLooks, signalPaidOrders } from '../../../src/flows/fraud/signal-order.ts'
import { latestSignals } from '../../../src/modules/fraud/store/signals.ts'
import { type BuiltProduct, product } from '../../builders/catalogue.ts'
import { awaitingOrder, paidOrder } from '../../builders/paid-order.ts'
import { type Kol, payee } from '../../builders/payouts.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let goods: BuiltProduct
let kol: Kol

beforeEach(async () => {
  world = await openWorld()
  goods = await product(world, { stock: 500 })
  kol = await payee(world)
})
afterEach(() => world.close())

const creditedLine = () => [{ product: goods, price: 113_000, credit: { creatorId: kol.creatorId, rateBps: 2_000 } }]
const order = (email: string) => {
  world.clock.set(new Date(world.clock.now().getTime() + 60_000))
  return paidOrder(world, creditedLine(), { email })
}

describe('looks at paid orders', () => {
  it('ATT-37 finds three buyers of one home among the many whom a creator who sells well has in between', async () => {
    const others = async (from: number) => {
      for (let n = from; n < from + 120; n++) {
        const { orderId } = await awaitingOrder(world, creditedLine(), { email: `n${n}@example.test`, street: `别处 ${n} 号` })
        const paidAt = world.clock.now().toISOString()
        await world.payload.db.updateOne({ collection: 'orders', id: orderId, data: { paidAt }, returning: false, req: undefined as never })
      }
    }
    await order('a@example.test')
    await others(0)
    await order('b@example.test')
    await others(120)
    const { orderId } = await order('c@example.test')
    await signalPaidOrders(world.ctx)
    expect((await latestSignals(await world.ctx.req(), 100)).map(({ code: name, order: about }) => [name, about === orderId])).toEqual([
      ['crowded_home', true],
    ])
  })

  it('ATT-37 looks at an order once in each process, and again after a start', async () => {
    const again = paidOrderLooks()
    await order('a@example.test')
    expect(await again(world.ctx)).toEqual({ orders: 1, signals: 0 })
    await order('b@example.test')
    expect(await again(world.ctx)).toEqual({ orders: 1, signals: 0 })
    expect(await again(world.ctx)).toEqual({ orders: 0, signals: 0 })
    expect(await paidOrderLooks()(world.ctx)).toEqual({ orders: 2, signals: 0 })
  })
})
