import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { followCreator } from '../../../src/flows/accounts/follow-creator.ts'
import { likePiece } from '../../../src/flows/accounts/like-piece.ts'
import { type FeedName, feedPageSize, readFeed } from '../../../src/flows/feed/read-feed.ts'
import { savePiece } from '../../../src/flows/pieces/save-piece.ts'
import { takeDownPiece } from '../../../src/flows/review/take-down-piece.ts'
import { likeById } from '../../../src/flows/shop/like-by-id.ts'
import { readCreator } from '../../../src/flows/shop/read-creator.ts'
import { readCaptions, readPost, readVideoNote } from '../../../src/flows/shop/read-piece.ts'
import { readTopic } from '../../../src/flows/shop/read-topic.ts'
import { anonymous } from '../../../src/lib/actor.ts'
import { newId } from '../../../src/lib/ids.ts'
import { product, programme } from '../../builders/catalogue.ts'
import { creator, person } from '../../builders/people.ts'
import { publish } from '../../builders/shop-pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let editor: Awaited<ReturnType<typeof person>>
let fan: Awaited<ReturnType<typeof person>>

beforeAll(async () => {
  world = await openWorld()
  editor = await person(world, ['editor'])
  fan = await person(world)
  await programme(world)
})
afterAll(() => world.close())

const home = async (after?: string | null, feed: FeedName = 'newest', actor = anonymous) => {
  const read = await readFeed(world.ctx, actor, { feed, after: after ?? null })
  if (!read.ok) throw new Error(read.failure.message)
  return read.value
}
const ids = (pieces: { id: string }[]) => pieces.map(({ id }) => id)

describe('the home feed', () => {
  it('shows nothing that is not public: drafts, submitted pieces and unknown ones', async () => {
    const author = await creator(world)
    const draft = await savePiece(world.ctx, author, { kind: 'posts', draft: { title: '还没写完', body: '草稿' } })
    if (!draft.ok) throw new Error(draft.failure.message)
    expect((await home()).pieces).toEqual([])
    expect(await readPost(world.ctx, { id: draft.value.id, locale: 'zh' })).toMatchObject({ ok: false, failure: { code: 'not_found' } })
    expect(await readPost(world.ctx, { id: newId(), locale: 'zh' })).toMatchObject({ ok: false, failure: { code: 'not_found' } })
    expect(await readPost(world.ctx, { id: "' or 1=1", locale: 'zh' })).toMatchObject({ ok: false, failure: { code: 'not_found' } })
  })

  it('is newest first, and its cursor neither repeats nor skips while pieces are published', async () => {
    const author = await creator(world)
    const published: string[] = []
    for (let at = 0; at < feedPageSize + 5; at += 1) {
      world.clock.advance(at % 3 === 0 ? 0 : 1000)
      published.unshift(await publish(world, { author, editor }, { title: `第 ${at} 篇` }))
    }
    const first = await home()
    expect(first.pieces).toHaveLength(feedPageSize)
    world.clock.advance(1000)
    const late = await publish(world, { author, editor }, { title: '刚刚发布' })
    const second = await home(first.next)
    const all = [...ids(first.pieces), ...ids(second.pieces)]
    expect(new Set(all).size).toBe(all.length)
    expect([...all].sort()).toEqual([...published].sort())
    expect(second.next).toBeNull()
    expect(ids((await home()).pieces)[0]).toBe(late)
  })

  it('refuses a cursor that it did not write', async () => {
    for (const after of ['x', Buffer.from('1.2').toString('base64url'), 'a'.repeat(5000)]) {
      expect(await readFeed(world.ctx, anonymous, { feed: 'newest', after })).toMatchObject({
        ok: false,
        failure: { code: 'invalid', field: 'after' },
      })
    }
  })

  it('shows the creators that one follows, and asks a guest to log in', async () => {
    const [followed, other] = [await creator(world), await creator(world)]
    const mine = await publish(world, { author: followed, editor }, {})
    await publish(world, { author: other, editor }, {})
    expect(await readFeed(world.ctx, anonymous, { feed: 'following' })).toMatchObject({
      ok: false,
      failure: { code: 'unauthenticated' },
    })
    expect((await home(null, 'following', fan)).pieces).toEqual([])
    await followCreator(world.ctx, fan, { creatorId: followed.creatorId, on: true })
    expect(ids((await home(null, 'following', fan)).pieces)).toEqual([mine])
  })
})

