import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { groupBy } from '../../../lib/group.ts'
import { idOf, newId } from '../../../lib/ids.ts'
import type { AttributionBinding, Coupon, CreatorTier, ProgrammeMember, RateChange as RateChangeDoc } from '../../../payload-types.ts'
import { type BindingFacts, type CouponFacts, type Membership, type RankMove, type RateChange, ranksOf } from '../index.ts'
import { staysOf } from './stays.ts'

const many = { limit: 0, pagination: false } as const

async function find<T>(req: PayloadRequest, collection: CollectionSlug, where: Where, sort?: string): Promise<T[]> {
  const { docs } = await req.payload.db.find({ collection, where, ...many, ...(sort ? { sort } : {}), req })
  return docs as unknown as T[]
}

/** How these creators stand in any programme. */
export async function findMemberships(req: PayloadRequest, creators: readonly string[]): Promise<Membership[]> {
  if (creators.length === 0) return []
  const rows = await find<ProgrammeMember>(req, 'programme-members', { creator: { in: [...creators] } })
  return rows.map((row) => ({
    programmeId: idOf(row.programme),
    creatorId: idOf(row.creator),
    ...{ status: row.status, via: row.via },
    endedAt: row.endedAt ? new Date(row.endedAt) : null,
    stays: staysOf(row),
  }))
}

/** The log of rates of these programmes, by programme. */
export async function findRateChanges(req: PayloadRequest, programmes: readonly string[]): Promise<Map<string, RateChange[]>> {
  const log = new Map<string, RateChange[]>()
  if (programmes.length === 0) return log
  for (const row of await find<RateChangeDoc>(req, 'rate-changes', { programme: { in: [...programmes] } })) {
    const programme = idOf(row.programme)
    log.set(programme, [...(log.get(programme) ?? []), rateChangeOf(row)])
  }
  return log
}

export const rateChangeOf = ({ id, source, target, fromBps, toBps, announcedAt }: RateChangeDoc): RateChange => ({
  ...{ id, source },
  target: target ?? null,
  fromBps: fromBps ?? null,
  toBps: toBps ?? null,
  announcedAt: new Date(announcedAt),
})

/** ATT-35: the tiers that each of these creators had until a moment, the last one is hers. */
export async function findRanks(req: PayloadRequest, creators: readonly string[], at: Date): Promise<Map<string, RankMove[]>> {
  if (creators.length === 0) return new Map()
  const where: Where = { and: [{ creator: { in: [...creators] } }, { from: { less_than_equal: at.toISOString() } }] }
  const rows = await find<CreatorTier>(req, 'creator-tiers', where, 'at')
  const byCreator = groupBy(rows, ({ creator }) => idOf(creator))
  return new Map(
    [...byCreator].map(([creator, own]) => [
      creator,
      ranksOf(own.map(({ tier, from, at: written }) => ({ tier, from: new Date(from), at: new Date(written) }))),
    ]),
  )
}

/** ATT-09: the binds of an account that hold at a moment. */
export async function findBindings(req: PayloadRequest, account: string, at: Date): Promise<BindingFacts[]> {
  const where: Where = { and: [{ account: { equals: account } }, { until: { greater_than_equal: at.toISOString() } }] }
  return (await find<AttributionBinding>(req, 'attribution-bindings', where)).map(bindingOf)
}

const bindingOf = ({ id, programme, creator, touch, boundAt, until }: AttributionBinding): BindingFacts => ({
  id,
  programmeId: idOf(programme),
  creatorId: idOf(creator),
  touchId: touch ?? null,
  boundAt: new Date(boundAt),
  until: new Date(until),
})

/**
 * Binds an account to a creator under a programme from `boundAt` on, unless a bind holds then: the first one stands. The key
 * counts the binds of this account there, so that two orders at once make one; the second trips over it and runs again.
 */
export async function bindBuyer(
  req: PayloadRequest,
  { account, order, ...binding }: Omit<BindingFacts, 'id'> & { account: string; order: string },
): Promise<boolean> {
  const { programmeId: programme, creatorId: creator, touchId: touch, boundAt, until } = binding
  const known = await find<AttributionBinding>(req, 'attribution-bindings', {
    and: [{ account: { equals: account } }, { programme: { equals: programme } }],
  })
  if (known.some((one) => new Date(one.until) >= boundAt)) return false
  const data = {
    ...{ id: newId(), key: `${programme}:${account}:${known.length + 1}`, programme, account, creator, touch, order },
    boundAt: boundAt.toISOString(),
    until: until.toISOString(),
  }
  await req.payload.db.create({ collection: 'attribution-bindings', data, returning: false, req })
  return true
}

/** A code as attribution knows it, by its key; null when there is none. One without a programme of its own has the default one's. */
export async function findCouponFacts(req: PayloadRequest, key: string): Promise<CouponFacts | null> {
  const coupon = (await find<Coupon>(req, 'coupons', { key: { equals: key } }))[0]
  if (!coupon) return null
  const creatorId = coupon.creator ? idOf(coupon.creator) : null
  const programmeId = coupon.programme ? idOf(coupon.programme) : creatorId ? await defaultProgrammeId(req) : null
  const since = new Date(coupon.createdAt)
  return { id: coupon.id, creatorId, programmeId, isPublic: coupon.isPublic === true, attributes: coupon.attributes !== false, since }
}

export async function defaultProgrammeId(req: PayloadRequest): Promise<string | null> {
  const where: Where = { and: [{ isDefault: { equals: true } }, { status: { equals: 'active' } }] }
  return (await find<{ id: string }>(req, 'programmes', where, 'id'))[0]?.id ?? null
}

/** Gives every owned code without a programme of its own this one. */
export async function pinCodes(req: PayloadRequest, programme: string): Promise<void> {
  const where: Where = { and: [{ creator: { exists: true } }, { programme: { exists: false } }] }
  for (const { id } of await find<Coupon>(req, 'coupons', where))
    await req.payload.db.updateOne({ collection: 'coupons', where: { id: { equals: id } }, data: { programme }, returning: false, req })
}

/** ATT-23: the least margin that a sale keeps, basis points. 0, the default, while nobody has saved the settings. */
export async function readMinMargin(req: PayloadRequest): Promise<number> {
  const slug = 'shop-settings'
  const row = await req.payload.db.findGlobal<{ minMarginBps?: number | null }>({ slug, select: { minMarginBps: true }, req })
  return row?.minMarginBps ?? 0
}
