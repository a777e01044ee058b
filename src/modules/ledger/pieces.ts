import { groupBy } from '../../lib/group.ts'
import { isMinor } from '../../lib/money.ts'
import { prorate } from '../../lib/prorate.ts'

/** A piece of content that brought a part of a commission. */
export interface PieceRef {
  kind: 'posts' | 'video-notes'
  id: string
}

/** A share of a line's commission as it was decided. `piece` is absent or null when no piece brought it (a code, a bind, a plain link). */
export interface WeighedShare {
  creatorId: string
  weight: number
  piece?: PieceRef | null
}

/** What one creator gets for one piece of hers. */
export interface CommissionPart {
  creator: string
  piece: PieceRef | null
  /** Minor units, above 0. */
  amount: number
  /** Whether another of her pieces stands before it. */
  further: boolean
}

/**
 * Splits a commission over creators first and under each over her pieces, both by largest remainder (ATT-12), so that what a
 * creator gets does not depend on how many pieces she brought it by. A part that rounds to nothing is left out.
 */
export function splitCommission(commission: number, shares: readonly WeighedShare[]): CommissionPart[] {
  if (!isMinor(commission) || commission < 0) throw new RangeError(`Expected a commission in whole minor units from 0, got ${commission}`)
  const byCreator = [...groupBy(shares, ({ creatorId }) => creatorId)]
  if (commission === 0 || byCreator.length === 0) return []
  const amounts = prorate(
    commission,
    byCreator.map(([, own]) => weightOf(own)),
  )
  return byCreator.flatMap(([creator, own], index) => {
    const byPiece = [...groupBy(own, ({ piece }) => piece?.id ?? '').values()]
    const parts = overPieces(amounts[index]!, byPiece.map(weightOf))
    return parts
      .map((amount, at) => ({ creator, piece: byPiece[at]![0]!.piece ?? null, amount }))
      .filter(({ amount }) => amount > 0)
      .map((part, at) => ({ ...part, further: at > 0 }))
  })
}

/** A signed amount over pieces by weight. Most lines have one piece, to which all goes. */
export const overPieces = (amount: number, weights: readonly number[]): number[] =>
  weights.length === 1 ? [amount] : prorate(amount, weights)

const weightOf = (shares: readonly WeighedShare[]): number => shares.reduce((sum, { weight }) => sum + weight, 0)

/** The key of what is about a creator's line; of her second piece and those after it, with the piece. */
export const pieceKey = (key: string, piece: { id: string } | null, further: boolean): string =>
  further ? `${key}:${piece?.id ?? '-'}` : key
