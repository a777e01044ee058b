import { bindInForce } from './bindings.ts'
import { repeatWindowMs } from './capture.ts'
import { creditingCoupon } from './coupon.ts'
import { refusesMember, termsFor } from './members.ts'
import { byCredit } from './order.ts'
import { windowOf } from './rates.ts'
import type { AttributionInput, Programme, RefusalReason, RefusedTouch, StoryKind, TouchFacts, TouchStory } from './types.ts'

/** What may take credit: a touch, or what stands for one (a code, a bind); its creator and its programme are known and in force. */
export interface EligibleTouch extends Omit<TouchFacts, 'kind'> {
  kind: StoryKind
  creatorId: string
  programme: Programme
  /** ATT-07: older than its window, kept by the cart. */
  byCart?: true
}

const ruleOf: Record<RefusalReason, string> = {
  after_placement: 'ATT-08',
  repeat: 'ATT-03',
  no_programme: 'ATT-07',
  other_programme: 'ATT-07',
  before_window: 'ATT-08',
  after_checkout: 'ATT-05',
  creator_suspended: 'ATT-21',
  self_purchase: 'ATT-20',
  staff: 'ATT-21',
  not_member: 'ATT-14',
  other_account: 'ATT-18',
}

type Judged = Omit<TouchFacts, 'kind'> & { kind: StoryKind; programme?: Programme | undefined }

/** The touch as it is frozen on the order line. */
export const storyOf = (touch: Judged): TouchStory => ({
  touchId: touch.id,
  kind: touch.kind,
  at: touch.at.toISOString(),
  creatorId: touch.creatorId,
  linkId: touch.linkId,
  pieceId: touch.pieceId,
  placementId: touch.placementId,
  productId: touch.productId,
  ...(touch.programme && touch.programme.id !== touch.programmeId ? { programmeId: touch.programme.id } : {}),
  ...(touch.joined ? { joined: true } : {}),
})

export const refusalOf = (touch: Judged, reason: RefusalReason): RefusedTouch => ({
  ...storyOf(touch),
  reason,
  rule: ruleOf[reason],
})

/**
 * Parts the touches into those that may take credit and those that a rule shuts out, both in order of credit (ATT-11).
 * A suspended creator's touch stays: she is chosen and earns nothing (ATT-21); her credit passes to nobody.
 */
export function sortOut(input: AttributionInput): { eligible: EligibleTouch[]; refused: RefusedTouch[] } {
  const refused: RefusedTouch[] = []
  const inWindow: EligibleTouch[] = []
  for (const touch of [...input.touches].sort(byCredit)) {
    const programme = termsOf(touch, input)
    const judged = judge(touch, programme, input)
    if (typeof judged === 'string') refused.push(refusalOf({ ...touch, programme }, judged))
    else inWindow.push({ ...touch, creatorId: touch.creatorId!, programme: programme!, ...judged })
  }
  const { eligible, late } = holdAtCheckout(inWindow, input)
  return { eligible, refused: [...refused, ...late.map((touch) => refusalOf(touch, 'after_checkout'))].sort(byTime) }
}

/**
 * The terms under which a touch is judged: its link's programme, or the one that its creator was invited to (ATT-14). A link without
 * a programme never earns: its page may bear no label (DIS-1).
 */
function termsOf({ programmeId, creatorId }: TouchFacts, input: AttributionInput): Programme | undefined {
  const own = programmeId === null ? undefined : input.programmes.get(programmeId)
  return own && creatorId !== null ? termsFor(creatorId, own, input, input.order.placedAt) : own
}

/** A link without a programme in force has no window to count in (ATT-07); ATT-08's edge itself still counts. */
function judge(touch: TouchFacts, programme: Programme | undefined, input: AttributionInput): RefusalReason | { byCart?: true } {
  const { placedAt } = input.order
  if (touch.at > placedAt) return 'after_placement'
  if (touch.repeatOf) return 'repeat'
  if (touch.anothers) return 'other_account'
  if (touch.creatorId === null || !programme || programme.status !== 'active') return 'no_programme'
  // A deal that held at placement refuses nobody, whatever has become of it since.
  if (programme.id === touch.programmeId && refusesMember(programme, touch.creatorId, touch.at, input.members)) return 'not_member'
  const window = windowOf(programme, touch.kind) * 1000
  if (placedAt.getTime() - touch.at.getTime() <= window) return {}
  return isKept(touch, programme, window, input) ? { byCart: true } : 'before_window'
}

/**
 * ATT-07: goods that were put into the cart inside the window keep that touch for `cartSeconds` from then. It is the touch of the
 * link by which they came, or one that names them. The tag-open which the cart itself records comes just after.
 */
function isKept(touch: TouchFacts, { cartSeconds = 0 }: Programme, window: number, { line, order }: AttributionInput): boolean {
  const { addedAt, linkId = null, productId } = line
  if (!addedAt || cartSeconds === 0 || addedAt > order.placedAt) return false
  const isLines = (linkId !== null && touch.linkId === linkId) || touch.productId === productId
  const before = addedAt.getTime() - touch.at.getTime()
  if (!isLines || before > window || before < (touch.linkId === linkId ? -repeatWindowMs : 0)) return false
  return order.placedAt.getTime() - addedAt.getTime() <= cartSeconds * 1000
}

/**
 * ATT-05: once checkout has begun, a touch cannot take credit from one before it, unless the buyer uses its creator's own
 * code and her programme lets codes win. A bind in force (ATT-09) and a code that credits are there before it, too: no touch takes
 * from them. Where nobody has a claim, the first one after it stands and those after that are refused: written once, as everywhere.
 */
function holdAtCheckout(touches: EligibleTouch[], input: AttributionInput): { eligible: EligibleTouch[]; late: EligibleTouch[] } {
  const startedAt = input.order.checkoutStartedAt
  if (!startedAt) return { eligible: touches, late: [] }
  const coupon = creditingCoupon(input)
  const owner = coupon?.rule === 'coupon_wins' ? coupon.creatorId : null
  const after = touches.filter(({ at, creatorId }) => at > startedAt && creatorId !== owner)
  const hasEarlier = coupon !== null || bindInForce(input) !== undefined || touches.some(({ at }) => at <= startedAt)
  const first = hasEarlier ? undefined : after.filter(({ at }) => at.getTime() === after[0]!.at.getTime()).at(-1)
  const late = after.filter((touch) => touch !== first)
  return { eligible: touches.filter((touch) => !late.includes(touch)), late }
}

const byTime = (a: RefusedTouch, b: RefusedTouch): number => (a.at === b.at ? (a.touchId < b.touchId ? -1 : 1) : a.at < b.at ? -1 : 1)
