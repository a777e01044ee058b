/** Catalogue: names in addresses, options of variants, price ranges and honest "was" prices. Pure. */
export { freeSlug, slugify, slugMax } from './slug.ts'
export { type Option, optionChoices, optionsText, priceRange, variantWith } from './variants.ts'
export { type PriceSince, wasPrice, wasPriceDays } from './was-price.ts'
