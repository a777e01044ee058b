import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFeed } from '../../../src/flows/feed/read-feed.ts'
import { rebuildFeed } from '../../../src/flows/feed/snapshot.ts'
import type { DraftInput } from '../../../src/flows/pieces/draft-input.ts'
import { withdrawPiece } from '../../../src/flows/pieces/withdraw-piece.ts'
import { readCreator } from '../../../src/flows/shop/read-creator.ts'
import { readHome } from '../../../src/flows/shop/read-home.ts'
import { readTopic } from '../../../src/flows/shop/read-topic.ts'
import { searchShop } from '../../../src/flows/shop/search-shop.ts'
import { drainJobs } from '../../../src/jobs/runner.ts'
import { anonymous } from '../../../src/lib/actor.ts'
import { newId } from '../../../src/lib/ids.ts'
import { creator } from '../../builders/people.ts'
import { must, publishedPost } from '../../builders/pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let author: Awaited<ReturnType<typeof creator>>
let handle: string
let topic: string
const slug = 'nights-out'
const ids: Record<'zh' | 'en' | 'alone', string> = { zh: '', en: '', alone: '' }

beforeAll(async () => {
  world = await openWorld()
  author = await creator(world)
  handle = (await world.payload.findByID({ collection: 'creators', id: author.creatorId, depth: 0 })).handle
  topic = newId()
  await world.payload.create({ collection: 'topics', data: { id: topic, slug, name: '露营', status: 'active' } as never, locale: 'zh' })
  const piece = async (draft: DraftInput) => (await publishedPost(world, { author, draft: { topics: [topic], ...draft } })).id
  ids.zh = await piece({ title: '湖边 camping 一夜' })
  world.clock.advance(60_000)
  ids.en = await piece({ title: 'A night of camping by the lake', language: 'en', translationOf: ids.zh })
  world.clock.advance(60_000)
  ids.alone = await piece({ title: 'Only camping in English', language: 'en' })
  await drainJobs(world.ctx)
  await rebuildFeed(world.ctx)
}, 60_000)
afterAll(() => world?.close())

type Language = 'zh' | 'en'
const named = (pieces: readonly { id: string }[]) => pieces.map(({ id }) => Object.entries(ids).find(([, one]) => one === id)?.[0]).sort()
const lists: Record<string, (locale: Language) => Promise<readonly { id: string }[]>> = {
  home: async (locale) => must(await readHome(world.ctx, { locale, tab: 'for-you' })).pieces,
  newest: async (locale) => must(await readFeed(world.ctx, anonymous, { feed: 'newest', locale })).pieces,
  'topic, newest': async (locale) => must(await readTopic(world.ctx, { slug, locale })).pieces,
  'topic, hot': async (locale) => must(await readTopic(world.ctx, { slug, locale, sort: 'hot' })).pieces,
  creator: async (locale) => must(await readCreator(world.ctx, { handle, kind: 'all', locale })).pieces,
  search: async (locale) => must(await searchShop(world.ctx, { q: 'camping', kind: 'post', page: 1, locale })).pieces,
}

describe.each(Object.entries(lists))('of a piece and its translation the list "%s"', (_, read) => {
  it('shows the one in the reader’s language, and what was never translated in its own', async () => {
    expect(named(await read('zh'))).toEqual(['alone', 'zh'])
    expect(named(await read('en'))).toEqual(['alone', 'en'])
  })
})

describe('what has no counterpart for the reader', () => {
  it('stays, in searches also where only the other language has the words', async () => {
    const found = must(await searchShop(world.ctx, { q: '湖边', kind: 'post', page: 1, locale: 'en' })).pieces
    expect(named(found)).toEqual(['zh'])
  })

  it('comes back as soon as its counterpart is withdrawn', async () => {
    must(await withdrawPiece(world.ctx, author, { id: ids.en }))
    await drainJobs(world.ctx)
    for (const name of ['newest', 'topic, newest', 'creator', 'search'] as const)
      expect(named(await lists[name]!('en')), name).toEqual(['alone', 'zh'])
    await rebuildFeed(world.ctx)
    for (const [name, read] of Object.entries(lists)) expect(named(await read('en')), name).toEqual(['alone', 'zh'])
  })
})

describe('lists without a language', () => {
  it('hold all', async () => {
    expect(named(must(await readFeed(world.ctx, anonymous, { feed: 'newest' })).pieces)).toEqual(['alone', 'zh'])
  })
})
