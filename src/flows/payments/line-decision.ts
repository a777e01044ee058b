import { idOf } from '../../lib/ids.ts'
import type { Decision } from '../../modules/attribution/index.ts'
import type { OrderRow } from '../../modules/checkout/store/order-state.ts'
import type { PieceRef } from '../../modules/ledger/index.ts'

type Line = OrderRow['lines'][number]

/** The decision that was frozen on a line at placement; null on lines without one. We wrote it, so its shape is known. */
export const decisionOf = (line: { decision?: unknown }): Decision | null =>
  line.decision && typeof line.decision === 'object' && !Array.isArray(line.decision) && 'considered' in line.decision
    ? (line.decision as Decision)
    : null

/** Who shares a line's commission, and by what weights (ATT-12), each creator once. The credited one alone when the decision has none. */
export function sharesOf(line: { decision?: unknown; creator?: Line['creator'] }): { creatorId: string; weight: number }[] {
  const shares = new Map<string, number>()
  for (const { creatorId, weight } of decisionOf(line)?.weights ?? []) {
    if (weight > 0) shares.set(creatorId, (shares.get(creatorId) ?? 0) + weight)
  }
  if (shares.size > 0) return [...shares].map(([creatorId, weight]) => ({ creatorId, weight }))
  return line.creator ? [{ creatorId: idOf(line.creator), weight: 1 }] : []
}

/** A part of a line's commission: whose it is, and the piece and the placement that brought it. */
export interface CreditPart {
  creatorId: string
  weight: number
  piece: PieceRef | null
  placement: string | null
}

export type CreditedLine = Pick<Line, 'decision' | 'creator'> & Partial<Pick<Line, 'piece' | 'pieceKind' | 'placement'>>

/**
 * The parts of a line's commission, each creator's pieces apart. A decision of before parts knew their origin says it of the
 * credited creator alone, by the line's own piece; what the others had then is told by no piece.
 */
export function partsOf(line: CreditedLine): CreditPart[] {
  const leader = line.creator ? idOf(line.creator) : null
  const own = { piece: line.piece && line.pieceKind ? { kind: line.pieceKind, id: line.piece } : null, placement: line.placement ?? null }
  const none = { piece: null, placement: null }
  const weights = (decisionOf(line)?.weights ?? []).filter(({ weight }) => weight > 0)
  if (weights.length === 0) return leader ? [{ creatorId: leader, weight: 1, ...own }] : []
  return weights.map(({ creatorId, weight, origin }) => {
    if (!origin) return { creatorId, weight, ...(creatorId === leader ? own : none) }
    const { pieceKind, pieceId, placementId } = origin
    return { creatorId, weight, piece: pieceKind && pieceId ? { kind: pieceKind, id: pieceId } : null, placement: placementId }
  })
}

/** Whether the line's decision says of every part where it came from: then the ledger must say the same. */
export const knowsOrigins = (line: CreditedLine): boolean => (decisionOf(line)?.weights ?? []).every(({ origin }) => origin !== undefined)

/** A piece that brought a part of a line, as its counters are kept: whose it is, and the placement of its heaviest part. */
export interface CountedPiece {
  piece: string
  author: string
  placement: string | null
}

/** The pieces that brought a part of a line, each once. */
export function piecesOf(line: CreditedLine): CountedPiece[] {
  const heaviest = new Map<string, CountedPiece & { weight: number }>()
  for (const { creatorId: author, weight, piece, placement } of partsOf(line)) {
    const known = piece ? heaviest.get(piece.id) : undefined
    if (piece && (!known || weight > known.weight)) heaviest.set(piece.id, { piece: piece.id, author, placement, weight })
  }
  return [...heaviest.values()].map(({ piece, author, placement }) => ({ piece, author, placement }))
}
