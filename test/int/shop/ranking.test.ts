import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { followCreator } from '../../../src/flows/accounts/follow-creator.ts'
import { likePiece } from '../../../src/flows/accounts/like-piece.ts'
import { choosePersonalFeed } from '../../../src/flows/feed/choose-personal-feed.ts'
import { explainFeed } from '../../../src/flows/feed/explain-feed.ts'
import { type FeedName, feedPageSize, readFeed } from '../../../src/flows/feed/read-feed.ts'
import { rebuildFeed, refreshFeed } from '../../../src/flows/feed/snapshot.ts'
import { refundLines } from '../../../src/flows/payments/refund-lines.ts'
import { takeDownPiece } from '../../../src/flows/review/take-down-piece.ts'
import { readHome } from '../../../src/flows/shop/read-home.ts'
import { readPost } from '../../../src/flows/shop/read-piece.ts'
import { type Actor, anonymous } from '../../../src/lib/actor.ts'
import { newId } from '../../../src/lib/ids.ts'
import { tag } from '../../../src/lib/page-tags.ts'
import { product, programme } from '../../builders/catalogue.ts'
import { paidOrder } from '../../builders/paid-order.ts'
import { creator, person } from '../../builders/people.ts'
import { must } from '../../builders/pieces.ts'
import { publish } from '../../builders/shop-pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'

const HOUR = 3_600_000

let world: World
let editor: Awaited<ReturnType<typeof person>>
const authors: Awaited<ReturnType<typeof creator>>[] = []
const topics: Record<string, string> = {}
/** Of each topic, oldest first. */
const pieces: { camping: string[]; cooking: string[] } = { camping: [], cooking: [] }

beforeAll(async () => {
  world = await openWorld()
  editor = await person(world, ['editor'])
  await programme(world)
  for (const slug of ['camping', 'cooking']) {
    const row = await world.payload.create({
      collection: 'topics',
      data: { id: newId(), name: slug, slug, status: 'active', position: 1 },
      locale: 'zh',
      depth: 0,
    })
    topics[slug] = row.id
  }
  for (let at = 0; at < 30; at++) authors.push(await creator(world))
  for (let at = 0; at < 30; at++) {
    const topic = at % 2 ? 'camping' : 'cooking'
    world.clock.advance(60_000)
    pieces[topic].push(await publish(world, { author: authors[at]!, editor }, { topics: [topics[topic]!] }))
  }
  world.clock.advance(25 * HOUR)
}, 120_000)
afterAll(() => world.close())

const feed = async (name: FeedName = 'for-you', more: { after?: string | null; actor?: Actor; personal?: boolean } = {}) =>
  must(
    await readFeed(world.ctx, more.actor ?? anonymous, {
      feed: name,
      personal: more.personal ?? more.actor !== undefined,
      ...(more.after ? { after: more.after } : {}),
    }),
  )
const ids = (read: { pieces: { id: string }[] }) => read.pieces.map(({ id }) => id)
const like = async (fan: Actor, id: string, on = true) => must(await likePiece(world.ctx, fan, { kind: 'posts', id, on }))

