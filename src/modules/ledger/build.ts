import { isMinor } from '../../lib/money.ts'
import { earnedPair } from './earned-pair.ts'
import { pieceKey, splitCommission, type WeighedShare } from './pieces.ts'
import type { EntryDraft, RateSnapshot } from './types.ts'

/** What of a paid order line is needed to credit it. */
export interface AccrualFacts {
  order: string
  orderLine: string
  currency: string
  /** Shares as the decision weighed them; weights of one creator add up, and under her those of one piece. */
  shares: readonly WeighedShare[]
  /** `rate.commission` is what is split. */
  rate: RateSnapshot
}

/**
 * The entries that credit one paid line: for each creator her share on her account, apart for each of her pieces that brought a
 * part of it, and its opposite on the shop's cost (ATT-12, ATT-26). Empty when there is nothing to credit. Keys hold line and
 * creator, so that a line is credited once (ATT-32); her second piece adds its own to them.
 */
export function accrualEntries(line: AccrualFacts): EntryDraft[] {
  return splitCommission(line.rate.commission, line.shares).flatMap(({ creator, piece, amount, further }) =>
    earnedPair(pieceKey(`earned:${line.orderLine}:${creator}`, piece, further), creator, amount, {
      transaction: `earned:${line.orderLine}`,
      kind: 'accrue',
      currency: line.currency,
      sourceKind: 'order_line',
      sourceId: line.orderLine,
      order: line.order,
      orderLine: line.orderLine,
      pieceKind: piece?.kind ?? null,
      piece: piece?.id ?? null,
      rate: line.rate,
      reason: 'sold',
    }),
  )
}

export interface GrantFacts {
  /** Id of the bonus or correction: what is granted has no order line, so this stands in its place (M: the pair's "line"). */
  adjustment: string
  creator: string
  /** Signed minor units, not 0. */
  amount: number
  currency: string
  piece?: { kind: 'posts' | 'video-notes'; id: string } | null
  /** A code: `bonus_flat`, `bonus_per_view`, `correction` … */
  reason: string
}

/** A bonus or a correction that belongs to no order (ATT-36): a pair of its own that is held and paid like any other. */
export function grantEntries({ adjustment, creator, amount, currency, piece = null, reason }: GrantFacts): EntryDraft[] {
  if (!isMinor(amount) || amount === 0) throw new RangeError(`Expected a signed amount in minor units other than 0, got ${amount}`)
  return earnedPair(`granted:${adjustment}:${creator}`, creator, amount, {
    transaction: `granted:${adjustment}`,
    kind: 'adjust',
    currency,
    sourceKind: 'adjustment',
    sourceId: adjustment,
    order: null,
    orderLine: adjustment,
    pieceKind: piece?.kind ?? null,
    piece: piece?.id ?? null,
    rate: null,
    reason,
  })
}
