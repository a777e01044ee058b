import type { MyPiece } from '../../../flows/pieces/list-my-pieces.ts'
import type { WorkingPiece } from '../../../flows/pieces/read-working-piece.ts'
import type { FunnelView } from '../../../ui/studio/Funnel.tsx'
import type { StudioPiece } from '../../../ui/studio/view.ts'

/** A piece of one's own as the studio's lists show it. Paths have no language. */
export function studioPieceOf(piece: Omit<MyPiece, 'figures'> & Partial<Pick<MyPiece, 'figures'>>, currency: string): StudioPiece {
  const { id, kind, title, picture, state, restriction, isPublic, updatedAt, publishedAt, answer, figures } = piece
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
    answer: answer ? { ruleId: answer.rule, words: answer.reason, at: answer.at } : null,
    stats: figures ? { clicks: figures.clicks, orders: figures.orders, commission: { amount: figures.commission, currency } } : null,
  }
}

/** The piece that an editor has open: its state and the last answer, without figures. */
export function openPieceOf({ draft, ...piece }: WorkingPiece, currency: string): StudioPiece {
  return studioPieceOf({ ...piece, title: draft.title, picture: draft.pictures[0]?.media ?? draft.poster ?? draft.video }, currency)
}

/** What all pieces brought together. Figures are those that each piece shows, so that the sums are the sums of the list. */
export function funnelOf(pieces: readonly StudioPiece[], currency: string, reversed: number): FunnelView {
  const counted = pieces.flatMap(({ stats }) => stats ?? [])
  const sum = (of: (stats: NonNullable<StudioPiece['stats']>) => number) => counted.reduce((total, stats) => total + of(stats), 0)
  return {
    clicks: sum(({ clicks }) => clicks),
    orders: sum(({ orders }) => orders),
    commission: { amount: sum(({ commission }) => commission.amount), currency },
    reversed: { amount: reversed, currency },
    publicPieces: pieces.filter(({ publicPath }) => publicPath !== null).length,
  }
}
