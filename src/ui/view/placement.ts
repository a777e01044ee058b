import type { Money } from '../../lib/money.ts'
import { type Locale, localePath } from '../i18n/locale.ts'
import type { PictureView } from './media.ts'
import { productPath } from './piece.ts'

/** A product as a piece shows it, with the price and stock of the moment of rendering. */
export interface PlacedProduct {
  id: string
  slug: string
  title: string
  /** Language of the title: the reader's, or the other where there is none. */
  lang?: Locale
  picture?: PictureView
  price: Money
  /** The variants' prices differ: `price` is the lowest. */
  several?: boolean
  /** From the price log; never invented. */
  was?: Money
  stock: number
  /** The only variant, so that it can go into the cart from here; absent when there is something to choose. */
  variantId?: string
  /** Withdrawn from sale or recalled: the row keeps its number and says so. */
  withdrawn?: boolean
}

/** Who would earn from this placement: handle or name, rate in basis points, amount for one item at the present price. */
export interface CreditView {
  name: string
  basisPoints: number
  amount: Money
}

/** Where a product stands in a piece. */
export interface PlacementView {
  id: string
  /** 1-based; the same on the picture, in the text and on the row. */
  number: number
  kind: 'text' | 'hotspot' | 'moment'
  product: PlacedProduct
  /** Code of the product link: `/go/:code` records the touch. */
  code?: string
  /** Absent when no commission is earned. */
  credit?: CreditView
  /** Hotspots: 0-based picture and the position in per cent of it. */
  picture?: number
  x?: number
  y?: number
  /** Moments: seconds. */
  from?: number
  to?: number
}

/** Where a press on the product leads: through the link's code, so that the creator is credited, else straight to the product. */
export const placementHref = (placement: Pick<PlacementView, 'code' | 'product'>, locale: Locale): string =>
  placement.code ? `/go/${encodeURIComponent(placement.code)}` : localePath(locale, productPath(placement.product))

/** The moments that are on screen at a second: `from` counts, `to` does not. */
export const momentsAt = (placements: readonly PlacementView[], second: number): PlacementView[] =>
  placements.filter((one) => one.kind === 'moment' && one.from !== undefined && one.from <= second && second < (one.to ?? one.from + 4))

/** Which products of a piece bear commission and which do not, by title; those that are no longer sold are in neither. */
export function paidFor(placements: readonly PlacementView[]): { paid: string[]; free: string[] } {
  const sold = placements.filter(({ product }) => !product.withdrawn)
  const titles = (some: readonly PlacementView[]) => [...new Set(some.map(({ product }) => product.title))]
  const paid = titles(sold.filter(({ credit }) => credit))
  return { paid, free: titles(sold.filter(({ credit }) => !credit)).filter((title) => !paid.includes(title)) }
}
