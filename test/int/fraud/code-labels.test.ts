import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type CouponInput, saveCoupon } from '../../../src/flows/coupons/save-coupon.ts'
import { scanLabels } from '../../../src/flows/operations/scan-labels.ts'
import { findLinkable } from '../../../src/flows/pieces/find-linkable.ts'
import { joinProgramme, leaveProgramme } from '../../../src/flows/programmes/members.ts'
import { newId } from '../../../src/lib/ids.ts'
import { product } from '../../builders/catalogue.ts'
import { must, publishedPost } from '../../builders/pieces.ts'
import { NOON, type World } from '../../builders/world.ts'
import { LabelShop, labelled, none, type Scene } from './label-shop.ts'

let shop: LabelShop
let world: World
let finance: LabelShop['finance']
let made = 0

beforeAll(async () => {
  shop = await LabelShop.open()
  ;({ world, finance } = shop)
})
afterAll(() => shop?.close())
beforeEach(() => world.clock.set(NOON))

describe('DIS-3, DIS-6 commission by a code', () => {
  /** Readers of the piece are told, and what its link earns stays what it is: nothing. */
  const byCode = { ...labelled(0), credit: [0] }
  const codeOf = async (one: Scene, more: Partial<CouponInput> = {}, id?: string) =>
    must(
      await saveCoupon(
        world.ctx,
        finance,
        {
          ...{ code: `CODE${++made}`, kind: 'percent', bps: 500, creatorId: one.author.creatorId },
          ...{ programmeId: await ownDeal(one), ...more },
        },
        id,
      ),
    ).id
  const deals = new Map<string, string>()
  /** Open to all and joined by her; it pays for her code alone, since her links are under another. */
  const ownDeal = async ({ author }: Scene) => {
    const known = deals.get(author.creatorId) ?? (await shop.openTerms({ rateBps: 1000 }))
    if (!deals.has(author.creatorId)) must(await joinProgramme(world.ctx, author, { programmeId: known }))
    deals.set(author.creatorId, known)
    return known
  }

  it('DIS-3, DIS-6 a code that earns on its goods puts the label on her pieces at once, and takes it back when it is paused', async () => {
    const one = await shop.scene()
    const before = await shop.commissioned()
    expect(await shop.seen(one)).toEqual(none)
    const id = await codeOf(one)
    expect(await shop.seen(one)).toEqual(byCode)
    expect(await shop.commissioned()).toBe(before + 1)
    expect((await scanLabels(world.ctx)).findings).toEqual([])
    await codeOf(one, { status: 'paused' }, id)
    expect(await shop.seen(one)).toEqual(none)
    await codeOf(one, { status: 'active' }, id)
    expect(await shop.seen(one)).toEqual(byCode)
  })

  it('DIS-3 a code of other goods, of nobody, of the shop, on the list of exclusions, that has ended or is another’s puts none', async () => {
    const one = await shop.scene()
    const other = await shop.scene()
    await codeOf(one, { code: 'GOODS-A', products: [one.other.productId] })
    await codeOf(one, { code: 'GOODS-B', excludedProducts: [one.goods.productId] })
    await codeOf(one, { code: 'GOODS-C', isPublic: true })
    await codeOf(one, { code: 'GOODS-D', attributes: false })
    await codeOf(one, { code: 'GOODS-E', endsAt: new Date(new Date(NOON).getTime() - 1000).toISOString() })
    await codeOf(one, { code: 'GOODS-F', creatorId: null, programmeId: null })
    await codeOf(other, { code: 'GOODS-G' })
    expect(await shop.seen(one)).toEqual(none)
    expect(await shop.seen(other)).toEqual(byCode)
    await codeOf(one, { code: 'GOODS-H', products: [one.goods.productId] })
    expect(await shop.seen(one)).toEqual(byCode)
  })

  it('DIS-3 a code under terms that pay nothing, that were closed, or that she has left puts none', async () => {
    const one = await shop.scene()
    await codeOf(one, { programmeId: one.terms })
    expect(await shop.seen(one)).toEqual(none)
    const left = await shop.scene()
    await codeOf(left)
    must(await leaveProgramme(world.ctx, left.author, { programmeId: deals.get(left.author.creatorId)! }))
    shop.rows.purgeAll()
    expect(await shop.seen(left)).toEqual(none)
  })

  it('DIS-3 what is published while her code earns is stored as commission, and the picker says it before', async () => {
    const one = await shop.scene()
    const fresh = await product(world, { stock: 10, slug: `coded-${newId()}` })
    const picked = async () => must(await findLinkable(world.ctx, one.author, { q: '' })).products.find(({ id }) => id === fresh.productId)
    expect(await picked()).toMatchObject({ codeEarns: false })
    await codeOf(one)
    expect(await picked()).toMatchObject({ codeEarns: true })
    const { id } = await publishedPost(world, { author: one.author, products: [fresh.productId] })
    expect(await world.payload.findByID({ collection: 'posts', id, depth: 0 })).toMatchObject({ disclosure: 'commission' })
  })
})
