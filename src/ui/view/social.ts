import type { PictureView } from './media.ts'
import type { CreatorRef, PieceCardView, ProductCardView } from './piece.ts'

/** What can be liked, collected and commented on (S-32). */
export type SocialKind = 'posts' | 'video-notes' | 'products'

export interface SocialTarget {
  kind: SocialKind
  id: string
}

/** A reply, or a comment without its replies. Texts are plain; times ISO. */
export interface CommentWords {
  id: string
  author: {
    /** Null when the account is gone. */
    name: string | null
    handle?: string
    avatar?: PictureView
  }
  /** Empty when it was taken away and only keeps the place of its replies. */
  body: string
  gone?: 'deleted' | 'hidden'
  at: string
  /** A verified buyer (S-02); derived by the server. */
  bought: boolean
  /** The author of the piece. */
  byAuthor: boolean
  /** It waits for an editor; only its author sees it. */
  held?: boolean
}

export interface CommentView extends CommentWords {
  replies: CommentWords[]
}

/** A part of the comments under something. */
export interface CommentsView {
  comments: CommentView[]
  /** Comments and replies in all. */
  count: number
  /** Cursor of the next part; null at the end. */
  next: string | null
}

/** What a page needs for `<Comments>` and `<CollectButton>`. Counts are those of the rendering. */
export interface SocialView {
  comments: CommentsView
  likes: number
  collects: number
}

/** A board in a list. */
export interface BoardCardView {
  id: string
  title: string
  visibility: 'private' | 'public'
  /** What can be seen on it. */
  count: number
  covers: PictureView[]
}

/** A board in the collect sheet. */
export interface BoardChoiceView {
  id: string
  title: string
  visibility: 'private' | 'public'
  has: boolean
}

export type BoardItemView =
  | { kind: 'piece'; target: string; piece: PieceCardView }
  | { kind: 'product'; target: string; product: ProductCardView }

export interface BoardView extends Omit<BoardCardView, 'covers'> {
  owner: { name: string; profile?: CreatorRef }
  items: BoardItemView[]
  next: string | null
}

/** Query of the address that lists comments or collects: `kind`, `target` and more. */
export const targetQuery = ({ kind, id }: SocialTarget, more: Record<string, string> = {}): string =>
  new URLSearchParams({ kind, target: id, ...more }).toString()
