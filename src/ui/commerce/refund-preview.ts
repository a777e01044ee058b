import { sumMinor } from '../../lib/money.ts'
import { shareOf } from '../../lib/prorate.ts'

/** What the preview needs of a line. Amounts in minor units of the order's currency. */
export interface RefundableLine {
  id: string
  quantity: number
  refundedQuantity: number
  /** Paid for the line. */
  total: number
  refundedAmount: number
  /** Commission of the line over all creators, and what refunds took back so far (from zero up). */
  commission: number
  commissionReversed: number
}

export interface RefundPreview {
  /** To the buyer, without shipping. */
  amount: number
  /** Commission that goes back. */
  commission: number
  units: number
  lines: { id: string; quantity: number; amount: number; commission: number }[]
}

/** Units of a line that can still go back. */
export const refundableUnits = (line: RefundableLine): number => Math.max(0, line.quantity - line.refundedQuantity)

/**
 * What refunding `quantity` more units of a line gives back: cumulative and half-even, so that the last unit takes the remainder
 * and the whole line gives back exactly what was paid; commission follows the refunded amount the same way (ATT-28).
 * Quantities outside what can go back are brought to the nearest that can.
 */
export function previewLine(line: RefundableLine, quantity: number): RefundPreview['lines'][number] {
  const wanted = Math.min(refundableUnits(line), Math.max(0, Math.trunc(quantity) || 0))
  if (wanted === 0) return { id: line.id, quantity: 0, amount: 0, commission: 0 }
  const upTo = shareOf(line.total, line.refundedQuantity + wanted, line.quantity)
  const amount = Math.max(0, upTo - line.refundedAmount)
  const back = line.total === 0 ? 0 : shareOf(line.commission, line.refundedAmount + amount, line.total)
  return { id: line.id, quantity: wanted, amount, commission: Math.max(0, back - line.commissionReversed) }
}

/** The preview of a whole refund. The server computes it again; this only shows what to expect. */
export function previewRefund(lines: readonly RefundableLine[], quantities: ReadonlyMap<string, number>): RefundPreview {
  const parts = lines.map((line) => previewLine(line, quantities.get(line.id) ?? 0)).filter((part) => part.quantity > 0)
  return {
    amount: sumMinor(parts.map((part) => part.amount)),
    commission: sumMinor(parts.map((part) => part.commission)),
    units: parts.reduce((sum, part) => sum + part.quantity, 0),
    lines: parts,
  }
}
