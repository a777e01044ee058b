import { idOf } from '../../lib/ids.ts'
import { commissionOf, type Decision } from '../../modules/attribution/index.ts'
import type { OrderRow } from '../../modules/checkout/store/order-state.ts'
import { decisionOf, sharesOf } from '../payments/line-decision.ts'
import { type LineCredit, paidPart } from './credit-line.ts'

type Line = OrderRow['lines'][number]

/** Who a difference is credited to: as on the line that it belongs to. `decision` is null where that line has none. */
export type FollowedCredit = Omit<LineCredit, 'decision'> & { decision: Decision | null }

/**
 * ATT-31: what an exchange is worth more earns by the decision and the rate that were frozen on its line (ATT-08), whatever the buyer met
 * since. The parts of creators who are suspended by now are withheld, as at a placement (ATT-21). `baseAmount` in minor units.
 */
export function followedCredit(line: Line, baseAmount: number, suspended: ReadonlySet<string>): FollowedCredit {
  const decision = withheld(decisionOf(line), suspended)
  const earning = sharesOf({ decision: decision as never, creator: line.creator }).filter(({ creatorId }) => !suspended.has(creatorId))
  const leader = line.creator ? idOf(line.creator) : null
  const heaviest = earning.reduce((best, one) => (one.weight > best.weight ? one : best), { creatorId: '', weight: 0 })
  const creator = leader !== null && earning.some(({ creatorId }) => creatorId === leader) ? leader : heaviest.creatorId || null
  const earns = leader !== null && creator !== null
  const { link, piece, pieceKind, placement, programme, touch, rateBps, rateSource, model, holdDays, reason } = line
  const byLeader = earns && creator === leader
  return {
    link: byLeader && link ? idOf(link) : null,
    pieceKind: byLeader ? (pieceKind ?? null) : null,
    piece: byLeader ? (piece ?? null) : null,
    placement: byLeader ? (placement ?? null) : null,
    creator: earns ? creator : null,
    programme: programme ? idOf(programme) : null,
    touch: touch ?? null,
    rateBps: rateBps ?? 0,
    rateSource: rateSource ?? null,
    model: model ?? null,
    commission: earns ? paidPart(commissionOf(baseAmount, rateBps ?? 0), decision ?? { weights: [] }) : 0,
    holdDays: earns ? (holdDays ?? null) : null,
    reason: leader !== null && !earns ? 'creator_suspended' : (reason ?? 'no_touch'),
    decision,
  }
}

function withheld(decision: Decision | null, suspended: ReadonlySet<string>): Decision | null {
  const gone = decision?.weights.filter(({ creatorId }) => suspended.has(creatorId)) ?? []
  if (!decision || gone.length === 0) return decision
  const barred = gone.map(({ touchId, creatorId, weight }) => ({
    ...{ touchId, creatorId, weight },
    ...({ reason: 'creator_suspended', rule: 'ATT-21' } as const),
  }))
  const weights = decision.weights.filter(({ creatorId }) => !suspended.has(creatorId))
  return { ...decision, weights, barred: [...(decision.barred ?? []), ...barred] }
}
