import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { tag } from '../../lib/page-tags.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findTopicRows, type Texts, type TopicRow } from '../../modules/catalogue/store/shelf.ts'
import { continueAt, hot, ranked, readRankCursor, scoreInWords, writeRankCursor } from '../../modules/feed/index.ts'
import { inPlaceOf } from '../../modules/publishing/index.ts'
import { countPublicPieces, findPublicPieces, type PublicPiece } from '../../modules/publishing/store.ts'
import { counterpartsIn, isForeign } from '../feed/in-words.ts'
import { partInWords } from '../feed/own-language.ts'
import { publicInOrder } from '../feed/read-feed.ts'
import { rankingFor, readSnapshot } from '../feed/snapshot.ts'
import { suggestCreators } from '../feed/suggest-creators.ts'
import { pageShows } from '../pages/page-shows.ts'
import { idOf } from './media-facts.ts'
import { readPieceCards } from './piece-cards.ts'
import { textIn } from './product-facts.ts'
import { feedPageSize } from './read-home.ts'
import { askOf } from './search-ask.ts'
import { kindFilters } from './search-filter.ts'
import { readHits } from './search-hits.ts'
import { topicRef } from './topic-refs.ts'
import type { CreatorHitFacts, ProductCardFacts, ShopLocale, TopicPageFacts } from './views.ts'

export type TopicSort = 'newest' | 'hot'

interface TopicInput {
  slug: string
  locale: ShopLocale
  sort?: TopicSort
  after?: string | null
}

const PRODUCTS = 8

/** A topic with its public pieces (newest first, or by the ranking), its products, who writes about it, and the other topics. */
export async function readTopic(ctx: Ctx, { slug, locale, sort = 'newest', after }: TopicInput): Promise<Result<TopicPageFacts>> {
  const req = await ctx.req()
  pageShows(tag.topicSlug(slug), tag.topics())
  const rows = await findTopicRows(req)
  const row = rows.find((one) => one.slug === slug) ?? (await findTopicRows(req, { slug }))[0]
  if (!row) return fail('not_found', 'There is no such topic.')
  pageShows(tag.topic(row.id))
  const part = await (sort === 'hot' ? hottest : newest)(ctx, req, { topic: row.id, locale, after })
  if (!part.ok) return part
  const counts = await countPublicPieces(req, { topic: row.id })
  const description = textIn((row as TopicRow & { description?: Texts | null }).description, locale)
  return ok({
    ...topicRef(row, locale),
    ...(description ? { description: description.text } : {}),
    sort,
    count: counts.posts + counts['video-notes'],
    pieces: await readPieceCards(ctx, req, part.value.shown),
    ...(after ? { products: [], creators: [] } : await around(ctx, req, row, locale)),
    near: rows
      .filter(({ id }) => id !== row.id)
      .slice(0, 8)
      .map((one) => topicRef(one, locale)),
    next: part.value.next,
  })
}

type Part = Result<{ shown: PublicPiece[]; next: string | null }>

interface PartInput {
  topic: string
  locale: ShopLocale
  after: string | null | undefined
}

const newest = (ctx: Ctx, req: PayloadRequest, { topic, locale, after }: PartInput): Promise<Part> =>
  partInWords(ctx, req, {
    language: locale,
    belongs: ({ piece }) => (piece.topics ?? []).some((one) => idOf(one) === topic),
    size: feedPageSize,
    after,
    read: (before) => findPublicPieces(req, { topic, limit: feedPageSize + 1, ...(before ? { before } : {}) }),
  })

/** By the formula of the home page, without its caps: a topic may well have one author. */
async function hottest(ctx: Ctx, req: PayloadRequest, { topic, locale, after }: PartInput): Promise<Part> {
  const cursor = readRankCursor(after)
  if (!cursor.ok) return cursor
  const snapshot = await readSnapshot(ctx, req)
  const { order } = rankingFor(ctx, snapshot, locale)
  const now = ctx.clock.now().getTime()
  const about = [...snapshot.candidates.values()].filter(({ topics }) => topics.includes(topic))
  const here = new Set(about.map(({ id }) => id))
  const counterpart = new Map([...counterpartsIn(snapshot.known, locale)].filter(([, own]) => here.has(own)))
  const best = ranked(about, (one) => scoreInWords(hot(one.engagement, one.publishedAt, now), isForeign(snapshot.known, locale, one.id)))
  const ids = inPlaceOf(
    best.map(({ id }) => id),
    counterpart,
  )
  const start = continueAt(ids, cursor.value, false)
  const shown = await publicInOrder(req, ids.slice(start, start + feedPageSize))
  const [last, end] = [shown.at(-1), start + feedPageSize]
  return ok({ shown, next: last && end < ids.length ? writeRankCursor({ order, position: end, id: last.id }) : null })
}

async function around(
  ctx: Ctx,
  req: PayloadRequest,
  topic: TopicRow,
  locale: ShopLocale,
): Promise<{ products: ProductCardFacts[]; creators: CreatorHitFacts[] }> {
  pageShows(tag.feed('search')) // its products are found by the index, as those of a search
  const filter = { and: [kindFilters.product, { field: 'topics', op: '=', value: topic.slug } as const] }
  const { hits } = await askOf(ctx)({ q: '', filter, hitsPerPage: PRODUCTS })
  const { candidates } = await readSnapshot(ctx, req)
  const pieces = [...candidates.values()].filter(({ topics }) => topics.includes(topic.id))
  const writers = pieces.length > 0 ? await suggestCreators(ctx, req, new Set(pieces.map(({ id }) => id))) : []
  return { products: hits.length > 0 ? (await readHits(ctx, req, hits, locale)).products : [], creators: writers.slice(0, 4) }
}
