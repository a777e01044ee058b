import { commissionOf } from '../../lib/commission.ts'
import { prorate } from '../../lib/prorate.ts'
import { touchOfCode } from './coupon.ts'
import { decideLine } from './decide.ts'
import type {
  AttributionInput,
  CouponOutcome,
  CreatorStanding,
  Decision,
  Model,
  Programme,
  RateClaim,
  RefusalReason,
  TouchFacts,
  TouchStory,
} from './types.ts'

/** ATT-41: what is tried. What is absent stays as it was. */
export interface Trial {
  /** Only touches under this programme get the other terms; null: all. */
  programmeId: string | null
  model?: Model | undefined
  windowSeconds?: number | undefined
  rateBps?: number | undefined
}

/** A line of a past order, as it was frozen. Amounts in minor units. */
export interface PastLine {
  productId: string
  placedAt: Date
  checkoutStartedAt: Date | null
  buyerUserId: string | null
  buyerCreatorId: string | null
  baseAmount: number
  cost: number | null
  commission: number
  decision: Decision
}

/** What was recorded beside the decisions. Programmes as they are now. */
export interface ReplayFacts {
  programmes: ReadonlyMap<string, Programme>
  /** Programme of each touch. */
  programmeOf: ReadonlyMap<string, string>
  /** Programme under which each code credits now, for decisions that do not say under which they did. */
  programmeOfCoupon: ReadonlyMap<string, string>
  creators: ReadonlyMap<string, CreatorStanding>
  minMarginBps: number
}

/** Commission of each creator of a line, minor units. */
export type Shares = ReadonlyMap<string, number>

/** What was decided: the frozen commission among those who share it. */
export const frozenShares = ({ decision, commission }: PastLine): Shares => sharesOf(commission, decision.weights)

/** Decides a past line again under other terms, from the touches of its story alone. Pure: it writes nothing and asks nobody. */
export function replayLine(line: PastLine, facts: ReplayFacts, trial: Trial): Shares {
  const input = inputOf(line, facts, trial)
  const decision = decideLine(input)
  if (!decision.winner) return new Map()
  const { weights, barred = [] } = decision
  const whole = commissionOf(line.baseAmount, decision.rateBps)
  const parts = prorate(
    whole,
    [...weights, ...barred].map(({ weight }) => weight),
  )
  return sharesOf(
    parts.slice(0, weights.length).reduce((sum, part) => sum + part, 0),
    weights,
  )
}

function sharesOf(commission: number, weights: readonly { creatorId: string; weight: number }[]): Shares {
  const merged = new Map<string, number>()
  for (const { creatorId, weight } of weights) if (weight > 0) merged.set(creatorId, (merged.get(creatorId) ?? 0) + weight)
  if (commission === 0 || merged.size === 0) return new Map()
  const parts = prorate(commission, [...merged.values()])
  return new Map([...merged.keys()].map((creatorId, index) => [creatorId, parts[index]!]))
}

/** Refusals that other terms cannot undo: those touches stay out. */
const final: ReadonlySet<RefusalReason> = new Set([
  'after_placement',
  'repeat',
  'no_programme',
  'other_programme',
  'not_member',
  'other_account',
])

function inputOf(line: PastLine, facts: ReplayFacts, trial: Trial): AttributionInput {
  const { decision, placedAt } = line
  // What stood for a touch of a barred code is no touch: the code itself is tried again.
  const ofCode = decision.coupon && touchOfCode(decision.coupon.couponId)
  const met = [...decision.considered, ...decision.refused.filter(({ reason }) => !final.has(reason))]
  const stories = met.filter(({ touchId }) => touchId !== ofCode)
  const programmes = new Map([...facts.programmes].map(([id, programme]) => [id, tried(programme, trial)]))
  const touches = unique(stories).map((story) => touchOf(story, line, facts, programmes))
  return {
    order: { placedAt, checkoutStartedAt: line.checkoutStartedAt, buyerUserId: line.buyerUserId, buyerCreatorId: line.buyerCreatorId },
    line: { productId: line.productId, hasCoupon: true, baseAmount: line.baseAmount, cost: line.cost },
    ...{ touches, programmes, creators: standingsOf(decision, facts) },
    coupon: couponOf(decision, facts),
    bindings: bindingsOf(decision),
    rateOf: (claim) => rateOf(claim, decision, trial),
    minMarginBps: trial.rateBps === undefined ? null : facts.minMarginBps,
  }
}

