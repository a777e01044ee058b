/** One chosen value of a variant, such as Colour: Sunset. */
export interface Option {
  name: string
  value: string
}

/** A variant's choices as one text, `Sunset · 2-person`; null when there is nothing to choose. */
export function optionsText(options: readonly Option[]): string | null {
  const values = options.map(({ value }) => value.trim()).filter((value) => value !== '')
  return values.length === 0 ? null : values.join(' · ')
}

/** The choices of a product, in the order of first appearance among its variants: what the product page offers. */
export function optionChoices(variants: readonly { options: readonly Option[] }[]): { name: string; values: string[] }[] {
  const choices = new Map<string, Set<string>>()
  for (const { name, value } of variants.flatMap(({ options }) => options)) {
    choices.set(name, (choices.get(name) ?? new Set()).add(value))
  }
  return [...choices].map(([name, values]) => ({ name, values: [...values] }))
}

/** The variant that has exactly these values, in whatever order; undefined when there is none. */
export const variantWith = <V extends { options: readonly Option[] }>(variants: readonly V[], wanted: readonly Option[]): V | undefined =>
  variants.find(
    ({ options }) =>
      options.length === wanted.length && wanted.every(({ name, value }) => options.some((o) => o.name === name && o.value === value)),
  )

interface Priced {
  price: number
  currency: string
}

/** The lowest and highest price of a product's variants, minor units; null without variants. Throws when currencies differ: a product has one. */
export function priceRange(variants: readonly Priced[]): { min: number; max: number; currency: string } | null {
  const first = variants[0]
  if (!first) return null
  const stranger = variants.find(({ currency }) => currency !== first.currency)
  if (stranger) throw new Error(`Expected prices in ${first.currency}, got one in ${stranger.currency}`)
  const prices = variants.map(({ price }) => price)
  return { min: Math.min(...prices), max: Math.max(...prices), currency: first.currency }
}
