import type { Locale } from '../i18n/locale.ts'
import type { AdLabel } from '../primitives/Badge.tsx'
import type { TopicRef } from '../shell/Navigation.tsx'
import type { MediaView } from './media.ts'
import type { CreatorRef, PieceCardView } from './piece.ts'
import type { PlacementView } from './placement.ts'
import type { SocialView } from './social.ts'

/** What posts and video notes have in common on their own page. */
export interface PieceView {
  id: string
  lang: Locale
  title: string
  /** Light markup of lib/text.ts. */
  body: string
  creator: CreatorRef & { followers: number; verticals: string[] }
  /** All labels that apply, strongest first; from the server. */
  labels: AdLabel[]
  /** The author bought a product of it here and kept it. */
  bought?: boolean
  placements: PlacementView[]
  topics: TopicRef[]
  likes: number
  /** ISO. */
  publishedAt: string
  editedAt?: string
  /** What the last edit changed, in the author's words. */
  editNote?: string
  /** Path of the translation in the other language. */
  translation?: { path: string; lang: Locale }
  related: PieceCardView[]
  /** Comments and counts; absent where a piece is only previewed. */
  social?: SocialView
}

export interface PostView extends PieceView {
  pictures: MediaView[]
}

export interface VideoNoteView extends PieceView {
  /** `videoUrl` is absent while the video is still being prepared. */
  video: MediaView
  /** Id of the video note that one swipes to. */
  next?: string
}
