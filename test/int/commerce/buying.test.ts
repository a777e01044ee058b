import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCart } from '../../../src/flows/carts/read-cart.ts'
import { chooseVariant } from '../../../src/flows/commerce/choose-variant.ts'
import { lastContact } from '../../../src/flows/commerce/last-contact.ts'
import { previewCredits } from '../../../src/flows/commerce/preview-credits.ts'
import { readFaces } from '../../../src/flows/commerce/read-faces.ts'
import { readOrder } from '../../../src/flows/orders/read-order.ts'
import { cookieNames } from '../../../src/lib/cookies.ts'
import { newId } from '../../../src/lib/ids.ts'
import type { Visit } from '../../../src/lib/visit.ts'
import { type BuiltProduct, product, productLink, programme } from '../../builders/catalogue.ts'
import { contact, filledCart, placedOrder, touched } from '../../builders/orders.ts'
import { creator } from '../../builders/people.ts'
import { openWorld, visitOf, type World } from '../../builders/world.ts'

let world: World
let mei: Awaited<ReturnType<typeof creator>>
let tent: BuiltProduct
let link: { id: string; code: string }

beforeAll(async () => {
  world = await openWorld()
  mei = await creator(world, { handle: 'mei', displayName: '梅' })
  tent = await product(world, { title: '帐篷', prices: [62_900, 69_900], stock: 50 })
  link = await productLink(world, { creatorId: mei.creatorId, productId: tent.productId, programmeId: await programme(world) })
})

afterAll(() => world.close())

const wanted = () => [{ variantId: tent.variantIds[0]! }]

describe('the checkout’s line of thanks', () => {
  it('names who the order then credits, and with the same amount', async () => {
    const visit = await filledCart(world, await touched(world, { code: link.code }), wanted())
    const [preview, ...others] = await previewCredits(world.ctx, visit, await readCart(world.ctx, visit, 'zh'))
    expect(others).toEqual([])
    expect(preview).toMatchObject({ creatorId: mei.creatorId, rateBps: 800 })
    const placed = await placedOrder(world, { visit, wanted: [] })
    const order = await readOrder(world.ctx, placed.visit, { orderId: placed.orderId })
    if (!order.ok) throw new Error(order.failure.message)
    const credit = order.value.lines[0]?.credit
    expect(preview).toMatchObject({ creatorId: credit?.creatorId, commission: credit?.commission, touchedAt: credit?.touchedAt })
  })

  it('thanks nobody when no creator brought the buyer, and writes nothing', async () => {
    const visit = await filledCart(world, visitOf(), wanted())
    expect(await previewCredits(world.ctx, visit, await readCart(world.ctx, visit, 'zh'))).toEqual([])
    expect((await readCart(world.ctx, visit, 'zh')).checkoutStartedAt).toBeNull()
  })

  it('does not thank a creator for what she buys herself (ATT-20)', async () => {
    const visit = await filledCart(world, await touched(world, { code: link.code, visit: visitOf(mei) }), wanted())
    expect(await previewCredits(world.ctx, visit, await readCart(world.ctx, visit, 'zh'))).toEqual([])
  })
})

describe('buying again without typing', () => {
  it('fills in the address of the last order of this browser', async () => {
    const first = await placedOrder(world, { wanted: wanted() })
    expect(await lastContact(world.ctx, first.visit)).toMatchObject({ name: contact.name, street: contact.street, email: contact.email })
  })

  it('knows nothing of a new browser, and nothing by the link of somebody’s order alone', async () => {
    const first = await placedOrder(world, { wanted: wanted() })
    const linked: Visit = visitOf(undefined, { cookies: { [cookieNames.orders]: first.visit.cookies[cookieNames.orders]! } })
    expect((await readOrder(world.ctx, linked, { orderId: first.orderId })).ok).toBe(true)
    expect(await lastContact(world.ctx, linked)).toBeNull()
    const withCart = await filledCart(world, linked, wanted())
    expect(await lastContact(world.ctx, withCart)).toBeNull()
    expect(await lastContact(world.ctx, visitOf())).toBeNull()
  })

  it('does not open another basket by a guessed secret', async () => {
    const first = await placedOrder(world, { wanted: wanted() })
    const [cartId] = first.visit.cookies[cookieNames.cart]!.split('.')
    const guess = visitOf(undefined, { cookies: { [cookieNames.cart]: `${cartId}.${'a'.repeat(43)}` } })
    expect(await lastContact(world.ctx, guess)).toBeNull()
  })

  it('forgets a contact that was erased', async () => {
    const first = await placedOrder(world, { wanted: wanted() })
    await world.payload.update({
      collection: 'order-contacts',
      where: { order: { equals: first.orderId } },
      data: { erasedAt: world.clock.now().toISOString() },
      depth: 0,
    })
    expect(await lastContact(world.ctx, first.visit)).toBeNull()
  })
})

describe('the product page’s choice', () => {
  it('means the variant with exactly these options, and no other product’s', async () => {
    const [white, green] = tent.variantIds
    for (const [id, value] of [
      [white!, '白'],
      [green!, '绿'],
    ] as const) {
      await world.payload.update({ collection: 'variants', id, data: { options: [{ name: '颜色', value }] }, depth: 0 })
    }
    const choose = (options: Record<string, string>, productId = tent.productId) => chooseVariant(world.ctx, { productId, options })
    expect(await choose({ 颜色: '绿' })).toEqual({ ok: true, value: { variantId: green } })
    for (const refused of [
      choose({ 颜色: '红' }),
      choose({}),
      choose({ 颜色: '绿', 尺寸: '大' }),
      choose({ 颜色: '绿' }, newId()),
      choose({}, "' or 1=1"),
    ]) {
      expect(await refused).toMatchObject({ ok: false, failure: { code: 'not_found' } })
    }
  })
})

describe('the faces beside the amounts', () => {
  it('shows a product’s page only while it is on sale, and leaves out what is not there', async () => {
    const gone = await product(world, { status: 'archived' })
    const ids = {
      products: [tent.productId, gone.productId, newId(), null, undefined],
      creators: [mei.creatorId, newId()],
      pieces: [newId()],
      pictures: [newId()],
    }
    const faces = await readFaces(world.ctx, { locale: 'en', ...ids })
    expect([...faces.products]).toEqual([[tent.productId, { slug: tent.slug, title: '帐篷' }]])
    expect([...faces.creators.values()]).toEqual([{ handle: 'mei', name: '梅', avatar: null }])
    expect([faces.pieces.size, faces.pictures.size]).toEqual([0, 0])
  })
})
