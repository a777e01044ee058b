import type { Ctx } from '../../context.ts'
import { tag } from '../../lib/page-tags.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findTopicRows } from '../../modules/catalogue/store/shelf.ts'
import { countPublicPieces, findPublicPieces } from '../../modules/publishing/store.ts'
import { pageShows } from '../pages/page-shows.ts'
import { cutPage, readCursor } from './cursor.ts'
import { readPieceCards } from './piece-cards.ts'
import { feedPageSize } from './read-home.ts'
import { topicRef } from './topic-refs.ts'
import type { ShopLocale, TopicPageFacts } from './views.ts'

/** A topic with its public pieces, newest first, and the shop's other topics. */
export async function readTopic(
  ctx: Ctx,
  { slug, locale, after }: { slug: string; locale: ShopLocale; after?: string | null },
): Promise<Result<TopicPageFacts>> {
  const cursor = readCursor(after)
  if (!cursor.ok) return cursor
  const req = await ctx.req()
  pageShows(tag.topicSlug(slug), tag.topics())
  const rows = await findTopicRows(req)
  const row = rows.find((one) => one.slug === slug) ?? (await findTopicRows(req, { slug }))[0]
  if (!row) return fail('not_found', 'There is no such topic.')
  pageShows(tag.topic(row.id))
  const found = await findPublicPieces(req, {
    topic: row.id,
    limit: feedPageSize + 1,
    ...(cursor.value ? { before: cursor.value } : {}),
  })
  const { shown, next } = cutPage(found, feedPageSize)
  const counts = await countPublicPieces(req, { topic: row.id })
  return ok({
    ...topicRef(row, locale),
    count: counts.posts + counts['video-notes'],
    pieces: await readPieceCards(ctx, req, shown),
    near: rows
      .filter(({ id }) => id !== row.id)
      .slice(0, 8)
      .map((one) => topicRef(one, locale)),
    next,
  })
}
