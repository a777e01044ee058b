import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findCreatorRows } from '../../modules/accounts/store/creators.ts'
import { listProgrammes } from '../../modules/attribution/store/programme-rows.ts'
import type { BothNames } from '../../modules/attribution/store/rate-targets.ts'
import { isCouponLive } from '../../modules/checkout/index.ts'
import { type CouponRow, findCoupon, findCoupons } from '../../modules/checkout/store/coupons.ts'
import { type CodeBar, readBars } from './coupon-programmes.ts'

/** A code as its owner and staff see it. Amounts in minor units, rates in basis points, times as ISO strings. */
export interface CouponRead {
  id: string
  code: string
  kind: 'fixed' | 'percent'
  amount: number | null
  bps: number | null
  currency: string
  creator: { id: string; handle: string; name: string } | null
  /** Under whose terms it credits; null is the default programme. */
  programme: { id: string; name: BothNames } | null
  isPublic: boolean
  attributes: boolean
  products: string[]
  excludedProducts: string[]
  minGoods: number | null
  maxDiscount: number | null
  limitTotal: number | null
  limitPerPerson: number | null
  /** Orders that use it, those that were let go not counted. */
  used: number
  startsAt: string | null
  endsAt: string | null
  status: 'active' | 'paused' | 'ended'
  /** Whether it works at this moment. */
  live: boolean
  /** Why it credits its owner nothing under its programme; null where it does, and where it is to credit nobody. */
  barred: CodeBar | null
}

const MOST = 500

/** All codes, the newest first, for finance and admin. */
export async function listCoupons(ctx: Ctx, actor: Actor): Promise<Result<{ coupons: CouponRead[] }>> {
  if (!hasRole(actor, 'finance', 'admin')) return fail('forbidden', 'Codes are seen by the roles finance and admin.')
  const req = await ctx.req()
  return ok({ coupons: await readAll(ctx, req, await findCoupons(req, { limit: MOST })) })
}

export async function readCoupon(ctx: Ctx, actor: Actor, { id }: { id: string }): Promise<Result<CouponRead>> {
  if (!hasRole(actor, 'finance', 'admin')) return fail('forbidden', 'Codes are seen by the roles finance and admin.')
  const req = await ctx.req()
  const row = await findCoupon(req, id)
  const [read] = row ? await readAll(ctx, req, [row]) : []
  return read ? ok(read) : fail('not_found', 'There is no such code.')
}

/** A creator's own codes, the newest first; who is no creator has none. */
export async function listOwnCoupons(ctx: Ctx, { creatorId }: Actor): Promise<Result<{ coupons: CouponRead[] }>> {
  if (!creatorId) return ok({ coupons: [] })
  const req = await ctx.req()
  return ok({ coupons: await readAll(ctx, req, await findCoupons(req, { creator: creatorId, limit: MOST })) })
}

async function readAll(ctx: Ctx, req: PayloadRequest, rows: readonly CouponRow[]): Promise<CouponRead[]> {
  const owners = await findCreatorRows(req, [...new Set(rows.flatMap(({ creator }) => creator ?? []))])
  const programmes = rows.some(({ programme }) => programme) ? await listProgrammes(req) : []
  const names = new Map(programmes.map(({ id, zh, en }) => [id, { id, name: { zh, en } }]))
  const now = ctx.clock.now()
  const bars = await readBars(req, rows, now)
  return rows.map((row, index) => {
    const { id, code, kind, amount, bps, currency, isPublic, attributes, minGoods, maxDiscount, limitTotal, limitPerPerson, used, status } =
      row
    const owner = row.creator ? owners.get(row.creator) : undefined
    return {
      ...{ id, code, kind, amount, bps, currency, isPublic, attributes, minGoods, maxDiscount, limitTotal, limitPerPerson, used, status },
      creator: owner ? { id: owner.id, handle: owner.handle, name: owner.displayName } : null,
      programme: (row.programme && names.get(row.programme)) || null,
      products: [...row.products],
      excludedProducts: [...row.excludedProducts],
      startsAt: row.startsAt?.toISOString() ?? null,
      endsAt: row.endsAt?.toISOString() ?? null,
      live: isCouponLive(row, now),
      barred: row.attributes && !row.isPublic ? bars[index]! : null,
    }
  })
}
