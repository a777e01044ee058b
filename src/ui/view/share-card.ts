import { formatMoney, type Money } from '../../lib/money.ts'
import { urlFor } from '../../lib/picture-sizes.ts'
import { intlTag, type Locale, translate } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { type AdLabel, adTexts } from '../primitives/Badge.tsx'
import type { PictureView } from './media.ts'
import type { CreatorRef } from './piece.ts'

export type ShareCardKind = 'p' | 'v' | 'product' | 'creator'

/** What the picture says that messengers show of a shared page: drawn from it by the server (`/og/…`). */
export interface ShareCard {
  kind: ShareCardKind
  /** Id of a piece, slug of a product, handle of a creator: as in the page's address. */
  id: string
  locale: Locale
  title: string
  /** Who made it. */
  by?: string
  /** The ad label of the piece: a share is an ad as much as the page is (DIS-1). */
  label?: string
  price?: string
  /** Addresses of the pictures that it is drawn with. */
  picture?: string
  avatar?: string
}

export const shareCardSize = { width: 1200, height: 630 } as const

/** Changes with the drawing, so that kept pictures of an older one are not shown. */
const DRAWING = '2'

interface SharedPiece {
  id: string
  title: string
  creator: CreatorRef
  labels: readonly AdLabel[]
}

export const postCard = (post: SharedPiece & { pictures: readonly PictureView[] }, locale: Locale): ShareCard =>
  pieceCard('p', post, post.pictures[0], locale)

export const videoCard = (note: SharedPiece & { video: PictureView }, locale: Locale): ShareCard => pieceCard('v', note, note.video, locale)

function pieceCard(
  kind: 'p' | 'v',
  { id, title, creator, labels }: SharedPiece,
  picture: PictureView | undefined,
  locale: Locale,
): ShareCard {
  const [label] = labels
  return {
    kind,
    id,
    locale,
    title,
    by: creator.name,
    ...(label ? { label: translate(common, locale, adTexts[label]) } : {}),
    ...from('picture', picture, 1080),
    ...from('avatar', creator.avatar, 200),
  }
}

interface SharedProduct {
  slug: string
  title: string
  subtitle?: string
  pictures: readonly PictureView[]
  variants: readonly { price: Money }[]
}

/** With the price, or the lowest of several. */
export function productCard(product: SharedProduct, locale: Locale): ShareCard {
  const prices = product.variants.map(({ price }) => price).toSorted((a, b) => a.amount - b.amount)
  const [low] = prices
  const several = low !== undefined && prices.at(-1)?.amount !== low.amount
  const shown = low && formatMoney(low, intlTag[locale], { cents: 'omit-zero' })
  return {
    kind: 'product',
    id: product.slug,
    locale,
    title: product.title,
    ...(product.subtitle ? { by: product.subtitle } : {}),
    ...(shown ? { price: several ? translate(common, locale, 'from', { price: shown }) : shown } : {}),
    ...from('picture', product.pictures[0], 1080),
  }
}

export function creatorCard(creator: CreatorRef & { bio?: string }, locale: Locale): ShareCard {
  return {
    kind: 'creator',
    id: creator.handle,
    locale,
    title: creator.name,
    by: `@${creator.handle}`,
    ...from('picture', creator.avatar, 1080),
  }
}

/** The stored size that is wide enough for its place, else the widest. */
function from<K extends 'picture' | 'avatar'>(name: K, media: PictureView | undefined, wanted: number): Partial<Record<K, string>> {
  const url = urlFor(media?.sources ?? [], wanted)
  return (url ? { [name]: url } : {}) as Partial<Record<K, string>>
}

/** Address of the picture: with a mark of everything that it shows, so that it may be kept for ever. */
export const shareCardPath = (card: ShareCard): string =>
  `/og/${card.locale}/${card.kind}/${encodeURIComponent(card.id)}/${shareCardMark(card)}.jpg`

/** Sixteen hex digits of what the picture shows (FNV-1a, twice): no secret and no proof, only a name that changes. */
export function shareCardMark(card: ShareCard): string {
  const text = JSON.stringify([
    DRAWING,
    card.kind,
    card.id,
    card.locale,
    card.title,
    card.by,
    card.label,
    card.price,
    card.picture,
    card.avatar,
  ])
  return [fnv(text, 0x811c9dc5), fnv(text, 0x01000193)].map((part) => part.toString(16).padStart(8, '0')).join('')
}

function fnv(text: string, seed: number): number {
  let hash = seed
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
