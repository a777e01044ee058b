import type { PayloadRequest } from 'payload'

/** What the shop's settings say about an order. Amounts in minor units, rates in basis points. */
export interface OrderTerms {
  currency: string
  shippingFlat: number
  freeShippingFrom: number
  taxBps: number
}

export async function readTerms(req: PayloadRequest): Promise<OrderTerms> {
  const { currency, shippingFlat, freeShippingFrom, taxBps } = await req.payload.findGlobal({
    slug: 'shop-settings',
    depth: 0,
    overrideAccess: true,
    req,
  })
  return { currency, shippingFlat, freeShippingFrom, taxBps }
}