describe('a piece', () => {
  it('shows its products with price, stock, code and what its creator would earn, and its ad label (DIS-1, ATT-22)', async () => {
    const author = await creator(world, { displayName: '阿南' })
    const tent = await product(world, { title: '双人帐篷', prices: [45900], stock: 23 })
    const id = await publish(
      world,
      { author, editor },
      { title: '零下五度', body: '搭得快 [[1]]', placements: [{ number: 1, kind: 'text', product: tent.productId }] },
    )
    const read = await readPost(world.ctx, { id, locale: 'zh' })
    if (!read.ok) throw new Error(read.failure.message)
    const [placement] = read.value.placements
    expect(placement).toMatchObject({
      number: 1,
      kind: 'text',
      product: { title: '双人帐篷', lang: 'zh', stock: 23, price: { amount: 45900, currency: 'CNY' }, variantId: tent.variantIds[0] },
    })
    expect(placement?.code).toMatch(/^[0-9a-z]{8}$/)
    // 459.00 holds 13 % tax: 406.19 without; 8 % of that is 32.50 (half-even)
    expect(placement?.credit).toEqual({ name: '阿南', basisPoints: 800, amount: { amount: 3250, currency: 'CNY' } })
    expect(read.value.labels).toEqual(['commission'])
    const card = (await home()).pieces.find((one) => one.id === id)
    expect(card).toMatchObject({ kind: 'post', label: 'commission', price: { from: { amount: 45900, currency: 'CNY' }, soldOut: false } })
  })

  it('keeps the row of a product that is no longer sold, without a price to buy at', async () => {
    const author = await creator(world)
    const lamp = await product(world, { title: '营灯', prices: [9900] })
    const id = await publish(
      world,
      { author, editor },
      { body: '亮 [[1]]', placements: [{ number: 1, kind: 'text', product: lamp.productId }] },
    )
    await world.payload.update({ collection: 'products', id: lamp.productId, data: { status: 'archived' }, depth: 0 })
    const read = await readPost(world.ctx, { id, locale: 'zh' })
    expect(read).toMatchObject({ ok: true, value: { placements: [{ number: 1, product: { withdrawn: true, stock: 0 } }] } })

    expect((await home()).pieces.find((one) => one.id === id)?.price).toBeUndefined()
  })

  it('answers gone when an editor took it down, and leaves feed, creator and topic at once', async () => {
    const author = await creator(world)
    const topic = await world.payload.create({
      collection: 'topics',
      data: { id: newId(), name: '露营', slug: 'camping', status: 'active', position: 1 },
      locale: 'zh',
      depth: 0,
    })
    const id = await publish(world, { author, editor }, { topics: [topic.id] })
    expect(await readTopic(world.ctx, { slug: 'camping', locale: 'en' })).toMatchObject({
      ok: true,
      value: { name: '露营', count: 1, pieces: [{ id }] },
    })
    const down = await takeDownPiece(world.ctx, editor, { pieceId: id, rule: 'misleading-claim', reason: '与事实不符' })
    expect(down).toMatchObject({ ok: true })
    expect(await readPost(world.ctx, { id, locale: 'zh' })).toMatchObject({ ok: false, failure: { code: 'gone' } })
    expect(ids((await home()).pieces)).not.toContain(id)
    expect(await readTopic(world.ctx, { slug: 'camping', locale: 'zh' })).toMatchObject({ ok: true, value: { count: 0, pieces: [] } })
  })

  it('is found as what it is: a video note is no post, and has its captions, poster and seconds', async () => {
    const author = await creator(world)
    const kettle = await product(world)
    const id = await publish(
      world,
      { author, editor },
      {
        kind: 'video-notes',
        captions: 'WEBVTT\n\n00:00.000 --> 00:02.000\n水开了',
        placements: [{ number: 1, kind: 'moment', product: kettle.productId, from: 2, to: 5 }],
      },
    )
    expect(await readPost(world.ctx, { id, locale: 'zh' })).toMatchObject({ ok: false, failure: { code: 'not_found' } })
    const read = await readVideoNote(world.ctx, { id, locale: 'zh' })
    expect(read).toMatchObject({
      ok: true,
      value: {
        video: { kind: 'video', durationSeconds: 9, captionsUrl: `/v1/pieces/video-note/${id}/captions.vtt` },
        placements: [{ from: 2, to: 5 }],
      },
    })
    if (read.ok) expect(read.value.video.videoUrl).toMatch(/^\/media\/[0-9a-f]{2}\/[0-9a-f]+\.mp4$/)
    expect(await readCaptions(world.ctx, { id })).toMatchObject({ ok: true })
    await takeDownPiece(world.ctx, editor, { pieceId: id, rule: 'misleading-claim', reason: '与事实不符' })
    expect(await readCaptions(world.ctx, { id })).toMatchObject({ ok: false, failure: { code: 'gone' } })
    expect(await readCaptions(world.ctx, { id: newId() })).toMatchObject({ ok: false, failure: { code: 'not_found' } })
  })
})

