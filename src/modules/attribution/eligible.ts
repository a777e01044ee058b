import { byCredit } from './order.ts'
import { windowOf } from './rates.ts'
import type { AttributionInput, Programme, RefusalReason, RefusedTouch, TouchFacts, TouchStory } from './types.ts'

/** A touch that may take credit: its creator and its programme are known and in force. */
export interface EligibleTouch extends TouchFacts {
  creatorId: string
  programme: Programme
}

const ruleOf: Record<RefusalReason, string> = {
  after_placement: 'ATT-08',
  repeat: 'ATT-03',
  no_programme: 'ATT-07',
  before_window: 'ATT-08',
  after_checkout: 'ATT-05',
  creator_suspended: 'ATT-21',
  self_purchase: 'ATT-20',
  staff: 'ATT-21',
}

/** The touch as it is frozen on the order line. */
export const storyOf = (touch: TouchFacts): TouchStory => ({
  touchId: touch.id,
  kind: touch.kind,
  at: touch.at.toISOString(),
  creatorId: touch.creatorId,
  linkId: touch.linkId,
  pieceId: touch.pieceId,
  placementId: touch.placementId,
  productId: touch.productId,
})

export const refusalOf = (touch: TouchFacts, reason: RefusalReason): RefusedTouch => ({ ...storyOf(touch), reason, rule: ruleOf[reason] })

/**
 * Parts the touches into those that may take credit and those that a rule shuts out, both in order of credit (ATT-11).
 * A suspended creator's touch stays: she is chosen and earns nothing (ATT-21); her credit passes to nobody.
 */
export function sortOut({ order, touches, programmes }: AttributionInput): { eligible: EligibleTouch[]; refused: RefusedTouch[] } {
  const refused: RefusedTouch[] = []
  const inWindow: EligibleTouch[] = []
  for (const touch of [...touches].sort(byCredit)) {
    const programme = touch.programmeId === null ? undefined : programmes.get(touch.programmeId)
    const reason = refusal(touch, programme, order.placedAt)
    if (reason) refused.push(refusalOf(touch, reason))
    else inWindow.push({ ...touch, creatorId: touch.creatorId!, programme: programme! })
  }
  const { eligible, late } = holdAtCheckout(inWindow, order.checkoutStartedAt)
  return { eligible, refused: [...refused, ...late.map((touch) => refusalOf(touch, 'after_checkout'))].sort(byTime) }
}

/** A link without a programme in force has no window to count in (ATT-07); ATT-08's edge itself still counts. */
function refusal(touch: TouchFacts, programme: Programme | undefined, placedAt: Date): RefusalReason | null {
  if (touch.at > placedAt) return 'after_placement'
  if (touch.repeatOf) return 'repeat'
  if (touch.creatorId === null || !programme || programme.status !== 'active') return 'no_programme'
  return placedAt.getTime() - touch.at.getTime() > windowOf(programme, touch.kind) * 1000 ? 'before_window' : null
}

/**
 * ATT-05: once checkout has begun, a touch cannot take credit from one before it. Where none came before, the first
 * claim after it stands and those after that are refused: written once, as everywhere.
 */
function holdAtCheckout(touches: EligibleTouch[], startedAt: Date | null): { eligible: EligibleTouch[]; late: EligibleTouch[] } {
  if (!startedAt) return { eligible: touches, late: [] }
  const before = touches.filter(({ at }) => at <= startedAt)
  const after = touches.filter(({ at }) => at > startedAt)
  if (before.length > 0 || after.length === 0) return { eligible: before, late: after }
  const first = after.filter(({ at }) => at.getTime() === after[0]!.at.getTime()).at(-1)!
  return { eligible: [first], late: after.filter((touch) => touch !== first) }
}

const byTime = (a: RefusedTouch, b: RefusedTouch): number => (a.at === b.at ? (a.touchId < b.touchId ? -1 : 1) : a.at < b.at ? -1 : 1)
