import type { Money } from '../../lib/money.ts'
import type { Locale } from '../i18n/locale.ts'
import type { AdLabel } from '../primitives/Badge.tsx'
import type { PictureView } from './media.ts'

/** A text with the parts that match a query marked. */
export type Highlighted = readonly { text: string; hit: boolean }[]

/** Who made it, as much as a card shows. */
export interface CreatorRef {
  id: string
  handle: string
  name: string
  avatar?: PictureView
}

/** A piece in a feed, a strip or a result list. Only public pieces become cards. */
export interface PieceCardView {
  id: string
  kind: 'post' | 'video-note'
  title: string
  /** The title with matches marked, in search results. */
  titleParts?: Highlighted
  /** The language of the piece itself. */
  lang: Locale
  /** First picture, or the poster of a video. */
  picture?: PictureView
  creator: CreatorRef
  likes: number
  /** The strongest label that applies; none when nothing is sold and nothing was paid. */
  label?: AdLabel
  /** The author bought a product of it here and kept it; beside the ad label where there is room. */
  bought?: boolean
  /** The lowest price of its products; `soldOut` when none of them can be bought. */
  price?: { from: Money; soldOut: boolean }
  /** Seconds; video notes only. */
  durationSeconds?: number
}

/** A product in a strip or a result list. */
export interface ProductCardView {
  id: string
  slug: string
  title: string
  titleParts?: Highlighted
  /** Language of the title: the reader's, or the other where there is none. */
  lang?: Locale
  picture?: PictureView
  /** The price, or the lowest when variants differ (`several`). */
  price: Money
  several?: boolean
  was?: Money
  /** Pieces that can be bought now, summed over variants. */
  stock: number
}

/** Path of a piece inside its language. */
export const piecePath = (piece: Pick<PieceCardView, 'id' | 'kind'>): string => `/${piece.kind === 'post' ? 'p' : 'v'}/${piece.id}`

/** Path of a product's page inside a language. */
export const productPath = (product: { slug: string }): string => `/product/${encodeURIComponent(product.slug)}`

/** Path of a creator's page inside a language. */
export const creatorPath = (creator: { handle: string }): string => `/creator/${encodeURIComponent(creator.handle)}`

/** Path of a topic's page inside a language. */
export const topicPath = (topic: { slug: string }): string => `/topic/${encodeURIComponent(topic.slug)}`
