import type { PayloadRequest } from 'payload'
import type { Programme } from '../../../payload-types.ts'

/** The tiers by which the shop's creators are ranked (ATT-35). Minor units, basis points. */
export interface TierScale {
  /** Name of the programme. */
  name: string
  tiers: { name: string; fromSales: number; rateBps: number }[]
}

/** The shop has one scale: that of its default programme, else of the oldest active one with tiers. Null when none has any. */
export async function findTierScale(req: PayloadRequest): Promise<TierScale | null> {
  const { docs } = await req.payload.find({
    collection: 'programmes',
    where: { status: { equals: 'active' } },
    locale: 'zh',
    depth: 0,
    overrideAccess: true,
    pagination: false,
    limit: 0,
    sort: 'id',
    req,
  })
  const scaled = (docs as Programme[]).filter(({ tiers }) => (tiers ?? []).length > 0)
  const chosen = scaled.find(({ isDefault }) => isDefault) ?? scaled[0]
  if (!chosen) return null
  return { name: chosen.name, tiers: (chosen.tiers ?? []).map(({ name, fromSales, rateBps }) => ({ name, fromSales, rateBps })) }
}
