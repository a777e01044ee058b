import { refusesMember, termsFor } from './members.ts'
import type { AttributionInput, CouponFacts, CouponOutcome, CouponRule, Programme } from './types.ts'

/** A code that credits its owner on this line. */
export interface CreditingCoupon {
  id: string
  creatorId: string
  /** By whose terms it credits: the code's own programme, or the one that its owner was invited to (ATT-14). */
  programme: Programme
  ownProgrammeId: string
  rule: CouponRule
}

/**
 * The order's code when it credits (ATT-16): it has an owner, is neither public nor excluded (ATT-17), its programme is in force and its
 * owner has a place in it (ATT-14), and it lowered this line. The model `coupon_wins` says what its name says, whatever the rule.
 */
export function creditingCoupon(input: AttributionInput): CreditingCoupon | null {
  const { coupon, line, programmes } = input
  if (!coupon || !line.hasCoupon || !mayCredit(coupon)) return null
  const own = programmes.get(coupon.programmeId)
  const programme = own && termsFor(coupon.creatorId, own, input, input.order.placedAt)
  if (programme?.status !== 'active' || isStranger(coupon, programme, input)) return null
  const rule = programme.model === 'coupon_wins' ? 'coupon_wins' : (programme.couponRule ?? 'coupon_wins')
  return { id: coupon.id, creatorId: coupon.creatorId, programme, ownProgrammeId: coupon.programmeId, rule }
}

/** A code is used when the order is placed: who has left by then has nothing of it. */
const isStranger = ({ creatorId }: { creatorId: string }, programme: Programme, { order, members }: AttributionInput): boolean =>
  refusesMember(programme, creatorId, order.placedAt, members)

/** ATT-17, N-04: a code that is public, excluded, or nobody's never credits and never removes a touch. */
const mayCredit = (coupon: CouponFacts): coupon is CouponFacts & { creatorId: string; programmeId: string } =>
  coupon.attributes && !coupon.isPublic && coupon.creatorId !== null && coupon.programmeId !== null

/** What stands for a touch where a code credits without one (ATT-16). */
export const touchOfCode = (couponId: string): string => `coupon:${couponId}`

/** What the code did, as it is kept with the decision; null without a code. */
export function couponOutcome(
  input: AttributionInput,
  crediting: CreditingCoupon | null,
  taken: 'took' | 'shared' | 'gave_way' | 'same_owner',
): CouponOutcome | null {
  const { coupon, line, programmes } = input
  if (!coupon) return null
  const { id: couponId, creatorId } = coupon
  if (crediting) return { couponId, creatorId, outcome: taken, rule: 'ATT-16', programmeId: crediting.programme.id }
  if (!mayCredit(coupon)) return { couponId, creatorId, outcome: 'not_crediting', rule: 'ATT-17' }
  if (!line.hasCoupon) return { couponId, creatorId, outcome: 'other_goods', rule: 'ATT-16' }
  const isClosed = programmes.get(coupon.programmeId)?.status !== 'active'
  return { couponId, creatorId, outcome: 'not_crediting', rule: isClosed ? 'ATT-16' : 'ATT-14' }
}
