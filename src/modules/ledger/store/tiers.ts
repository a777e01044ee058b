import type { PayloadRequest } from 'payload'
import { idOf, newId } from '../../../lib/ids.ts'
import type { CreatorTier } from '../../../payload-types.ts'
import { noTier, type Tier, type TierRow, tierAt } from '../tiers.ts'

/** A row says `<programme>/<tier>`: each programme has tiers of its own. */
const separator = '/'

export interface NewTier extends TierRow {
  creator: string
  programme: string
  /** Net sales of 90 days that made it, minor units. */
  sales: number
  currency: string
  /** Day of the shop's calendar, such as `2026-11-02`: one row for each creator, programme and day. */
  day: string
}

export async function insertTier(
  req: PayloadRequest,
  { creator, programme, tier, sales, currency, from, at, day }: NewTier,
): Promise<void> {
  const key = `${creator}:${programme}:${day}`
  const data = { id: newId(), key, creator, tier: `${programme}${separator}${tier}`, sales, currency }
  const times = { from: from.toISOString(), at: at.toISOString() }
  await req.payload.db.create({ collection: 'creator-tiers', data: { ...data, ...times }, returning: false, req })
}

/** Rows of a programme by creator, oldest first. */
export async function tierRows(req: PayloadRequest, creators: readonly string[], programme: string): Promise<Map<string, TierRow[]>> {
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
    if (!tier.startsWith(`${programme}${separator}`)) continue
    const row = { tier: tier.slice(programme.length + 1), from: new Date(from), at: new Date(at) }
    rows.set(idOf(creator), [...(rows.get(idOf(creator)) ?? []), row])
  }
  return rows
}

/**
 * ATT-35: the rate of the tier in which a creator is under a programme at a moment (an order's placement): the `group` rate of
 * ATT-14. Null without a tier, or when its programme has it no more.
 */
export async function tierRateOf(
  req: PayloadRequest,
  { creator, programme, tiers, at }: { creator: string; programme: string; tiers: readonly Tier[]; at: Date },
): Promise<{ tier: string; rateBps: number } | null> {
  if (tiers.length === 0) return null
  const name = tierAt((await tierRows(req, [creator], programme)).get(creator) ?? [], at)
  const tier = name === noTier ? undefined : tiers.find((one) => one.name === name)
  return tier ? { tier: tier.name, rateBps: tier.rateBps } : null
}
