import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findUserById } from '../../modules/accounts/store.ts'
import { findMarkedPieces } from '../../modules/engagement/store/acts.ts'
import { readMarks } from '../../modules/engagement/store.ts'
import {
  arrange,
  continueAt,
  isEmptyTaste,
  personalScore,
  type RankCursor,
  ranked,
  readRankCursor,
  scoreInWords,
  type Taste,
  tasteOf,
  writeRankCursor,
} from '../../modules/feed/index.ts'
import { inPlaceOf } from '../../modules/publishing/index.ts'
import { findPublicPieces, type PublicPiece } from '../../modules/publishing/store.ts'
import { readPieceCards } from '../shop/piece-cards.ts'
import { sharedPieces } from '../shop/shared-rows.ts'
import type { FeedFacts, ShopLocale } from '../shop/views.ts'
import { counterpartsIn, isForeign } from './in-words.ts'
import { partInWords } from './own-language.ts'
import { findOrder, keepOrder, rankingFor, readSnapshot, type Snapshot } from './snapshot.ts'

export const feedPageSize = 20
/** So many more are fetched than shown: what stopped being public since the ranking drops out, and the page stays full. */
const SPARE = 10
/** Marks of one's own that taste is made of, the latest. */
const MARKS = 200
/** The following feed looks at so many of the creators that one follows, the latest first. */
const FOLLOWS = 500

export type FeedName = 'for-you' | 'following' | 'trending' | 'newest'

interface FeedInput {
  feed: FeedName
  /** Cursor of an earlier answer of the same feed. */
  after?: string | null
  /** The reader's: pieces in it come first, and of a piece and its translation only the one in it. Left out, all count alike. */
  locale?: ShopLocale | undefined
  /** For-you in the reader's own order; left out by pages that everybody shares. */
  personal?: boolean
}

/**
 * One part of a feed. *For you* is ranked by the public formula, and for a reader who did not turn it off by her own
 * likes as well; *trending* by what many people did lately; *following* and *newest* by time alone. Nothing comes twice
 * while one leafs on. Failures: `invalid` (a cursor), `unauthenticated` (following needs an account).
 */
export async function readFeed(ctx: Ctx, actor: Actor, { feed, after, locale, personal = false }: FeedInput): Promise<Result<FeedFacts>> {
  if (feed === 'following' || feed === 'newest') return readByTime(ctx, actor, { feed, after, locale })
  const cursor = readRankCursor(after)
  if (!cursor.ok) return cursor
  const req = await ctx.req()
  const snapshot = await readSnapshot(ctx, req)
  const ranking = rankingFor(ctx, snapshot, locale ?? 'all')
  const inWords = (ids: readonly string[]) => (locale ? inPlaceOf(ids, counterpartsIn(snapshot.known, locale)) : ids)
  if (feed === 'trending') {
    const ids = inWords(ranking.trending.map(({ piece }) => piece))
    return ok({ ...(await cut(ctx, req, { ids, order: ranking.order, cursor: cursor.value, same: false })), personal: false })
  }
  const taste = personal && actor.userId ? await readTaste(req, actor.userId, snapshot) : null
  const owner = taste ? (actor.userId ?? '') : ''
  const known = cursor.value ? findOrder(ctx, cursor.value.order, owner) : undefined
  const mine = known ? null : taste && rankFor(snapshot, taste, { now: ctx.clock.now().getTime(), locale })
  const ids = known ?? mine ?? ranking.forYou
  const order = known && cursor.value ? cursor.value.order : mine ? keepOrder(ctx, { owner, ids: mine }) : ranking.order
  return ok({
    ...(await cut(ctx, req, { ids: inWords(ids), order, cursor: cursor.value, same: known !== undefined })),
    personal: taste !== null,
  })
}

/** What a reader's taste is made of, null where she turned it off or has shown none yet. */
export async function readTaste(req: PayloadRequest, userId: string, snapshot: Snapshot): Promise<Taste | null> {
  const user = await findUserById(req, userId)
  if (!user || user.personalFeed === false) return null
  const marked = (await findMarkedPieces(req, userId, MARKS)).flatMap((id) => snapshot.candidates.get(id) ?? [])
  const { follows } = await readMarks(req, userId, FOLLOWS)
  const taste = tasteOf(marked, follows)
  return isEmptyTaste(taste) ? null : taste
}

function rankFor(snapshot: Snapshot, taste: Taste, { now, locale }: { now: number; locale: ShopLocale | undefined }): string[] {
  const scored = ranked(snapshot.candidates.values(), (one) =>
    scoreInWords(personalScore(one, taste, now), isForeign(snapshot.known, locale, one.id)),
  )
  return arrange(scored.slice(0, 1_000)).map(({ id }) => id)
}

interface Cut {
  ids: readonly string[]
  order: string
  cursor: RankCursor | undefined
  same: boolean
}

async function cut(ctx: Ctx, req: PayloadRequest, { ids, order, cursor, same }: Cut): Promise<Omit<FeedFacts, 'personal'>> {
  const start = continueAt(ids, cursor, same)
  const wanted = ids.slice(start, start + feedPageSize + SPARE)
  const shown = (await publicInOrder(req, wanted)).slice(0, feedPageSize)
  const last = shown.at(-1)
  const end = last ? start + wanted.indexOf(last.id) + 1 : start + wanted.length
  const next = last && end < ids.length ? writeRankCursor({ order, position: end, id: last.id }) : null
  return { pieces: await readPieceCards(ctx, req, shown), next }
}

/** Those of these pieces that are public now, in this order. */
export async function publicInOrder(req: PayloadRequest, ids: readonly string[]): Promise<PublicPiece[]> {
  const found = await sharedPieces(req, ids)
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** Newest first, ties by id: a cursor stays right while pieces are published. */
async function readByTime(
  ctx: Ctx,
  actor: Actor,
  { feed, after, locale }: { feed: 'following' | 'newest'; after: string | null | undefined; locale: ShopLocale | undefined },
): Promise<Result<FeedFacts>> {
  const req = await ctx.req()
  let author: string[] | undefined
  if (feed === 'following') {
    if (!actor.userId) return fail('unauthenticated', 'The feed of creators that one follows needs an account.')
    author = (await readMarks(req, actor.userId, FOLLOWS)).follows
    if (author.length === 0) return ok({ pieces: [], next: null, personal: true })
  }
  const part = await partInWords(ctx, req, {
    language: locale,
    belongs: ({ authorId }) => author?.includes(authorId) ?? true,
    size: feedPageSize,
    after,
    read: (before) => findPublicPieces(req, { ...(before ? { before } : {}), limit: feedPageSize + 1, ...(author ? { author } : {}) }),
  })
  if (!part.ok) return part
  const { shown, next } = part.value
  return ok({ pieces: await readPieceCards(ctx, req, shown), next, personal: feed === 'following' })
}
