import type { PayloadRequest } from 'payload'
import type { EntryDraft } from '../../modules/ledger/index.ts'
import { addToPieceStats, pieceStatsKey } from '../../modules/publishing/store/piece-stats.ts'
import { type CountedPiece, type CreditedLine, piecesOf } from './line-decision.ts'

/** A line of an order, or of a sale elsewhere, as its pieces are counted. Of a sale elsewhere the quantity is not known. */
export interface CountableLine extends CreditedLine {
  id?: string | null
  quantity?: number
}

/** What a piece brought by one line of an order. */
export interface PieceSale extends CountedPiece {
  orders: number
  units: number
}

/**
 * What each piece brought: it counts the order once, and the units of every line that it brought a part of. Where several
 * pieces share a line each counts it: only money is split. Pure.
 */
export function salesByPiece(lines: readonly CountableLine[]): PieceSale[] {
  const seen = new Set<string>()
  return lines.flatMap((line) =>
    piecesOf(line).map((counted) => {
      const orders = seen.has(counted.piece) ? 0 : 1
      seen.add(counted.piece)
      return { ...counted, orders, units: line.quantity ?? 0 }
    }),
  )
}

/** What entries about these lines give or take of each piece: the same sums as the ledger's. Pure. */
export function commissionByPiece(
  lines: readonly CountableLine[],
  entries: readonly EntryDraft[],
): (CountedPiece & { commission: number })[] {
  return entries.flatMap(({ creator, piece, amount, orderLine }) => {
    if (!creator || !piece) return []
    const line = lines.find(({ id }) => id === orderLine)
    if (!line) return []
    const counted = piecesOf(line).find((one) => one.piece === piece)
    return [{ ...(counted ?? { piece, author: creator, placement: null }), commission: amount }]
  })
}

/** Counts a paid order, or a sale elsewhere, for its pieces on the day when it was credited. In the caller's transaction. */
export const countSale = (req: PayloadRequest, lines: readonly CountableLine[], entries: readonly EntryDraft[], day: string) =>
  addUp(req, [...salesByPiece(lines), ...commissionByPiece(lines, entries)], day)

/** Corrects the commission counted for pieces, on the row of that same day. In the caller's transaction. */
export const countCommission = (req: PayloadRequest, lines: readonly CountableLine[], entries: readonly EntryDraft[], day: string) =>
  addUp(req, commissionByPiece(lines, entries), day)

type Counts = { orders?: number; units?: number; commission?: number }

/** One write for each row of the counters. */
async function addUp(req: PayloadRequest, counts: readonly (CountedPiece & Counts)[], day: string): Promise<void> {
  const rows = new Map<string, CountedPiece & { add: Required<Counts> }>()
  for (const { orders = 0, units = 0, commission = 0, ...counted } of counts) {
    const key = pieceStatsKey({ ...counted, day })
    const add = rows.get(key)?.add ?? { orders: 0, units: 0, commission: 0 }
    rows.set(key, {
      ...counted,
      add: { orders: add.orders + orders, units: add.units + units, commission: add.commission + commission },
    })
  }
  for (const row of rows.values()) await addToPieceStats(req, { ...row, day })
}
