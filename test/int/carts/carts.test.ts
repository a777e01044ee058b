import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addToCart } from '../../../src/flows/carts/add-to-cart.ts'
import { adoptCart } from '../../../src/flows/carts/adopt-cart.ts'
import { countCart } from '../../../src/flows/carts/count-cart.ts'
import { readCart } from '../../../src/flows/carts/read-cart.ts'
import { removeCartLine } from '../../../src/flows/carts/remove-cart-line.ts'
import { setCartQuantity } from '../../../src/flows/carts/set-cart-quantity.ts'
import { startCheckout } from '../../../src/flows/orders/start-checkout.ts'
import { cookieNames } from '../../../src/lib/cookies.ts'
import { newId } from '../../../src/lib/ids.ts'
import type { Visit } from '../../../src/lib/visit.ts'
import { type BuiltProduct, product, productLink, programme } from '../../builders/catalogue.ts'
import { filledCart, withCookies } from '../../builders/orders.ts'
import { creator, person } from '../../builders/people.ts'
import { openWorld, visitOf, type World } from '../../builders/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

let goods: BuiltProduct
let variantId: string
beforeEach(async () => {
  goods = await product(world, { prices: [10_000, 2_500], stock: 10 })
  variantId = goods.variantIds[0]!
})

const cart = (visit: Visit) => readCart(world.ctx, visit, 'zh')
const lineOf = async (visit: Visit) => (await cart(visit)).lines[0]!
const cartRow = async (visit: Visit) => {
  const id = visit.cookies[cookieNames.cart]?.split('.')[0] ?? (await visit.actor()).userId!
  return world.payload.findByID({ collection: 'carts', id, disableErrors: true, depth: 0 })
}

describe('a guest’s cart', () => {
  it('is opened by a secret of which only the hash is stored', async () => {
    const visit = await filledCart(world, visitOf(), [{ variantId }])
    const [id, secret] = visit.cookies[cookieNames.cart]!.split('.')
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect(JSON.stringify(await cartRow(visit))).not.toContain(secret)
    const guesses = [
      `${id}.`,
      `${id}`,
      `${id}.${'x'.repeat(43)}`,
      `${id}.${secret!.slice(0, -1)}`,
      `${id}.${secret}.${secret}`,
      `.${secret}`,
      `${newId()}.${secret}`,
    ]
    for (const guess of guesses) {
      const stranger = visitOf(undefined, { cookies: { [cookieNames.cart]: guess } })
      expect([await countCart(world.ctx, stranger), (await cart(stranger)).lines], guess).toEqual([0, []])
    }
    expect(await countCart(world.ctx, visit)).toBe(1)
  })

  it('is out of everybody else’s reach, line by line', async () => {
    const visit = await filledCart(world, visitOf(), [{ variantId }])
    const { id: lineId } = await lineOf(visit)
    for (const other of [visitOf(), visitOf(await person(world)), await filledCart(world, visitOf(), [{ variantId }])]) {
      expect(await setCartQuantity(world.ctx, other, { lineId, quantity: 9 })).toMatchObject({ ok: false, failure: { code: 'not_found' } })
      expect(await removeCartLine(world.ctx, other, { lineId })).toMatchObject({ ok: false, failure: { code: 'not_found' } })
    }
    expect(await lineOf(visit)).toMatchObject({ quantity: 1 })
  })

  it('an account’s cart opens by no cookie', async () => {
    const fan = await person(world)
    await filledCart(world, visitOf(fan), [{ variantId }])
    const forged = visitOf(undefined, { cookies: { [cookieNames.cart]: `${fan.userId}.${'x'.repeat(43)}` } })
    expect((await cart(forged)).lines).toEqual([])
  })
})

