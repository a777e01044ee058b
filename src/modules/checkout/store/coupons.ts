import type { PayloadRequest, Where } from 'payload'
import { idOf, newId } from '../../../lib/ids.ts'
import type { Coupon, Couponus } from '../../../payload-types.ts'
import type { CouponTerms } from '../coupons.ts'

/** A code as it is stored: its terms, and whom it credits. */
export interface CouponRow extends CouponTerms {
  key: string
  creator: string | null
  programme: string | null
  /** Site-wide: such a code never credits anybody (ATT-17). */
  isPublic: boolean
  /** Whether it credits its owner. */
  attributes: boolean
}

export const findCouponByKey = async (req: PayloadRequest, key: string): Promise<CouponRow | null> =>
  (await coupons(req, { key: { equals: key } }, 1))[0] ?? null

export const findCoupon = async (req: PayloadRequest, id: string): Promise<CouponRow | null> =>
  (await coupons(req, { id: { equals: id } }, 1))[0] ?? null

/** Codes, the newest first; of one creator, or of all. */
export const findCoupons = (req: PayloadRequest, { creator, limit }: { creator?: string; limit: number }): Promise<CouponRow[]> =>
  coupons(req, creator === undefined ? {} : { creator: { equals: creator } }, limit)

/** Codes that credit these creators and may be used now or later. */
export const findCreditingCodes = async (
  req: PayloadRequest,
  creators: readonly string[],
): Promise<(CouponRow & { creator: string })[]> => {
  if (creators.length === 0) return []
  const found = await coupons(req, { and: [{ creator: { in: [...creators] } }, { status: { equals: 'active' } }] }, 0)
  return found.flatMap((row) => (row.creator && row.attributes && !row.isPublic ? [{ ...row, creator: row.creator }] : []))
}

export type CouponData = Omit<CouponRow, 'id' | 'used'>

/** Writes a new code. Throws on a duplicate key: somebody has this code. */
export async function insertCoupon(req: PayloadRequest, row: CouponData & { id: string; actor: string }): Promise<void> {
  await req.payload.db.create({ collection: 'coupons', data: { ...row, ...stored(row), used: 0 }, returning: false, req })
}

/** Changes the terms of a code; how often it was used stays as it is. */
export async function updateCoupon(req: PayloadRequest, id: string, row: CouponData & { actor: string }): Promise<void> {
  await req.payload.db.updateOne({ collection: 'coupons', where: { id: { equals: id } }, data: { ...row, ...stored(row) }, req })
}

const stored = ({
  startsAt,
  endsAt,
  products,
  excludedProducts,
}: Pick<CouponData, 'startsAt' | 'endsAt' | 'products' | 'excludedProducts'>) => ({
  products: [...products],
  excludedProducts: [...excludedProducts],
  startsAt: startsAt?.toISOString() ?? null,
  endsAt: endsAt?.toISOString() ?? null,
})

const personKey = (coupon: string, person: string): string => `coupon:${coupon}:${person}`

