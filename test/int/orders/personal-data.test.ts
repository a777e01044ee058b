import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refundLines } from '../../../src/flows/payments/refund-lines.ts'
import { newId } from '../../../src/lib/ids.ts'
import { product, productLink, programme } from '../../builders/catalogue.ts'
import { filledCart, placedOrder, touched } from '../../builders/orders.ts'
import { deliver, settledEvent } from '../../builders/paid-order.ts'
import { creator, person } from '../../builders/people.ts'
import { must } from '../../builders/pieces.ts'
import { openWorld, visitOf, type World } from '../../builders/world.ts'

/** Texts that stand nowhere else: what a buyer tells about himself, and what his browser tells. */
const marks = {
  email: 'zz-mark-mail@example.test',
  name: '马克名字',
  phone: '13977776666',
  region: '马克省',
  city: '马克市',
  district: '马克区',
  street: '马克路 77 号',
  postcode: '777666',
  note: '马克备注',
}
const userAgent = 'Mozilla/5.0 (Markphone) AppleWebKit/605.1.15 Version/18.0 Safari/604.1'

/** What must hold none of it, whatever happens to an order (DESIGN.md, "Decided once"). */
const clean: CollectionSlug[] = [
  'touches',
  'order-history',
  'ledger-entries',
  'piece-stats',
  'stock-movements',
  'payments',
  'provider-events',
  'refunds',
  'idempotency-keys',
  'notifications',
  'orders',
  'carts',
  'payload-jobs',
]

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const rowsOf = async (collection: CollectionSlug): Promise<unknown[]> =>
  (await world.payload.db.find({ collection, limit: 0, pagination: false, req: undefined as never })).docs

it('what a buyer tells about himself stands in the contact of his order and in no row that is kept', async () => {
  const kol = await creator(world)
  const goods = await product(world)
  const { code } = await productLink(world, { creatorId: kol.creatorId, productId: goods.productId, programmeId: await programme(world) })
  const visit = await touched(world, { code, visit: visitOf(undefined, { userAgent, referrerHost: 'www.xiaohongshu.com' }) })
  await filledCart(world, visit, [{ variantId: goods.variantIds[0]! }])
  const contact = { country: 'CN', ...marks }
  const order = await placedOrder(world, { visit, wanted: [{ variantId: goods.variantIds[0]!, linkCode: code }], input: { contact } })
  const payment = await world.payload.findByID({ collection: 'payments', id: order.payment.id, depth: 0 })
  must(await deliver(world, settledEvent({ reference: payment.reference, total: payment.amount } as never)))
  const { lines } = await world.payload.findByID({ collection: 'orders', id: order.orderId, depth: 0 })
  const back = { orderId: order.orderId, lines: [{ lineId: lines[0]!.id!, quantity: 1, restock: true }], reason: 'buyer_return' }
  must(await refundLines(world.ctx, await person(world, ['finance']), back, newId()))
  await world.ctx.touches.drain()

  const told = JSON.stringify(await rowsOf('order-contacts'))
  for (const mark of Object.values(marks)) expect(told).toContain(mark)
  for (const collection of clean) {
    const rows = await rowsOf(collection)
    const text = JSON.stringify(rows)
    if (collection !== 'piece-stats') expect(rows.length, `${collection} has rows to look at`).toBeGreaterThan(0)
    for (const [what, mark] of Object.entries(marks)) expect(text.includes(mark), `${collection} holds the buyer’s ${what}`).toBe(false)
    expect(text, collection).not.toContain('Markphone')
  }
})
