import { type Claim, type Claims, claimsOf } from './claims.ts'
import { type EligibleTouch, refusalOf, sortOut, storyOf } from './eligible.ts'
import { capRate, chooseRate, marginCap, windowOf } from './rates.ts'
import {
  type AttributionInput,
  type BarReason,
  type ConsideredTouch,
  type Decision,
  denying,
  type LineReason,
  type RateFound,
} from './types.ts'

/**
 * Decides one order line at placement (ATT-01 … ATT-23). Pure: the same facts give the same decision, and nothing that
 * changes later changes it.
 *
 * ATT-13: touches that name the line's product come first, so that in a basket each creator is paid for her own lines;
 * where there is none, the others credit the line indirectly, at the programme's indirect rate.
 */
export function decideLine(input: AttributionInput): Decision {
  const { eligible, refused } = sortOut(input)
  const found = claimsOf(input, eligible)
  const judged = found.claims.map((claim) => ({ ...claim, bar: barOf(claim.touch, input) }))
  const paid = judged.filter(({ bar }) => bar === null)
  const barred = judged.flatMap(({ touch, weight, bar }) => (bar ? [{ touch, weight, bar }] : []))
  const considered = eligible.filter(({ id }) => !barred.some(({ touch }) => touch.id === id)).map((touch) => consider(touch, found, paid))
  const told = {
    considered,
    // As it was met: a code that came with it brings terms of its own.
    refused: [...refused, ...barred.map(({ touch, bar }) => refusalOf(eligible.find(({ id }) => id === touch.id) ?? touch, bar))],
    ...(barred.length > 0 ? { barred: barred.map(({ touch, weight, bar }) => withheld(touch, weight, bar)) } : {}),
    ...(found.coupon ? { coupon: found.coupon } : {}),
  }
  const winner = heaviest(paid)
  if (winner) return { ...credit(winner.touch, found, input), weights: paid.map(weightOf), ...told }
  // The credit passes to nobody: the line is paid 0 with the reason (ATT-20).
  const lost = heaviest(barred)
  return lost ? { ...nobody(lost.bar, refusalOf(lost.touch, lost.bar).rule), ...told } : { ...nobody('no_touch', null), ...told }
}

const weightOf = ({ touch, weight }: Claim) => ({ touchId: touch.id, creatorId: touch.creatorId, weight })

const withheld = (touch: EligibleTouch, weight: number, reason: BarReason) => ({
  ...weightOf({ touch, weight }),
  reason,
  rule: refusalOf(touch, reason).rule,
})

/** The claim whose terms and rate the line has (ATT-14: exactly one): the heaviest; of equals the one that is last in order of credit. */
const heaviest = <T extends Claim>(claims: readonly T[]): T | undefined =>
  claims.reduce<T | undefined>((best, claim) => (best && best.weight > claim.weight ? best : claim), undefined)

/** ATT-20, ATT-21: why a creator earns nothing; null when she does. */
function barOf(touch: EligibleTouch, { order, creators }: AttributionInput): BarReason | null {
  const creator = creators.get(touch.creatorId)
  const ownAccount = creator?.userId != null && creator.userId === order.buyerUserId
  if (ownAccount || order.buyerCreatorId === touch.creatorId) return 'self_purchase'
  if (creator?.sameAs?.some((same) => denying.has(same))) return 'self_purchase'
  if (!creator || creator.status === 'suspended') return 'creator_suspended'
  return creator.isStaff ? 'staff' : null
}

function consider(touch: EligibleTouch, found: Claims, paid: readonly Claim[]): ConsideredTouch {
  const weight = paid.find((claim) => claim.touch.id === touch.id)?.weight ?? 0
  const lost = found.pool.some(({ id }) => id === touch.id) ? found.passedOver : 'other_product'
  const won = found.reason === 'no_touch' ? 'last_in_window' : found.reason
  return { ...storyOf(touch), weight, reason: weight > 0 ? won : lost, ...(touch.byCart ? { byCart: true } : {}) }
}

function credit(touch: EligibleTouch, found: Claims, input: AttributionInput): Omit<Decision, 'weights' | 'considered' | 'refused'> {
  const { programme, creatorId, linkId } = touch
  const { scope, model, binding } = found
  const ownProgrammeId = touch.programmeId ?? programme.id
  const code = input.coupon?.creatorId === creatorId ? input.coupon : null
  const begunAt = binding?.boundAt ?? code?.since ?? null
  const asked = { programme, ownProgrammeId, creatorId, linkId, productId: input.line.productId, scope, begunAt }
  const offered = input.rateOf?.(asked) ?? ownRate(touch, scope)
  // A programme's cap bounds what it gives; by whose other terms the line is judged does not matter.
  const giver = input.programmes.get(offered.programmeId ?? programme.id) ?? programme
  const { rateBps, cappedFromBps, capRule } = guarded(offered.bps, giver.capBps, input)
  const flags = (input.creators.get(creatorId)?.sameAs ?? []).filter((same) => !denying.has(same))
  return {
    winner: { ...storyOf(touch), creatorId, programmeId: programme.id },
    model,
    windowSeconds: touch.kind === 'binding' ? null : windowOf(programme, touch.kind),
    scope,
    ...{ rateBps, rateSource: offered.source, cappedFromBps },
    reason: rateBps === 0 ? 'rate_zero' : found.reason,
    rule: rateBps > 0 ? null : zeroRule(capRule, touch, scope),
    ...(capRule ? { capRule } : {}),
    ...(offered.newcomerBps == null ? {} : { newcomerBps: offered.newcomerBps }),
    ...(giver.id === programme.id ? {} : { rateProgrammeId: giver.id }),
    ...(binding ? { binding: { id: binding.id, boundAt: binding.boundAt.toISOString(), until: binding.until.toISOString() } } : {}),
    ...(flags.length > 0 ? { flags } : {}),
    ...(!binding && programme.bindSeconds ? { bindSeconds: programme.bindSeconds } : {}),
  }
}

/** ATT-23: the cap first, then what cost leaves. */
function guarded(offeredBps: number, capBps: number | undefined, { line, minMarginBps = null }: AttributionInput) {
  const capped = capRate(offeredBps, capBps)
  const { baseAmount, cost = null } = line
  const most = minMarginBps === null || baseAmount === undefined ? null : marginCap({ baseAmount, cost }, minMarginBps)
  if (most !== null && most < capped.rateBps) return { rateBps: most, cappedFromBps: offeredBps, capRule: 'margin' as const }
  return { ...capped, capRule: capped.cappedFromBps === null ? null : ('cap' as const) }
}

const zeroRule = (capRule: 'cap' | 'margin' | null, { programme }: EligibleTouch, scope: 'direct' | 'indirect'): string =>
  capRule ? 'ATT-23' : scope === 'indirect' && programme.indirectRateBps != null ? 'ATT-13' : 'ATT-14'

/** The touch's own offers and its programme's rates, where no log of rates is asked. */
function ownRate({ rates = [], programme }: EligibleTouch, scope: 'direct' | 'indirect'): RateFound {
  const indirect = scope === 'indirect' ? (programme.indirectRateBps ?? null) : null
  return indirect === null
    ? chooseRate([...rates, { source: 'programme', bps: programme.rateBps }])!
    : { source: 'programme', bps: indirect }
}

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
