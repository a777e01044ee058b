import { afterAll, beforeAll, expect, it } from 'vitest'
import { rebuildFeed } from '../../../src/flows/feed/snapshot.ts'
import { readCreator } from '../../../src/flows/shop/read-creator.ts'
import { readHome } from '../../../src/flows/shop/read-home.ts'
import { readPost, readVideoNote } from '../../../src/flows/shop/read-piece.ts'
import { readProduct } from '../../../src/flows/shop/read-product.ts'
import { readShopFrame } from '../../../src/flows/shop/read-shop-frame.ts'
import { searchShop } from '../../../src/flows/shop/search-shop.ts'
import { drainJobs } from '../../../src/jobs/runner.ts'
import type { Actor } from '../../../src/lib/actor.ts'
import type { Result } from '../../../src/lib/result.ts'
import { type BuiltProduct, product, programme } from '../../builders/catalogue.ts'
import { creator, person } from '../../builders/people.ts'
import { publish } from '../../builders/shop-pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'

const reads = ['find', 'findOne', 'findGlobal', 'count', 'findVersions', 'queryDrafts', 'findDistinct'] as const

let world: World
let editor: Actor
const goods: BuiltProduct[] = []
const pieces: { id: string; kind: 'posts' | 'video-notes' }[] = []
let handle: string

/** Pieces of a new creator each, with two products each. */
async function more(count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    const author = await creator(world)
    handle = (await world.payload.findByID({ collection: 'creators', id: author.creatorId, depth: 0 })).handle
    goods.push(await product(world, { prices: [9900, 12900] }))
    const kind = n % 2 ? 'video-notes' : 'posts'
    const place = (number: number, one: BuiltProduct | undefined) => ({
      number,
      product: one!.productId,
      ...(kind === 'posts'
        ? { kind: 'hotspot' as const, picture: 0, x: 10 * number, y: 50 }
        : { kind: 'moment' as const, from: number, to: number + 1 }),
    })
    pieces.push({ id: await publish(world, { author, editor }, { kind, placements: [place(1, goods[0]), place(2, goods.at(-1))] }), kind })
  }
}

beforeAll(async () => {
  world = await openWorld()
  await programme(world)
  editor = await person(world, ['editor'])
  goods.push(await product(world))
})
afterAll(() => world.close())

/** How many reads of the database something makes. */
async function queriesOf(work: () => Promise<Result<unknown> | object>): Promise<number> {
  const db = world.payload.db as unknown as Record<string, (...args: unknown[]) => unknown>
  const kept = reads.map((name) => [name, db[name]!] as const)
  let count = 0
  for (const [name, own] of kept)
    db[name] = function (this: unknown, ...args: unknown[]) {
      count++
      return own.apply(this, args)
    }
  try {
    const answer = await work()
    if ('ok' in answer) expect(answer).toMatchObject({ ok: true })
  } finally {
    for (const [name, own] of kept) db[name] = own
  }
  return count
}

const pages: [string, () => Promise<Result<unknown> | object>][] = [
  ['frame', () => readShopFrame(world.ctx)],
  ['home', () => readHome(world.ctx, { locale: 'zh', tab: 'for-you' })],
  ['post', () => readPost(world.ctx, { id: pieces.find(({ kind }) => kind === 'posts')!.id, locale: 'zh' })],
  ['video note', () => readVideoNote(world.ctx, { id: pieces.find(({ kind }) => kind === 'video-notes')!.id, locale: 'zh' })],
  ['product', () => readProduct(world.ctx, { slug: goods[0]!.slug, locale: 'zh' })],
  ['creator', () => readCreator(world.ctx, { handle, kind: 'all' })],
  ['search', () => searchShop(world.ctx, { q: '', kind: 'post', page: 1, locale: 'zh' })],
]

it('a page makes the same few reads however much it shows', async () => {
  // Two of each kind, so that beside one piece there is another of its own kind as well as of the other.
  await more(4)
  await drainJobs(world.ctx)
  // Whoever comes first has the feed ranked.
  await rebuildFeed(world.ctx)
  const few: Record<string, number> = {}
  for (const [name, work] of pages) few[name] = await queriesOf(work)
  await more(8)
  await drainJobs(world.ctx)
  await rebuildFeed(world.ctx)
  const many: Record<string, number> = {}
  for (const [name, work] of pages) many[name] = await queriesOf(work)
  expect(many).toEqual(few)
  // The figures of today: whoever adds a read to every page sees it here.
  expect(many).toEqual({ frame: 1, home: 18, post: 23, 'video note': 23, product: 21, creator: 20, search: 16 })
})
