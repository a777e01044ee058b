import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { scanLabels } from '../../../src/flows/operations/scan-labels.ts'
import { findLinkable } from '../../../src/flows/pieces/find-linkable.ts'
import { inviteMember, joinProgramme, leaveProgramme } from '../../../src/flows/programmes/members.ts'
import { setRate } from '../../../src/flows/programmes/set-rate.ts'
import { readPost } from '../../../src/flows/shop/read-piece.ts'
import { newId } from '../../../src/lib/ids.ts'
import { type BuiltProduct, product } from '../../builders/catalogue.ts'
import { placedOrder, touched } from '../../builders/orders.ts'
import { creator } from '../../builders/people.ts'
import { must, publishedPost } from '../../builders/pieces.ts'
import { NOON, type World } from '../../builders/world.ts'
import { LabelShop, labelled, none, type Scene } from './label-shop.ts'

let shop: LabelShop
let world: World
let finance: LabelShop['finance']

beforeAll(async () => {
  shop = await LabelShop.open()
  ;({ world, finance } = shop)
})
afterAll(() => shop?.close())
beforeEach(() => world.clock.set(NOON))

/** What a line of these goods by the post's link earns. */
async function earned({ post }: Scene, goods: BuiltProduct): Promise<number> {
  const visit = await touched(world, { code: post.codes[0]! })
  world.clock.advance(1000)
  const { orderId } = await placedOrder(world, { visit, wanted: [{ variantId: goods.variantIds[0]! }] })
  return (await world.payload.findByID({ collection: 'orders', id: orderId, depth: 0 })).lines[0]!.commission
}

const set = async (programmeId: string, source: string, target: string | null, bps: number | null) =>
  must(await setRate(world.ctx, finance, { programmeId, source, target, bps } as Parameters<typeof setRate>[2]))

/** Each source that may give more than the programme (ATT-14): how it comes to stand, and by which goods it is earned. */
const sources: [string, (one: Scene) => Promise<unknown>, ('goods' | 'other')?][] = [
  ['link', ({ terms, post }) => set(terms, 'link', post.codes[0]!, 2000)],
  ['creator', ({ terms, author }) => set(terms, 'creator', author.creatorId, 2000)],
  ['invited creator', ({ terms, author }) => set(terms, 'invited', author.creatorId, 2000)],
  ['product', ({ terms, goods }) => set(terms, 'product', goods.slug, 2000)],
  ['product of another link’s', ({ terms, other }) => set(terms, 'product', other.slug, 2000), 'other'],
  ['collection', ({ terms }) => set(terms, 'collection', 'camping', 2000)],
  ['programme', ({ terms }) => set(terms, 'programme', null, 2000)],
  ['goods beside', ({ terms }) => set(terms, 'programme', 'indirect', 2000), 'other'],
]

