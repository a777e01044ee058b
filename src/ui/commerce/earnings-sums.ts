import { sumMinor } from '../../lib/money.ts'
import type { EarningsView } from './earnings-view.ts'

/** Whether the page is honest: opening balance plus the rows shown is the closing balance, in one currency. */
export function addsUp(view: Pick<EarningsView, 'opening' | 'closing' | 'rows'>): boolean {
  const currency = view.opening.currency
  if (view.closing.currency !== currency || view.rows.some((row) => row.amount.currency !== currency)) return false
  return sumMinor([view.opening.amount, ...view.rows.map((row) => row.amount.amount)]) === view.closing.amount
}
