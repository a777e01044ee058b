import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { tag } from '../../lib/page-tags.ts'
import { findCommonReaders } from '../../modules/engagement/store/acts.ts'
import { coLike, coLikeMinimum, type Relatable, rankRelated } from '../../modules/feed/index.ts'
import type { PublicPiece } from '../../modules/publishing/store.ts'
import { keptPart } from '../pages/page-shows.ts'
import { publicInOrder } from './read-feed.ts'
import { readSnapshot } from './snapshot.ts'

/** Readers looked at, and likes of theirs: enough to know, and bounded for what thousands like. */
const READERS = 200
const THEIR_LIKES = 2_000
/** More than shown, since what stopped being public since the ranking drops out. */
const SPARE = 4

interface About {
  piece: Relatable
  likes: number
  /** Not shown: its translation, which is the same piece in other words. */
  without: readonly string[]
  limit: number
}

/** The public pieces that belong beside one: about the same products and topics, liked by the same readers, by the same author. */
export async function readRelated(ctx: Ctx, req: PayloadRequest, { piece, likes, without, limit }: About): Promise<PublicPiece[]> {
  const rank = () => rankAround(ctx, req, { piece, likes, without, limit })
  // Made anew when something is published, as the feeds are; the page itself waits for its own time.
  const ids = await keptPart(`related ${piece.id}`, rank, [tag.piece(piece.id), tag.counts(piece.id), tag.feed('home')])
  return (await publicInOrder(req, ids)).slice(0, limit)
}

async function rankAround(ctx: Ctx, req: PayloadRequest, { piece, likes, without, limit }: About): Promise<string[]> {
  const { candidates } = await readSnapshot(ctx, req)
  const common =
    likes >= coLikeMinimum ? await findCommonReaders(req, piece.id, { readers: READERS, limit: THEIR_LIKES }) : new Map<string, number>()
  const alike = new Map([...common].map(([id, count]) => [id, coLike(count, likes, candidates.get(id)?.engagement.likes ?? 0)]))
  const hidden = new Set(without)
  const others = [...candidates.values()].filter(({ id }) => !hidden.has(id))
  return rankRelated(piece, others, alike)
    .slice(0, limit + SPARE)
    .map(({ id }) => id)
}