describe('the for-you feed', () => {
  it('puts what people like above what is as old, for everybody alike', async () => {
    const [loved] = pieces.camping
    for (let at = 0; at < 4; at++) await like(await person(world), loved!)
    await rebuildFeed(world.ctx)
    expect(ids(await feed())[0]).toBe(loved)
    expect(ids(await feed('for-you', { actor: await person(world) }))).toEqual(ids(await feed()))
  })

  it('leafs through everything once while pieces are published, liked and taken down', async () => {
    await rebuildFeed(world.ctx)
    const first = await feed()
    expect(first.pieces).toHaveLength(feedPageSize)
    const gone = pieces.cooking[1]!
    const author = await creator(world)
    const late = await publish(world, { author, editor }, { title: '刚刚发布' })
    for (let at = 0; at < 9; at++) await like(await person(world), pieces.cooking[2]!)
    must(await takeDownPiece(world.ctx, editor, { pieceId: gone, rule: 'misleading-claim', reason: '没有依据' }))
    await rebuildFeed(world.ctx)
    const second = await feed('for-you', { after: first.next })
    const all = [...ids(first), ...ids(second)]
    expect(new Set(all).size).toBe(all.length)
    expect(ids(second)).not.toContain(gone)
    expect(all).not.toContain(late)
    expect(second.next).toBeNull()
    expect(all.filter((id) => id !== gone)).toHaveLength(29)
    expect(ids(await feed())).toContain(late)
    expect(ids(await feed())).not.toContain(gone)
  })

  it('shows a piece that was published a moment ago without being ranked anew', async () => {
    await rebuildFeed(world.ctx)
    const id = await publish(world, { author: await creator(world), editor }, { title: '新来的' })
    expect(ids(await feed())).toContain(id)
  })

  it('goes on where it was when the order of the cursor is no longer known', async () => {
    const first = await feed()
    const elsewhere = Buffer.from(first.next!, 'base64url')
      .toString()
      .replace(/^[^.]+/, 'unknown')
    const second = await feed('for-you', { after: Buffer.from(elsewhere).toString('base64url') })
    expect(ids(second).filter((id) => ids(first).includes(id))).toEqual([])
  })

  it('refuses a cursor that it did not write, and the cursor of somebody else’s order shows nothing of it', async () => {
    expect(await readFeed(world.ctx, anonymous, { feed: 'for-you', after: 'x' })).toMatchObject({ ok: false, failure: { field: 'after' } })
    const fan = await person(world)
    await like(fan, pieces.camping[4]!)
    const own = await feed('for-you', { actor: fan })
    expect(own.personal).toBe(true)
    expect((await feed('for-you', { after: own.next })).personal).toBe(false)
  })

  it('recommends nothing of limited reach, of a suspended author, nor twice in a row three of one author', async () => {
    const limited = pieces.camping[5]!
    await world.payload.update({ collection: 'piece-states', id: limited, data: { restriction: 'limited' }, depth: 0 })
    const silent = authors[20]!
    await world.payload.update({ collection: 'creators', id: silent.creatorId, data: { status: 'suspended' }, depth: 0 })
    const loud = await creator(world)
    for (let at = 0; at < 4; at++) await publish(world, { author: loud, editor }, {})
    await rebuildFeed(world.ctx)
    const read = await feed()
    const all = [...read.pieces, ...(read.next ? (await feed('for-you', { after: read.next })).pieces : [])]
    expect(all.map(({ id }) => id)).not.toContain(limited)
    expect(all.map(({ creator }) => creator.id)).not.toContain(silent.creatorId)
    const by = read.pieces.map(({ creator }) => creator.id)
    expect(by.some((id, at) => at > 1 && id === by[at - 1] && id === by[at - 2])).toBe(false)
  })
})

