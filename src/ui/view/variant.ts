import type { Money } from '../../lib/money.ts'

/** One value of an option, such as 日落黄. `colour` (CSS) draws a swatch. */
export interface OptionValueView {
  value: string
  label: string
  colour?: string
}

/** Something to choose, such as colour or size. */
export interface OptionView {
  id: string
  label: string
  values: OptionValueView[]
}

/** What is really bought. */
export interface VariantView {
  id: string
  /** Value by option id; complete. */
  options: Record<string, string>
  price: Money
  /** A price that was really charged, and from when to when (ISO days); from the price log. Without it nothing is struck out. */
  was?: { price: Money; from: string; to: string }
  /** The price log proves that the present price is the lowest of 30 days. */
  lowestIn30Days?: boolean
  stock: number
  /** Which picture shows it (0-based). */
  picture?: number
}

/** The variant with exactly these values; undefined when there is none. The door that takes the form uses it as well. */
export const variantFor = (variants: readonly VariantView[], chosen: Readonly<Record<string, string>>): VariantView | undefined =>
  variants.find((variant) => Object.entries(variant.options).every(([option, value]) => chosen[option] === value))

/** Whether a value can be bought together with what else is chosen: `out` when that variant is missing or has no stock. */
export function valueIsOut(
  variants: readonly VariantView[],
  chosen: Readonly<Record<string, string>>,
  option: string,
  value: string,
): boolean {
  const variant = variantFor(variants, { ...chosen, [option]: value })
  return variant === undefined || variant.stock < 1
}

/** The variant to show first: the first that can be bought, else the first. */
export const firstVariant = (variants: readonly VariantView[]): VariantView | undefined =>
  variants.find((variant) => variant.stock > 0) ?? variants[0]

/** Name of an option's field in the buy form. */
export const optionField = (optionId: string): string => `option:${optionId}`
