import type { Faces } from '../../../flows/commerce/read-faces.ts'
import { shownOptions } from '../../../modules/catalogue/index.ts'
import type { CreatorChipView, LineProductView } from '../../../ui/commerce/index.ts'
import { type Locale, localePath } from '../../../ui/i18n/index.ts'

/** A creator beside a credit; null when the profile is gone. */
export function creatorChip(faces: Faces, locale: Locale, id: string | null | undefined): CreatorChipView | null {
  const face = id ? faces.creators.get(id) : undefined
  return face ? { ...face, href: localePath(locale, `/creator/${face.handle}`) } : null
}

/** Title and page of a piece that people may see; null for others. */
export function pieceLink(faces: Faces, locale: Locale, id: string | null | undefined): { title: string; href: string } | null {
  const face = id ? faces.pieces.get(id) : undefined
  return face ? { title: face.title, href: localePath(locale, `/${face.kind === 'posts' ? 'p' : 'v'}/${id}`) } : null
}

interface ProductOfLine {
  /** Null for goods of another shop. */
  product: string | null
  title: string
  options?: string | null | undefined
  picture?: string | null | undefined
}

/** What a line shows of its product: the texts that were frozen with it (options in the reader's words), the page only while the product is on sale. */
export function lineProduct(faces: Faces, locale: Locale, { product, title, options, picture }: ProductOfLine): LineProductView {
  const page = product ? faces.products.get(product) : undefined
  return {
    title,
    options: shownOptions(options, product ? faces.optionWords.get(product) : undefined, locale),
    picture: (picture ? faces.pictures.get(picture) : null) ?? null,
    href: page ? localePath(locale, `/product/${page.slug}`) : null,
  }
}
