import { prorate } from '../../lib/prorate.ts'
import {
  commissionOf,
  type Decision,
  decideLine,
  type OrderFacts,
  type RateClaim,
  type RateFound,
  rateAt,
} from '../../modules/attribution/index.ts'
import { askedOf } from '../programmes/asked-rate.ts'
import { pieceOf, type Story } from './read-story.ts'

/** What a line's row holds of the decision, frozen at placement (ATT-08). `commission` in minor units. */
export interface LineCredit {
  link: string | null
  pieceKind: 'posts' | 'video-notes' | null
  piece: string | null
  placement: string | null
  creator: string | null
  programme: string | null
  touch: string | null
  rateBps: number
  rateSource: string | null
  model: string | null
  commission: number
  /** ATT-27; null when nobody earns. */
  holdDays: number | null
  reason: string
  decision: Decision
}

/** A line as attribution needs it. Amounts in minor units. */
export interface CreditedLine {
  product: string
  baseAmount: number
  /** Of the whole line, when known. */
  cost?: number | null
  /** What the coupon took off this line. */
  couponAmount?: number
  linkCode?: string | null
  addedAt?: Date | null
}

/** Decides one line (ATT-01 … ATT-24). */
export function creditOf(story: Story, order: OrderFacts, line: CreditedLine): LineCredit {
  const { touches, programmes, creators, members, bindings, minMarginBps } = story
  const decided = decideLine({
    ...{ order, touches, programmes, creators, members, bindings, minMarginBps },
    coupon: story.coupon,
    line: {
      productId: line.product,
      linkId: (line.linkCode && story.linkIds.get(line.linkCode)) || null,
      addedAt: line.addedAt ?? null,
      hasCoupon: (line.couponAmount ?? 0) > 0,
      baseAmount: line.baseAmount,
      cost: line.cost ?? null,
    },
    rateOf: (claim) => rateIn(story, claim, order.placedAt),
  })
  const decision = withOrigins(story, decided)
  const { winner, rateBps, rateSource, model, reason } = decision
  return {
    link: winner?.linkId ?? null,
    ...pieceOf(story, winner),
    placement: winner?.placementId ?? null,
    creator: winner?.creatorId ?? null,
    programme: winner?.programmeId ?? null,
    touch: winner?.touchId ?? null,
    ...{ rateBps, rateSource, model, reason, decision },
    commission: winner ? paidPart(commissionOf(line.baseAmount, rateBps), decision) : 0,
    holdDays: winner ? (programmes.get(winner.programmeId)?.holdDays ?? null) : null,
  }
}

/** Freezes with each part the link and the piece that brought it: who shares a line is counted by her own pieces. */
function withOrigins(story: Story, decision: Decision): Decision {
  const touches = new Map(decision.considered.map((touch) => [touch.touchId, touch]))
  const weights = decision.weights.map((share) => {
    const touch = touches.get(share.touchId) ?? null
    const { pieceKind, piece } = pieceOf(story, touch)
    return { ...share, origin: { linkId: touch?.linkId ?? null, pieceKind, pieceId: piece, placementId: touch?.placementId ?? null } }
  })
  return { ...decision, weights }
}

/** ATT-20, ATT-21: the commission without the parts that are withheld; those are split off first, so that nobody gets a unit of them. */
export function paidPart(commission: number, { weights, barred = [] }: Pick<Decision, 'weights' | 'barred'>): number {
  if (barred.length === 0) return commission
  const parts = prorate(
    commission,
    [...weights, ...barred].map(({ weight }) => weight),
  )
  return parts.slice(0, weights.length).reduce((sum, part) => sum + part, 0)
}

function rateIn(story: Story, claim: RateClaim, at: Date): RateFound {
  const asked = askedOf(story, claim)
  return asked ? rateAt(asked, at) : { source: 'programme', bps: claim.programme.rateBps }
}
