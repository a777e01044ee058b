import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { followCreator } from '../../../src/flows/accounts/follow-creator.ts'
import { likePiece } from '../../../src/flows/accounts/like-piece.ts'
import { cancelOrder } from '../../../src/flows/orders/cancel-order.ts'
import { refundLines } from '../../../src/flows/payments/refund-lines.ts'
import { drainJobs } from '../../../src/jobs/runner.ts'
import { newId } from '../../../src/lib/ids.ts'
import { product, programme } from '../../builders/catalogue.ts'
import { placedOrder } from '../../builders/orders.ts'
import { deliver, paidOrder, settledEvent } from '../../builders/paid-order.ts'
import { creator, person } from '../../builders/people.ts'
import { must, publishedPost } from '../../builders/pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let author: Awaited<ReturnType<typeof creator>>

beforeAll(async () => {
  world = await openWorld()
  await programme(world)
  author = await creator(world)
}, 60_000)
afterAll(() => world.close())

/** The document as the index has it once the jobs are done. */
async function document(id: string) {
  await drainJobs(world.ctx)
  const { hits } = must(await world.ctx.search.search({ q: '', hitsPerPage: 100 }))
  return hits.map((hit) => hit.document).find((one) => one.id === id)
}

const indexJobs = async () =>
  (await world.payload.count({ collection: 'payload-jobs', where: { taskSlug: { equals: 'index-documents' } } })).totalDocs

describe('stock in the index', () => {
  it('goes when the last piece is reserved and comes back when the order is cancelled, for the product and the pieces about it', async () => {
    const goods = await product(world, { stock: 2 })
    const post = await publishedPost(world, { author, products: [goods.productId] })
    const wanted = (quantity: number) => [{ variantId: goods.variantIds[0]!, quantity }]
    await placedOrder(world, { wanted: wanted(1) })
    expect([(await document(goods.productId))?.inStock, (await document(post.id))?.inStock]).toEqual([true, true])
    const last = await placedOrder(world, { wanted: wanted(1) })
    expect([(await document(goods.productId))?.inStock, (await document(post.id))?.inStock]).toEqual([false, false])
    must(await cancelOrder(world.ctx, last.visit, { orderId: last.orderId }))
    expect([(await document(goods.productId))?.inStock, (await document(post.id))?.inStock]).toEqual([true, true])
  })

  it('comes back with goods that a refund returns', async () => {
    const goods = await product(world, { stock: 1 })
    const order = await paidOrder(world, [{ product: goods }])
    expect((await document(goods.productId))?.inStock).toBe(false)
    must(
      await refundLines(
        world.ctx,
        await person(world, ['finance']),
        { orderId: order.orderId, lines: [{ lineId: order.lineIds[0]!, quantity: 1, restock: true }], reason: 'buyer_return' },
        newId(),
      ),
    )
    expect((await document(goods.productId))?.inStock).toBe(true)
  })

  it('is left alone by orders that neither take the last piece nor bring the first', async () => {
    const goods = await product(world, { stock: 5 })
    await drainJobs(world.ctx)
    const before = await indexJobs()
    await placedOrder(world, { wanted: [{ variantId: goods.variantIds[0]!, quantity: 4 }] })
    expect(await indexJobs()).toBe(before)
  })
})

describe('likes and followers in the index', () => {
  it('follow what people say, and what they take back', async () => {
    const post = await publishedPost(world, { author })
    const fan = await person(world)
    const like = async (on: boolean) => must(await likePiece(world.ctx, fan, { kind: 'posts', id: post.id, on }))
    const follow = async (on: boolean) => must(await followCreator(world.ctx, fan, { creatorId: author.creatorId, on }))
    await like(true)
    await follow(true)
    expect([(await document(post.id))?.counters.likes, (await document(author.creatorId))?.counters.followers]).toEqual([1, 1])
    const before = await indexJobs()
    await like(true)
    await follow(true)
    expect(await indexJobs()).toBe(before)
    await like(false)
    await follow(false)
    expect([(await document(post.id))?.counters.likes, (await document(author.creatorId))?.counters.followers]).toEqual([0, 0])
  })
})

it('finished jobs leave no row behind', async () => {
  const goods = await product(world, { stock: 3 })
  const order = await placedOrder(world, { wanted: [{ variantId: goods.variantIds[0]! }] })
  const payment = await world.payload.findByID({ collection: 'payments', id: order.payment.id, depth: 0 })
  await deliver(world, settledEvent({ reference: payment.reference, total: payment.amount } as never))
  const waiting = async () => (await world.payload.find({ collection: 'payload-jobs', depth: 0, pagination: false })).docs
  expect((await waiting()).length).toBeGreaterThan(2)
  await drainJobs(world.ctx)
  const left = await waiting()
  // What is due later stays: the letter that asks for the payment.
  expect(left.every(({ taskSlug, waitUntil }) => taskSlug === 'send-mail' && waitUntil)).toBe(true)
  world.clock.set('2026-11-02T05:00:00.000Z')
  await drainJobs(world.ctx)
  expect(await waiting()).toEqual([])
})
