import type { MyPiece } from '../../../flows/pieces/list-my-pieces.ts'
import type { WorkingPiece } from '../../../flows/pieces/read-working-piece.ts'
import type { StudioPiece } from '../../../ui/studio/view.ts'

/** A piece of one's own as the studio's lists show it. Paths have no language. */
export function studioPieceOf(piece: Omit<MyPiece, 'figures'> & Partial<Pick<MyPiece, 'figures'>>, currency: string): StudioPiece {
  const { id, kind, title, picture, state, restriction, isPublic, updatedAt, publishedAt, publishAt, isNewer, answer, figures } = piece
  return {
    id,
    kind: kind === 'posts' ? 'post' : 'video-note',
    title,
    picture,
    editPath: `/studio/pieces/${id}`,
    publicPath: isPublic ? `/${kind === 'posts' ? 'p' : 'v'}/${id}` : null,
    state,
    restriction,
    updatedAt,
    publishedAt,
    publishAt,
    isNewer,
    answer: answer ? { ruleId: answer.rule, words: answer.reason, at: answer.at } : null,
    stats: figures
      ? { views: figures.views, clicks: figures.clicks, orders: figures.orders, commission: { amount: figures.commission, currency } }
      : null,
  }
}

/** The piece that an editor has open: its state and the last answer, without figures. */
export function openPieceOf({ draft, ...piece }: WorkingPiece, currency: string): StudioPiece {
  return studioPieceOf({ ...piece, title: draft.title, picture: draft.pictures[0]?.media ?? draft.poster ?? draft.video }, currency)
}
