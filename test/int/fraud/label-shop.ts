import { scanLabels } from '../../../src/flows/operations/scan-labels.ts'
import { KeptRows } from '../../../src/flows/pages/kept-rows.ts'
import { collectShown } from '../../../src/flows/pages/page-shows.ts'
import { latestPurge, readPurges } from '../../../src/flows/pages/read-purges.ts'
import { readWorkingPiece } from '../../../src/flows/pieces/read-working-piece.ts'
import { joinProgramme } from '../../../src/flows/programmes/members.ts'
import { createProgramme } from '../../../src/flows/programmes/save-programme.ts'
import { readPost } from '../../../src/flows/shop/read-piece.ts'
import { readProduct } from '../../../src/flows/shop/read-product.ts'
import { TagCollector, tag } from '../../../src/lib/page-tags.ts'
import { PurgeFollower } from '../../../src/server/pages/follower.ts'
import { type BuiltProduct, product, programme } from '../../builders/catalogue.ts'
import { creator, person } from '../../builders/people.ts'
import { type BuiltPiece, must, publishedPost } from '../../builders/pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'

export interface Scene {
  author: Awaited<ReturnType<typeof creator>>
  goods: BuiltProduct
  /** Other goods of the shop. */
  other: BuiltProduct
  post: BuiltPiece
  /** The programme of the link: it pays 0. */
  terms: string
}

/** A shop whose programme pays 0, and where only what bears commission is labelled: whatever gives more must say so. */
export class LabelShop {
  readonly world: World
  readonly finance: Awaited<ReturnType<typeof person>>
  /** What is kept for the pages between renders. */
  readonly rows: KeptRows
  readonly #follower: PurgeFollower
  readonly #category: string
  #made = 0

  static async open(): Promise<LabelShop> {
    const world = await openWorld()
    await programme(world)
    await world.payload.updateGlobal({ slug: 'shop-settings', data: { adLabelMode: 'commission' } })
    const data = { slug: 'camping', name: '露营', status: 'active' as const }
    const category = (await world.payload.create({ collection: 'categories', data, locale: 'zh', depth: 0 })).id
    const shop = new LabelShop(world, await person(world, ['finance']), category)
    await shop.#follower.start()
    return shop
  }

  private constructor(world: World, finance: LabelShop['finance'], category: string) {
    this.world = world
    this.finance = finance
    this.#category = category
    this.rows = new KeptRows({ most: 500, maxAgeMs: 60_000, now: () => performance.now(), current: () => true })
    const log = { after: (after: string, limit: number) => readPurges(world.ctx, { after, limit }), head: () => latestPurge(world.ctx) }
    const onError = (error: unknown) => {
      throw error
    }
    this.#follower = new PurgeFollower(log, this.rows, { everyMs: 3_600_000, onError })
  }

  async close(): Promise<void> {
    await this.#follower.stop()
    await this.world.close()
  }

  async openTerms(more: Record<string, unknown>): Promise<string> {
    const made = await createProgramme(this.world.ctx, this.finance, {
      ...{ zh: '常规', en: 'Standard', model: 'last_touch', couponRule: 'coupon_wins', joining: 'open', status: 'active' },
      ...{ windowDays: 30, cartDays: 89, bindDays: 0, holdDays: 15, capBps: 5000, isDefault: false, tiers: [], rateBps: 0 },
      ...more,
    } as Parameters<typeof createProgramme>[2])
    return must(made).id
  }

  /** A creator whose open programme pays nothing, with a post about one product. */
  async scene(): Promise<Scene> {
    this.#made += 1
    const { world } = this
    const author = await creator(world)
    const terms = await this.openTerms({ rateBps: 0 })
    must(await joinProgramme(world.ctx, author, { programmeId: terms }))
    const goods = await product(world, { stock: 100, slug: `goods-${this.#made}` })
    const other = await product(world, { stock: 100, slug: `other-${this.#made}` })
    await world.payload.update({ collection: 'products', id: goods.productId, data: { category: this.#category }, depth: 0 })
    return { author, goods, other, terms, post: await publishedPost(world, { author, products: [goods.productId] }) }
  }

  /** What readers of the kept pages see, what the studio says, and how the product's page counts her. */
  async seen({ post, goods, author }: Scene) {
    const { ctx } = this.world
    const page = async () => ({
      post: must(await readPost(ctx, { id: post.id, locale: 'zh' })),
      product: must(await readProduct(ctx, { slug: goods.slug, locale: 'zh' })),
    })
    await this.#follower.poke()
    const collector = new TagCollector()
    const kept = await collectShown(collector, page, this.rows)
    if (!collector.tags.has(tag.creator(author.creatorId))) throw new Error('The page does not say that it shows her')
    const fresh = await page()
    if (JSON.stringify(kept) !== JSON.stringify(fresh)) throw new Error(`Kept: ${JSON.stringify(kept)}, now: ${JSON.stringify(fresh)}`)
    return {
      labels: kept.post.labels ?? [],
      card: kept.product.pieces[0]?.label ?? null,
      credit: kept.post.placements.map(({ credit }) => credit?.basisPoints ?? 0),
      paid: kept.product.recommenders.withCommission,
      studio: must(await readWorkingPiece(ctx, author, { id: post.id })).draft.labels,
    }
  }

  /** How many pieces the scan finds to bear commission. */
  commissioned = async (): Promise<number> => (await scanLabels(this.world.ctx)).commissioned
}

/** As `seen` answers where nothing is earned. */
export const none = { labels: [], card: null, credit: [0], paid: 0, studio: [] }
export const labelled = (bps: number) => ({
  ...{ labels: ['commission'], card: 'commission', credit: [bps], paid: 1 },
  studio: ['ad-commission'],
})