describe('S-04 the order of one’s own', () => {
  it('differs between two readers with disjoint likes, and is everybody’s once it is switched off', async () => {
    const [camper, cook] = [await person(world), await person(world)]
    for (const id of pieces.camping.slice(6, 9)) await like(camper, id)
    for (const id of pieces.cooking.slice(6, 9)) await like(cook, id)
    await rebuildFeed(world.ctx)
    const [a, b] = [await feed('for-you', { actor: camper }), await feed('for-you', { actor: cook })]
    expect(ids(a)).not.toEqual(ids(b))
    const campingFirst = (read: { pieces: { id: string }[] }) =>
      ids(read)
        .slice(0, 8)
        .filter((id) => pieces.camping.includes(id)).length
    expect(campingFirst(a)).toBeGreaterThan(campingFirst(b))
    must(await choosePersonalFeed(world.ctx, camper, false))
    const off = await feed('for-you', { actor: camper })
    expect(off.personal).toBe(false)
    expect(ids(off)).toEqual(ids(await feed()))
    must(await choosePersonalFeed(world.ctx, camper, true))
    expect(ids(await feed('for-you', { actor: camper }))).toEqual(ids(a))
    expect(await choosePersonalFeed(world.ctx, anonymous, false)).toMatchObject({ ok: false, failure: { code: 'unauthenticated' } })
  })

  it('pages that everybody shares are never personal', async () => {
    const fan = await person(world)
    await like(fan, pieces.camping[3]!)
    expect(ids(await feed('for-you', { actor: fan, personal: false }))).toEqual(ids(await feed()))
    expect(ids(must(await readHome(world.ctx, { locale: 'zh', tab: 'for-you' })))).toEqual(ids(await feed()))
  })

  it('is explained by its real parts: what people did, the age, and what fits the reader', async () => {
    const fan = await person(world)
    await like(fan, pieces.cooking[4]!)
    await followCreator(world.ctx, fan, { creatorId: authors[0]!.creatorId, on: true })
    await rebuildFeed(world.ctx)
    const told = must(await explainFeed(world.ctx, fan, { locale: 'zh', piece: pieces.cooking[4]! }))
    expect(told).toMatchObject({ member: true, on: true, personal: true })
    const [one] = told.pieces
    expect(one?.signals).toContainEqual({ signal: 'likes', count: 1, weight: 1, points: 1 })
    expect(one?.own).toMatchObject({ topic: { slug: 'cooking' }, author: true, known: true })
    const all = must(await explainFeed(world.ctx, anonymous, { locale: 'zh' }))
    expect(all.pieces.map(({ piece }) => piece.id)).toEqual(ids(await feed()).slice(0, all.pieces.length))
    expect(all.pieces.every(({ own }) => own === undefined)).toBe(true)
    expect(await explainFeed(world.ctx, anonymous, { locale: 'zh', piece: newId() })).toMatchObject({ ok: false })
  })
})

describe('the trending feed', () => {
  it('holds what at least three people acted on lately, and no author rises by herself', async () => {
    const before = ids(await feed('trending'))
    const [risen, quiet] = [pieces.camping[9]!, pieces.camping[10]!]
    for (let at = 0; at < 3; at++) await like(await person(world), risen)
    for (let at = 0; at < 2; at++) await like(await person(world), quiet)
    const { author } = await world.payload.findByID({ collection: 'piece-states', id: quiet, depth: 0 })
    const { user } = await world.payload.findByID({ collection: 'creators', id: author as string, depth: 0 })
    await like({ userId: user as string, roles: ['creator'], creatorId: author as string }, quiet)
    await rebuildFeed(world.ctx)
    const now = ids(await feed('trending'))
    expect(before).not.toContain(risen)
    expect(now).toContain(risen)
    expect(now).not.toContain(quiet)
  })

  it('MOD-20 holds nothing that no editor let pass, nor what an editor restricted', async () => {
    const [piece] = ids(await feed('trending'))
    await world.payload.update({ collection: 'piece-states', id: piece!, data: { restriction: 'limited' }, depth: 0 })
    await rebuildFeed(world.ctx)
    expect(ids(await feed('trending'))).not.toContain(piece)
    const approvals = await world.payload.find({
      collection: 'review-items',
      where: { and: [{ piece: { in: ids(await feed('trending')) } }, { state: { equals: 'approved' } }, { decidedBy: { exists: true } }] },
      depth: 0,
      pagination: false,
    })
    expect(new Set(approvals.docs.map((item) => item.piece))).toEqual(new Set(ids(await feed('trending'))))
  })

  it('has kept pages made anew when the order moved on', async () => {
    await rebuildFeed(world.ctx)
    const rows = async () =>
      (await world.payload.find({ collection: 'cache-purges', depth: 0, pagination: false })).docs.filter(
        ({ tags }) => Array.isArray(tags) && tags.includes(tag.feed('home')),
      ).length
    world.clock.advance(61_000)
    const before = await rows()
    for (let at = 0; at < 12; at++) await like(await person(world), pieces.cooking[9]!)
    await refreshFeed(world.ctx)
    expect(await rows()).toBe(before + 1)
    await refreshFeed(world.ctx)
    expect(await rows()).toBe(before + 1)
  })
})

