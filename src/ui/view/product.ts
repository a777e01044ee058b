import type { Money } from '../../lib/money.ts'
import type { Locale } from '../i18n/locale.ts'
import type { MediaView } from './media.ts'
import type { CreatorRef, PieceCardView } from './piece.ts'
import type { SocialView } from './social.ts'
import type { OptionView, VariantView } from './variant.ts'

/** A product's page. All prices and stocks are those of the moment of rendering. */
export interface ProductView {
  id: string
  slug: string
  title: string
  /** Language of the title: the reader's, or the other where there is none. */
  lang?: Locale
  subtitle?: string
  pictures: MediaView[]
  /** Empty when there is one variant and nothing to choose. */
  options: OptionView[]
  variants: VariantView[]
  /** The variant asked for in the address (`?variant=`); else the first that can be bought. */
  variantId?: string
  /** Plain text; blank lines part paragraphs. */
  description?: string
  descriptionLang?: Locale
  specs: { name: string; value: string }[]
  /** What one parcel costs, and from which sum it is free, as the shop's settings state them. */
  shipping?: { flat: Money; freeFrom: Money }
  /** What else the shop states, such as returns. */
  facts: { icon: 'truck' | 'refresh' | 'info'; text: string }[]
  /** Who recommends it: creators with a public piece about it. */
  recommenders: { count: number; withCommission: number; some: CreatorRef[] }
  pieces: PieceCardView[]
  /** Comments and counts (S-32). */
  social?: SocialView
  /** Not for sale: withdrawn, or recalled with a notice that comes first. */
  offSale?: { kind: 'withdrawn' | 'recalled'; text?: string }
}
