import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { isId } from '../../lib/ids.ts'
import { tag } from '../../lib/page-tags.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { PieceKind } from '../../modules/publishing/index.ts'
import { findTranslation, wasTakenDown } from '../../modules/publishing/store/hidden.ts'
import { findPublicPiece, type PublicPiece } from '../../modules/publishing/store.ts'
import { readRelated } from '../feed/read-related.ts'
import { keptPart, pageShows } from '../pages/page-shows.ts'
import { type Around, creatorFacts, readAround } from './around.ts'
import { galleryFacts, idOf, videoFacts } from './media-facts.ts'
import { labelsOfPiece, pieceCardFacts } from './piece-cards.ts'
import { placementFacts } from './placement-facts.ts'
import { sharedFollowers, sharedLikes, sharedPiece } from './shared-rows.ts'
import { readTopicRefs } from './topic-refs.ts'
import type { PieceCardFacts, PieceFacts, PostFacts, ShopLocale, VideoNoteFacts } from './views.ts'

interface PieceInput {
  id: string
  /** Of the reader: names of topics and products. The piece itself is in its own language. */
  locale: ShopLocale
}

const RELATED = 8

/** A public post; `gone` when an editor took it down, else `not_found`. */
export async function readPost(ctx: Ctx, { id, locale }: PieceInput): Promise<Result<PostFacts>> {
  const read = await readPiece(ctx, 'posts', id, locale)
  if (!read.ok) return read
  const { one, facts, around } = read.value
  if (one.kind !== 'posts') return notFound
  const pictures = (one.piece.pictures ?? []).flatMap(({ media, alt }) => galleryFacts(around.media, idOf(media), alt) ?? [])
  return ok({ ...facts, pictures })
}

/** A public video note; `gone` when an editor took it down, else `not_found`. */
export async function readVideoNote(ctx: Ctx, { id, locale }: PieceInput): Promise<Result<VideoNoteFacts>> {
  const read = await readPiece(ctx, 'video-notes', id, locale)
  if (!read.ok) return read
  const { one, facts, around } = read.value
  const video = one.kind === 'video-notes' ? videoFacts(around.media, idOf(one.piece.video), idOf(one.piece.poster)) : undefined
  if (one.kind !== 'video-notes' || !video) return notFound
  const captionsUrl = one.piece.captions ? `/v1/pieces/video-note/${id}/captions.vtt` : undefined
  return ok({ ...facts, video: { ...video, ...(captionsUrl ? { captionsUrl } : {}) } })
}

/** The captions of a public video note (WebVTT); `gone` when an editor took it down, else `not_found`. */
export async function readCaptions(ctx: Ctx, { id }: { id: string }): Promise<Result<string>> {
  if (!isId(id)) return noCaptions
  const req = await ctx.req()
  const one = await findPublicPiece(req, 'video-notes', id)
  const captions = one?.kind === 'video-notes' ? one.piece.captions : null
  if (captions) return ok(captions)
  return !one && (await wasTakenDown(req, 'video-notes', id)) ? gone : noCaptions
}

const notFound = fail('not_found', 'There is no such public piece.')
const gone = fail('gone', 'This piece is no longer public.')
const noCaptions = fail('not_found', 'There are no captions for this video note.')

type Read = { one: PublicPiece; facts: PieceFacts; around: Around }

async function readPiece(ctx: Ctx, kind: PieceKind, id: string, locale: ShopLocale): Promise<Result<Read>> {
  if (!isId(id)) return notFound
  const req = await ctx.req()
  pageShows(tag.piece(id), tag.counts(id))
  const one = await sharedPiece(req, kind, id)
  if (!one) return (await wasTakenDown(req, kind, id)) ? gone : notFound
  const translation = await translationOf(req, one)
  const likes = (await sharedLikes(req, [id])).get(id) ?? 0
  const related = await readRelated(ctx, req, {
    piece: relatable(one),
    likes,
    without: translation ? [translation.id] : [],
    limit: RELATED,
  })
  pageShows(...allMediaOf(one).map(tag.media)) // for what they are described by
  const around = await readAround(ctx, req, [one, ...related], { productsShown: true, media: allMediaOf(one) })
  const cards = related.map((piece) => pieceCardFacts(piece, around))
  return ok({ one, around, facts: await pieceFacts(req, one, { around, locale, cards, translation }) })
}

type Translation = Awaited<ReturnType<typeof findTranslation>>
type Parts = { around: Around; locale: ShopLocale; cards: PieceCardFacts[]; translation: Translation }

const translationOf = (req: PayloadRequest, { id, kind, piece }: PublicPiece): Promise<Translation> =>
  keptPart(`translation ${kind} ${id}`, async () => {
    pageShows(tag.piece(id))
    const found = await findTranslation(req, kind, { id, translationOf: piece.translationOf ?? null, language: piece.language })
    const original = idOf(piece.translationOf)
    // Also while it is not public: when it comes back its row does not know its translations.
    if (original) pageShows(tag.piece(original))
    if (found) pageShows(tag.piece(found.id))
    return found
  })

/** What likeness looks at; ids alone. */
const relatable = ({ id, authorId, piece, publishedAt }: PublicPiece) => ({
  id,
  author: authorId,
  products: (piece.placements ?? []).flatMap(({ product }) => idOf(product) ?? []),
  topics: (piece.topics ?? []).flatMap((topic) => idOf(topic) ?? []),
  publishedAt: Date.parse(publishedAt),
})

async function pieceFacts(req: PayloadRequest, one: PublicPiece, { around, locale, cards, translation }: Parts): Promise<PieceFacts> {
  const { id, authorId, piece, publishedAt } = one
  const topics = (piece.topics ?? []).flatMap((topic) => idOf(topic) ?? [])
  const followers = (await sharedFollowers(req, [authorId])).get(authorId) ?? 0
  const first = piece.firstPublishedAt ?? publishedAt
  const edited = piece.editNote ? publishedAtOf(one) : undefined
  return {
    id,
    lang: piece.language,
    title: piece.title ?? '',
    body: piece.body ?? '',
    creator: { ...creatorFacts(around, authorId), followers, verticals: around.creators.get(authorId)?.verticals ?? [] },
    labels: labelsOfPiece(one, around),
    ...(around.bought(one) ? { bought: true } : {}),
    placements: placementFacts(one, around, locale),
    topics: await readTopicRefs(req, locale, topics),
    likes: around.likes(id),
    publishedAt: first,
    ...(edited && piece.editNote ? { editedAt: edited, editNote: piece.editNote } : {}),
    ...(translation ? { translation: { path: piecePath(one.kind, translation), lang: translation.language } } : {}),
    related: cards,
  }
}

const piecePath = (kind: PieceKind, { id, language }: { id: string; language: ShopLocale }): string =>
  `/${language}/${kind === 'posts' ? 'p' : 'v'}/${id}`

/** When the public version was written. */
const publishedAtOf = ({ piece }: PublicPiece): string => piece.updatedAt

const allMediaOf = (one: PublicPiece): string[] =>
  one.kind === 'posts' ? (one.piece.pictures ?? []).flatMap(({ media }) => idOf(media) ?? []) : []