describe('the following page', () => {
  it('says for everybody whom one could follow, the best ranked first, and no suspended creator', async () => {
    const page = must(await readHome(world.ctx, { locale: 'zh', tab: 'following' }))
    expect(page.pieces).toEqual([])
    expect(page.suggested.length).toBeGreaterThan(3)
    expect(page.suggested.map(({ id }) => id)).not.toContain(authors[20]!.creatorId)
  })
})

describe('what stands beside a piece', () => {
  const related = async (id: string) => ids({ pieces: must(await readPost(world.ctx, { id, locale: 'zh' })).related })

  it('is about the same product first, then the same topic; never itself, its translation, nor what was taken down', async () => {
    const goods = await product(world)
    const placements = [{ number: 1, kind: 'text' as const, product: goods.productId }]
    const [one, two, three] = [await creator(world), await creator(world), await creator(world)]
    const text = { body: '好用 [[1]]', placements }
    const first = await publish(world, { author: one, editor }, text)
    const second = await publish(world, { author: two, editor }, { ...text, topics: [topics.cooking!] })
    const gone = await publish(world, { author: three, editor }, text)
    const translated = await publish(world, { author: one, editor }, { ...text, language: 'en', translationOf: first })
    must(await takeDownPiece(world.ctx, editor, { pieceId: gone, rule: 'misleading-claim', reason: '没有依据' }))
    await rebuildFeed(world.ctx)
    const shown = await related(first)
    expect(shown[0]).toBe(second)
    for (const id of [first, gone, translated]) expect(shown).not.toContain(id)
    expect((await related(second)).length).toBeGreaterThan(2)
  })

  it('is what three readers of it liked too, where nothing else joins them', async () => {
    const [one, two] = [
      await publish(world, { author: await creator(world), editor }, {}),
      await publish(world, { author: await creator(world), editor }, {}),
    ]
    const readers = [await person(world), await person(world), await person(world)]
    for (const reader of readers.slice(0, 2)) for (const id of [one, two]) await like(reader, id)
    await rebuildFeed(world.ctx)
    expect(await related(one)).not.toContain(two)
    for (const id of [one, two]) await like(readers[2]!, id)
    await rebuildFeed(world.ctx)
    expect(await related(one)).toContain(two)
  })
})

describe('orders in the ranking', () => {
  it('count a day after they were paid, once for each buyer, and not when they were refunded', async () => {
    const goods = await product(world, { stock: 9 })
    const author = await creator(world)
    const piece = await publish(world, { author, editor }, {})
    const programmeId = await programme(world)
    const credit = { creatorId: author.creatorId, rateBps: 800, programmeId, piece }
    const [fan, other] = [await person(world), await person(world)]
    const orders = async () => {
      await rebuildFeed(world.ctx)
      const { pieces: told } = must(await explainFeed(world.ctx, anonymous, { locale: 'zh', piece }))
      return told[0]?.signals.find(({ signal }) => signal === 'orders')?.count ?? 0
    }
    for (const userId of [fan.userId, fan.userId]) await paidOrder(world, [{ product: goods, credit }], { userId })
    const back = await paidOrder(world, [{ product: goods, credit }], { userId: other.userId })
    expect(await orders()).toBe(0)
    world.clock.advance(25 * HOUR)
    expect(await orders()).toBe(2)
    must(
      await refundLines(
        world.ctx,
        await person(world, ['finance']),
        { orderId: back.orderId, lines: [{ lineId: back.lineIds[0]!, quantity: 1, restock: true }], reason: 'buyer_return' },
        newId(),
      ),
    )
    expect(await orders()).toBe(1)
  })
})
