import { type EligibleTouch, refusalOf, sortOut, storyOf } from './eligible.ts'
import { weigh } from './models.ts'
import { capRate, chooseRate, windowOf } from './rates.ts'
import type { AttributionInput, ConsideredTouch, Decision, LineReason, RefusalReason } from './types.ts'

/**
 * Decides one order line at placement (ATT-01 … ATT-08, ATT-11, ATT-13, ATT-14, ATT-20, ATT-21). Pure: the same facts
 * give the same decision, and nothing that changes later changes it.
 *
 * ATT-13: touches that name the line's product come first, so that in a basket each creator is paid for her own lines;
 * where there is none, the last valid touch credits the line indirectly, at the programme's indirect rate.
 */
export function decideLine(input: AttributionInput): Decision {
  const { eligible, refused } = sortOut(input)
  const direct = eligible.filter(({ productId }) => productId === input.line.productId)
  const pool = direct.length > 0 ? direct : eligible
  const last = pool.at(-1)
  if (!last) return { ...nobody('no_touch', null), refused }

  const weighed = weigh(last.programme.model, pool, input.order.placedAt)
  const weightOf = new Map(pool.map((touch, index) => [touch.id, weighed[index] ?? 0]))
  const considered = eligible.map((touch): ConsideredTouch => {
    const weight = weightOf.get(touch.id)
    const reason = weight === undefined ? 'other_product' : weight > 0 ? 'last_in_window' : 'not_last'
    return { ...storyOf(touch), weight: weight ?? 0, reason }
  })

  const bar = barOf(last, input)
  if (bar) {
    // The credit passes to nobody: the line is paid 0 with the reason (ATT-20).
    const refusal = refusalOf(last, bar)
    const rest = considered.filter(({ touchId }) => touchId !== last.id)
    return { ...nobody(bar, refusal.rule), considered: rest, refused: [...refused, refusal] }
  }
  return { ...credit(last, direct.length > 0 ? 'direct' : 'indirect'), weights: weightsOf(considered), considered, refused }
}

/** ATT-20, ATT-21: why the chosen creator earns nothing; null when she does. */
function barOf(touch: EligibleTouch, { order, creators }: AttributionInput): Extract<RefusalReason & LineReason, string> | null {
  const creator = creators.get(touch.creatorId)
  const ownAccount = creator?.userId != null && creator.userId === order.buyerUserId
  if (ownAccount || order.buyerCreatorId === touch.creatorId) return 'self_purchase'
  if (!creator || creator.status === 'suspended') return 'creator_suspended'
  return creator.isStaff ? 'staff' : null
}

function credit(touch: EligibleTouch, scope: 'direct' | 'indirect'): Omit<Decision, 'weights' | 'considered' | 'refused'> {
  const { programme } = touch
  const chosen = chooseRate([...(touch.rates ?? []), { source: 'programme', bps: programme.rateBps }])!
  const indirect = scope === 'indirect' ? (programme.indirectRateBps ?? null) : null
  const offered = indirect === null ? chosen : ({ source: 'programme', bps: indirect } as const)
  const { rateBps, cappedFromBps } = capRate(offered.bps, programme.capBps)
  return {
    winner: { ...storyOf(touch), creatorId: touch.creatorId, programmeId: programme.id },
    model: programme.model,
    windowSeconds: windowOf(programme, touch.kind),
    scope,
    rateBps,
    rateSource: offered.source,
    cappedFromBps,
    reason: rateBps === 0 ? 'rate_zero' : 'last_in_window',
    rule: rateBps > 0 ? null : indirect === null ? 'ATT-14' : 'ATT-13',
  }
}

const weightsOf = (considered: readonly ConsideredTouch[]): Decision['weights'] =>
  considered.flatMap(({ touchId, creatorId, weight }) => (weight > 0 && creatorId !== null ? [{ touchId, creatorId, weight }] : []))

const nobody = (reason: LineReason, rule: string | null): Decision => ({
  winner: null,
  model: null,
  windowSeconds: null,
  scope: null,
  rateBps: 0,
  rateSource: null,
  cappedFromBps: null,
  weights: [],
  considered: [],
  refused: [],
  reason,
  rule,
})
