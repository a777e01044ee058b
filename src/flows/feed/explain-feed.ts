import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { isId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findUserById } from '../../modules/accounts/store.ts'
import { type Candidate, fitOf, hotParts, isFresh, personalScore, type Taste } from '../../modules/feed/index.ts'
import { readPieceCards } from '../shop/piece-cards.ts'
import { readTopicRefs } from '../shop/topic-refs.ts'
import type { ShopLocale, WhyFacts } from '../shop/views.ts'
import { publicInOrder, readTaste } from './read-feed.ts'
import { readSnapshot } from './snapshot.ts'

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
  const ids = piece === undefined ? snapshot.forYou.slice(0, SHOWN) : isId(piece) && snapshot.candidates.has(piece) ? [piece] : []
  const shown = await publicInOrder(req, ids)
  if (piece !== undefined && shown.length === 0) return fail('not_found', 'This piece is not in the feed.')
  const cards = await readPieceCards(ctx, req, shown)
  const now = ctx.clock.now().getTime()
  const pieces = []
  for (const card of cards) {
    const one = snapshot.candidates.get(card.id)
    if (one) pieces.push({ piece: card, ...(await partsOf(req, one, { taste, now, locale })) })
  }
  return ok({ member: user !== null, on: user ? user.personalFeed !== false : false, personal: taste !== null, pieces })
}

async function partsOf(
  req: PayloadRequest,
  one: Candidate,
  { taste, now, locale }: { taste: Taste | null; now: number; locale: ShopLocale },
): Promise<Omit<WhyFacts['pieces'][number], 'piece'>> {
  const { signals, points, ageHours, score } = hotParts(one.engagement, one.publishedAt, now)
  const known = { signals, points, ageHours, score, newcomer: isFresh(one, now) }
  if (!taste) return known
  const fit = fitOf(one, taste)
  const [topic] = fit.topic ? await readTopicRefs(req, locale, [fit.topic]) : []
  return {
    ...known,
    own: {
      score: personalScore(one, taste, now),
      fit: fit.value,
      ...(topic ? { topic } : {}),
      author: fit.author,
      product: fit.product !== null,
      known: taste.known.has(one.id),
    },
  }
}
