import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { isId } from '../../lib/ids.ts'
import { type Failure, fail, ok, type Result } from '../../lib/result.ts'
import { refusesMember } from '../../modules/attribution/index.ts'
import { listProgrammes } from '../../modules/attribution/store/programme-rows.ts'
import type { BothNames } from '../../modules/attribution/store/rate-targets.ts'
import { defaultProgrammeId, findMemberships } from '../../modules/attribution/store/terms.ts'
import { findProgrammes } from '../../modules/attribution/store.ts'
import { type CouponRow, findCoupon } from '../../modules/checkout/store/coupons.ts'

/** Whom a code credits, and under which programme; null is the default one. */
type Credit = Pick<CouponRow, 'creator' | 'programme'>

/** What the editor of codes offers. */
export interface CouponProgrammes {
  /** Those in force, and the code's own also when it is closed; the default one first. */
  programmes: { id: string; name: BothNames; isDefault: boolean; isClosed: boolean }[]
  /** The code was used, and stays under its programme. */
  stays: boolean
}

/** The programmes that a code may be given; `id` is that of a code that is there. For finance and admin. Fails with `forbidden`. */
export async function readCouponProgrammes(ctx: Ctx, actor: Actor, { id }: { id?: string | undefined }): Promise<Result<CouponProgrammes>> {
  if (!hasRole(actor, 'finance', 'admin')) return fail('forbidden', 'Codes are made by the roles finance and admin.')
  const req = await ctx.req()
  const coupon = id && isId(id) ? await findCoupon(req, id) : null
  const rows = await listProgrammes(req)
  return ok({
    programmes: rows
      .filter((row) => row.status === 'active' || row.id === coupon?.programme)
      .map(({ id, zh, en, isDefault, status }) => ({ id, name: { zh, en }, isDefault, isClosed: status === 'closed' })),
    stays: coupon !== null && (await programmeStays(req, coupon, ctx.clock.now())),
  })
}

/**
 * A code that was used keeps its programme: another one would be another rate without its notice (ATT-15). One whose programme
 * was closed, or which its owner is out of, credits nobody there, and may move; one that is nobody's has none.
 */
export const programmeStays = async (req: PayloadRequest, coupon: Credit & Pick<CouponRow, 'used'>, at: Date): Promise<boolean> =>
  coupon.used > 0 && (coupon.creator === null || (await creditsUnder(req, coupon, at)))

/** What speaks against a code's programme; one that it has already is not asked again, so that its other terms can be saved. */
export async function programmeFault(req: PayloadRequest, next: Credit, known: Credit | null, at: Date): Promise<Failure | null> {
  const { creator, programme } = next
  if (programme === null || (known?.programme === programme && known.creator === creator)) return null
  const fault = (message: string) => fail('invalid', message, { field: 'programmeId' }).failure
  if (!creator) return fault('Expected a creator with the programme: a code that is nobody’s earns nothing.')
  const found = isId(programme) ? (await findProgrammes(req, [programme])).get(programme) : undefined
  if (found?.status !== 'active') return fault('Expected a programme of this shop that is in force.')
  return (await creditsUnder(req, next, at)) ? null : fault('Expected a programme that this creator is in.')
}

/** Whether its owner earns by a code under its programme: that is in force, and she has a place in it (ATT-14). */
async function creditsUnder(req: PayloadRequest, credit: Credit, at: Date): Promise<boolean> {
  const [barred = null] = await readBars(req, [credit], at)
  return credit.creator !== null && barred === null
}

/** Why a code of somebody's credits nobody: its programme was closed (or there is no default one), or its owner has no place in it. */
export type CodeBar = 'closed' | 'not_member'

/** What bars these codes, in their order; null where nothing does, and for codes that are nobody's. */
export async function readBars(req: PayloadRequest, credits: readonly Credit[], at: Date): Promise<(CodeBar | null)[]> {
  const standard = credits.some(({ programme }) => programme === null) ? await defaultProgrammeId(req) : null
  const idOf = ({ programme }: Credit) => programme ?? standard
  const programmes = await findProgrammes(req, [...new Set(credits.flatMap((credit) => idOf(credit) ?? []))])
  const members = await findMemberships(req, [...new Set(credits.flatMap(({ creator }) => creator ?? []))])
  return credits.map((credit) => {
    const { creator } = credit
    const programme = programmes.get(idOf(credit) ?? '')
    if (!creator) return null
    if (programme?.status !== 'active') return 'closed'
    return refusesMember(programme, creator, at, members) ? 'not_member' : null
  })
}