/** How often this person has used a code, orders that were let go not counted. */
export async function usesOfPerson(req: PayloadRequest, coupon: string, person: string): Promise<number> {
  const { docs } = await req.payload.db.find<{ value: number }>({
    collection: 'counters',
    where: { key: { equals: personKey(coupon, person) } },
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0]?.value ?? 0
}

/**
 * Takes one use of a code for an order, in the placing transaction: two conditional writes, one for the code's own limit and one for the
 * person's, so that no more are used than there are, however many place at once. Answers why not otherwise; the caller then undoes all.
 * `person` is a hash. Throws on a duplicate key (a first use of one person by two orders at once): the transaction runs again.
 */
export async function takeCouponUse(
  req: PayloadRequest,
  { coupon, order, person, amount, at }: { coupon: CouponRow; order: string; person: string; amount: number; at: Date },
): Promise<'taken' | 'over' | 'person'> {
  const used = await req.payload.db.updateOne({
    collection: 'coupons',
    where: { and: [{ id: { equals: coupon.id } }, { status: { equals: 'active' } }, ...usesLeft(coupon)] },
    data: { used: { $inc: 1 } },
    options: { atomic: true },
    req,
  })
  if (!used) return 'over'
  if (!(await countPerson(req, coupon, person))) return 'person'
  const data = {
    id: newId(),
    key: `${coupon.id}:${order}`,
    coupon: coupon.id,
    order,
    person,
    amount,
    at: at.toISOString(),
    releasedAt: null,
  }
  await req.payload.db.create({ collection: 'coupon-uses', data, returning: false, req })
  return 'taken'
}

async function countPerson(req: PayloadRequest, { id, limitPerPerson }: CouponRow, person: string): Promise<boolean> {
  const key = personKey(id, person)
  const left: Where[] = limitPerPerson === null ? [] : [{ value: { less_than: limitPerPerson } }]
  const counted = await req.payload.db.updateOne({
    collection: 'counters',
    where: { and: [{ key: { equals: key } }, ...left] },
    data: { value: { $inc: 1 } },
    options: { atomic: true },
    req,
  })
  if (counted) return true
  if ((await usesOfPerson(req, id, person)) > 0) return false
  const { docs } = await req.payload.db.find({ collection: 'counters', where: { key: { equals: key } }, limit: 1, pagination: false, req })
  if (docs.length > 0) return false
  await req.payload.db.create({ collection: 'counters', data: { id: newId(), key, value: 1 }, returning: false, req })
  return true
}

/** Gives the use of an order back, once: when it was let go before it was paid. Nothing happens without one. */
export async function releaseCouponUse(req: PayloadRequest, { order, at }: { order: string; at: Date }): Promise<void> {
  const where: Where = { and: [{ order: { equals: order } }, { releasedAt: { exists: false } }] }
  const released = await req.payload.db.updateOne({
    collection: 'coupon-uses',
    where,
    data: { releasedAt: at.toISOString() },
    options: { atomic: true },
    req,
  })
  if (!released) return
  const { coupon, person } = released as unknown as Couponus
  await count(req, 'coupons', { id: { equals: idOf(coupon) } }, { used: { $inc: -1 } })
  await count(req, 'counters', { key: { equals: personKey(idOf(coupon), person) } }, { value: { $inc: -1 } })
}

/**
 * Takes the use of an order again: its payment came after it was let go. True without one, or when it was never given back. False
 * when others have used what there was, in total or for this person; the caller then undoes all.
 */
export async function retakeCouponUse(req: PayloadRequest, { order }: { order: string }): Promise<boolean> {
  const where: Where = { and: [{ order: { equals: order } }, { releasedAt: { exists: true } }] }
  const taken = await req.payload.db.updateOne({
    collection: 'coupon-uses',
    where,
    data: { releasedAt: null },
    options: { atomic: true },
    req,
  })
  if (!taken) return true
  const { coupon: id, person } = taken as unknown as Couponus
  const coupon = await findCoupon(req, idOf(id))
  if (!coupon) throw new Error(`Order ${order} used a code that does not exist`)
  const counted = await req.payload.db.updateOne({
    collection: 'coupons',
    where: { and: [{ id: { equals: coupon.id } }, ...usesLeft(coupon)] },
    data: { used: { $inc: 1 } },
    options: { atomic: true },
    req,
  })
  return counted !== null && (await countPerson(req, coupon, person))
}

const usesLeft = ({ limitTotal }: CouponRow): Where[] => (limitTotal === null ? [] : [{ used: { less_than: limitTotal } }])

async function count(req: PayloadRequest, collection: 'coupons' | 'counters', where: Where, data: object): Promise<void> {
  await req.payload.db.updateOne({ collection, where, data: data as Record<string, unknown>, options: { atomic: true }, req })
}

async function coupons(req: PayloadRequest, where: Where, limit: number): Promise<CouponRow[]> {
  const { docs } = await req.payload.db.find<Coupon>({ collection: 'coupons', where, sort: '-id', limit, pagination: false, req })
  return docs.map((row) => ({
    ...{ id: row.id, key: row.key, code: row.code, kind: row.kind, currency: row.currency, status: row.status, used: row.used },
    amount: row.amount ?? null,
    bps: row.bps ?? null,
    products: (row.products ?? []).map(idOf),
    excludedProducts: (row.excludedProducts ?? []).map(idOf),
    minGoods: row.minGoods ?? null,
    maxDiscount: row.maxDiscount ?? null,
    limitTotal: row.limitTotal ?? null,
    limitPerPerson: row.limitPerPerson ?? null,
    startsAt: row.startsAt ? new Date(row.startsAt) : null,
    endsAt: row.endsAt ? new Date(row.endsAt) : null,
    creator: row.creator ? idOf(row.creator) : null,
    programme: row.programme ? idOf(row.programme) : null,
    isPublic: Boolean(row.isPublic),
    attributes: row.attributes ?? true,
  }))
}
