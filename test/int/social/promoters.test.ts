import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { becomeCreator } from '../../../src/flows/accounts/become-creator.ts'
import { followCreator } from '../../../src/flows/accounts/follow-creator.ts'
import { readActor } from '../../../src/flows/accounts/read-actor.ts'
import { readEarnings } from '../../../src/flows/earnings/read-earnings.ts'
import { readWhy } from '../../../src/flows/orders/read-why.ts'
import { refundLines } from '../../../src/flows/payments/refund-lines.ts'
import { promoteProduct } from '../../../src/flows/promoters/promote-product.ts'
import { promotable, readPromotion } from '../../../src/flows/promoters/read-promotion.ts'
import { readCreator } from '../../../src/flows/shop/read-creator.ts'
import { recommendedBy } from '../../../src/flows/shop/recommended-by.ts'
import { type Actor, anonymous } from '../../../src/lib/actor.ts'
import { newId } from '../../../src/lib/ids.ts'
import { listCreators } from '../../../src/modules/accounts/store/creators.ts'
import { type BuiltProduct, product, programme } from '../../builders/catalogue.ts'
import { placedOrder, touched } from '../../builders/orders.ts'
import { paidOrder, payPlaced } from '../../builders/paid-order.ts'
import { creator, person } from '../../builders/people.ts'
import { must, publishedPost } from '../../builders/pieces.ts'
import { openWorld, visitOf, type World } from '../../builders/world.ts'

let world: World
let terms: string
let tent: BuiltProduct
beforeAll(async () => {
  world = await openWorld()
  await programme(world)
  terms = await programme(world, { rateBps: 500 })
  tent = await product(world, { prices: [10_000], stock: 100 })
  await allow(terms)
})
afterAll(() => world?.close())

const allow = (promoterProgramme: string | null) =>
  world.payload.updateGlobal({ slug: 'shop-settings', data: { promoterProgramme }, locale: 'zh', depth: 0 })
const promote = (who: Actor, productId = tent.productId) => promoteProduct(world.ctx, who, { productId })
const account = async (id: string) => world.payload.findByID({ collection: 'users', id, depth: 0 })

/** Somebody who bought the tent and paid; as the server knows the account afterwards. */
async function buyer() {
  const who = await person(world)
  const order = await paidOrder(world, [{ product: tent }], { userId: who.userId })
  return { who, order }
}
const asNow = async (who: { userId: string }): Promise<Actor & { userId: string }> => {
  const user = await account(who.userId)
  return { userId: who.userId, roles: user.roles, creatorId: (user.creator as string | null) ?? null }
}

/** Somebody who clicks a link, buys a tent and pays, through the real flows. */
async function buyThrough(code: string, who: Actor = anonymous) {
  const visit = await touched(world, { code, visit: visitOf(who) })
  await world.ctx.touches.drain()
  world.clock.advance(60_000)
  const placed = await placedOrder(world, { visit, wanted: [{ variantId: tent.variantIds[0]!, linkCode: code }] })
  expect(await payPlaced(world, placed.orderId)).toBe('paid')
  return { ...placed, visit: placed.visit }
}
const entriesOf = async (order: string) =>
  (await world.payload.find({ collection: 'ledger-entries', where: { order: { equals: order } }, limit: 0, pagination: false, depth: 0 }))
    .docs

