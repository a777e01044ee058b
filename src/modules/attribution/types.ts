import type { Membership } from './members.ts'
import type { RateFound, RateOffer, RateSource } from './rate-types.ts'
import type { CreditShare } from './share.ts'

export * from './rate-types.ts'

/** ATT-01: the ways of meeting a creator's content. */
export type TouchKind = 'click' | 'scan' | 'coupon' | 'tag-open' | 'live-open' | 'agent-citation'

/** ATT-10: how credit is shared among the touches inside the window. */
export type Model = 'last_touch' | 'first_touch' | 'linear' | 'position' | 'time_decay' | 'coupon_wins'

/** What a claim on a line rests on: a touch, the order's coupon without one (ATT-16), or an earlier bind (ATT-09). */
export type StoryKind = TouchKind | 'binding'

/** ATT-16: who is credited when the owners of code and link differ. */
export type CouponRule = 'coupon_wins' | 'touch_wins' | 'split'

/** What attribution needs to know of a recorded touch (ATT-01). Ids are ours; what is not known is null. */
export interface TouchFacts {
  id: string
  kind: TouchKind
  at: Date
  creatorId: string | null
  linkId: string | null
  pieceId: string | null
  placementId: string | null
  productId: string | null
  programmeId: string | null
  /** Set on a row that another one already counts (ATT-03). */
  repeatOf?: string | null
  /** ATT-18: made by another visitor whose touches joined the buyer's account at a log-in. */
  joined?: boolean
  /** ATT-18: made in the buyer's browser while somebody else was logged in there. */
  anothers?: boolean
  /** Rates set for this link or creator; the programme's own is added by the decision (ATT-14). */
  rates?: readonly RateOffer[]
}

/** The terms on which creators earn, as they are at placement. */
export interface Programme {
  id: string
  status: 'active' | 'closed'
  model: Model
  /** Click window in seconds: 1 to 90 days (ATT-07). */
  windowSeconds: number
  /** The programme's own rate, in basis points. */
  rateBps: number
  /** Rate of lines whose product the touch did not name; null is the same rate (ATT-13). */
  indirectRateBps?: number | null
  /** Most that a line may pay altogether, in basis points; default 5000 (ATT-23). */
  capBps?: number
  /** ATT-16; default `coupon_wins`. */
  couponRule?: CouponRule
  /** ATT-07: how long goods in the cart keep the touch that was in its window when they were put there; default 0, off. */
  cartSeconds?: number
  /** ATT-09: how long a buyer stays bound after the first order; default 0, off. */
  bindSeconds?: number
  /** `invited`: only members earn (ATT-14); default `open`. */
  joining?: 'open' | 'invited'
  /** Days between receipt and payable (ATT-27), frozen on the line. */
  holdDays?: number
}

/** The coupon of an order, as far as credit goes (ATT-16, ATT-17). */
export interface CouponFacts {
  id: string
  /** Its owner; null when nobody owns it. */
  creatorId: string | null
  /** The programme under which it credits. */
  programmeId: string | null
  /** Site-wide, for everybody to see: never credits. */
  isPublic: boolean
  /** False for a code on the exclusion list. */
  attributes: boolean
  /** Since when its owner promotes by it (ATT-15). */
  since?: Date | null
}

/** ATT-09: the buyer is bound to a creator. */
export interface BindingFacts {
  id: string
  programmeId: string
  creatorId: string
  /** The touch that bound, when it was one. */
  touchId: string | null
  boundAt: Date
  until: Date
}

/** A creator at the moment of placement. */
export interface CreatorStanding {
  id: string
  userId: string | null
  status: 'active' | 'suspended'
  /** Works for the shop, or is the merchant (ATT-21). */
  isStaff: boolean
  /** ATT-20: what she has in common with the buyer, when anything. */
  sameAs?: readonly SameAs[]
}

/** What buyer and creator may have in common, besides the account: a confirmed e-mail address, a card, a bank account, a phone number, a home. */
export type SameAs = 'email' | 'instrument' | 'payout_account' | 'phone' | 'household'

/** ATT-20: these prove that buyer and creator are one; what else they share is a flag for a person to look at. */
export const denying: ReadonlySet<SameAs> = new Set<SameAs>(['email', 'instrument', 'payout_account'])

/** What the decision needs of an order; `checkoutStartedAt` is when this visitor reached checkout with this cart (ATT-05). */
export interface OrderFacts {
  placedAt: Date
  checkoutStartedAt: Date | null
  buyerUserId: string | null
  /** The creator profile that the buyer's account owns. */
  buyerCreatorId: string | null
}

export interface AttributionInput {
  order: OrderFacts
  line: LineFacts
  /** All touches of the buyer's visitor and account, in any order. */
  touches: readonly TouchFacts[]
  programmes: ReadonlyMap<string, Programme>
  /** Standing of every creator in `touches`; one who is missing earns nothing, as if suspended. */
  creators: ReadonlyMap<string, CreatorStanding>
  /** Memberships of these creators; none is a stranger to a programme that is by invitation. */
  members?: readonly Membership[]
  coupon?: CouponFacts | null
  /** Binds of the buyer's account. */
  bindings?: readonly BindingFacts[]
  /** The rate of a claim; when absent, the touch's own offers and the programme's rate. */
  rateOf?: (claim: RateClaim) => RateFound
  /** ATT-23: least margin that a sale keeps after commission, basis points of the base; null leaves cost out of it. */
  minMarginBps?: number | null
}

