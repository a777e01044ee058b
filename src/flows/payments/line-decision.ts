import { idOf } from '../../lib/ids.ts'
import type { Decision } from '../../modules/attribution/index.ts'
import type { OrderRow } from '../../modules/checkout/store/order-state.ts'

type Line = OrderRow['lines'][number]

/** The decision that was frozen on a line at placement; null on lines without one. We wrote it, so its shape is known. */
export const decisionOf = (line: Pick<Line, 'decision'>): Decision | null =>
  line.decision && typeof line.decision === 'object' && !Array.isArray(line.decision) && 'considered' in line.decision
    ? (line.decision as unknown as Decision)
    : null

/** Who shares a line's commission, and by what weights (ATT-12), each creator once. The credited one alone when the decision has none. */
export function sharesOf(line: Pick<Line, 'decision' | 'creator'>): { creatorId: string; weight: number }[] {
  const shares = new Map<string, number>()
  for (const { creatorId, weight } of decisionOf(line)?.weights ?? []) {
    if (weight > 0) shares.set(creatorId, (shares.get(creatorId) ?? 0) + weight)
  }
  if (shares.size > 0) return [...shares].map(([creatorId, weight]) => ({ creatorId, weight }))
  return line.creator ? [{ creatorId: idOf(line.creator), weight: 1 }] : []
}
