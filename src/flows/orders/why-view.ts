import { groupBy } from '../../lib/group.ts'
import { idOf } from '../../lib/ids.ts'
import { halfEven, prorate } from '../../lib/prorate.ts'
import type { Decision, RefusedTouch, TouchStory } from '../../modules/attribution/index.ts'
import type { OrderRow } from '../../modules/checkout/store/order-state.ts'
import { isPayoutKind } from '../../modules/ledger/index.ts'
import type { StoredEntry } from '../../modules/ledger/store.ts'
import { decisionOf, sharesOf } from '../payments/line-decision.ts'
import { datesOf, type WhyDates, type WhyTimes } from './why-dates.ts'

/** For whom the story is told. */
export interface WhyEyes {
  reader: 'buyer' | 'creator' | 'staff'
  /** The creator who reads; null for others. */
  self: string | null
  /** Creators whose names this reader may learn. */
  named: ReadonlySet<string>
}

/** A touch as this reader may see it. A creator who must not be named has `creatorId` and `pieceId` null. */
export interface WhyTouchRead {
  id: string
  at: string
  kind: TouchStory['kind']
  outcome: 'won' | 'considered' | 'refused' | 'merged'
  /** `you`: the reading creator's own. `another`: somebody whom this reader may not learn. */
  who: 'named' | 'you' | 'another' | 'nobody'
  creatorId: string | null
  pieceId: string | null
  productId: string | null
  reason: string
  /** Number of the rule that refused it. */
  rule: string | null
  /** Share of the commission in basis points. */
  shareBps: number
  /** For a touch before the window: whole days before placement. */
  days: number | null
  /** For a repeat: seconds after the touch that counts. */
  seconds: number | null
  /** ATT-18: made on another device and joined to the account at a log-in. */
  joined: boolean
  /** ATT-07: older than its window, kept by goods that were in the cart. */
  byCart: boolean
}

export interface WhyLineRead {
  lineId: string
  /** Null for goods of another shop, of which neither a product nor how many is known. */
  productId: string | null
  title: string
  options: string | null
  picture: string | null
  quantity: number | null
  paidAmount: number
  /** Null when nobody earned on this line: `reason` and `rule` say why. */
  verdict: { shares: { creatorId: string | null; you: boolean; shareBps: number; commission: number }[] } | null
  reason: string
  rule: string | null
  model: string | null
  windowSeconds: number | null
  scope: 'direct' | 'indirect' | null
  touches: WhyTouchRead[]
  /** ATT-22 and ATT-24: list − discount − tax = base; base × rate = commission. Minor units; null when nobody earned. */
  arithmetic: {
    list: number
    discount: number
    /** What of the discount is the code's. */
    coupon: number
    tax: number
    base: number
    rateBps: number
    cappedFromBps: number | null
    /** ATT-23: what cut the rate; null with `cappedFromBps` on orders of before it was kept. */
    capRule: 'cap' | 'margin' | null
    /** ATT-15: what a creator who begins now would get; null when it is the same. */
    newcomerBps: number | null
    rateSource: string
    programmeId: string | null
    commission: number
    /** The commission before rounding, with four decimals of a minor unit; null when nothing was rounded. */
    unrounded: string | null
  } | null
  /** Entries of the commission that this reader may see: a creator's are her own. Positive is owed to the creator. */
  entries: { at: string; kind: StoredEntry['kind']; amount: number; creatorId: string | null; reason: string | null }[]
  /**
   * What went back of the line and of its commission (negative), oldest first. A dispute, a ban or finance by hand take commission back
   * without goods (`quantity` and `refunded` 0), and may give it back; `reason` says why, as a code.
   */
  reversals: { at: string; quantity: number | null; refunded: number; commission: number; reason: string }[]
  /** What is left of the commission (of the reading creator's share). Null before anything was earned. */
  net: number | null
  /** Null where nothing of it is left. */
  dates: WhyDates | null
  /** ATT-16, ATT-17: what the order's code did to the credit of this line. */
  coupon: { outcome: NonNullable<Decision['coupon']>['outcome']; who: WhyTouchRead['who']; creatorId: string | null; rule: string } | null
  /** ATT-09: the bind that has the line. */
  binding: { boundAt: string; until: string } | null
}

type Line = OrderRow['lines'][number]

/** A line of an order of ours, or of a sale elsewhere, as its story is told: what was frozen with it. */
export type StoryLine = Pick<
  Line,
  'id' | 'title' | 'paidAmount' | 'listAmount' | 'discountAmount' | 'taxAmount' | 'baseAmount' | 'commission'
