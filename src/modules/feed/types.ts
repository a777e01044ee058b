import type { Engagement } from './hot.ts'

/** What ranking knows of a public piece. */
export interface Candidate {
  id: string
  kind: 'posts' | 'video-notes'
  author: string
  /** Product and topic ids. */
  products: readonly string[]
  topics: readonly string[]
  /** Milliseconds, UTC. */
  publishedAt: number
  /** Followers of its author. */
  followers: number
  /** Of the last days only; enough to know who has not been seen yet. */
  views: number
  engagement: Engagement
}

/** One act of one person on one piece, for what is rising now. */
export interface Act {
  piece: string
  person: string
  signal: 'likes' | 'collects' | 'comments' | 'shares' | 'follows'
  /** Milliseconds, UTC. */
  at: number
}