describe('S-06: a buyer', () => {
  it('becomes a promoter of what he bought with one call, and once, however often he asks', async () => {
    const { who } = await buyer()
    const [a, b] = (await Promise.all([promote(who), promote(who)])).map(must)
    const c = must(await promote(await asNow(who)))
    expect(new Set([a!.code, b!.code, c.code]).size).toBe(1)
    const profile = await world.payload.find({ collection: 'creators', where: { user: { equals: who.userId } }, depth: 0 })
    expect(profile.docs).toMatchObject([{ kind: 'promoter', status: 'active' }])
    expect((await account(who.userId)).roles).toEqual(['fan'])
    const links = await world.payload.find({ collection: 'product-links', where: { creator: { equals: profile.docs[0]!.id } }, depth: 0 })
    expect(links.docs).toMatchObject([{ product: tent.productId, programme: terms, status: 'active' }])
    expect(links.docs[0]!.piece ?? null).toBeNull()
  })

  it('has no page, is on no list and cannot be followed', async () => {
    const { who } = await buyer()
    must(await promote(who))
    const { creatorId } = await asNow(who)
    const row = await world.payload.findByID({ collection: 'creators', id: creatorId!, depth: 0 })
    expect(await readCreator(world.ctx, { handle: row.handle, kind: 'all' })).toMatchObject({ ok: false, failure: { code: 'not_found' } })
    expect((await listCreators(await world.ctx.req(), { page: 1, size: 100 })).map(({ handle }) => handle)).not.toContain(row.handle)
    expect(await followCreator(world.ctx, await person(world), { creatorId: creatorId!, on: true })).toMatchObject({ ok: false })
    const seen = await world.payload.find({ collection: 'creators', overrideAccess: false, limit: 0 })
    expect(seen.docs.map(({ id }) => id)).not.toContain(creatorId)
  })

  it('earns on what others buy through the link, by the programme of promoters, and the why page says so', async () => {
    const { who } = await buyer()
    const { code } = must(await promote(who))
    const promoter = await asNow(who)
    const order = await buyThrough(code)
    const entries = (await entriesOf(order.orderId)).filter(({ creator }) => creator === promoter.creatorId)
    expect(entries).toHaveLength(1)
    const line = (await world.payload.findByID({ collection: 'orders', id: order.orderId, depth: 0 })).lines[0]!
    expect(line).toMatchObject({ creator: promoter.creatorId, programme: terms, rateBps: 500, piece: null })
    expect(entries[0]!.amount).toBe(line.commission)
    expect(must(await readEarnings(world.ctx, promoter)).balance).toBe(line.commission)
    const why = must(await readWhy(world.ctx, order.visit, { orderId: order.orderId, as: 'buyer' }))
    expect(JSON.stringify(why)).toContain(terms)
  })

  it('ATT-20: earns nothing on what he buys himself through it', async () => {
    const { who } = await buyer()
    const { code } = must(await promote(who))
    const order = await buyThrough(code, await asNow(who))
    expect(await entriesOf(order.orderId)).toEqual([])
    const line = (await world.payload.findByID({ collection: 'orders', id: order.orderId, depth: 0 })).lines[0]!
    expect(line).toMatchObject({ commission: 0, reason: 'self_purchase' })
  })

  it('LAW-1: gets nothing from what a buyer of his sells on: there is one level', async () => {
    const { who } = await buyer()
    const first = must(await promote(who))
    const second = await person(world)
    await buyThrough(first.code, second)
    const { code } = must(await promote(await asNow(second)))
    const [one, two] = [await asNow(who), await asNow(second)]
    const order = await buyThrough(code)
    expect((await entriesOf(order.orderId)).filter(({ creator }) => creator).map(({ creator }) => creator)).toEqual([two.creatorId])
    expect(one.creatorId).not.toBe(two.creatorId)
    const fields = [...world.payload.collections.creators.config.fields, ...world.payload.collections['product-links'].config.fields]
    expect(
      fields
        .flatMap((field) => ('name' in field ? [field.name] : []))
        .filter((name) => /parent|upline|inviter|sponsor|level[0-9]/i.test(name)),
    ).toEqual([])
  })

  it('who writes later becomes a creator with the same profile, and keeps the link and its earnings', async () => {
    const { who } = await buyer()
    const { code } = must(await promote(who))
    const before = await asNow(who)
    const made = must(
      await becomeCreator(world.ctx, before, { handle: `grown_${newId().slice(-6)}`, displayName: '新作者', bio: '', verticals: ['food'] }),
    )
    expect(made.creatorId).toBe(before.creatorId)
    expect((await account(who.userId)).roles).toContain('creator')
    expect(await world.payload.findByID({ collection: 'creators', id: made.creatorId, depth: 0 })).toMatchObject({
      kind: 'creator',
      displayName: '新作者',
    })
    expect(must(await promote(await asNow(who))).code).toBe(code)
  })
})

