import type { TopicRef } from '../shell/Navigation.tsx'
import type { MediaView } from './media.ts'
import type { CreatorRef, Highlighted, PieceCardView, ProductCardView } from './piece.ts'

/** A creator's public page. */
export interface CreatorView extends CreatorRef {
  bio?: string
  verticals: string[]
  verified?: boolean
  cover?: MediaView
  followers: number
  /** Public pieces of both kinds. */
  posts: number
  videos: number
  likes: number
  /** ISO. */
  joinedAt: string
  /** Then only this fact is shown. */
  suspended?: boolean
  kind: 'all' | 'post' | 'video-note'
  pieces: PieceCardView[]
  more?: string
}

/** A topic's page. */
export interface TopicView extends TopicRef {
  description?: string
  /** Public pieces in all. */
  count: number
  pieces: PieceCardView[]
  more?: string
  near: TopicRef[]
}

export type SearchKind = 'all' | 'post' | 'video-note' | 'product' | 'creator'

/** A creator among the results. */
export interface CreatorHit extends CreatorRef {
  nameParts?: Highlighted
  verticals: string[]
  followers: number
}

/** Results for one query, or the shop's products when there is none and the kind is `product`. */
export interface SearchView {
  query: string
  kind: SearchKind
  /** Matches of each kind; `all` is their sum. Only what is public is counted. */
  counts: Record<SearchKind, number>
  pieces: PieceCardView[]
  products: ProductCardView[]
  creators: CreatorHit[]
  /** Path with query of the next part. */
  more?: string
  /** For zero results: words that, dropped, give results, with how many. Computed by really searching. */
  relaxed: { word: string; rest: string; count: number }[]
  topics: TopicRef[]
}
