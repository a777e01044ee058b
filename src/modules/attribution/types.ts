/** ATT-01: the ways of meeting a creator's content. */
export type TouchKind = 'click' | 'scan' | 'coupon' | 'tag-open' | 'live-open' | 'agent-citation'

/** ATT-10: how credit is shared among the touches inside the window. */
export type Model = 'last_touch' | 'first_touch' | 'linear' | 'position' | 'time_decay' | 'coupon_wins'

/** ATT-14: who set a rate, strongest first. Exactly one applies to a line. */
export const ratePrecedence = ['link', 'creator', 'invited', 'group', 'product', 'collection', 'programme'] as const

export type RateSource = (typeof ratePrecedence)[number]

/** A rate that somebody set, in basis points (800 is 8 %). */
export interface RateOffer {
  source: RateSource
  bps: number
}

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
}

/** A creator at the moment of placement. */
export interface CreatorStanding {
  id: string
  userId: string | null
  status: 'active' | 'suspended'
  /** Works for the shop, or is the merchant (ATT-21). */
  isStaff: boolean
}

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
  line: { productId: string }
  /** All touches of the buyer's visitor and account, in any order. */
  touches: readonly TouchFacts[]
  programmes: ReadonlyMap<string, Programme>
  /** Standing of every creator in `touches`; one who is missing earns nothing, as if suspended. */
  creators: ReadonlyMap<string, CreatorStanding>
}

export type RefusalReason =
  | 'after_placement'
  | 'repeat'
  | 'no_programme'
  | 'before_window'
  | 'after_checkout'
  | 'creator_suspended'
  | 'self_purchase'
  | 'staff'

export type ConsideredReason = 'last_in_window' | 'not_last' | 'other_product'

/** Why the line earns or does not. */
export type LineReason = 'last_in_window' | 'rate_zero' | 'no_touch' | 'creator_suspended' | 'self_purchase' | 'staff'

/** One touch of the story, as it is frozen on the order line: JSON, times as ISO strings. */
export interface TouchStory {
  touchId: string
  kind: TouchKind
  at: string
  creatorId: string | null
  linkId: string | null
  pieceId: string | null
  placementId: string | null
  productId: string | null
}

export interface ConsideredTouch extends TouchStory {
  reason: ConsideredReason
  /** Weight of its share of the commission: shares are weight ÷ sum of weights. 0 earns nothing. */
  weight: number
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
  weights: { touchId: string; creatorId: string; weight: number }[]
  /** Valid touches, oldest first. */
  considered: ConsideredTouch[]
  /** Touches that a rule shut out, oldest first. */
  refused: RefusedTouch[]
  reason: LineReason
  /** Rule behind `reason`, when one speaks against the line. */
  rule: string | null
}