/** Whoever was let in then is let in again; the cart's own rule is in the touches already. Without another rate no cap of today cuts one of then. */
function tried(programme: Programme, trial: Trial): Programme {
  const base: Programme = { ...programme, status: 'active', joining: 'open', cartSeconds: 0 }
  const free = trial.rateBps === undefined ? { ...base, capBps: 10_000 } : base
  if (!applies(programme.id, trial)) return free
  return { ...free, model: trial.model ?? free.model, windowSeconds: trial.windowSeconds ?? free.windowSeconds }
}

const applies = (programmeId: string, trial: Trial): boolean => trial.programmeId === null || trial.programmeId === programmeId

const unique = <T extends TouchStory>(stories: readonly T[]): T[] => [...new Map(stories.map((story) => [story.touchId, story])).values()]

/** A touch that the cart kept stands at the edge of the window, where it still counts. */
function touchOf(
  story: TouchStory & { byCart?: true },
  line: PastLine,
  { programmeOf }: ReplayFacts,
  programmes: ReadonlyMap<string, Programme>,
): TouchFacts {
  const { touchId: id, kind, ...rest } = story
  const programmeId = judgedBy(story, line.decision) ?? programmeOf.get(id) ?? null
  const window = (programmeId && programmes.get(programmeId)?.windowSeconds) || 0
  const edge = line.placedAt.getTime() - window * 1000
  const at = story.byCart ? new Date(Math.max(edge, Date.parse(story.at))) : new Date(story.at)
  return { ...rest, id, kind: kind === 'binding' ? 'click' : kind, at, programmeId }
}

/**
 * The programme by which a touch was judged, where the decision says so. Decisions of before that was kept with each touch have it for
 * the one that has the line; not where a code took it, for those terms are the code's.
 */
function judgedBy({ touchId, programmeId }: TouchStory, { winner, coupon }: Decision): string | undefined {
  if (programmeId !== undefined) return programmeId
  const byCode = coupon?.outcome === 'took' || coupon?.outcome === 'shared'
  return winner?.touchId === touchId && !(byCode && winner.creatorId === coupon.creatorId) ? winner.programmeId : undefined
}

/** As each stood then, where the story tells it; otherwise as now, and never suspended meanwhile. */
function standingsOf(decision: Decision, { creators }: ReplayFacts): Map<string, CreatorStanding> {
  const all = new Map([...creators].map(([id, standing]) => [id, { ...standing, status: 'active' as CreatorStanding['status'] }]))
  for (const { creatorId, reason } of [...decision.refused, ...(decision.barred ?? [])]) {
    if (creatorId === null) continue
    const known = all.get(creatorId) ?? { id: creatorId, userId: null, status: 'active', isStaff: false }
    if (reason === 'creator_suspended') all.set(creatorId, { ...known, status: 'suspended' })
    if (reason === 'staff') all.set(creatorId, { ...known, isStaff: true })
    if (reason === 'self_purchase') all.set(creatorId, { ...known, sameAs: ['email'] })
  }
  return all
}

function couponOf(decision: Decision, facts: ReplayFacts): AttributionInput['coupon'] {
  const { coupon } = decision
  if (!coupon || coupon.outcome === 'not_crediting' || coupon.outcome === 'other_goods') return null
  const { couponId: id, creatorId } = coupon
  return { id, creatorId, programmeId: programmeOfCode(coupon, decision, facts), isPublic: false, attributes: true }
}

/** As it was frozen; on decisions of before, that of whom the code gave the line to, else what the code says now. */
function programmeOfCode(coupon: CouponOutcome, { winner }: Decision, { programmeOfCoupon }: ReplayFacts): string | null {
  const byCode = coupon.outcome === 'took' || coupon.outcome === 'shared'
  const winners = byCode && winner?.creatorId === coupon.creatorId ? winner.programmeId : undefined
  return coupon.programmeId ?? winners ?? programmeOfCoupon.get(coupon.couponId) ?? null
}

function bindingsOf({ binding, winner }: Decision): AttributionInput['bindings'] {
  if (!binding || !winner) return []
  const { id, boundAt, until } = binding
  const { programmeId, creatorId } = winner
  return [{ id, programmeId, creatorId, touchId: null, boundAt: new Date(boundAt), until: new Date(until) }]
}

/** The rate that is tried; else the one that was frozen for who had the line, and the programme's own for who had not. */
function rateOf({ programme, creatorId, scope }: RateClaim, { winner, rateBps, scope: was }: Decision, trial: Trial) {
  if (trial.rateBps !== undefined && applies(programme.id, trial)) return { source: 'programme' as const, bps: trial.rateBps }
  if (winner?.creatorId === creatorId && winner.programmeId === programme.id && was === scope)
    return { source: 'creator' as const, bps: rateBps }
  return { source: 'programme' as const, bps: scope === 'indirect' ? (programme.indirectRateBps ?? programme.rateBps) : programme.rateBps }
}