/** One order line. */
export interface LineFacts {
  productId: string
  /** The link by which the goods came into the cart, and when (ATT-07). */
  linkId?: string | null
  addedAt?: Date | null
  /** Whether the order's coupon lowered this line. */
  hasCoupon?: boolean
  /** Commission base and cost of the whole line, minor units; the margin guard needs both (ATT-23). */
  baseAmount?: number
  cost?: number | null
}

/** Whose rate is asked for. */
export interface RateClaim {
  /** The programme by whose terms the claim is judged. */
  programme: Programme
  /** That of her link, code or bind: it differs where she was invited to another one (ATT-14). */
  ownProgrammeId: string
  creatorId: string
  linkId: string | null
  productId: string
  scope: 'direct' | 'indirect'
  /** Since when she promotes by the code or the bind that brought the order; null where neither did (ATT-15). */
  begunAt: Date | null
}

export type RefusalReason =
  | 'after_placement'
  | 'repeat'
  | 'no_programme'
  | 'other_programme'
  | 'before_window'
  | 'after_checkout'
  | 'creator_suspended'
  | 'self_purchase'
  | 'staff'
  | 'not_member'
  | 'other_account'

/**
 * `last_in_window`, `first_in_window`: it has the line. `shared`: it has a part. `coupon`: its creator's code has it.
 * `binding`: an earlier bind has it. `gave_way`: another creator's code took it (ATT-16). `not_last`, `not_first`,
 * `other_product`: valid, without a part.
 */
export type ConsideredReason =
  | 'last_in_window'
  | 'first_in_window'
  | 'shared'
  | 'coupon'
  | 'binding'
  | 'not_last'
  | 'not_first'
  | 'gave_way'
  | 'other_product'

/** Why the line earns or does not. */
export type LineReason = 'last_in_window' | 'first_in_window' | 'shared' | 'coupon' | 'binding' | 'rate_zero' | 'no_touch' | BarReason

/** One touch of the story, as it is frozen on the order line: JSON, times as ISO strings. */
export interface TouchStory {
  touchId: string
  kind: StoryKind
  at: string
  creatorId: string | null
  linkId: string | null
  pieceId: string | null
  placementId: string | null
  productId: string | null
  /** ATT-14: by whose terms it was judged, where those are not its link's own. */
  programmeId?: string
  /** ATT-18: it joined the buyer's account at a log-in. */
  joined?: true
}

export interface ConsideredTouch extends TouchStory {
  reason: ConsideredReason
  /** Weight of its share of the commission: shares are weight ÷ sum of weights. 0 earns nothing. */
  weight: number
  /** ATT-07: older than its window, kept by goods that were put into the cart inside it. */
  byCart?: true
}

/** A part that a rule withholds: paid 0, and nobody else gets it (ATT-20, ATT-21). */
export interface BarredShare {
  touchId: string
  creatorId: string
  weight: number
  reason: BarReason
  rule: string
}

export type BarReason = 'self_purchase' | 'creator_suspended' | 'staff'

/**
 * What the order's coupon did to the credit of a line. `not_crediting`: public, excluded, nobody's (ATT-17), of a closed programme (ATT-16)
 * or of one that its owner is not in (ATT-14). `other_goods`: it did not lower this line.
 */
export interface CouponOutcome {
  couponId: string
  creatorId: string | null
  outcome: 'took' | 'shared' | 'gave_way' | 'same_owner' | 'not_crediting' | 'other_goods'
  rule: 'ATT-14' | 'ATT-16' | 'ATT-17'
  /** By whose terms it credited or gave way; absent where it could not, and on orders of before it was kept. */
  programmeId?: string
}

export interface RefusedTouch extends TouchStory {
  reason: RefusalReason
  /** Number of the rule that refused it, such as `ATT-08`. */
  rule: string
}

/** The decision on one order line, frozen at placement (ATT-08, ATT-39). Plain JSON. */
export interface Decision {
  /** Who is credited; null when nobody earns, and `reason` says why. */
  winner: (TouchStory & { creatorId: string; programmeId: string }) | null
  model: Model | null
  windowSeconds: number | null
  /** Whether the winning touch named this line's product (ATT-13). */
  scope: 'direct' | 'indirect' | null
  /** Rate that applies, 0 when nobody earns. */
  rateBps: number
  rateSource: RateSource | null
  /** The rate before the programme's cap, when the cap cut it (ATT-23). */
  cappedFromBps: number | null
  /** Shares among creators: whole weights for a largest-remainder split (ATT-12). */
  weights: CreditShare[]
  /** Valid touches, oldest first. */
  considered: ConsideredTouch[]
  /** Touches that a rule shut out, oldest first. */
  refused: RefusedTouch[]
  reason: LineReason
  /** Rule behind `reason`, when one speaks against the line. */
  rule: string | null
  // What follows is absent on orders of before it was decided.
  /** ATT-23: what cut the rate, with `cappedFromBps`. */
  capRule?: 'cap' | 'margin' | null
  /** ATT-15: what a creator who begins now would get, when a cut does not reach this one yet. */
  newcomerBps?: number | null
  /** ATT-14: the programme that gave the rate, when it is not the one by whose terms the line was judged. */
  rateProgrammeId?: string
  /** ATT-20, ATT-21: parts that are withheld. The commission is that of `weights` alone. */
  barred?: BarredShare[]
  coupon?: CouponOutcome | null
  /** ATT-09: the bind that has the line. */
  binding?: { id: string; boundAt: string; until: string } | null
  /** ATT-09: for how long this order binds its buyer to the winner, in seconds; absent when it does not. */
  bindSeconds?: number
  /** ATT-20: what buyer and credited creator share without proving anything. */
  flags?: SameAs[]
}
