import type { Money } from '../../lib/money.ts'
import type { MediaView } from '../view/media.ts'
import type { PieceKind } from './draft.ts'

/** The working version's state (DESIGN "Review state and restriction"). */
export type ReviewState =
  | 'draft'
  | 'submitted'
  | 'in_review'
  | 'changes_requested'
  | 'rejected'
  | 'approved'
  | 'scheduled'
  | 'published'
  | 'withdrawn'

export type Restriction = 'none' | 'limited' | 'hidden' | 'removed'

/** What an editor said about a piece last. */
export interface EditorAnswer {
  ruleId: string | null
  words: string
  /** ISO. */
  at: string
}

/** A piece of the creator's own. Paths have no language prefix. */
export interface StudioPiece {
  id: string
  kind: PieceKind
  title: string
  picture: MediaView | null
  editPath: string
  /** Null while readers cannot see any version of it. */
  publicPath: string | null
  state: ReviewState
  restriction: Restriction
  /** ISO. */
  updatedAt: string
  publishedAt: string | null
  /** ISO: when what waits is to become public; null for as soon as it is let pass. */
  publishAt: string | null
  /** An editor let a version pass, and the working one is newer. */
  isNewer: boolean
  answer: EditorAnswer | null
  /** Null until it has been public: nothing was counted. Orders that were refunded whole still count; the commission is what is left. */
  stats: { views: number; clicks: number; orders: number; commission: Money } | null
}

/** What a creator calls the state of a piece: review state, restriction and a public version seen as one. */
export type PieceStatus =
  | 'draft'
  | 'waiting'
  | 'inReview'
  | 'changes'
  | 'rejected'
  | 'approved'
  | 'scheduled'
  | 'published'
  | 'editing'
  | 'editWaiting'
  | 'editChanges'
  | 'limited'
  | 'hidden'
  | 'removed'
  | 'withdrawn'

/** The one word for a piece. A restriction outweighs the review state; a public version beside an edit is said first. */
export function statusOf({ state, restriction, publicPath }: Pick<StudioPiece, 'state' | 'restriction' | 'publicPath'>): PieceStatus {
  if (restriction === 'removed' || restriction === 'hidden') return restriction
  if (publicPath !== null) {
    if (state === 'draft') return 'editing'
    if (state === 'submitted' || state === 'in_review' || state === 'approved' || state === 'scheduled') return 'editWaiting'
    if (state === 'changes_requested' || state === 'rejected') return 'editChanges'
    return restriction === 'limited' ? 'limited' : 'published'
  }
  const alone = { submitted: 'waiting', in_review: 'inReview', changes_requested: 'changes' } as const
  return state in alone ? alone[state as keyof typeof alone] : (state as Exclude<ReviewState, keyof typeof alone>)
}

/** The heaps in which the list can be looked through. */
export type PieceFilter = 'all' | 'draft' | 'waiting' | 'fix' | 'public' | 'gone'

export const pieceFilters: readonly PieceFilter[] = ['all', 'draft', 'waiting', 'fix', 'public', 'gone']

const heaps: Record<PieceStatus, readonly PieceFilter[]> = {
  draft: ['draft'],
  waiting: ['waiting'],
  inReview: ['waiting'],
  approved: ['waiting'],
  scheduled: ['waiting'],
  changes: ['fix'],
  rejected: ['fix'],
  published: ['public'],
  limited: ['public'],
  editing: ['public', 'draft'],
  editWaiting: ['public', 'waiting'],
  editChanges: ['public', 'fix'],
  hidden: ['gone'],
  removed: ['gone', 'fix'],
  withdrawn: ['gone'],
}

/** Whether a piece belongs to a heap. A public piece with a waiting edit is in both. */
export const inFilter = (piece: StudioPiece, filter: PieceFilter): boolean => filter === 'all' || heaps[statusOf(piece)].includes(filter)

/** The one thing to do next: what an editor asked first, then the oldest unfinished draft, then a first piece; null when all is well. */
export type Todo = { kind: 'changes' | 'changesLive' | 'rejected' | 'removed' | 'draft'; piece: StudioPiece } | { kind: 'first' } | null

/** Chooses the one thing to do from a creator's pieces. */
export function todoOf(pieces: readonly StudioPiece[]): Todo {
  if (pieces.length === 0) return { kind: 'first' }
  const byAge = [...pieces].sort((a, b) => Date.parse(a.updatedAt) - Date.parse(b.updatedAt))
  const kinds = { changes: 'changes', editChanges: 'changesLive', rejected: 'rejected', removed: 'removed', draft: 'draft' } as const
  for (const [status, kind] of Object.entries(kinds)) {
    const piece = byAge.find((one) => statusOf(one) === status)
    if (piece !== undefined) return { kind, piece }
  }
  return null
}