> &
  Partial<Pick<Line, 'options' | 'picture' | 'creator' | 'programme' | 'couponAmount' | 'rateBps' | 'rateSource' | 'model' | 'reason'>> & {
    product: Line['product'] | null
    quantity: number | null
    decision?: unknown
  }

/** A part of a line that went back: the refund's own id of it, its units where they are known, and what the buyer got. */
export interface WentBack {
  part: string
  lineId: string
  at: string
  quantity: number | null
  refunded: number
}

/** One line's story for one reader, from what was frozen at placement and what the ledger says. Pure. */
export function whyLine(
  order: Pick<OrderRow, 'placedAt'>,
  line: StoryLine,
  entries: readonly StoredEntry[],
  backs: readonly WentBack[],
  eyes: WhyEyes,
  times: WhyTimes,
): WhyLineRead {
  const decision = decisionOf(line)
  const own = entries.filter(
    ({ orderLine, creator }) => orderLine === line.id && creator !== null && (eyes.reader !== 'creator' || creator === eyes.self),
  )
  const { title, quantity, paidAmount } = line
  return {
    ...{
      lineId: String(line.id),
      title,
      quantity,
      paidAmount,
      productId: line.product ? idOf(line.product) : null,
      options: line.options ?? null,
    },
    picture: line.picture ? idOf(line.picture) : null,
    verdict: verdictOf(line, eyes),
    reason: decision?.reason ?? line.reason ?? 'no_touch',
    rule: decision?.rule ?? null,
    model: decision?.model ?? line.model ?? null,
    windowSeconds: decision?.windowSeconds ?? null,
    scope: decision?.scope ?? null,
    touches: decision ? touchesOf(decision, order, eyes) : [],
    arithmetic: arithmeticOf(line, decision),
    entries: own.map(({ at, kind, amount, creator, reason }) => ({ at, kind, amount, creatorId: nameOf(creator, eyes), reason })),
    reversals: reversalsOf(String(line.id), own, backs, eyes),
    net: own.length > 0 ? own.reduce((sum, { kind, amount }) => (isPayoutKind(kind) ? sum : sum + amount), 0) : null,
    dates: datesOf(own, eyes, times),
    coupon: couponOf(decision, eyes),
    binding: decision?.binding ? { boundAt: decision.binding.boundAt, until: decision.binding.until } : null,
  }
}

const nameOf = (creatorId: string | null, { named, self }: WhyEyes): string | null =>
  creatorId && (creatorId === self || named.has(creatorId)) ? creatorId : null

function verdictOf(line: StoryLine, eyes: WhyEyes): WhyLineRead['verdict'] {
  const shares = sharesOf(line)
  const sum = shares.reduce((all, { weight }) => all + weight, 0)
  if (sum === 0 || line.commission === 0) return null
  const parts = prorate(
    line.commission,
    shares.map(({ weight }) => weight),
  )
  return {
    shares: shares.map(({ creatorId, weight }, index) => ({
      creatorId: nameOf(creatorId, eyes),
      you: creatorId === eyes.self,
      shareBps: bpsOf(weight, sum),
      commission: parts[index] ?? 0,
    })),
  }
}

const bpsOf = (weight: number, sum: number): number => (sum === 0 ? 0 : halfEven(weight * 10_000, sum))

function touchesOf({ considered, refused, weights }: Decision, order: Pick<OrderRow, 'placedAt'>, eyes: WhyEyes): WhyTouchRead[] {
  const sum = weights.reduce((all, { weight }) => all + weight, 0)
  const told = [
    ...considered.map(
      (touch): WhyTouchRead => ({
        ...seen(touch, eyes),
        outcome: touch.weight > 0 ? 'won' : 'considered',
        reason: touch.reason,
        rule: null,
        shareBps: bpsOf(touch.weight, sum),
        days: null,
        seconds: null,
      }),
    ),
    ...refused.map(
      (touch): WhyTouchRead => ({
        ...seen(touch, eyes),
        outcome: touch.reason === 'repeat' ? 'merged' : 'refused',
        reason: touch.reason,
        rule: touch.rule,
        shareBps: 0,
        days: touch.reason === 'before_window' ? daysBefore(order, touch) : null,
        seconds: touch.reason === 'repeat' ? secondsAfter(touch, [...considered, ...refused]) : null,
      }),
    ),
  ]
  return told.sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1))
}

