import type { ConsideredReason, Decision } from './types.ts'

/** An order line that a creator may miss: what was decided, and what became of it. */
export interface ClaimedLine {
  orderId: string
  lineId: string
  productId: string
  decision: Decision
  /** Minor units, as frozen. */
  commission: number
  paid: boolean
  /** All of it was refunded. */
  undone: boolean
}

/**
 * ATT-40: what the shop can say by itself. `credited`: it is in her earnings. `unpaid`: nobody has paid for it. `undone`: she was
 * credited, and all of it went back. `excluded`: a rule refused her touch. `passed_over`: another touch has it by the model or the
 * code. `withheld`: her part is paid 0. `no_rate`: she has it at a rate of 0.
 */
export const claimFindings = ['credited', 'unpaid', 'undone', 'excluded', 'passed_over', 'withheld', 'no_rate'] as const
export type ClaimFinding = (typeof claimFindings)[number]

export interface Found {
  orderId: string
  lineId: string
  finding: ClaimFinding
  /** Number of the rule behind it; null where none speaks against her. */
  rule: string | null
}

const passedBy: Partial<Record<ConsideredReason, string>> = { gave_way: 'ATT-16', other_product: 'ATT-13' }

/** What was decided about this creator on one line; null when no touch, code or bind of hers stands in its story. */
export function findingOn(line: ClaimedLine, creatorId: string): Found | null {
  const { orderId, lineId, decision } = line
  const say = (finding: ClaimFinding, rule: string | null): Found => ({ orderId, lineId, finding, rule })
  const isHers = (one: { creatorId: string | null }) => one.creatorId === creatorId
  if (decision.weights.some((share) => isHers(share) && share.weight > 0)) {
    if (line.commission === 0) return say('no_rate', decision.rule ?? 'ATT-14')
    return say(line.undone ? 'undone' : line.paid ? 'credited' : 'unpaid', line.undone ? 'ATT-28' : null)
  }
  const withheld = decision.barred?.find(isHers)
  if (withheld) return say('withheld', withheld.rule)
  const passed = decision.considered.findLast(isHers)
  if (passed) return say('passed_over', passedBy[passed.reason] ?? 'ATT-10')
  const refused = decision.refused.findLast(({ reason, ...one }) => isHers(one) && reason !== 'repeat')
  return refused ? say('excluded', refused.rule) : null
}

/** What she misses comes first: a rule against her, then what is not paid, then what she has. */
const weight: Record<ClaimFinding, number> = { excluded: 6, withheld: 5, passed_over: 4, no_rate: 3, undone: 2, unpaid: 1, credited: 0 }

/**
 * Answers a claim from the lines that her hint fits (ATT-40). Null, for a person to look at: nothing of hers is in them, or they
 * are of several orders and the hint does not say which. Whoever bought is no part of the answer.
 */
export function answerClaim(lines: readonly ClaimedLine[], creatorId: string): Found | null {
  const found = lines.flatMap((line) => findingOn(line, creatorId) ?? [])
  if (new Set(found.map(({ orderId }) => orderId)).size !== 1) return null
  return found.reduce((best, one) => (weight[one.finding] > weight[best.finding] ? one : best))
}
