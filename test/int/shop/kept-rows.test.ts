import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { followCreator } from '../../../src/flows/accounts/follow-creator.ts'
import { likePiece } from '../../../src/flows/accounts/like-piece.ts'
import { addComment } from '../../../src/flows/comments/add-comment.ts'
import { KeptRows } from '../../../src/flows/pages/kept-rows.ts'
import { collectShown } from '../../../src/flows/pages/page-shows.ts'
import { latestPurge, readPurges } from '../../../src/flows/pages/read-purges.ts'
import { takeDownPiece } from '../../../src/flows/review/take-down-piece.ts'
import { readCreator } from '../../../src/flows/shop/read-creator.ts'
import { readHome } from '../../../src/flows/shop/read-home.ts'
import { readPost } from '../../../src/flows/shop/read-piece.ts'
import { readProduct } from '../../../src/flows/shop/read-product.ts'
import { readShopFrame } from '../../../src/flows/shop/read-shop-frame.ts'
import { readSocial } from '../../../src/flows/shop/read-social.ts'
import type { Actor } from '../../../src/lib/actor.ts'
import { TagCollector } from '../../../src/lib/page-tags.ts'
import { moveStock } from '../../../src/modules/checkout/store/stock.ts'
import { PurgeFollower } from '../../../src/server/pages/follower.ts'
import { type BuiltProduct, product, programme } from '../../builders/catalogue.ts'
import { creator, person } from '../../builders/people.ts'
import { picture, publish } from '../../builders/shop-pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'

/** Rows that renders share show every change as soon as its purge was read: each time as if nothing were kept. */
let world: World
let rows: KeptRows
let follower: PurgeFollower
let editor: Actor & { userId: string }
let reader: Actor & { userId: string }
let author: Awaited<ReturnType<typeof creator>>
let goods: BuiltProduct
let terms: string
let topic: string
const posts: string[] = []

beforeAll(async () => {
  world = await openWorld()
  rows = new KeptRows({ most: 500, maxAgeMs: 60_000, now: () => performance.now(), current: () => true })
  const log = {
    after: (after: string, limit: number) => readPurges(world.ctx, { after, limit }),
    head: () => latestPurge(world.ctx),
  }
  follower = new PurgeFollower(log, rows, {
    everyMs: 3_600_000,
    onError: (error) => {
      throw error
    },
  })
  await follower.start()
  terms = await programme(world)
  editor = await person(world, ['editor'])
  reader = await person(world)
  author = await creator(world)
  goods = await product(world, { prices: [9900, 12900], stock: 20 })
  topic = (
    await world.payload.create({ collection: 'topics', data: { slug: 'tea', name: '茶', status: 'active' }, locale: 'zh', depth: 0 })
  ).id
  for (let n = 0; n < 3; n += 1) posts.push(await post())
})
afterAll(async () => {
  await follower?.stop()
  await world?.close()
})

const post = async (): Promise<string> =>
  publish(
    world,
    { author, editor },
    {
      topics: [topic],
      placements: [{ kind: 'hotspot', number: 1, product: goods.productId, picture: 0, x: 10, y: 50 }],
    },
  )

/** Everything that the pages show, read one page after the other as their loaders do. */
const pages = async (): Promise<Record<string, unknown>> => {
  const { ctx } = world
  const products = [goods.productId]
  return {
    frame: await readShopFrame(ctx),
    post: await readPost(ctx, { id: posts[0]!, locale: 'zh' }),
    second: await readPost(ctx, { id: posts[1]!, locale: 'en' }),
    social: await readSocial(ctx, { kind: 'posts', id: posts[0]!, author: author.creatorId, products }),
    product: await readProduct(ctx, { slug: goods.slug, locale: 'zh' }),
    creator: await readCreator(ctx, { handle: await handle(), kind: 'all' }),
    home: await readHome(ctx, { locale: 'zh', tab: 'for-you' }),
  }
}
const handle = async () => (await world.payload.findByID({ collection: 'creators', id: author.creatorId, depth: 0 })).handle
const shown = (): Promise<Record<string, unknown>> => collectShown(new TagCollector(), pages, rows)

