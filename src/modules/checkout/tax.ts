import { prorate, shareOf } from '../../lib/prorate.ts'

export type TaxMode = 'included' | 'added'

/** A row of the table of rates. */
export interface TaxRate {
  /** ISO 3166-1 alpha-2. */
  country: string
  /** Compared without case; null: the whole country. */
  region: string | null
  /** Category of the goods; null: all. */
  category: string | null
  bps: number
  mode: TaxMode
}

/** Where goods go, and what the shop's settings say where no row fits. */
export interface TaxPlace {
  country: string
  region: string
  rates: readonly TaxRate[]
  fallback: { bps: number; mode: TaxMode }
}

/** Rates of one order: each line's own, and whether they are inside the prices or come on top, which is one for all lines. */
export interface OrderTax {
  mode: TaxMode
  /** Rate of each line, basis points. */
  bps: number[]
  /** Rate of what is no line (delivery). */
  general: number
}

/**
 * The rates of an order's lines: the narrowest row that fits, region before country, and in each a row for the category
 * before one for all goods; without one the settings. The mode is that of the narrowest row for all goods, so that an order has
 * one kind of prices.
 */
export function taxOf(categories: readonly (readonly string[])[], { country, region, rates, fallback }: TaxPlace): OrderTax {
  const here = rates.filter((rate) => rate.country.toUpperCase() === country.toUpperCase() && fits(rate.region, region))
  const general = narrowest(here.filter(({ category }) => category === null)) ?? fallback
  const bps = categories.map((own) => {
    const row = narrowest(here.filter(({ category }) => category !== null && own.includes(category)))
    // A row for this region and all goods is narrower than one for the country and this category.
    return row && rank(row) >= rankOf(general) ? row.bps : general.bps
  })
  return { mode: general.mode, bps, general: general.bps }
}

const fits = (wanted: string | null, region: string): boolean => !wanted || wanted.trim().toLowerCase() === region.trim().toLowerCase()

const rank = ({ region }: Pick<TaxRate, 'region'>): number => (region ? 1 : 0)

const rankOf = (row: TaxRate | TaxPlace['fallback']): number => ('country' in row ? rank(row) : -1)

/** Of equal rows the highest rate: never too little is set aside. */
const narrowest = (rows: readonly TaxRate[]): TaxRate | undefined => [...rows].sort((a, b) => rank(b) - rank(a) || b.bps - a.bps)[0]

/** The tax that an amount contains: amount × rate ÷ (1 + rate), half-even. */
export const taxInside = (amount: number, rateBps: number): number => shareOf(amount, rateBps, 10_000 + rateBps)

/** The tax that comes on top of an amount, half-even. */
export const taxOnTop = (amount: number, rateBps: number): number => shareOf(amount, rateBps, 10_000)

/**
 * Tax of each line: rounded once for all lines of one rate and split over them by largest remainder, so that lines add up to
 * what the whole order owes.
 */
export function taxOfLines(amounts: readonly number[], bps: readonly number[], mode: TaxMode): number[] {
  const taxes = amounts.map(() => 0)
  for (const rate of new Set(bps)) {
    const own = amounts.map((amount, index) => (bps[index] === rate ? amount : 0))
    const sum = own.reduce((all, amount) => all + amount, 0)
    const tax = mode === 'included' ? taxInside(sum, rate) : taxOnTop(sum, rate)
    for (const [index, part] of prorate(tax, own).entries()) taxes[index]! += part
  }
  return taxes
}
