/** What the settings say about delivery, minor units. */
export interface ShippingTerms {
  shippingFlat: number
  /** Goods of this value and more travel free. */
  freeShippingFrom: number
}

/** What delivery of goods worth this much costs. Nothing to deliver costs nothing. */
export const shippingFor = (goods: number, { shippingFlat, freeShippingFrom }: ShippingTerms): number =>
  goods === 0 || goods >= freeShippingFrom ? 0 : shippingFlat
