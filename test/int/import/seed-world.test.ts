import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listMyBoards } from '../../../src/flows/boards/list-boards.ts'
import { listComments } from '../../../src/flows/comments/list-comments.ts'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { linesOfCreator } from '../../../src/flows/earnings/creator-lines.ts'
import { listRisks } from '../../../src/flows/fraud/list-risks.ts'
import { signalCreators } from '../../../src/flows/fraud/signal-creators.ts'
import { signalPaidOrders } from '../../../src/flows/fraud/signal-order.ts'
import { prepareWorld } from '../../../src/flows/operations/prepare-world.ts'
import { seedWorld } from '../../../src/flows/operations/seed-world.ts'
import { readCreator } from '../../../src/flows/shop/read-creator.ts'
import { readPost } from '../../../src/flows/shop/read-piece.ts'
import { readProduct } from '../../../src/flows/shop/read-product.ts'
import { newId } from '../../../src/lib/ids.ts'
import { isPaid, type OrderState } from '../../../src/modules/checkout/index.ts'
import { openWorld, type World } from '../../builders/world.ts'
import { forgetViews, worldDigest } from '../../builders/world-digest.ts'

type Row = Record<string, unknown>
type Slug = 'users' | 'products' | 'media' | 'posts' | 'video-notes' | 'piece-states' | 'orders' | 'refunds' | 'touches' | 'comments'

type MoneySlug =
  | 'programmes'
  | 'fraud-signals'
  | 'holds'
  | 'ledger-entries'
  | 'coupons'
  | 'coupon-uses'
  | 'shipments'
  | 'refund-requests'
  | 'payout-runs'
  | 'payouts'
  | 'order-claims'

const all = async (
  { payload }: World,
  collection: Slug | 'piece-stats' | 'product-links' | MoneySlug | 'payload-jobs',
  locale: 'zh' | 'all' = 'zh',
) => (await payload.find({ collection, limit: 0, pagination: false, depth: 0, locale, sort: 'id' })).docs as unknown as Row[]

const minutes = 60_000