describe('putting goods in', () => {
  it('joins the same goods and counts pieces', async () => {
    const visit = await filledCart(world, visitOf(), [{ variantId, quantity: 2 }, { variantId: goods.variantIds[1]! }, { variantId }])
    expect((await cart(visit)).lines.map(({ quantity }) => quantity)).toEqual([3, 1])
    expect(await countCart(world.ctx, visit)).toBe(4)
  })

  it.each([Number.NaN, -1, 0, 1.5, 100, 1e300, Number.POSITIVE_INFINITY])(
    'refuses a quantity of %d and makes no cart for it',
    async (quantity) => {
      const before = await world.payload.count({ collection: 'carts' })
      expect(await addToCart(world.ctx, visitOf(), { variantId, quantity })).toMatchObject({
        ok: false,
        failure: { code: 'invalid', field: 'quantity' },
      })
      expect(await world.payload.count({ collection: 'carts' })).toEqual(before)
    },
  )

  it('refuses goods that are unknown, archived or removed, and more than there are', async () => {
    const add = (id: string, quantity = 1) => addToCart(world.ctx, visitOf(), { variantId: id, quantity })
    const archived = await product(world, { status: 'archived' })
    for (const id of [newId(), 'no id', '', archived.variantIds[0]!])
      expect(await add(id), id).toMatchObject({ failure: { code: 'not_found', field: 'variantId' } })
    await world.payload.update({ collection: 'variants', id: goods.variantIds[1]!, data: { deletedAt: new Date().toISOString() } })
    expect(await add(goods.variantIds[1]!)).toMatchObject({ failure: { code: 'not_found' } })
    expect(await add(variantId, 11)).toMatchObject({ failure: { code: 'sold_out', details: { available: 10 } } })
  })

  it('from a piece records a tag-open touch and keeps its code; an unknown code is dropped (ATT-06)', async () => {
    const maker = await creator(world)
    const link = await productLink(world, { creatorId: maker.creatorId, productId: goods.productId, programmeId: await programme(world) })
    const visit = await filledCart(world, visitOf(), [{ variantId, linkCode: link.code }])
    await world.ctx.touches.drain()
    const { docs } = await world.payload.find({ collection: 'touches', where: { visitor: { equals: visit.visitorId } } })
    expect(docs).toMatchObject([{ kind: 'tag-open', link: link.id, creator: maker.creatorId }])
    expect(await lineOf(visit)).toMatchObject({ linkCode: link.code })
    const other = await filledCart(world, visitOf(), [{ variantId, linkCode: 'nobody-knows' }])
    expect([other.visitorId, (await lineOf(other)).linkCode]).toEqual([null, null])
  })

  it('two tabs of an account at once make one cart', async () => {
    const visit = visitOf(await person(world))
    const added = await Promise.all([0, 1].map((at) => addToCart(world.ctx, visit, { variantId: goods.variantIds[at]!, quantity: 1 })))
    expect(added.every(({ ok }) => ok)).toBe(true)
    expect(await countCart(world.ctx, visit)).toBe(2)
  })
})

describe('what a cart says now', () => {
  it('has the price of this moment and says that it changed; setting the quantity accepts it', async () => {
    const visit = await filledCart(world, visitOf(), [{ variantId, quantity: 1 }])
    await world.payload.update({ collection: 'variants', id: variantId, data: { price: 12_000 } })
    expect(await cart(visit)).toMatchObject({
      lines: [{ unitPrice: 12_000, seenPrice: 10_000, trouble: 'price' }],
      itemsTotal: 12_000,
      shippingTotal: 1000,
      total: 13_000,
    })
    await setCartQuantity(world.ctx, visit, { lineId: (await lineOf(visit)).id, quantity: 2 })
    expect(await cart(visit)).toMatchObject({
      lines: [{ quantity: 2, trouble: null }],
      itemsTotal: 24_000,
      shippingTotal: 0,
      total: 24_000,
    })
  })

  it('says what is short, sold out or gone, and sums only what can be bought', async () => {
    const [short, out, gone] = [await product(world), await product(world), await product(world)].map((one) => one.variantIds[0]!)
    const visit = await filledCart(world, visitOf(), [
      { variantId, quantity: 2 },
      ...[short, out, gone].map((id) => ({ variantId: id!, quantity: 5 })),
    ])
    await world.payload.update({ collection: 'stock-levels', id: short!, data: { available: 3 } })
    await world.payload.update({ collection: 'stock-levels', id: out!, data: { available: 0 } })
    await world.payload.update({ collection: 'variants', id: gone!, data: { status: 'archived' } })
    const now = await cart(visit)
    expect(now.lines.map(({ trouble, available }) => [trouble, available])).toEqual([
      [null, 10],
      ['short', 3],
      ['sold_out', 0],
      ['gone', 0],
    ])
    expect(now).toMatchObject({ buyable: 2, itemsTotal: 20_000, taxTotal: 2301, total: 20_000, currency: 'CNY' })
    expect(now.lines[3]).toMatchObject({ slug: null })
    const fewer = await setCartQuantity(world.ctx, visit, { lineId: now.lines[1]!.id, quantity: 4 })
    expect(fewer, 'fewer is a step in the right direction').toMatchObject({ ok: true })
    expect(await setCartQuantity(world.ctx, visit, { lineId: now.lines[3]!.id, quantity: 1 })).toMatchObject({ failure: { code: 'gone' } })
  })

  it('is empty, at no cost, for who has none', async () => {
    expect(await cart(visitOf())).toEqual({
      ...{
        lines: [],
        currency: 'CNY',
        buyable: 0,
        itemsTotal: 0,
        discountTotal: 0,
        shippingTotal: 0,
        taxTotal: 0,
        taxRateBps: 0,
        coupon: null,
        deliveries: [],
        shipping: null,
        taxIncluded: true,
        total: 0,
      },
      checkoutStartedAt: null,
    })
  })
})