describe('nobody becomes a promoter', () => {
  it('who never bought it, whose order waits, who is a guest, or of what is not on sale; and nothing is made', async () => {
    const links = (await world.payload.count({ collection: 'product-links' })).totalDocs
    const { who } = await buyer()
    const other = await product(world)
    expect(await promote(await person(world))).toMatchObject({ ok: false, failure: { code: 'forbidden', details: { why: 'not_bought' } } })
    expect(await promote(who, other.productId)).toMatchObject({ ok: false, failure: { details: { why: 'not_bought' } } })
    expect(await promote(anonymous)).toMatchObject({ ok: false, failure: { code: 'unauthenticated' } })
    for (const id of [newId(), 'x', (await product(world, { status: 'archived' })).productId])
      expect(await promote(who, id)).toMatchObject({ ok: false, failure: { code: 'not_found' } })
    expect((await world.payload.count({ collection: 'product-links' })).totalDocs).toBe(links)
    expect((await account(who.userId)).creator ?? null).toBeNull()
  })

  it('after everything was refunded', async () => {
    const { who, order } = await buyer()
    const finance = await person(world, ['finance'])
    const lines = [{ lineId: order.lineIds[0]!, quantity: 1, restock: true }]
    must(await refundLines(world.ctx, finance, { orderId: order.orderId, lines, reason: 'other' }, newId()))
    expect(await promote(who)).toMatchObject({ ok: false, failure: { details: { why: 'not_bought' } } })
  })

  it('who works for the shop (ATT-21), or whose profile is suspended', async () => {
    const editor = await person(world, ['fan', 'editor'])
    await paidOrder(world, [{ product: tent }], { userId: editor.userId })
    expect(await promote(editor)).toMatchObject({ ok: false, failure: { details: { why: 'staff' } } })
    const { who } = await buyer()
    must(await promote(who))
    await world.payload.update({ collection: 'creators', id: (await asNow(who)).creatorId!, data: { status: 'suspended' }, depth: 0 })
    expect(await promote(await asNow(who))).toMatchObject({ ok: false, failure: { details: { why: 'suspended' } } })
  })

  it('while the setting is empty: nothing is offered, and links of before go on', async () => {
    const { who } = await buyer()
    const { code } = must(await promote(who))
    const fresh = (await buyer()).who
    await allow(null)
    expect(await promote(fresh)).toMatchObject({ ok: false, failure: { code: 'state' } })
    expect([...(await promotable(world.ctx, fresh, [tent.productId]))]).toEqual([])
    expect(must(await readPromotion(world.ctx, await asNow(who), { productId: tent.productId }))).toMatchObject({
      may: false,
      why: 'off',
      code,
    })
    await allow(terms)
    expect([...(await promotable(world.ctx, fresh, [tent.productId]))]).toEqual([tent.productId])
  })

  it('by a session that is refused: a suspended account is nobody', async () => {
    expect((await readActor(world.ctx, 'not-a-token', false)).userId).toBeNull()
  })
})

describe('S-03: a product without sales', () => {
  it('says how many of those whom one follows recommend it: each with an approved piece, counted once', async () => {
    const goods = await product(world)
    const [a, b, c] = [await creator(world), await creator(world), await creator(world)]
    const fan = await person(world)
    for (const author of [a, a, b]) await publishedPost(world, { author, products: [goods.productId] })
    for (const { creatorId } of [a, c]) must(await followCreator(world.ctx, fan, { creatorId, on: true }))
    const ask = async (who: Actor) => must(await recommendedBy(world.ctx, who, { productId: goods.productId }))
    expect(await ask(fan)).toMatchObject({ total: 2, followed: 1, creators: [{ id: a.creatorId }] })
    expect(await ask(anonymous)).toMatchObject({ total: 2, followed: 0, creators: [] })
    await publishedPost(world, { author: c, products: [goods.productId] })
    expect(await ask(fan)).toMatchObject({ total: 3, followed: 2 })
  })
})
