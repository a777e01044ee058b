import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { prepareWorld } from '../../../src/flows/operations/prepare-world.ts'
import { seedWorld } from '../../../src/flows/operations/seed-world.ts'
import { newId } from '../../../src/lib/ids.ts'
import { openWorld, type World } from '../../builders/world.ts'

const collections = [
  'users',
  'creators',
  'products',
  'variants',
  'stock-levels',
  'stock-movements',
  'media',
  'posts',
  'video-notes',
  'piece-states',
  'product-links',
  'orders',
  'payments',
  'refunds',
  'ledger-entries',
  'touches',
  'reactions',
  'follows',
  'categories',
  'topics',
  'programmes',
] as const

const all = async ({ payload }: World, collection: (typeof collections)[number], locale: 'zh' | 'en' | 'all' = 'zh') =>
  (await payload.find({ collection, limit: 0, pagination: false, depth: 0, locale, sort: 'id' })).docs as unknown as Record<
    string,
    unknown
  >[]

const snapshot = (world: World) => Promise.all(collections.map((one) => all(world, one, 'all')))

describe.skipIf(process.env.TEST_DATABASE === 'mongodb')('the first world', () => {
  let world: World
  const told: number[] = []
  beforeAll(async () => {
    world = await openWorld()
    const made = await prepareWorld(world.ctx, ({ done, total }) => void told.push(done / total))
    expect(made.world).toBe('made')
    await world.ctx.touches.drain()
  })
  afterAll(() => world.close())

  it('has products that can be bought, in both languages, with pictures that decode', async () => {
    const products = await all(world, 'products', 'all')
    expect(products).toHaveLength(10)
    for (const { title, description, pictures, category } of products) {
      const texts = [title, description] as Record<string, string>[]
      for (const text of texts) {
        expect(text.zh).toMatch(/\p{Script=Han}/u)
        expect(text.en).toMatch(/^[^\p{Script=Han}]+$/u)
      }
      expect((pictures as string[]).length).toBeGreaterThan(0)
      expect(category).toBeTruthy()
    }
    for (const { kind, variants } of await all(world, 'media'))
      for (const { path, width } of kind === 'image' ? (variants as { path: string; width: number }[]) : [])
        expect((await sharp(world.ctx.media.files.resolve(path) ?? '').metadata()).width).toBe(width)
  })

  it('has eight posts and two video notes that are public, each under its label and with links that earn, and one that waits', async () => {
    const states = await all(world, 'piece-states')
    expect(states.filter(({ isPublic, kind }) => isPublic && kind === 'posts')).toHaveLength(8)
    expect(states.filter(({ isPublic, kind }) => isPublic && kind === 'video-notes')).toHaveLength(2)
    expect(states.filter(({ state }) => state === 'submitted')).toHaveLength(1)
    expect(new Set((await all(world, 'posts')).map(({ language }) => language))).toEqual(new Set(['zh', 'en']))
    for (const { programme } of await all(world, 'product-links')) expect(programme).toBeTruthy()
    for (const piece of [...(await all(world, 'posts')), ...(await all(world, 'video-notes'))]) {
      expect(piece.disclosure, String(piece.title)).not.toBe('none')
      for (const { product, link } of piece.placements as Record<string, unknown>[]) expect(product && link).toBeTruthy()
    }
  })

  it('plays its clips without ffmpeg, under a poster', async () => {
    const videos = (await all(world, 'media')).filter(({ kind }) => kind === 'video')
    expect(videos).toHaveLength(2)
    for (const { state, playable, poster } of videos) {
      expect([state, Boolean(poster)]).toEqual(['ready', true])
      expect(world.ctx.media.files.resolve(String(playable))).toBeTruthy()
    }
  })

  it('has orders that are paid, one partly refunded, credits that follow them, and books that balance', async () => {
    const orders = await all(world, 'orders')
    expect(orders.map(({ state }) => state)).toEqual(orders.map(() => 'paid'))
    const lines = orders.flatMap((order) => order.lines as { creator: string | null; commission: number }[])
    expect(lines.filter(({ creator, commission }) => creator && commission > 0)).toHaveLength(6)
    expect(await all(world, 'refunds')).toMatchObject([{ state: 'settled', amount: 13_900 }])
    expect(await checkBooks(world.ctx)).toMatchObject({ findings: [], figures: { orders: 7, paidOrders: 7 } })
    expect((await all(world, 'touches')).length).toBeGreaterThanOrEqual(6)
  })

  it('lets nobody in but the demo accounts, and lets nothing happen in the future', async () => {
    const users = await all(world, 'users')
    expect(users.filter(({ demo }) => demo)).toHaveLength(users.length)
    const now = world.clock.now().toISOString()
    for (const { placedAt } of await all(world, 'orders')) expect(String(placedAt) < now).toBe(true)
    for (const { publishedAt } of await all(world, 'piece-states')) expect(String(publishedAt ?? '') < now).toBe(true)
  })

  it('says how far it is, from first to last', () => {
    expect(told).toEqual([...told].sort((a, b) => a - b))
    expect(told.at(-1)).toBe(1)
  })

  it('is made once: again changes nothing, also when it is half there', async () => {
    const before = await snapshot(world)
    expect(await seedWorld(world.ctx)).toBe('there already')
    await world.payload.update({ collection: 'counters', where: { key: { equals: 'world:seed' } }, data: { value: 17 } })
    expect(await seedWorld(world.ctx)).toBe('made')
    expect(await snapshot(world)).toEqual(before)
  })
})

describe('a shop that is not for demonstration', () => {
  it('is left alone when something is in it, or DEMO=0 says so', async () => {
    const own = await openWorld()
    await own.payload.create({
      collection: 'topics',
      data: { id: newId(), name: '自己的', slug: 'own', status: 'active', position: 0 },
      locale: 'zh',
    })
    await own.payload.create({
      collection: 'products',
      data: { id: newId(), title: '自己的', slug: 'own', status: 'active', merchant: 'house' },
      locale: 'zh',
    })
    expect(await seedWorld(own.ctx)).toBe(process.env.TEST_DATABASE === 'mongodb' ? 'not allowed' : 'not empty')
    expect(await own.payload.count({ collection: 'products' })).toEqual({ totalDocs: 1 })
    await own.close()
    const settings: Record<string, string>[] = [{ DEMO: '0' }, { PUBLIC_URL: 'https://shop.example' }, { HOST: '0.0.0.0' }]
    for (const env of settings) {
      const world = await openWorld({ env })
      expect(await seedWorld(world.ctx)).toBe('not allowed')
      expect(await world.payload.count({ collection: 'programmes' })).toEqual({ totalDocs: 0 })
      await world.close()
    }
  })
})