function seen(
  touch: TouchStory,
  eyes: WhyEyes,
): Pick<WhyTouchRead, 'id' | 'at' | 'kind' | 'who' | 'creatorId' | 'pieceId' | 'productId' | 'joined' | 'byCart'> {
  const { touchId: id, at, kind, productId } = touch
  const how = { id, at, kind, joined: Boolean(touch.joined), byCart: 'byCart' in touch && Boolean(touch.byCart) }
  if (touch.creatorId === null) return { ...how, who: 'nobody', creatorId: null, pieceId: null, productId }
  if (touch.creatorId === eyes.self) return { ...how, who: 'you', creatorId: touch.creatorId, pieceId: touch.pieceId, productId }
  if (eyes.named.has(touch.creatorId)) return { ...how, who: 'named', creatorId: touch.creatorId, pieceId: touch.pieceId, productId }
  return { ...how, who: 'another', creatorId: null, pieceId: null, productId: null }
}

const daysBefore = (order: Pick<OrderRow, 'placedAt'>, touch: RefusedTouch): number =>
  Math.floor((Date.parse(order.placedAt) - Date.parse(touch.at)) / 86_400_000)

/** Seconds since the nearest earlier touch of the same link, which counts instead. */
function secondsAfter(touch: RefusedTouch, all: readonly (TouchStory & { reason: string })[]): number | null {
  const earlier = all
    .filter((one) => one.reason !== 'repeat' && one.linkId === touch.linkId && one.at <= touch.at)
    .map(({ at }) => Date.parse(at))
  return earlier.length > 0 ? Math.round((Date.parse(touch.at) - Math.max(...earlier)) / 1000) : null
}

function arithmeticOf(line: StoryLine, decision: Decision | null): WhyLineRead['arithmetic'] {
  if (!line.creator) return null
  const { listAmount: list, discountAmount: discount, taxAmount: tax, baseAmount: base, commission } = line
  const rateBps = line.rateBps ?? 0
  const exact = BigInt(base) * BigInt(rateBps)
  const unrounded = exact % 10_000n === 0n ? null : `${exact / 10_000n}.${String(exact % 10_000n).padStart(4, '0')}`
  // The rate's own programme: where a link or a creator has one agreed outside of a deal, it is not the one by whose terms the line was judged.
  const programmeId = decision?.rateProgrammeId ?? (line.programme ? idOf(line.programme) : null)
  return {
    list,
    discount,
    coupon: line.couponAmount ?? 0,
    tax,
    base,
    rateBps,
    cappedFromBps: decision?.cappedFromBps ?? null,
    capRule: decision?.capRule ?? null,
    newcomerBps: decision?.newcomerBps ?? null,
    rateSource: line.rateSource ?? 'programme',
    programmeId,
    commission,
    unrounded,
  }
}

function reversalsOf(
  orderLine: string,
  own: readonly StoredEntry[],
  backs: readonly WentBack[],
  { reader }: WhyEyes,
): WhyLineRead['reversals'] {
  const gone = backs.filter(({ lineId }) => lineId === orderLine)
  const refunded = gone.map(({ part, at, quantity, refunded: amount }) => {
    const taken = own.filter(({ sourceKind, sourceId }) => sourceKind === 'refund_line' && sourceId === part)
    const reason = taken[0]?.reason ?? 'refunded'
    return { at: taken[0]?.at ?? at, quantity, refunded: amount, commission: sumOf(taken), reason }
  })
  const moved = groupBy(
    // What stands between the shop and a creator is no business of a buyer's.
    own.filter(({ sourceKind }) => sourceKind === 'adjustment' && reader !== 'buyer'),
    ({ transaction }) => transaction,
  )
  const adjusted = [...moved.values()].map((list) => {
    return { at: list[0]!.at, quantity: 0, refunded: 0, commission: sumOf(list), reason: list[0]!.reason ?? 'other' }
  })
  return [...refunded, ...adjusted].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

const sumOf = (entries: readonly StoredEntry[]): number => entries.reduce((sum, { amount }) => sum + amount, 0) || 0

function couponOf(decision: Decision | null, eyes: WhyEyes): WhyLineRead['coupon'] {
  const coupon = decision?.coupon
  if (!coupon) return null
  const { outcome, creatorId, rule } = coupon
  const named = nameOf(creatorId, eyes)
  const who = creatorId === null ? 'nobody' : creatorId === eyes.self ? 'you' : named ? 'named' : 'another'
  return { outcome, who, creatorId: named, rule }
}
