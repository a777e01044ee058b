import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findStandings } from '../../../src/modules/attribution/store.ts'
import { findOffers } from '../../../src/modules/catalogue/store/offers.ts'
import { findLink } from '../../../src/modules/touches/store/links.ts'
import { product, productLink, programme } from '../../builders/catalogue.ts'
import { creator } from '../../builders/people.ts'
import { publishedPost } from '../../builders/pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const titleOf = async (productId: string, locale: 'zh' | 'en') =>
  (await world.payload.findByID({ collection: 'products', id: productId, locale, fallbackLocale: locale === 'zh' ? 'en' : 'zh' })).title
const bin = (collection: 'products' | 'variants' | 'users' | 'posts', id: string) =>
  world.payload.update({ collection, id, data: { deletedAt: new Date().toISOString() } as never, overrideAccess: true })

describe('what is read past Payload', () => {
  it('names a product in the buyer’s language, else in the other one, as Payload does', async () => {
    const { productId, variantIds } = await product(world)
    await world.payload.update({ collection: 'products', id: productId, locale: 'en', data: { title: 'Tent' } })
    const alone = await product(world)
    for (const locale of ['zh', 'en'] as const) {
      const offers = await findOffers(await world.ctx.req(), [...variantIds, ...alone.variantIds], locale)
      expect(offers.get(variantIds[0]!)?.title).toBe(await titleOf(productId, locale))
      expect(offers.get(alone.variantIds[0]!)?.title).toBe(await titleOf(alone.productId, locale))
      expect(offers.get(alone.variantIds[0]!)?.title).not.toBe('')
    }
    expect((await findOffers(await world.ctx.req(), variantIds, 'en')).get(variantIds[0]!)?.title).toBe('Tent')
  })

  it('offers nothing of a product or variant in the bin', async () => {
    const [one, other] = [await product(world, { prices: [100, 200] }), await product(world)]
    await bin('variants', one.variantIds[0]!)
    await bin('products', other.productId)
    const offers = await findOffers(await world.ctx.req(), [...one.variantIds, ...other.variantIds], 'zh')
    expect([...offers.keys()]).toEqual([one.variantIds[1]])
  })

  it('ATT-06, ATT-21 takes a creator whose account is in the bin for suspended', async () => {
    const made = await creator(world)
    const { productId } = await product(world)
    const { code } = await productLink(world, { creatorId: made.creatorId, productId, programmeId: await programme(world) })
    const standing = async () => (await findStandings(await world.ctx.req(), [made.creatorId])).get(made.creatorId)?.status
    expect([(await findLink(await world.ctx.req(), code))?.creatorActive, await standing()]).toEqual([true, 'active'])
    await bin('users', made.userId)
    expect([(await findLink(await world.ctx.req(), code))?.creatorActive, await standing()]).toEqual([false, 'suspended'])
  })

  it('ATT-06 leads nowhere from a link to a product in the bin, and knows no language of a piece there', async () => {
    const made = await creator(world)
    const { productId } = await product(world)
    const post = await publishedPost(world, { author: made, products: [productId] })
    const link = (await world.payload.find({ collection: 'product-links', where: { piece: { equals: post.id } } })).docs[0]!
    expect(await findLink(await world.ctx.req(), link.code)).toMatchObject({ slug: expect.any(String), language: expect.any(String) })
    await bin('products', productId)
    await bin('posts', post.id)
    expect(await findLink(await world.ctx.req(), link.code)).toMatchObject({ slug: null, language: null, placement: null })
  })
})
