import type { PayloadRequest } from 'payload'
import { idOf, newId } from '../../../lib/ids.ts'
import type { CreatorTier } from '../../../payload-types.ts'
import type { TierRow } from '../tiers.ts'

export interface NewTier extends TierRow {
  creator: string
  /** Net sales of 90 days that made it, minor units. */
  sales: number
  currency: string
  /** Day of the shop's calendar, such as `2026-11-02`: one row for each creator and day. */
  day: string
}

export async function insertTier(req: PayloadRequest, { creator, tier, sales, currency, from, at, day }: NewTier): Promise<void> {
  const data = { id: newId(), key: `${creator}:${day}`, creator, tier, sales, currency }
  const times = { from: from.toISOString(), at: at.toISOString() }
  await req.payload.db.create({ collection: 'creator-tiers', data: { ...data, ...times }, returning: false, req })
}

/** The rows of these creators, by creator, in the order in which they were written. `tierAt` says which stands. */
export async function tierRows(req: PayloadRequest, creators: readonly string[]): Promise<Map<string, TierRow[]>> {
  const rows = new Map<string, TierRow[]>()
  if (creators.length === 0) return rows
  const { docs } = await req.payload.db.find<CreatorTier>({
    collection: 'creator-tiers',
    where: { creator: { in: [...creators] } },
    sort: ['at', 'id'],
    limit: 0,
    pagination: false,
    req,
  })
  for (const { creator, tier, from, at } of docs) {
    const row = { tier, from: new Date(from), at: new Date(at) }
    rows.set(idOf(creator), [...(rows.get(idOf(creator)) ?? []), row])
  }
  return rows
}
