/** Where one price band ends and the next begins, minor units of the shop's currency. */
const edges = [20_000, 50_000, 100_000] as const

export interface PriceBand {
  /** Its name in addresses: `0-20000`, `100000-`. */
  name: string
  /** From, included; to, excluded; null: without an end. */
  from: number
  to: number | null
}

/** The price bands that one can filter by, from the lowest up. Together they hold every price once. */
export const priceBands: readonly PriceBand[] = [0, ...edges].map((from, at) => ({
  name: `${from}-${edges[at] ?? ''}`,
  from,
  to: edges[at] ?? null,
}))

/** The name of the band that holds a price. */
export const priceBandOf = (amount: number): string =>
  (priceBands.find(({ to }) => to === null || amount < to) ?? priceBands[0] ?? { name: '' }).name
