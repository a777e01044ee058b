import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { PublicPiece } from '../../modules/publishing/store.ts'
import { bearsCommission } from '../programmes/earning-rows.ts'
import { type Around, creatorFacts, readAround } from './around.ts'
import { adLabels } from './labels.ts'
import { idOf, pictureFacts, posterFacts } from './media-facts.ts'
import { offerOf } from './product-facts.ts'
import type { AdLabelFacts, PieceCardFacts } from './views.ts'

/** Cards of these pieces, in their order. */
export async function readPieceCards(ctx: Ctx, req: PayloadRequest, pieces: readonly PublicPiece[]): Promise<PieceCardFacts[]> {
  if (pieces.length === 0) return []
  const around = await readAround(ctx, req, pieces)
  return pieces.map((piece) => pieceCardFacts(piece, around))
}

export function pieceCardFacts(one: PublicPiece, around: Around): PieceCardFacts {
  const { piece } = one
  const picture =
    one.kind === 'posts'
      ? pictureFacts(around.media, idOf(one.piece.pictures?.[0]?.media), one.piece.pictures?.[0]?.alt)
      : posterFacts(around.media, idOf(one.piece.video), idOf(one.piece.poster))
  const seconds = one.kind === 'video-notes' ? around.media.get(idOf(one.piece.video) ?? '')?.durationSeconds : undefined
  const [label] = labelsOfPiece(one, around)
  const price = priceOf(one, around)
  return {
    id: one.id,
    kind: one.kind === 'posts' ? 'post' : 'video-note',
    title: piece.title ?? '',
    lang: piece.language,
    ...(picture ? { picture } : {}),
    creator: creatorFacts(around, one.authorId),
    likes: around.likes(one.id),
    ...(label ? { label } : {}),
    ...(around.bought(one) ? { bought: true } : {}),
    ...(price ? { price } : {}),
    ...(seconds ? { durationSeconds: seconds } : {}),
  }
}

/** All labels of a piece, from its products, its links and what its author declared. */
export function labelsOfPiece({ piece }: PublicPiece, { shelf, links, settings, now }: Around): AdLabelFacts[] {
  const placements = piece.placements ?? []
  return adLabels({
    declared: piece.disclosure,
    aiMade: piece.aiMade ?? false,
    aiDenied: Boolean(piece.aiDenial),
    buyable: placements.some(({ product }) => offerOf(shelf, idOf(product) ?? '', now) !== null),
    bearsCommission: placements.some(({ link }) => bearsCommission(links.get(idOf(link) ?? ''))),
    market: settings.adLabelMode === 'cn' ? 'cn' : 'other',
  })
}

/** The lowest price of what can be bought; when nothing can, the lowest of what is on sale, sold out. */
function priceOf({ piece }: PublicPiece, { shelf, now }: Around): PieceCardFacts['price'] {
  const offers = (piece.placements ?? []).flatMap(({ product }) => offerOf(shelf, idOf(product) ?? '', now) ?? [])
  const inStock = offers.filter(({ stock }) => stock > 0)
  const [first, ...others] = inStock.length > 0 ? inStock : offers
  if (!first) return undefined
  const low = others.reduce((best, one) => (one.price.amount < best.price.amount ? one : best), first)
  return { from: low.price, soldOut: inStock.length === 0 }
}
