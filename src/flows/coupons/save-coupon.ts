import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { isId, newId } from '../../lib/ids.ts'
import { tag } from '../../lib/page-tags.ts'
import { type Failure, fail, failAll, ok, type Result } from '../../lib/result.ts'
import { findCreatorRows } from '../../modules/accounts/store/creators.ts'
import { couponKey, refuseCoupon } from '../../modules/checkout/index.ts'
import {
  type CouponData,
  type CouponRow,
  findCoupon,
  findCouponByKey,
  insertCoupon,
  updateCoupon,
} from '../../modules/checkout/store/coupons.ts'
import { readTerms } from '../../modules/checkout/store/settings.ts'
import { againOnDuplicate } from '../accounts/again-on-duplicate.ts'
import { notify } from '../accounts/notify.ts'
import { purgePages } from '../pages/purge-pages.ts'
import { userOfCreator } from '../payments/user-of-creator.ts'
import { programmeFault, programmeStays } from './coupon-programmes.ts'

/** The terms of a code as staff set them. Amounts in minor units, rates in basis points, times as ISO strings. */
export interface CouponInput {
  code: string
  kind: 'fixed' | 'percent'
  amount?: number | null | undefined
  bps?: number | null | undefined
  /** Whom it credits; null for a code of the shop's own. */
  creatorId?: string | null | undefined
  /** Under whose terms it credits her; null is the default programme, and what is left out stays as it was. */
  programmeId?: string | null | undefined
  /** Site-wide: never credits anybody (ATT-17). */
  isPublic?: boolean | undefined
  /** Whether it credits its owner; false puts it on the exclusion list (ATT-17). */
  attributes?: boolean | undefined
  products?: readonly string[] | undefined
  excludedProducts?: readonly string[] | undefined
  minGoods?: number | null | undefined
  maxDiscount?: number | null | undefined
  limitTotal?: number | null | undefined
  limitPerPerson?: number | null | undefined
  startsAt?: string | null | undefined
  endsAt?: string | null | undefined
  status?: 'active' | 'paused' | 'ended' | undefined
}

/**
 * Finance and admin make a code, or change one (`id`). What a code credits must not change its meaning: once it was used, its words,
 * its owner and a programme that it credits under stay, and one that has ended stays so. A creator who is given a code is told. Fails with `forbidden`, `invalid` (all fields at once),
 * `conflict` (somebody has this code), `not_found`, `state` (it has ended).
 */
export async function saveCoupon(ctx: Ctx, actor: Actor, input: CouponInput, id?: string): Promise<Result<{ id: string; code: string }>> {
  if (!actor.userId || !hasRole(actor, 'finance', 'admin')) return fail('forbidden', 'Codes are made by the roles finance and admin.')
  const { userId } = actor
  return againOnDuplicate(() =>
    // Everything is looked at before the first write: a failure leaves nothing behind.
    ctx.tx('save coupon', async (req): Promise<Result<{ id: string; code: string }>> => {
      const { currency } = await readTerms(req)
      const at = ctx.clock.now()
      const known = id !== undefined && isId(id) ? await findCoupon(req, id) : null
      const data = dataOf(input, currency, known)
      const refused = failAll(await faultsOf(req, data, known, at))
      if (refused) return refused
      const taken = await findCouponByKey(req, data.key)
      if (taken && taken.id !== id) return fail('conflict', 'There is a code with these words already.', { field: 'code' })
      if (id === undefined) return make(req, data, userId)
      return change(req, known, data, { userId, at })
    }),
  )
}

async function make(req: PayloadRequest, data: CouponData, actor: string): Promise<Result<{ id: string; code: string }>> {
  const id = newId()
  await insertCoupon(req, { ...data, id, actor })
  await purgeOwners(req, data.creator)
  await tellOwner(req, data)
  return ok({ id, code: data.code })
}

