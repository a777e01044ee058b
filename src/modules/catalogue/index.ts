/** Catalogue: names in addresses, options of variants, price ranges and honest "was" prices. Pure. */

export { isRate } from './import/prices.ts'
export { readProducts } from './import/read-products.ts'
export type { ByteSource } from './import/read-table.ts'
export type { FormatName, ImportFile, ImportPicture, ImportProblem, ImportProduct, ImportVariant } from './import/types.ts'
export { type OptionWord, shownOption, shownOptions, swatchOf } from './option-words.ts'
export { freeSlug, slugify, slugMax } from './slug.ts'
export { type Option, optionChoices, optionsText, priceRange, variantWith } from './variants.ts'
export { type PriceSince, wasPrice, wasPriceDays } from './was-price.ts'
