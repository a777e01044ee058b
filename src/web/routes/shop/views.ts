import type { PostFacts, ProductFacts, VideoNoteFacts } from '../../../flows/shop/views.ts'
import { type Locale, translate } from '../../../ui/i18n/index.ts'
import { choices } from '../../../ui/i18n/messages/choices.ts'
import { storefront } from '../../../ui/i18n/messages/storefront.ts'
import type { ProductView } from '../../../ui/view/product.ts'

/** What a creator writes about, in the reader's words. */
export const verticalNames = (keys: readonly string[], locale: Locale): string[] =>
  keys.map((key) => (Object.hasOwn(choices[locale], key) ? translate(choices, locale, key as keyof (typeof choices)['zh']) : key))

/** A piece's page: as the flow gives it, with words where it has names of things. */
export const pieceView = <T extends PostFacts | VideoNoteFacts>(piece: T, locale: Locale): T => ({
  ...piece,
  creator: { ...piece.creator, verticals: verticalNames(piece.creator.verticals, locale) },
})

/** What of a piece decides who is its author and which purchases make a buyer's badge. */
export const socialOf = <K extends 'posts' | 'video-notes'>(kind: K, { id, creator, placements }: PostFacts | VideoNoteFacts) => ({
  kind,
  id,
  author: creator.id,
  products: placements.map(({ product }) => product.id),
})

/** A product's page, with the variant that its address asks for. */
export function productView({ returnDays, ...product }: ProductFacts, asked: string | null, locale: Locale): ProductView {
  const variant = product.variants.find(({ id }) => id === asked)
  const facts: ProductView['facts'] =
    returnDays > 0 ? [{ icon: 'refresh', text: translate(storefront, locale, 'returnsIn', { days: returnDays }) }] : []
  return { ...product, specs: [], facts, ...(variant ? { variantId: variant.id } : {}) }
}