describe('DIS-1, DIS-3, DIS-6 commission by any source', () => {
  it.each(sources)(
    'DIS-1, DIS-6 a rate of the %s puts the label on the kept pages at once, before anything was credited',
    async (_, set, by) => {
      const one = await shop.scene()
      const before = await shop.commissioned()
      expect(await shop.seen(one)).toEqual(none)
      expect(await earned(one, one[by ?? 'goods'])).toBe(0)
      await set(one)
      expect(await shop.seen(one)).toEqual(labelled(2000))
      expect(await shop.commissioned()).toBe(before + 1)
      expect((await scanLabels(world.ctx)).findings).toEqual([])
      expect(await earned(one, one[by ?? 'goods'])).toBeGreaterThan(0)
    },
  )

  it('DIS-1, ATT-35 a tier that she may reach bears commission', async () => {
    const author = await creator(world)
    const terms = await shop.openTerms({ tiers: [{ name: 'gold', fromSales: 1000, rateBps: 1500 }] })
    must(await joinProgramme(world.ctx, author, { programmeId: terms }))
    const goods = await product(world, { stock: 10, slug: 'tier-goods' })
    const post = await publishedPost(world, { author, products: [goods.productId] })
    expect(must(await readPost(world.ctx, { id: post.id, locale: 'zh' })).labels).toEqual(['commission'])
    expect(await world.payload.findByID({ collection: 'posts', id: post.id, depth: 0 })).toMatchObject({ disclosure: 'commission' })
  })

  it('DIS-1, ATT-14 a deal that she joins puts the label on all her pieces, and goes 30 days after she left it', async () => {
    const one = await shop.scene()
    const deal = await shop.openTerms({ joining: 'invited', rateBps: 1200 })
    const { handle } = await world.payload.findByID({ collection: 'creators', id: one.author.creatorId, depth: 0 })
    must(await inviteMember(world.ctx, finance, { programmeId: deal, handle: handle! }))
    expect(await shop.seen(one)).toEqual(none)
    must(await joinProgramme(world.ctx, one.author, { programmeId: deal }))
    expect(await shop.seen(one)).toEqual(labelled(1200))
    expect(await earned(one, one.goods)).toBeGreaterThan(0)
    must(await leaveProgramme(world.ctx, one.author, { programmeId: deal }))
    expect((await shop.seen(one)).labels).toEqual(['commission'])
    world.clock.advance(31 * 86_400_000)
    shop.rows.purgeAll()
    expect(await shop.seen(one)).toEqual(none)
  })

  it('DIS-1 a rate of 0 everywhere, and one of somebody else’s, bear none', async () => {
    const one = await shop.scene()
    for (const [source, target] of [
      ['creator', one.author.creatorId],
      ['link', one.post.codes[0]!],
      ['product', one.goods.slug],
      ['collection', 'camping'],
    ] as const)
      await set(one.terms, source, target, 0)
    await set(one.terms, 'creator', (await creator(world)).creatorId, 3000)
    expect(await shop.seen(one)).toEqual(none)
  })

  it('DIS-1, ATT-15 a cut to 0 leaves the label while she is still paid', async () => {
    const one = await shop.scene()
    await set(one.terms, 'creator', one.author.creatorId, 2000)
    world.clock.advance(1000)
    await set(one.terms, 'creator', one.author.creatorId, 0)
    expect(await shop.seen(one)).toEqual(labelled(2000))
    world.clock.advance(31 * 86_400_000)
    shop.rows.purgeAll()
    expect(await shop.seen(one)).toEqual(none)
  })

  it('DIS-1 what is published while a source gives commission is stored as commission, and the picker says it before', async () => {
    const author = await creator(world)
    const terms = await shop.openTerms({ rateBps: 0 })
    must(await joinProgramme(world.ctx, author, { programmeId: terms }))
    const goods = await product(world, { stock: 10, slug: `picked-${newId()}` })
    const picked = async () =>
      must(await findLinkable(world.ctx, author, { q: '' })).products.find(({ id }) => id === goods.productId)?.commissionBps
    expect(await picked()).toBeNull()
    await set(terms, 'creator', author.creatorId, 2000)
    expect(await picked()).toBe(2000)
    const { id } = await publishedPost(world, { author, products: [goods.productId] })
    expect(await world.payload.findByID({ collection: 'posts', id, depth: 0 })).toMatchObject({ disclosure: 'commission' })
  })

  it('DIS-1 a log of rates too long to be read whole is asked for what is hers', async () => {
    const one = await shop.scene()
    for (let n = 0; n < 201; n += 1) {
      const row = { id: newId(), key: newId(), programme: one.terms, source: 'creator', target: newId(), toBps: 900, announcedAt: NOON }
      await world.payload.db.create({ collection: 'rate-changes', data: { ...row, effectiveAt: NOON } })
    }
    shop.rows.purgeAll()
    expect(await shop.seen(one)).toEqual(none)
    await set(one.terms, 'creator', one.author.creatorId, 2000)
    expect(await shop.seen(one)).toEqual(labelled(2000))
    await set(one.terms, 'product', one.other.slug, 3000)
    expect((await shop.seen(one)).labels).toEqual(['commission'])
  })

  it('DIS-1 a link without a programme bears none, whatever its creator was promised', async () => {
    const one = await shop.scene()
    await set(one.terms, 'creator', one.author.creatorId, 2000)
    await world.payload.update({ collection: 'product-links', id: one.post.linkIds[0]!, data: { programme: null }, depth: 0 })
    shop.rows.purgeAll()
    expect(await shop.seen(one)).toEqual(none)
  })
})
