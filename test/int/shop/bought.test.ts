import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refundLines } from '../../../src/flows/payments/refund-lines.ts'
import { readPost } from '../../../src/flows/shop/read-piece.ts'
import { readProduct } from '../../../src/flows/shop/read-product.ts'
import { newId } from '../../../src/lib/ids.ts'
import { tag } from '../../../src/lib/page-tags.ts'
import { type BuiltProduct, product } from '../../builders/catalogue.ts'
import { awaitingOrder, deliver, paidOrder, settledEvent } from '../../builders/paid-order.ts'
import { creator, person } from '../../builders/people.ts'
import { must, publishedPost } from '../../builders/pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let tent: BuiltProduct
let mug: BuiltProduct
beforeAll(async () => {
  world = await openWorld()
  tent = await product(world, { prices: [10_000], stock: 100 })
  mug = await product(world, { prices: [3_000], stock: 100 })
})
afterAll(() => world?.close())

const author = () => creator(world)
const pieceOf = async (who: Awaited<ReturnType<typeof author>>, products = [tent.productId]) =>
  (await publishedPost(world, { author: who, products })).id
/** What the piece's own page says, and its card in a list. */
const saysBought = async (id: string, from = tent) => {
  const page = must(await readPost(world.ctx, { id, locale: 'zh' }))
  const shelf = must(await readProduct(world.ctx, { slug: await slugOf(from), locale: 'zh' }))
  return { page: page.bought ?? false, card: shelf.pieces.find((card) => card.id === id)?.bought ?? false }
}
const slugOf = async ({ productId }: BuiltProduct) =>
  (await world.payload.findByID({ collection: 'products', id: productId, depth: 0 })).slug ?? ''
const purges = async () =>
  (await world.payload.find({ collection: 'cache-purges', limit: 0, pagination: false })).docs.flatMap(({ tags }) => tags as string[])
const yes = { page: true, card: true }
const no = { page: false, card: false }

describe('S-02 the author’s own purchase', () => {
  it('stands on the page and the card of a piece whose author bought its product here', async () => {
    const who = await author()
    const id = await pieceOf(who)
    expect(await saysBought(id)).toEqual(no)
    await paidOrder(world, [{ product: tent }], { userId: who.userId })
    expect(await saysBought(id)).toEqual(yes)
  })

  it('stands on no piece about something else, nor on somebody else’s', async () => {
    const who = await author()
    const [other, stranger] = [await pieceOf(who, [mug.productId]), await pieceOf(await author())]
    await paidOrder(world, [{ product: tent }], { userId: who.userId })
    expect(await saysBought(other, mug)).toEqual(no)
    expect(await saysBought(stranger)).toEqual(no)
  })

  it('needs the money: an order that waits is none', async () => {
    const who = await author()
    const id = await pieceOf(who)
    const order = await awaitingOrder(world, [{ product: tent }], { userId: who.userId })
    expect(await saysBought(id)).toEqual(no)
    must(await deliver(world, settledEvent(order)))
    expect(await saysBought(id)).toEqual(yes)
  })

  it('stays while one of two is kept, and goes with the last that is refunded', async () => {
    const who = await author()
    const id = await pieceOf(who)
    const order = await paidOrder(world, [{ product: tent, quantity: 2 }], { userId: who.userId })
    const giveBack = async () =>
      must(
        await refundLines(
          world.ctx,
          await person(world, ['finance']),
          { orderId: order.orderId, lines: [{ lineId: order.lineIds[0]!, quantity: 1, restock: true }], reason: 'other' },
          newId(),
        ),
      )
    await giveBack()
    expect(await saysBought(id)).toEqual(yes)
    await giveBack()
    expect(await saysBought(id)).toEqual(no)
  })

  it('makes her pages anew when she pays, and nobody’s when a fan does', async () => {
    const [who, fan] = [await author(), await person(world)]
    const hers = async () => (await purges()).filter((one) => one === tag.creator(who.creatorId)).length
    const before = await hers()
    await paidOrder(world, [{ product: tent }], { userId: fan.userId })
    expect(await hers()).toBe(before)
    await paidOrder(world, [{ product: tent }], { userId: who.userId })
    expect(await hers()).toBe(before + 1)
  })

  it('says no more than yes: neither the order nor its day is in what a page gets', async () => {
    const who = await author()
    const id = await pieceOf(who)
    const order = await paidOrder(world, [{ product: tent }], { userId: who.userId })
    const facts = JSON.stringify(must(await readPost(world.ctx, { id, locale: 'zh' })))
    expect(facts).toContain('"bought":true')
    for (const secret of [order.orderId, who.userId]) expect(facts).not.toContain(secret)
  })
})
