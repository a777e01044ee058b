/**
 * What the why page is given: one order line, the touches considered and refused, the arithmetic and the dates (ATT-39).
 * The view is made for one reader. A creator never learns who the buyer is, and nobody but staff learns who another
 * creator is: then `who` is `another-creator`.
 */
import type { Money } from '../../lib/money.ts'
import type { CreatorChipView, LineProductView } from './view.ts'

export type WhyReader = 'buyer' | 'creator' | 'staff'

/** How a person met the content (ATT-01). */
export type TouchKindView = 'click' | 'scan' | 'coupon' | 'tag-open' | 'live-open' | 'agent-citation' | 'binding'

/** Why a touch earns nothing, or why a line does. Each has its sentence in the messages; the rule number stands beside it. */
export type WhyReason =
  | 'last_in_window'
  | 'first_in_window'
  | 'shared'
  | 'coupon'
  | 'binding'
  | 'not_first'
  | 'gave_way'
  | 'not_member'
  | 'other_account'
  | 'not_last'
  | 'before_window'
  | 'after_placement'
  | 'after_checkout'
  | 'repeat'
  | 'creator_suspended'
  | 'self_purchase'
  | 'staff_purchase'
  | 'no_programme'
  | 'other_programme'
  | 'other_product'
  | 'no_touch'
  | 'rate_zero'
  | 'unknown'

export type TouchWho =
  | { kind: 'creator'; creator: CreatorChipView; pieceTitle: string | null; pieceHref: string | null }
  | { kind: 'another-creator'; piece: 'post' | 'video-note' | null }
  /** The reader's own touch in the creator's view. */
  | { kind: 'you'; pieceTitle: string | null; pieceHref: string | null }
  | { kind: 'same-link' }

/** One touch of the story. */
export interface WhyTouchView {
  kind: 'touch'
  id: string
  at: string
  touch: TouchKindView
  outcome: 'won' | 'considered' | 'refused' | 'merged'
  who: TouchWho
  reason: WhyReason
  /** Rule that decided, such as `ATT-08`; null when it is not a refusal. */
  rule: string | null
  /** Share of the commission in basis points (10000 = all). */
  shareBps: number
  /** For `before_window`: days before placement; for `repeat`: seconds after the one that counts. */
  days?: number
  seconds?: number
  /** ATT-18: from another device, joined at a log-in. */
  joined?: boolean
  /** ATT-07: the cart kept it past its window. */
  byCart?: boolean
}

/** A moment that is not a touch. */
export interface WhyEventView {
  kind: 'window-opens' | 'checkout-began' | 'placed' | 'told' | 'paid' | 'refunded' | 'reversed'
  at: string
  amount?: Money
  /** For `refunded`: units returned; absent where the other shop did not tell. */
  quantity?: number
  /** For `reversed`: why, as a code. Below zero it was taken, above it was given back. */
  reason?: string
}

export type WhyStoryItem = WhyTouchView | WhyEventView

/** One creator's share. With one creator it is the whole; shares sum to 10000 basis points. */
export interface WhyShareView {
  creator: CreatorChipView | null
  shareBps: number
  commission: Money
}

export interface WhyView {
  reader: WhyReader
  orderNumber: string
  /** Number of the order that was decided; this one pays the difference of its exchange (ATT-31). */
  follows: string | null
  backHref: string
  /** Name of the shop that told of the sale; null for an order of ours. */
  elsewhere: string | null
  /** `quantity` null where the other shop did not tell. */
  product: LineProductView & { quantity: number | null; paid: Money }
  /** Null: nobody earned on this line; `reason` and `rule` say why. */
  verdict: { shares: WhyShareView[] } | null
  reason: WhyReason
  rule: string | null
  model: 'last_touch' | 'first_touch' | 'linear' | 'position' | 'time_decay' | 'coupon_wins'
  windowDays: number
  story: WhyStoryItem[]
  /** ATT-22 components of the base, in order; `base` is their sum. */
  arithmetic: {
    rows: { kind: 'list' | 'paid' | 'markdown' | 'coupon' | 'shipping' | 'tax'; amount: Money | null; rateBps?: number }[]
    base: Money
    rateBps: number
    commission: Money
    /** Commission before rounding with four decimals, such as `44.5312`; null when nothing was rounded. */
    unrounded: string | null
    rateSource: 'link' | 'creator' | 'invited' | 'group' | 'product' | 'collection' | 'programme'
    /** Name of the programme; null for a buyer, whom it does not concern. */
    programme: string | null
    /** ATT-23: the rate that was offered, and what cut it. */
    cut: { by: 'cap' | 'margin'; fromBps: number } | null
    /** ATT-15: what somebody who begins now would get, while a cut does not reach this creator yet. */
    newcomerBps: number | null
    /** ATT-13: the touch named other goods than these. */
    isBeside: boolean
  } | null
  /** Reversals, oldest first, signed (negative), and what is left. Commission + reversals = net, to the cent (ATT-28). For a creator these are her own. */
  reversals: { at: string; refunded: Money; commission: Money; reason: string }[]
  net: Money | null
  /** When the earning becomes payable; null dates are not known yet. */
  dates: {
    pendingSince: string | null
    payableOn: string | null
    /** While the receipt is only expected. */
    expected: boolean
    because: 'received' | 'credited' | 'delivered' | 'sent' | 'to_send' | null
    holdDays: number | null
    /** It is on hold until somebody has looked. */
    held: boolean
    /** When it was put into a payout; null while it was not. */
    paidOn: string | null
    rule: string
  } | null
  /** What the order's code did to the credit. */
  coupon: {
    outcome: 'took' | 'shared' | 'gave_way' | 'same_owner' | 'not_crediting' | 'other_goods'
    name: string | null
    /** The reading creator owns the code. */
    own: boolean
    rule: string
  } | null
  binding: { boundAt: string; until: string } | null
}
