import { placeOrder } from '../../src/flows/orders/place-order.ts'
import { newId } from '../../src/lib/ids.ts'
import type { Visit } from '../../src/lib/visit.ts'
import { product } from '../builders/catalogue.ts'
import { contact, filledCart } from '../builders/orders.ts'
import { openWorld, visitOf } from '../builders/world.ts'

/**
 * How many orders a second can be placed on the embedded database, beside the same number of empty transactions: what
 * the one write connection costs with nothing in it. BENCH_ORDERS (200).
 */
const many = Number(process.env.BENCH_ORDERS ?? 200)
const world = await openWorld()
try {
  const { variantIds } = await product(world, { stock: many + 10 })
  const variantId = variantIds[0] as string
  const visits: Visit[] = []
  for (let n = 0; n < many; n++) visits.push(await filledCart(world, visitOf(), [{ variantId, quantity: 1 }]))
  const seconds = async (work: () => Promise<unknown>) => {
    const began = performance.now()
    await work()
    return (performance.now() - began) / 1000
  }
  const empty = await seconds(() => Promise.all(visits.map(() => world.ctx.tx('nothing', async () => null))))
  let placed = 0
  const orders = await seconds(() =>
    Promise.all(
      visits.map(async (visit) => {
        const result = await placeOrder(world.ctx, visit, { contact, locale: 'zh' }, newId())
        if (result.ok) placed++
      }),
    ),
  )
  console.log(`${placed} of ${many} orders at once: ${orders.toFixed(2)} s, ${Math.round(placed / orders)} orders/s`)
  console.log(`${many} empty transactions at once: ${empty.toFixed(2)} s, ${Math.round(many / empty)} transactions/s`)
} finally {
  await world.close()
}
