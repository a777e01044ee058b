import type { PayloadRequest } from 'payload'

/** What the shop's settings say about holds and payouts. Minor units, basis points, days. */
export interface PayoutSettings {
  currency: string
  minPayout: number
  /** ATT-33: day of the month on which payouts are run, 1 to 28. */
  payoutDay: number
  /** From this total a second person has to agree. */
  twoPersonsFrom: number
  taxBps: number
  /** An order counts as received this long after its delivery. */
  confirmDays: number
}

export async function readPayoutSettings(req: PayloadRequest): Promise<PayoutSettings> {
  const { currency, minPayout, payoutDay, twoPersonsFrom, payoutTaxBps, confirmDays } = await req.payload.findGlobal({
    slug: 'shop-settings',
    depth: 0,
    overrideAccess: true,
    req,
  })
  return { currency, minPayout, payoutDay, twoPersonsFrom, taxBps: payoutTaxBps, confirmDays }
}