describe('likes, follows and figures', () => {
  it('counts each person once, whichever button was pressed how often', async () => {
    const author = await creator(world)
    const id = await publish(world, { author, editor }, {})
    const other = await person(world)
    expect(await likeById(world.ctx, anonymous, { id, on: true })).toMatchObject({ ok: false, failure: { code: 'unauthenticated' } })
    for (const on of [true, true]) expect(await likeById(world.ctx, fan, { id, on })).toMatchObject({ ok: true, value: { on, count: 1 } })
    await likePiece(world.ctx, other, { kind: 'posts', id, on: true })
    await followCreator(world.ctx, fan, { creatorId: author.creatorId, on: true })
    await followCreator(world.ctx, fan, { creatorId: author.creatorId, on: true })
    const page = await readCreator(world.ctx, {
      handle: `CREATOR_${(author as unknown as { email: string }).email.match(/\d+/)?.[0]}`,
      kind: 'all',
    })
    expect(page).toMatchObject({ ok: true, value: { followers: 1, likes: 2, posts: 1, videos: 0, pieces: [{ id, likes: 2 }] } })
    await likeById(world.ctx, fan, { id, on: false })
    expect(await readPost(world.ctx, { id, locale: 'zh' })).toMatchObject({ ok: true, value: { likes: 1, creator: { followers: 1 } } })
    expect(await likeById(world.ctx, fan, { id: newId(), on: true })).toMatchObject({ ok: false, failure: { code: 'not_found' } })
  })

  it('shows of a suspended creator the name alone, and none of her pieces anywhere', async () => {
    const author = await creator(world, { handle: 'gone_girl', displayName: '停用的人' })
    const id = await publish(world, { author, editor }, {})
    await world.payload.update({ collection: 'creators', id: author.creatorId, data: { status: 'suspended' }, depth: 0 })
    expect(await readCreator(world.ctx, { handle: 'gone_girl', kind: 'all' })).toMatchObject({
      ok: true,
      value: { name: '停用的人', suspended: true, pieces: [], likes: 0 },
    })
    expect(ids((await home()).pieces)).not.toContain(id)
    expect((await readPost(world.ctx, { id, locale: 'zh' })).ok).toBe(false)
    expect(await readCreator(world.ctx, { handle: 'nobody_here', kind: 'all' })).toMatchObject({
      ok: false,
      failure: { code: 'not_found' },
    })
  })
})
