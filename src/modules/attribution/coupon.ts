import { termsFor } from './members.ts'
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
 * The order's code when it credits (ATT-16): it has an owner, is neither public nor excluded (ATT-17), its programme is in force, and it
 * lowered this line. The model `coupon_wins` says what its name says, whatever the rule.
 */
export function creditingCoupon(input: AttributionInput): CreditingCoupon | null {
  const { coupon, line, programmes } = input
  if (!coupon || !line.hasCoupon || !mayCredit(coupon)) return null
  const own = programmes.get(coupon.programmeId)
  const programme = own && termsFor(coupon.creatorId, own, input, input.order.placedAt)
  if (programme?.status !== 'active') return null
  const rule = programme.model === 'coupon_wins' ? 'coupon_wins' : (programme.couponRule ?? 'coupon_wins')
  return { id: coupon.id, creatorId: coupon.creatorId, programme, ownProgrammeId: coupon.programmeId, rule }
}

/** ATT-17, N-04: a code that is public, excluded, or nobody's never credits and never removes a touch. */
const mayCredit = (coupon: CouponFacts): coupon is CouponFacts & { creatorId: string; programmeId: string } =>
  coupon.attributes && !coupon.isPublic && coupon.creatorId !== null && coupon.programmeId !== null

/** What the code did, as it is kept with the decision; null without a code. */
export function couponOutcome(
  { coupon, line }: AttributionInput,
  crediting: CreditingCoupon | null,
  taken: 'took' | 'shared' | 'gave_way' | 'same_owner',
): CouponOutcome | null {
  if (!coupon) return null
  const { id: couponId, creatorId } = coupon
  if (crediting) return { couponId, creatorId, outcome: taken, rule: 'ATT-16' }
  if (!mayCredit(coupon)) return { couponId, creatorId, outcome: 'not_crediting', rule: 'ATT-17' }
  return { couponId, creatorId, outcome: line.hasCoupon ? 'not_crediting' : 'other_goods', rule: 'ATT-16' }
}
