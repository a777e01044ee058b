import type { Decision } from '../../modules/attribution/index.ts'
import type { ConversionLine, ConversionRow } from '../../modules/conversions/store.ts'
import { knowsOrigins } from '../payments/line-decision.ts'
import type { CountableLine } from '../payments/piece-counts.ts'

/** We wrote it, so its shape is known; null on a line of a refund. */
export const saleDecisionOf = ({ decision }: Pick<ConversionLine, 'decision'>): Decision | null => (decision as Decision | null) ?? null

/**
 * A sale's lines as their pieces are counted: how many of a thing were sold, the other shop does not say. Sales of before
 * parts knew their pieces were counted for none, and stay so.
 */
export const countableOf = ({ lines }: Pick<ConversionRow, 'lines'>): CountableLine[] =>
  lines
    .map((line) => ({ id: line.id, creator: saleDecisionOf(line)?.winner?.creatorId ?? null, decision: { ...saleDecisionOf(line) } }))
    .filter(knowsOrigins)
