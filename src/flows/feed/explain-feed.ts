import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { isId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findUserById } from '../../modules/accounts/store.ts'
import { type Candidate, fitOf, hotParts, isFresh, personalScore, scoreInWords, type Taste } from '../../modules/feed/index.ts'
import { inPlaceOf } from '../../modules/publishing/index.ts'
import { readPieceCards } from '../shop/piece-cards.ts'
import { readTopicRefs } from '../shop/topic-refs.ts'
import type { ShopLocale, WhyFacts } from '../shop/views.ts'
import { counterpartsIn, isForeign } from './in-words.ts'
import { publicInOrder, readTaste } from './read-feed.ts'
import { rankingFor, readSnapshot, type Snapshot } from './snapshot.ts'

const SHOWN = 10

/**
 * Why the for-you feed is in its order: for its first pieces, or for one, every part of the score, and what of it fits
 * this reader. Only what the ranking really uses. Failure: `not_found` for a piece that is not ranked.
 */
export async function explainFeed(
  ctx: Ctx,
  actor: Actor,
  { piece, locale }: { piece?: string; locale: ShopLocale },
): Promise<Result<WhyFacts>> {
  const req = await ctx.req()
  const snapshot = await readSnapshot(ctx, req)
  const user = actor.userId ? await findUserById(req, actor.userId) : null
  const taste = actor.userId ? await readTaste(req, actor.userId, snapshot) : null
  const ids = piece === undefined ? firstOnes(ctx, snapshot, locale) : isId(piece) && snapshot.candidates.has(piece) ? [piece] : []
  const shown = await publicInOrder(req, ids)
  if (piece !== undefined && shown.length === 0) return fail('not_found', 'This piece is not in the feed.')
  const cards = await readPieceCards(ctx, req, shown)
  const now = ctx.clock.now().getTime()
  const pieces = []
  for (const card of cards) {
    const one = snapshot.candidates.get(card.id)
    const foreign = isForeign(snapshot.known, locale, card.id)
    if (one) pieces.push({ piece: card, ...(await partsOf(req, one, { taste, now, locale, foreign })) })
  }
  return ok({ member: user !== null, on: user ? user.personalFeed !== false : false, personal: taste !== null, pieces })
}

/** What a guest sees first in this language. */
function firstOnes(ctx: Ctx, snapshot: Snapshot, locale: ShopLocale): string[] {
  const { forYou } = rankingFor(ctx, snapshot, locale)
  return inPlaceOf(forYou.slice(0, SHOWN * 2), counterpartsIn(snapshot.known, locale)).slice(0, SHOWN)
}

interface Reader {
  taste: Taste | null
  /** Milliseconds. */
  now: number
  locale: ShopLocale
  foreign: boolean
}

async function partsOf(
  req: PayloadRequest,
  one: Candidate,
  { taste, now, locale, foreign }: Reader,
): Promise<Omit<WhyFacts['pieces'][number], 'piece'>> {
  const { signals, points, ageHours, score } = hotParts(one.engagement, one.publishedAt, now)
  const known = { signals, points, ageHours, score: scoreInWords(score, foreign), foreign, newcomer: isFresh(one, now) }
  if (!taste) return known
  const fit = fitOf(one, taste)
  const [topic] = fit.topic ? await readTopicRefs(req, locale, [fit.topic]) : []
  return {
    ...known,
    own: {
      score: scoreInWords(personalScore(one, taste, now), foreign),
      fit: fit.value,
      ...(topic ? { topic } : {}),
      author: fit.author,
      product: fit.product !== null,
      known: taste.known.has(one.id),
    },
  }
}