const update = { depth: 0, overrideAccess: true } as const
const must = <T extends { ok: boolean }>(result: T): T => {
  expect(result).toMatchObject({ ok: true })
  return result
}

/** What changes, and on which of the pages that can be seen. */
const changes: [what: string, where: string[], change: () => Promise<unknown>][] = [
  [
    'a name and a face',
    ['post', 'creator', 'home'],
    async () =>
      world.payload.update({
        collection: 'creators',
        id: author.creatorId,
        data: { displayName: '新名字', avatar: await picture(world, author.userId) },
        ...update,
      }),
  ],
  [
    'a title of a product',
    ['post', 'product'],
    () => world.payload.update({ collection: 'products', id: goods.productId, data: { title: '新茶' }, locale: 'zh', ...update }),
  ],
  [
    'a price',
    ['post', 'product', 'home'],
    () => world.payload.update({ collection: 'variants', id: goods.variantIds[0]!, data: { price: 1234 }, ...update }),
  ],
  [
    'stock that goes',
    ['product'],
    () =>
      world.ctx.tx('take', (req) =>
        moveStock(req, {
          variant: goods.variantIds[0]!,
          move: 'adjust',
          quantity: -20,
          key: 'gone',
          at: world.clock.now(),
          reason: 'counted',
        }),
      ),
  ],
  [
    'a variant that is no longer sold',
    ['post', 'product'],
    () => world.payload.update({ collection: 'variants', id: goods.variantIds[0]!, data: { status: 'archived' }, ...update }),
  ],
  ['a rate', ['post'], () => world.payload.update({ collection: 'programmes', id: terms, data: { rateBps: 2000 }, ...update })],
  [
    'a programme that ends',
    ['post', 'product'],
    () => world.payload.update({ collection: 'programmes', id: terms, data: { status: 'closed' }, ...update }),
  ],
  [
    'a topic',
    ['post', 'home'],
    () => world.payload.update({ collection: 'topics', id: topic, data: { name: '好茶' }, locale: 'zh', ...update }),
  ],
  ['settings', ['frame'], () => world.payload.updateGlobal({ slug: 'shop-settings', data: { timeZone: 'Europe/Berlin' }, ...update })],
  [
    'a like',
    ['post', 'social', 'creator', 'home'],
    async () => must(await likePiece(world.ctx, reader, { kind: 'posts', id: posts[0]!, on: true })),
  ],
  ['a follower', ['post', 'creator'], async () => must(await followCreator(world.ctx, reader, { creatorId: author.creatorId, on: true }))],
  ['a comment', ['social'], async () => must(await addComment(world.ctx, reader, { kind: 'posts', target: posts[0]!, body: '很好喝。' }))],
  ['a new piece', ['post', 'product', 'creator', 'home'], async () => posts.push(await post())],
  [
    'a piece that is taken down',
    ['second', 'product', 'creator', 'home'],
    async () => must(await takeDownPiece(world.ctx, editor, { pieceId: posts[1]!, rule: 'other', reason: 'Not true.' })),
  ],
  [
    'a suspension',
    ['post', 'product', 'creator', 'home'],
    () => world.payload.update({ collection: 'creators', id: author.creatorId, data: { status: 'suspended' }, ...update }),
  ],
]

describe('what renders share', () => {
  it('is read once', async () => {
    await shown()
    const { reads } = rows.stats
    await shown()
    expect(rows.stats.reads).toBe(reads)
  })

  it.each(changes)('shows %s at once', async (_what, where, change) => {
    const before = await shown()
    expect(before).toEqual(await pages())
    await change()
    await follower.poke()
    const after = await shown()
    expect(after).toEqual(await pages())
    for (const page of where) expect(after[page], page).not.toEqual(before[page])
  })
})
