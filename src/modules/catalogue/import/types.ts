import type { Option } from '../variants.ts'

/** What stands in a file that could not be used as it is. `left-out` rows did not go in; `adjusted` ones did, without this value. */
export interface ImportProblem {
  /** Line of the file on which the row begins, from 1 (the header's). */
  line: number
  /** The column as the file calls it; null when the row as a whole is meant. */
  column: string | null
  effect: 'left-out' | 'adjusted'
  /** What was expected and what came. */
  reason: string
}

/** Where a picture of a product is: an address or a file name. Nothing of it is loaded yet. */
export interface ImportPicture {
  source: string
  alt: string
  line: number
}

/** One thing to buy. Amounts in minor units of the shop's currency. */
export interface ImportVariant {
  line: number
  sku: string
  options: Option[]
  price: number
  cost: number | null
  weightGrams: number | null
  /** Pieces that can be sold; null when the file does not say. */
  quantity: number | null
  /** `source` of one of the product's pictures. */
  picture: string | null
}

/** One product with at least one variant, as the file has it. */
export interface ImportProduct {
  line: number
  /** The handle: by it a later import finds the product again. */
  key: string
  title: string
  /** Light markup (src/lib/text.ts). */
  description: string
  brand: string
  category: string | null
  status: 'draft' | 'active' | 'archived'
  optionNames: string[]
  pictures: ImportPicture[]
  variants: ImportVariant[]
}

/** Prices that were in the file and how they were taken. */
export interface PriceBasis {
  /** The currency whose rows were taken; null when the file names none. */
  from: string | null
  /** The shop's, in which the variants are priced. */
  to: string
  /** Rows of other currencies that were passed over. */
  passedOver: number
}

/** A whole file, understood. */
export interface ImportFile {
  format: FormatName
  rows: number
  products: ImportProduct[]
  /** Handles of which nothing could be used. */
  refused: number
  problems: ImportProblem[]
  prices: PriceBasis
}

export type FormatName = 'shopify' | 'spree'
