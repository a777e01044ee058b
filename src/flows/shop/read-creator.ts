import type { Ctx } from '../../context.ts'
import { tag } from '../../lib/page-tags.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findCreator } from '../../modules/accounts/store.ts'
import { followersCounter, likesCounter } from '../../modules/engagement/index.ts'
import { readCounters } from '../../modules/engagement/store/counters.ts'
import { findMediaRows } from '../../modules/media/store/find-media.ts'
import { findPublicPieceIds } from '../../modules/publishing/store/hidden.ts'
import { countPublicPieces, findPublicPieces, type PublicPieceQuery } from '../../modules/publishing/store.ts'
import { partInWords } from '../feed/own-language.ts'
import { pageShows } from '../pages/page-shows.ts'
import { creatorFacts } from './around.ts'
import { readCursor } from './cursor.ts'
import { idOf } from './media-facts.ts'
import { readPieceCards } from './piece-cards.ts'
import { feedPageSize } from './read-home.ts'
import type { CreatorPageFacts, ShopLocale } from './views.ts'

interface CreatorInput {
  /** In any case: handles are stored in lower case. */
  handle: string
  kind: 'all' | 'post' | 'video-note'
  /** The reader's: of a piece and its translation only the one in it comes. Left out, both do. */
  locale?: ShopLocale | undefined
  after?: string | null
}

const kinds: Record<CreatorInput['kind'], PublicPieceQuery['kinds']> = { all: undefined, post: ['posts'], 'video-note': ['video-notes'] }

/** A creator's public page. Of a suspended one only the name and that fact are shown. */
export async function readCreator(ctx: Ctx, { handle, kind, locale, after }: CreatorInput): Promise<Result<CreatorPageFacts>> {
  const cursor = readCursor(after)
  if (!cursor.ok) return cursor
  const req = await ctx.req()
  pageShows(tag.creatorHandle(handle.toLowerCase()))
  const row = await findCreator(req, { handle: { equals: handle.toLowerCase() } })
  if (row?.kind !== 'creator') return fail('not_found', 'There is no such creator.')
  pageShows(tag.creator(row.id), tag.counts(row.id))
  const media = await findMediaRows(
    req,
    [idOf(row.avatar)].flatMap((id) => id ?? []),
  )
  const known = { ...creatorFacts({ creators: new Map([[row.id, row]]), media }, row.id), joinedAt: row.createdAt }
  if (row.status === 'suspended') {
    const nothing = { verticals: [], followers: 0, posts: 0, videos: 0, likes: 0, pieces: [], next: null }
    return ok({ ...known, ...nothing, suspended: true })
  }
  const part = await partInWords(ctx, req, {
    language: locale,
    belongs: (piece) => piece.authorId === row.id && (kinds[kind]?.includes(piece.kind) ?? true),
    size: feedPageSize,
    after,
    read: (before) =>
      findPublicPieces(req, {
        author: row.id,
        limit: feedPageSize + 1,
        ...(kinds[kind] ? { kinds: kinds[kind] } : {}),
        ...(before ? { before } : {}),
      }),
  })
  if (!part.ok) return part
  const { shown, next } = part.value
  const counts = await countPublicPieces(req, { author: row.id })
  const likes = (await findPublicPieceIds(req, row.id)).map(likesCounter)
  const counters = await readCounters(req, [followersCounter(row.id), ...likes])
  return ok({
    ...known,
    ...(row.bio ? { bio: row.bio } : {}),
    verticals: row.verticals ?? [],
    ...(row.level === 'none' ? {} : { verified: true }),
    followers: counters.get(followersCounter(row.id)) ?? 0,
    posts: counts.posts,
    videos: counts['video-notes'],
    likes: likes.reduce((sum, key) => sum + (counters.get(key) ?? 0), 0),
    pieces: await readPieceCards(ctx, req, shown),
    next,
  })
}