describe.skipIf(process.env.TEST_DATABASE === 'mongodb')('the demo world, seeded', () => {
  let world: World
  const told: number[] = []
  beforeAll(async () => {
    world = await openWorld()
    const made = await prepareWorld(world.ctx, ({ done, total }) => void told.push(done / total))
    expect(made.world).toBe('made')
    await world.ctx.touches.drain()
  }, 10 * minutes)
  afterAll(() => world.close())

  it('has products that can be bought, in both languages, with pictures that decode', async () => {
    const products = await all(world, 'products', 'all')
    expect(products.length).toBeGreaterThanOrEqual(36)
    for (const { title, description, pictures, category, topics, slug } of products) {
      for (const text of [title, description] as Record<string, string>[]) {
        expect(text.zh, String(slug)).toMatch(/\p{Script=Han}/u)
        expect(text.en, String(slug)).toMatch(/^[^\p{Script=Han}]+$/u)
      }
      expect((pictures as string[]).length, String(slug)).toBeGreaterThanOrEqual(slug === 'bowl' ? 1 : 2)
      expect(category && (topics as string[]).length, String(slug)).toBeTruthy()
    }
    const images = (await all(world, 'media')).filter(({ kind }) => kind === 'image')
    // Every tenth: decoding six hundred files proves no more.
    for (const { variants } of images.filter((_, at) => at % 10 === 0))
      for (const { path, width } of variants as { path: string; width: number }[])
        expect((await sharp(world.ctx.media.files.resolve(path) ?? '').metadata()).width).toBe(width)
  })

  it('shows options in the reader’s words with swatches, and a lower price beside what it honestly was (LAW-8)', async () => {
    const product = async (slug: string, locale: 'zh' | 'en') => {
      const read = await readProduct(world.ctx, { slug, locale })
      if (!read.ok) throw new Error(read.failure.message)
      return JSON.stringify(read.value)
    }
    expect(await product('tent', 'en')).toContain('Sunset yellow')
    expect(await product('tent', 'zh')).toContain('#E0A53C')
    expect(await product('cast-pot', 'zh')).toContain('52900')
    expect(await product('tent', 'zh')).not.toContain('52900')
  })

  it('has forty posts and more that are public, each under its label and with links that earn, and pieces in every other state', async () => {
    const states = await all(world, 'piece-states')
    const count = (state: string) => states.filter((row) => row.state === state && row.restriction === 'none').length
    expect(states.filter(({ isPublic, kind }) => isPublic && kind === 'posts').length).toBeGreaterThanOrEqual(40)
    expect(['submitted', 'changes_requested', 'rejected', 'draft', 'scheduled'].map(count)).toEqual([5, 2, 1, 3, 1])
    expect(states.filter(({ restriction }) => restriction === 'removed')).toMatchObject([{ state: 'published', isPublic: false }])
    for (const { programme } of await all(world, 'product-links')) expect(programme).toBeTruthy()
    for (const piece of [...(await all(world, 'posts')), ...(await all(world, 'video-notes'))]) {
      const placements = piece.placements as Row[]
      if (placements.length > 0) expect(piece.disclosure, String(piece.title)).not.toBe('none')
      for (const { product, link } of placements) expect(product && link).toBeTruthy()
    }
    expect((await all(world, 'posts')).filter(({ editNote }) => editNote)).toHaveLength(1)
  })

  it('shows what happens to a shop: a product sold out, one in a single kind, a creator who was suspended', async () => {
    const product = async (slug: string) => {
      const read = await readProduct(world.ctx, { slug, locale: 'zh' })
      if (!read.ok) throw new Error(read.failure.message)
      return read.value
    }
    for (const slug of ['noodles', 'blanket'])
      expect(new Set((await product(slug)).variants.map(({ stock }) => stock)), slug).toEqual(new Set([0]))
    const { options, variants } = await product('bowl')
    expect([options, variants.length]).toEqual([[], 1])
    const moves = await world.payload.find({
      collection: 'stock-movements',
      where: { reason: { contains: '线下市集' } },
      depth: 0,
      pagination: false,
    })
    expect(moves.docs.length).toBeGreaterThanOrEqual(1)
    const gone = await readCreator(world.ctx, { handle: 'lele_finds', kind: 'all' })
    expect(gone).toMatchObject({ ok: true, value: { suspended: true, pieces: [], posts: 0 } })
    const { docs } = await world.payload.find({ collection: 'creators', where: { handle: { equals: 'lele_finds' } }, depth: 0 })
    const hers = (await all(world, 'piece-states')).filter(({ author }) => author === docs[0]?.id)
    expect(hers.length).toBeGreaterThanOrEqual(2)
    for (const { id } of hers) expect(await readPost(world.ctx, { id: String(id), locale: 'zh' }), String(id)).toMatchObject({ ok: false })
  })

  it('plays its clips without ffmpeg, under a poster', async () => {
    const videos = (await all(world, 'media')).filter(({ kind }) => kind === 'video')
    expect(videos).toHaveLength(12)
    for (const { state, playable, poster } of videos) {
      expect([state, Boolean(poster)]).toEqual(['ready', true])
      expect(world.ctx.media.files.resolve(String(playable))).toBeTruthy()
    }
  })

  it('has a month of orders of every fate, credits that follow them, and books that balance', async () => {
    const orders = await all(world, 'orders')
    expect(orders.length).toBeGreaterThanOrEqual(120)
    expect(new Set(orders.map(({ state }) => state))).toEqual(new Set(['paid', 'fulfilled', 'completed', 'expired', 'cancelled']))
    const lines = orders.filter(({ state }) => isPaid(state as OrderState)).flatMap((order) => order.lines as Row[])
    expect(lines.filter(({ creator, commission }) => creator && Number(commission) > 0).length).toBeGreaterThan(100)
    const refunds = await all(world, 'refunds')
    expect(refunds.length).toBeGreaterThanOrEqual(5)
    for (const { state } of refunds) expect(state).toBe('settled')
    const books = await checkBooks(world.ctx)
    expect(books.findings).toEqual([])
    expect(books.figures.orders).toBe(orders.length)
  })

  it('sends what was paid: most of it arrived and was received, some is on its way, one order is half sent', async () => {
    const orders = await all(world, 'orders')
    expect(orders.filter(({ state }) => state === 'completed').length).toBeGreaterThanOrEqual(100)
    expect(orders.filter(({ state }) => state === 'fulfilled').length).toBeGreaterThanOrEqual(10)
    for (const { state, receivedAt } of orders) expect(Boolean(receivedAt)).toBe(state === 'completed')
    const parcels = await all(world, 'shipments')
    expect(new Set(parcels.map(({ state }) => state))).toEqual(new Set(['shipped', 'delivered']))
    const begun = new Set(parcels.map(({ order }) => order))
    expect(orders.filter(({ id, state }) => state === 'paid' && begun.has(id))).toHaveLength(1)
    const requests = await all(world, 'refund-requests')
    expect(requests.map(({ state }) => state).sort()).toEqual(['approved', 'asked', 'declined'])
  })

  it('credits what was bought with a creator’s code to her, and with the shop’s own code to nobody by itself (ATT-17)', async () => {
    const coupons = await all(world, 'coupons')
    expect(coupons.map(({ code, used }) => `${code} ${used}`).sort()).toEqual(['AHE10 3', 'QIUGAO 2', 'ZHOU20 3'])
    const orders = await all(world, 'orders')
    for (const { id, creator, isPublic } of coupons) {
      const uses = (await all(world, 'coupon-uses')).filter(({ coupon }) => coupon === id)
      const lines = orders.filter((order) => uses.some((use) => use.order === order.id)).flatMap((order) => order.lines as Row[])
      expect(lines.length).toBeGreaterThanOrEqual(2)
      for (const line of lines) expect(Number(line.discountAmount)).toBeGreaterThan(0)
      if (isPublic) expect(creator ?? null).toBeNull()
      else expect(lines.filter((line) => line.creator === creator).length).toBe(lines.length)
    }
  })

  it('paid creators last time, could not pay one who is payable again, and owes all three kinds of money (ATT-25, ATT-33)', async () => {
    expect(await all(world, 'payout-runs')).toMatchObject([{ state: 'confirmed', count: 2 }])
    const payouts = await all(world, 'payouts')
    expect(payouts.map(({ state }) => state).sort()).toEqual(['confirmed', 'failed'])
    const lines = async (state: string) => {
      const { creator } = payouts.find((payout) => payout.state === state) as Row
      return linesOfCreator(await world.ctx.req(), String(creator), world.clock.now())
    }
    const states = (await lines('confirmed')).map(({ state }) => state.state)
    for (const state of ['pending', 'payable', 'paid']) expect(states).toContain(state)
    const failed = payouts.find(({ state }) => state === 'failed')
    const again = (await lines('failed')).filter(({ state }) => state.state === 'payable')
    expect(again.reduce((sum, { state }) => sum + state.outstanding, 0)).toBeGreaterThanOrEqual(Number(failed?.amount))
    expect(await all(world, 'order-claims')).toMatchObject([{ state: 'open' }])
  })

  it('ATT-14 pays a creator by the programme that she was invited to, a product more in it, and another by a rate agreed with her', async () => {
    const programmes = await all(world, 'programmes')
    const creators = (await world.payload.find({ collection: 'creators', limit: 0, pagination: false, depth: 0 })).docs
    const idOfHandle = (handle: string) => creators.find((one) => one.handle === handle)?.id
    const partners = programmes.find(({ joining }) => joining === 'invited')
    const lines = (await all(world, 'orders')).flatMap((order) => order.lines as Row[]).filter(({ creator }) => creator)
    // What she was invited to holds for what her code brings, too (ATT-16).
    const byTouch = lines.filter(({ decision }) => (decision as Row)?.scope === 'direct')
    const of = (handle: string) => byTouch.filter(({ creator }) => creator === idOfHandle(handle))
    const told = (handle: string) => [...new Set(of(handle).map(({ rateSource, rateBps }) => `${rateSource} ${rateBps}`))].sort()
    expect(told('zhou')).toEqual(['invited 1200', 'product 1500'])
    expect(new Set(of('zhou').map(({ programme }) => programme))).toEqual(new Set([partners?.id]))
    expect(told('mei')).toEqual(['invited 1000'])
    expect(told('ahe')).toEqual(['programme 800'])
  })

  it('ATT-37 gives the risk centre two orders to look at, and every rule that looks at all others finds nothing', async () => {
    const signals = async () => (await all(world, 'fraud-signals')).map(({ code }) => String(code)).sort()
    expect(await signals()).toEqual(['crowded_device', 'paid_ads'])
    await signalPaidOrders(world.ctx)
    await signalCreators(world.ctx)
    expect(await signals()).toEqual(['crowded_device', 'paid_ads'])
    const { docs } = await world.payload.find({ collection: 'users', where: { email: { equals: 'finance@demo.example' } }, limit: 1 })
    const risks = await listRisks(world.ctx, { userId: docs[0]?.id ?? '', roles: ['finance'], creatorId: null })
    const shown = risks.ok ? risks.value.creators.map(({ handle, score, waiting }) => [handle, score, waiting]) : risks
    expect(shown).toEqual([
      ['mei', 70, 1],
      ['xiaozhu', 65, 1],
    ])
    const holds = await all(world, 'holds')
    expect(holds.filter(({ reason }) => reason === 'fraud_signal')).toHaveLength(2)
    // ATT-27: a request that waits holds what its lines credited, and those that were answered hold nothing any more.
    const asked = (await all(world, 'refund-requests')).filter(({ state }) => state === 'asked').flatMap((one) => one.lines as Row[])
    const credited = (await all(world, 'ledger-entries')).filter(
      ({ kind, creator, orderLine }) => kind === 'accrue' && creator && asked.some((line) => line.orderLine === orderLine),
    )
    const ended = new Set(holds.map(({ hold }) => hold))
    const waiting = holds.filter(({ kind, reason, id }) => kind === 'hold' && reason === 'refund_request' && !ended.has(id))
    expect(waiting.map(({ orderLine }) => orderLine)).toEqual(credited.map(({ orderLine }) => orderLine))
    expect(holds.some(({ reason }) => reason === 'request_closed')).toBe(true)
  })

  it('counts for every piece as many clicks as there are touches, no more clicks than views, no more orders than clicks', async () => {
    const touches = await all(world, 'touches')
    expect(touches.length).toBeGreaterThan(2000)
    const sums = new Map<string, { views: number; clicks: number; orders: number }>()
    for (const { piece, views, clicks, orders } of await all(world, 'piece-stats')) {
      const sum = sums.get(String(piece)) ?? { views: 0, clicks: 0, orders: 0 }
      sums.set(String(piece), {
        views: sum.views + Number(views),
        clicks: sum.clicks + Number(clicks),
        orders: sum.orders + Number(orders),
      })
    }
    for (const [piece, { views, clicks, orders }] of sums) {
      expect(clicks).toBe(touches.filter((touch) => touch.piece === piece && touch.kind === 'click').length)
      expect(views).toBeGreaterThanOrEqual(clicks)
      expect(clicks).toBeGreaterThanOrEqual(orders)
    }
  })

  it('is talked about, by buyers too; what an editor hid and what waits is not shown', async () => {
    const comments = await all(world, 'comments')
    expect(comments.length).toBeGreaterThanOrEqual(150)
    expect(comments.filter(({ state }) => state === 'hidden')).toHaveLength(1)
    expect(comments.filter(({ state }) => state === 'held').length).toBeGreaterThanOrEqual(1)
    const post = (await all(world, 'posts')).find(({ title }) => String(title).startsWith('零下五度露营'))
    const listed = await listComments(world.ctx, { kind: 'posts', target: String(post?.id) })
    const shown = listed.ok ? JSON.stringify(listed.value) : ''
    expect(shown).toContain('我买的是苔绿')
    expect(shown).toContain('"bought":true')
    expect(shown).not.toContain('高仿')
  })

  it('says of a lower price in a comment what its author really paid', async () => {
    const [comments, orders] = [await all(world, 'comments'), await all(world, 'orders')]
    const paid = async (words: string, sku: string) => {
      const author = comments.find(({ body }) => String(body).includes(words))?.author
      const lines = orders
        .filter(({ user, state }) => user === author && isPaid(state as OrderState))
        .flatMap(({ lines }) => lines as Row[])
      return lines.filter((line) => line.sku === sku).map(({ unitPrice }) => unitPrice)
    }
    expect(await paid('没赶上降价，心疼七十块', 'POT-RED')).toEqual([52_900])
    expect(await paid('降价那周买的松石绿，省下的七十块', 'POT-TEAL')).toEqual([45_900])
  })

  it('has boards, of which the private ones are their owners’ alone', async () => {
    const { payload } = world
    const owner = (await payload.find({ collection: 'users', where: { email: { equals: 'fan@demo.example' } }, limit: 1 })).docs[0]
    const actor = { userId: owner?.id ?? '', roles: ['fan' as const], creatorId: null }
    const mine = await listMyBoards(world.ctx, actor, { locale: 'zh' })
    expect(mine.ok && mine.value.map(({ title }) => title).sort()).toEqual(['冬天想去睡一晚', '给妈妈看的'].sort())
    const boards = await payload.find({ collection: 'boards', limit: 0, pagination: false, depth: 0 })
    expect(boards.docs.filter(({ visibility }) => visibility === 'public').length).toBeGreaterThanOrEqual(8)
  })

  it('has creators who have been here for long, and two buyers who became promoters and sold something (S-06)', async () => {
    const promoters = await world.payload.find({ collection: 'creators', where: { kind: { equals: 'promoter' } }, depth: 0 })
    expect(promoters.docs).toHaveLength(2)
    const creators = await world.payload.find({ collection: 'creators', where: { kind: { equals: 'creator' } }, depth: 0 })
    for (const { createdAt, verticals, handle } of creators.docs) {
      expect(createdAt < '2026-09', handle).toBe(true)
      expect(verticals?.length, handle).toBeGreaterThan(0)
    }
    const ids = new Set<unknown>(promoters.docs.map(({ id }) => id))
    const lines = (await all(world, 'orders')).flatMap((order) => order.lines as Row[]).filter(({ creator }) => ids.has(creator))
    expect(lines).toHaveLength(3)
    for (const { piece, commission, rateBps } of lines) expect([piece ?? null, Number(commission) > 0, rateBps]).toEqual([null, true, 500])
  })

  it('lets nobody in but the demo accounts, lets nothing happen in the future, and writes no letters about the past', async () => {
    const users = await all(world, 'users')
    expect(users.filter(({ demo }) => demo)).toHaveLength(users.length)
    const now = world.clock.now().toISOString()
    for (const { placedAt } of await all(world, 'orders')) expect(String(placedAt) < now).toBe(true)
    for (const { publishedAt } of await all(world, 'piece-states')) expect(String(publishedAt ?? '') < now).toBe(true)
    for (const { at } of [...(await all(world, 'comments')), ...(await all(world, 'touches'))]) expect(String(at) < now).toBe(true)
    const jobs = await all(world, 'payload-jobs')
    expect(jobs.filter(({ taskSlug }) => taskSlug === 'send-mail')).toEqual([])
    // Only what sold out or came back tells the index by itself: it is built once, when all is there.
    expect(jobs.filter(({ taskSlug }) => taskSlug === 'index-documents').length).toBeLessThan(200)
  })

  it('says how far it is, from first to last', () => {
    expect(told).toEqual([...told].sort((a, b) => a - b))
    expect(told.at(-1)).toBe(1)
  })

  it('is made once: again changes nothing, also when it is half there, and a second copy is the same world', {
    timeout: 20 * minutes,
  }, async () => {
    const { payload, ctx } = world
    const before = await worldDigest(payload)
    expect(await seedWorld(ctx)).toBe('there already')
    // As a crash leaves it: the last order's mark is kept, what comes after is begun anew.
    const orders = (await all(world, 'orders')).length
    for (const value of [10 + orders, 900]) {
      await payload.update({ collection: 'counters', where: { key: { equals: 'world:seed' } }, data: { value } })
      if (value < 900) await forgetViews(world.ctx)
      expect(await seedWorld(ctx)).toBe('made')
      expect(await worldDigest(payload)).toEqual(before)
    }
    const copy = await openWorld()
    await prepareWorld(copy.ctx)
    await copy.ctx.touches.drain()
    expect(await worldDigest(copy.payload)).toEqual(before)
    await copy.close()
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