async function change(
  req: PayloadRequest,
  known: CouponRow | null,
  data: CouponData,
  { userId, at }: { userId: string; at: Date },
): Promise<Result<{ id: string; code: string }>> {
  if (!known) return fail('not_found', 'There is no such code.')
  if (known.status === 'ended') return fail('state', 'This code has ended; make a new one.', { details: { state: 'ended' } })
  const frozen = known.used > 0 ? await frozenFault(req, known, data, at) : null
  if (frozen) return { ok: false, failure: frozen }
  await updateCoupon(req, known.id, { ...data, actor: userId })
  await purgeOwners(req, known.creator, data.creator)
  if (data.creator !== known.creator) await tellOwner(req, data)
  return ok({ id: known.id, code: data.code })
}

async function frozenFault(req: PayloadRequest, known: CouponRow, data: CouponData, at: Date): Promise<Failure | null> {
  const fault = (field: string) =>
    fail('invalid', 'This code was used: its words, its owner and its programme stay as they are.', { field }).failure
  if (known.key !== data.key) return fault('code')
  if (known.creator !== data.creator) return fault('creatorId')
  return known.programme !== data.programme && (await programmeStays(req, known, at)) ? fault('programmeId') : null
}

/** What is left out stays, with the owner for whom it was chosen. */
function programmeOf({ creatorId, programmeId }: CouponInput, known: CouponRow | null): string | null {
  if (programmeId !== undefined) return programmeId
  return creatorId ? (known?.programme ?? null) : null
}

const time = (text: string | null | undefined): Date | null => (text ? new Date(text) : null)

const dataOf = (input: CouponInput, currency: string, known: CouponRow | null): CouponData => ({
  ...{ code: input.code.normalize('NFKC').trim(), key: couponKey(input.code), kind: input.kind, currency },
  amount: input.kind === 'fixed' ? (input.amount ?? null) : null,
  bps: input.kind === 'percent' ? (input.bps ?? null) : null,
  creator: input.creatorId ?? null,
  programme: programmeOf(input, known),
  isPublic: input.isPublic ?? false,
  attributes: input.attributes ?? true,
  products: [...new Set(input.products ?? [])],
  excludedProducts: [...new Set(input.excludedProducts ?? [])],
  minGoods: input.minGoods ?? null,
  maxDiscount: input.maxDiscount ?? null,
  limitTotal: input.limitTotal ?? null,
  limitPerPerson: input.limitPerPerson ?? null,
  startsAt: time(input.startsAt),
  endsAt: time(input.endsAt),
  status: input.status ?? 'active',
})

async function faultsOf(req: PayloadRequest, data: CouponData, known: CouponRow | null, at: Date): Promise<Failure[]> {
  const faults = refuseCoupon(data).map(({ field, message }) => fail('invalid', message, { field }).failure)
  for (const field of ['startsAt', 'endsAt'] as const) {
    if (data[field] && Number.isNaN(data[field].getTime())) faults.push(fail('invalid', 'Expected a time.', { field }).failure)
  }
  for (const field of ['products', 'excludedProducts'] as const) {
    if (!(await allProducts(req, data[field]))) faults.push(fail('invalid', 'Expected products of this shop.', { field }).failure)
  }
  const { creator } = data
  if (creator && (await findCreatorRows(req, [creator])).get(creator)?.status !== 'active') {
    faults.push(fail('invalid', 'Expected an active creator.', { field: 'creatorId' }).failure)
  }
  const programme = await programmeFault(req, data, known, at)
  return programme ? [...faults, programme] : faults
}

async function allProducts(req: PayloadRequest, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true
  if (!ids.every(isId)) return false
  const { totalDocs } = await req.payload.db.count({ collection: 'products', where: { id: { in: [...ids] } }, req })
  return totalDocs === ids.length
}

/** Her code is an interest of hers in what it is for, which her pieces must say (DIS-3). */
const purgeOwners = (req: PayloadRequest, ...creators: (string | null)[]): Promise<void> =>
  purgePages(
    req,
    [...new Set(creators)].flatMap((creator) => (creator ? [tag.creator(creator)] : [])),
  )

async function tellOwner(req: PayloadRequest, { creator, code }: CouponData): Promise<void> {
  const userId = creator ? await userOfCreator(req, creator) : null
  if (userId) await notify(req, { userId, kind: 'coupon-given', data: { code } })
}
