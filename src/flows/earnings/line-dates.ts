import type { PayloadRequest } from 'payload'
import { type OrderDates, orderDates } from '../../modules/checkout/store/order-dates.ts'
import { holdsOfSales } from '../../modules/conversions/store/holds.ts'
import { type PayableDate, payableDate, payableFromCredit } from '../../modules/ledger/index.ts'

/** What a sale of another shop says of its lines: their frozen holds. Nobody tells of a receipt. */
export interface SaleDates {
  holds: ReadonlyMap<string, number | null>
}

export type LineDates = OrderDates | SaleDates

/** What decides when the lines of these orders, and of these sales elsewhere, become payable (ATT-27), by id. Ids that are neither are absent. */
export async function lineDates(req: PayloadRequest, ids: readonly string[]): Promise<Map<string, LineDates>> {
  const orders = await orderDates(req, ids)
  const sales = await holdsOfSales(
    req,
    ids.filter((id) => !orders.has(id)),
  )
  return new Map<string, LineDates>([...orders, ...[...sales].map(([id, holds]) => [id, { holds }] as const)])
}

/**
 * When a line becomes payable. What no order of ours brought (a bonus, a sale elsewhere) is held from the moment when it was credited:
 * it skips no hold (ATT-36).
 */
export function payableOfLine(dates: LineDates | undefined, orderLine: string, creditedAt: Date, confirmDays: number): PayableDate {
  const hold = dates?.holds.get(orderLine) ?? null
  if (!dates || !('paidAt' in dates)) return payableFromCredit(creditedAt, hold)
  return payableDate({ ...dates, paidAt: dates.paidAt ?? creditedAt, confirmDays }, hold)
}
