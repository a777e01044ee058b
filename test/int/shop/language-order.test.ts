import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { likePiece } from '../../../src/flows/accounts/like-piece.ts'
import { explainFeed } from '../../../src/flows/feed/explain-feed.ts'
import { type FeedName, readFeed } from '../../../src/flows/feed/read-feed.ts'
import { rebuildFeed } from '../../../src/flows/feed/snapshot.ts'
import { readTopic } from '../../../src/flows/shop/read-topic.ts'
import { type Actor, anonymous } from '../../../src/lib/actor.ts'
import { newId } from '../../../src/lib/ids.ts'
import { otherLanguage } from '../../../src/modules/feed/index.ts'
import { creator, person } from '../../builders/people.ts'
import { must, publishedPost } from '../../builders/pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'

const slug = 'nights-out'
/** Likes of each piece, all of one age: `translated` stands there in both languages. */
const likes = { zh: 3, en: 4, loved: 40, translated: 5 } as const
const ids = { zh: '', en: '', loved: '', translated: '', original: '' }
let world: World
let fan: Actor

beforeAll(async () => {
  world = await openWorld()
  const topic = newId()
  await world.payload.create({ collection: 'topics', data: { id: topic, slug, name: '露营', status: 'active' } as never, locale: 'zh' })
  const write = async (draft: object) =>
    (await publishedPost(world, { author: await creator(world), draft: { topics: [topic], ...draft } })).id
  ids.zh = await write({ title: '湖边一夜' })
  ids.en = await write({ title: 'A night by the lake', language: 'en' })
  ids.loved = await write({ title: 'What everybody loves', language: 'en' })
  const author = await creator(world)
  ids.original = (await publishedPost(world, { author, draft: { topics: [topic], title: '山上一夜' } })).id
  const translation = { topics: [topic], title: 'A night on the hill', language: 'en' as const, translationOf: ids.original }
  ids.translated = (await publishedPost(world, { author, draft: translation })).id
  world.clock.advance(30 * 3_600_000)
  const fans = await Promise.all(Array.from({ length: likes.loved }, () => person(world)))
  fan = fans[0] as Actor
  for (const [name, count] of Object.entries(likes))
    for (const one of fans.slice(-count))
      must(await likePiece(world.ctx, one, { kind: 'posts', id: ids[name as keyof typeof ids], on: true }))
  await rebuildFeed(world.ctx)
}, 120_000)
afterAll(() => world?.close())

type Language = 'zh' | 'en'
const names = (pieces: readonly { id: string }[]) => pieces.map(({ id }) => Object.entries(ids).find(([, one]) => one === id)?.[0])
const feed = async (name: FeedName, locale?: Language, actor: Actor = anonymous) =>
  names(must(await readFeed(world.ctx, actor, { feed: name, ...(locale ? { locale } : {}), personal: true })).pieces)

describe('what a reader can read comes first', () => {
  it.each(['for-you', 'trending'] as const)('in %s: half the score for another language without a translation', async (name) => {
    expect(await feed(name, 'zh')).toEqual(['loved', 'original', 'zh', 'en'])
    expect(await feed(name, 'en')).toEqual(['loved', 'translated', 'en', 'zh'])
  })

  it('in a topic by heat', async () => {
    const hot = async (locale: Language) => names(must(await readTopic(world.ctx, { slug, locale, sort: 'hot' })).pieces)
    expect(await hot('zh')).toEqual(['loved', 'original', 'zh', 'en'])
    expect(await hot('en')).toEqual(['loved', 'translated', 'en', 'zh'])
  })

  it('in a reader’s own order as well', async () => {
    must(await likePiece(world.ctx, fan, { kind: 'posts', id: ids.loved, on: true }))
    const own = await feed('for-you', 'zh', fan)
    expect(own.indexOf('zh')).toBeLessThan(own.indexOf('en'))
  })

  it('nowhere for who names no language', async () => {
    expect(await feed('for-you')).toEqual(['loved', 'translated', 'en', 'zh', 'original'])
  })

  it('and says so, with the score that counted', async () => {
    const told = must(await explainFeed(world.ctx, anonymous, { locale: 'zh' })).pieces
    expect(names(told.map(({ piece }) => piece))).toEqual(['loved', 'original', 'zh', 'en'])
    expect(told.map(({ foreign }) => foreign)).toEqual([true, false, false, true])
    const here = must(await explainFeed(world.ctx, anonymous, { locale: 'en', piece: ids.en })).pieces[0]
    expect(told[3]?.score).toBeCloseTo((here?.score ?? 0) * otherLanguage, 10)
  })
})
