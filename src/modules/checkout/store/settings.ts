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

/** Days of what comes after a sale. */
export interface AfterSales {
  /** Return without a reason. */
  returnDays: number
  /** Received by itself after delivery. */
  confirmDays: number
}

export async function readAfterSales(req: PayloadRequest): Promise<AfterSales> {
  const { returnDays, confirmDays } = await req.payload.findGlobal({ slug: 'shop-settings', depth: 0, overrideAccess: true, req })
  return { returnDays, confirmDays }
}
