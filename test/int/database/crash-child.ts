/** Started by crash.test.ts. Sells, cancels and sells again until somebody kills it. Each committed order is told through a synchronous write. */
import { writeSync } from 'node:fs'
import { local, openShop, placeOrder, SoldOut } from './shop.ts'

const dir = process.argv[2]!
const shop = await openShop({ dir, push: false }).catch((error) => {
  console.error(`${error.name}: ${error.message}`)
  process.exit(1)
})
const { payload, tx } = shop
const round = process.argv[3] ?? '0'
writeSync(1, 'ready\n')

/** Gives the piece back and keeps the order as cancelled. */
async function cancelOne(): Promise<void> {
  await tx('cancel', async (req) => {
    const { docs } = await local(payload).find({ collection: 'orders', limit: 1, req, where: { status: { equals: 'placed' } } })
    if (!docs[0]) return
    await local(payload).update({ collection: 'orders', data: { status: 'cancelled' }, id: docs[0].id, req })
    await payload.db.updateOne({
      collection: 'stock-levels',
      data: { stock: { $inc: 1 } },
      options: { atomic: true },
      req,
      where: { sku: { equals: 'a' } },
    })
  })
}

async function customer(n: number): Promise<void> {
  for (let i = 0; ; i++) {
    try {
      const number = `${round}-${n}-${i}`
      await placeOrder(shop, number, 'a')
      writeSync(1, `${number}\n`)
    } catch (error) {
      if (!(error instanceof SoldOut)) throw error
      await cancelOne()
    }
  }
}

await Promise.all(Array.from({ length: 8 }, (_, n) => customer(n)))
