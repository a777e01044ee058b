/** What the settings say about delivery, minor units. */
export interface ShippingTerms {
  shippingFlat: number
  /** Goods of this value and more travel free. */
  freeShippingFrom: number
}

/** What delivery of goods worth this much costs. Nothing to deliver costs nothing. */
export const shippingFor = (goods: number, { shippingFlat, freeShippingFrom }: ShippingTerms): number =>
  goods === 0 || goods >= freeShippingFrom ? 0 : shippingFlat

/** A way of delivery as the operator set it up. Amounts in minor units. */
export interface ShippingRate {
  id: string
  name: string
  kind: 'flat' | 'weight'
  /** Two-letter codes; empty: everywhere. */
  countries: readonly string[]
  base: number
  /** By weight: `perStep` for each begun step of `stepGrams` beyond `includedGrams`. */
  stepGrams: number | null
  perStep: number | null
  includedGrams: number | null
  freeFrom: number | null
  position: number
}

/** What is to be delivered: the goods' value at the shop's prices, before any code, and their weight. */
export interface Freight {
  country: string
  goods: number
  grams: number
}

/** A way of delivery with its price. `standard` is the settings' own, where no rate is set up; its name is the screen's. */
export interface ShippingQuote {
  id: string
  name: string | null
  price: number
}

export const standardShipping = 'standard'

/**
 * The ways in which goods can be delivered there, in the operator's order. Without any rate set up, the settings' flat price;
 * with rates but none for this country, nothing: it is not delivered there.
 */
export function shippingQuotes(rates: readonly ShippingRate[], freight: Freight, terms: ShippingTerms): ShippingQuote[] {
  if (rates.length === 0) return [{ id: standardShipping, name: null, price: shippingFor(freight.goods, terms) }]
  return rates
    .filter(({ countries }) => countries.length === 0 || countries.includes(freight.country))
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
    .map((rate) => ({ id: rate.id, name: rate.name, price: priceOf(rate, freight) }))
}

/** What one way of delivery costs. Never below its base but for free delivery. */
export function priceOf({ kind, base, stepGrams, perStep, includedGrams, freeFrom }: ShippingRate, { goods, grams }: Freight): number {
  if (goods === 0 || (freeFrom !== null && goods >= freeFrom)) return 0
  if (kind === 'flat' || !stepGrams || !perStep) return base
  return base + Math.ceil(Math.max(0, grams - (includedGrams ?? 0)) / stepGrams) * perStep
}

/** The countries of a row as it is written: two-letter codes, with commas or spaces between. */
export const countriesOf = (text: string | null | undefined): string[] => (text ?? '').toUpperCase().match(/[A-Z]{2}/g) ?? []
