import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { readMarks } from '../../modules/engagement/store.ts'
import { findPublicPieces } from '../../modules/publishing/store.ts'
import { cutPage, readCursor } from './cursor.ts'
import { readPieceCards } from './piece-cards.ts'
import { readTopicRefs } from './topic-refs.ts'
import type { HomeFacts, ShopLocale } from './views.ts'

export const feedPageSize = 20
/** The following feed looks at so many of the creators that one follows, the latest first. */
const FOLLOWS = 500

interface HomeInput {
  locale: ShopLocale
  /** `newest`: everything public. `following`: only creators that the actor follows; needs an account. */
  feed: 'newest' | 'following'
  /** Cursor of an earlier answer. */
  after?: string | null
}

/** A feed, newest first. A cursor stays right while pieces are published: nothing comes twice, nothing is left out. */
export async function readHome(ctx: Ctx, actor: Actor, { locale, feed, after }: HomeInput): Promise<Result<HomeFacts>> {
  const cursor = readCursor(after)
  if (!cursor.ok) return cursor
  const req = await ctx.req()
  const topics = await readTopicRefs(req, locale)
  const query = { ...(cursor.value ? { before: cursor.value } : {}), limit: feedPageSize + 1 }
  if (feed === 'following') {
    if (!actor.userId) return fail('unauthenticated', 'The feed of creators that one follows needs an account.')
    const { follows } = await readMarks(req, actor.userId, FOLLOWS)
    if (follows.length === 0) return ok({ pieces: [], topics, next: null })
    const { shown, next } = cutPage(await findPublicPieces(req, { ...query, author: follows }), feedPageSize)
    return ok({ pieces: await readPieceCards(ctx, req, shown), topics, next })
  }
  const { shown, next } = cutPage(await findPublicPieces(req, query), feedPageSize)
  return ok({ pieces: await readPieceCards(ctx, req, shown), topics, next })
}
