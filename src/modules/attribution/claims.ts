import { bindInForce } from './bindings.ts'
import { type CreditingCoupon, couponOutcome, creditingCoupon, touchOfCode } from './coupon.ts'
import type { EligibleTouch } from './eligible.ts'
import { termsFor } from './members.ts'
import { weigh } from './models.ts'
import type { AttributionInput, BindingFacts, ConsideredReason, CouponOutcome, LineReason, Model } from './types.ts'

/** A part in the credit of a line, before anybody is barred. */
export interface Claim {
  touch: EligibleTouch
  weight: number
}

export interface Claims {
  /** In order of credit, weights above zero. Empty when nobody has a claim. */
  claims: Claim[]
  model: Model | null
  scope: 'direct' | 'indirect'
  reason: Extract<LineReason, 'last_in_window' | 'first_in_window' | 'shared' | 'coupon' | 'binding' | 'no_touch'>
  coupon: CouponOutcome | null
  binding: BindingFacts | null
  /** The touches among which the model chose; other valid ones were for another product. */
  pool: readonly EligibleTouch[]
  /** Why one of these has no part. */
  passedOver: ConsideredReason
}

/**
 * Who has a claim on a line: the touches by the model of the last one's programme (ATT-10), then the order's code (ATT-16), and where
 * neither is there, the bind of the buyer (ATT-09). ATT-13: touches that name the product come first.
 */
export function claimsOf(input: AttributionInput, eligible: readonly EligibleTouch[]): Claims {
  const direct = eligible.filter(({ productId }) => productId === input.line.productId)
  const scope = direct.length > 0 ? 'direct' : 'indirect'
  const pool = direct.length > 0 ? direct : eligible
  const model = pool.at(-1)?.programme.model ?? null
  const weights = model ? weigh(model, pool, input.order.placedAt) : []
  const claims = pool.map((touch, index) => ({ touch, weight: weights[index]! })).filter(({ weight }) => weight > 0)
  const coupon = creditingCoupon(input)
  const byTouch: Claims = {
    ...{ claims, model, scope, pool, binding: null },
    reason: claims.length === 0 ? 'no_touch' : reasonOf(model!, claims.length),
    coupon: couponOutcome(input, coupon, 'gave_way'),
    passedOver: model === 'first_touch' ? 'not_first' : 'not_last',
  }
  if (coupon) return withCoupon(input, byTouch, coupon)
  return claims.length > 0 ? byTouch : withBinding(input, byTouch)
}

const reasonOf = (model: Model, parts: number): Claims['reason'] =>
  parts > 1 ? 'shared' : model === 'first_touch' ? 'first_in_window' : 'last_in_window'

/** ATT-16. Where every claim is the owner's own there is no conflict, and the touches stand as they are. */
function withCoupon(input: AttributionInput, byTouch: Claims, coupon: CreditingCoupon): Claims {
  const { claims, pool } = byTouch
  if (claims.length > 0 && claims.every(({ touch }) => touch.creatorId === coupon.creatorId))
    return { ...byTouch, coupon: couponOutcome(input, coupon, 'same_owner') }
  if (claims.length > 0 && coupon.rule === 'touch_wins') return byTouch
  // Her own last touch, where there is one, says by which piece she came.
  const own = pool.findLast(({ creatorId }) => creatorId === coupon.creatorId)
  const touch: EligibleTouch = own ? { ...own, programme: coupon.programme, programmeId: coupon.ownProgrammeId } : standIn(input, coupon)
  const scope = own ? byTouch.scope : 'direct'
  if (claims.length === 0 || coupon.rule === 'coupon_wins')
    return {
      ...byTouch,
      ...{ claims: [{ touch, weight: 1 }], model: byTouch.model ?? coupon.programme.model, scope, reason: 'coupon' },
      ...{ coupon: couponOutcome(input, coupon, 'took'), passedOver: 'gave_way' },
    }
  return {
    ...byTouch,
    ...{ claims: halved(claims, touch), reason: 'shared', coupon: couponOutcome(input, coupon, 'shared') },
  }
}

/** Half for the code, half for the touches as the model weighs them. A touch of the owner's keeps its part beside. */
function halved(claims: readonly Claim[], touch: EligibleTouch): Claim[] {
  const whole = claims.reduce((sum, { weight }) => sum + weight, 0)
  const rest = claims.filter((claim) => claim.touch.id !== touch.id)
  const own = claims.find((claim) => claim.touch.id === touch.id)
  return [...rest, { touch, weight: whole + (own?.weight ?? 0) }]
}

/** An owned code attributes even without a touch. */
const standIn = ({ order, line }: AttributionInput, { id, creatorId, programme, ownProgrammeId }: CreditingCoupon): EligibleTouch => ({
  ...{ id: touchOfCode(id), kind: 'coupon', at: order.placedAt, creatorId, programme, programmeId: ownProgrammeId },
  ...{ linkId: null, pieceId: null, placementId: null, productId: line.productId },
})

/** ATT-09: inside the bind period no new touch is needed. */
function withBinding(input: AttributionInput, byTouch: Claims): Claims {
  const binding = bindInForce(input)
  if (!binding) return byTouch
  const programme = termsFor(binding.creatorId, input.programmes.get(binding.programmeId)!, input, input.order.placedAt)
  const touch: EligibleTouch = {
    ...{ id: binding.touchId ?? binding.id, kind: 'binding', at: binding.boundAt, creatorId: binding.creatorId, programme },
    ...{ programmeId: binding.programmeId, linkId: null, pieceId: null, placementId: null, productId: input.line.productId },
  }
  return { ...byTouch, claims: [{ touch, weight: 1 }], model: programme.model, scope: 'direct', reason: 'binding', binding }
}
