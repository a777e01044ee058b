import type { Ctx } from '../../context.ts'
import { anonymous } from '../../lib/actor.ts'
import { tag } from '../../lib/page-tags.ts'
import { ok, type Result } from '../../lib/result.ts'
import { readFeed } from '../feed/read-feed.ts'
import { suggestCreators } from '../feed/suggest-creators.ts'
import { pageShows } from '../pages/page-shows.ts'
import { readTopicRefs } from './topic-refs.ts'
import type { HomeFacts, ShopLocale } from './views.ts'

export { feedPageSize } from '../feed/read-feed.ts'

interface HomeInput {
  locale: ShopLocale
  tab: 'for-you' | 'following' | 'trending'
  /** Cursor of an earlier answer. */
  after?: string | null
}

/**
 * The home page as everybody gets it: ranked, not personal. *Following* is one person's and is fetched by the browser;
 * the page itself says what it is and whom one could follow.
 */
export async function readHome(ctx: Ctx, { locale, tab, after }: HomeInput): Promise<Result<HomeFacts>> {
  const req = await ctx.req()
  pageShows(tag.feed('home'), tag.feed('trending'))
  const topics = await readTopicRefs(req, locale)
  if (tab === 'following') return ok({ pieces: [], next: null, topics, suggested: await suggestCreators(ctx, req) })
  const read = await readFeed(ctx, anonymous, { feed: tab, locale, ...(after ? { after } : {}) })
  return read.ok ? ok({ pieces: read.value.pieces, next: read.value.next, topics, suggested: [] }) : read
}
