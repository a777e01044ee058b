import type { TopicRef } from '../shell/Navigation.tsx'
import type { PictureView } from './media.ts'
import type { CreatorRef, Highlighted, PieceCardView, ProductCardView } from './piece.ts'
import type { BoardCardView } from './social.ts'

/** A creator's trust record: computed from the books and the editors' decisions. */
export interface TrustView {
  /** Orders that came through her. */
  orders: number
  /** Share of the commission that refunds took back, in basis points; absent where there are too few orders to say. */
  returnedBps?: number
  /** Pieces that editors limit or have taken down now. */
  restricted: number
  /** When it was computed (ISO). */
  at: string
}

/** A creator's public page. */
export interface CreatorView extends CreatorRef {
  bio?: string
  verticals: string[]
  verified?: boolean
  cover?: PictureView
  followers: number
  /** Public pieces of both kinds. */
  posts: number
  videos: number
  likes: number
  /** ISO. */
  joinedAt: string
  trust?: TrustView
  /** Then only this fact is shown. */
  suspended?: boolean
  kind: 'all' | 'post' | 'video-note' | 'boards'
  /** Her public boards. */
  boards?: BoardCardView[]
  pieces: PieceCardView[]
  more?: string
}

/** A topic's page. */
export interface TopicView extends TopicRef {
  description?: string | undefined
  sort: 'newest' | 'hot'
  /** Public pieces in all. */
  count: number
  pieces: readonly PieceCardView[]
  products: readonly ProductCardView[]
  /** Who writes about it. */
  creators: readonly CreatorHit[]
  more?: string | undefined
  near: readonly TopicRef[]
}

/** A creator among the results. */
export interface CreatorHit extends CreatorRef {
  nameParts?: Highlighted
  verticals: string[]
  followers: number
}