describe('ATT-05 the moment at which checkout begins', () => {
  it('is noted once, and anew for a cart that was emptied', async () => {
    const visit = await filledCart(world, visitOf(), [{ variantId }])
    const first = await startCheckout(world.ctx, visit)
    world.clock.advance(60_000)
    expect(await startCheckout(world.ctx, visit)).toEqual(first)
    await removeCartLine(world.ctx, visit, { lineId: (await lineOf(visit)).id })
    expect(await startCheckout(world.ctx, visit)).toMatchObject({ ok: false, failure: { code: 'state' } })
    await filledCart(world, visit, [{ variantId }])
    expect(await startCheckout(world.ctx, visit)).toMatchObject({ value: { checkoutStartedAt: world.clock.now().toISOString() } })
  })
})

describe('at log-in', () => {
  it('the guest’s cart joins the account’s, with the earlier begin of checkout, and its cookie is ended', async () => {
    const fan = await person(world)
    await filledCart(world, visitOf(fan), [{ variantId, quantity: 2 }])
    const guest = await filledCart(world, visitOf(), [{ variantId, quantity: 3 }, { variantId: goods.variantIds[1]! }])
    const began = await startCheckout(world.ctx, guest)
    const { setCookies } = await adoptCart(world.ctx, guest, fan.userId)
    expect(setCookies).toMatchObject([expect.stringMatching(/^zc_cart=; .*Max-Age=0/)])
    const now = await cart(visitOf(fan))
    expect(now.lines.map(({ quantity }) => quantity)).toEqual([5, 1])
    expect(now.checkoutStartedAt?.toISOString()).toBe(began.ok && began.value.checkoutStartedAt)
    expect(await cartRow(guest)).toBeNull()
    expect(await adoptCart(world.ctx, guest, fan.userId), 'twice changes nothing').toMatchObject({ setCookies: [expect.any(String)] })
    expect(await countCart(world.ctx, visitOf(fan))).toBe(6)
  })

  it('an account without a cart takes the guest’s over; without a cookie nothing happens; a forged one gives nothing', async () => {
    const fan = await person(world)
    const guest = await filledCart(world, visitOf(), [{ variantId }])
    const [id] = guest.cookies[cookieNames.cart]!.split('.')
    expect(await adoptCart(world.ctx, visitOf(), fan.userId)).toEqual({ setCookies: [] })
    await adoptCart(world.ctx, withCookies(visitOf(), [`${cookieNames.cart}=${id}.${'x'.repeat(43)}`]), fan.userId)
    expect(await countCart(world.ctx, visitOf(fan))).toBe(0)
    await adoptCart(world.ctx, guest, fan.userId)
    expect(await countCart(world.ctx, visitOf(fan))).toBe(1)
  })
})
