import { idOf } from '../../lib/ids.ts'
import { type PaidOrder, refundState } from '../../modules/checkout/index.ts'
import type { OrderRow } from '../../modules/checkout/store/order-state.ts'
import { isSurplus, type PaymentRow, type RefundRow } from '../../modules/payments/store.ts'

/** The amounts of an order as refunds are planned by. */
export const paidLinesOf = (order: OrderRow): PaidOrder => ({
  total: order.total,
  shippingTotal: order.shippingTotal,
  lines: order.lines.map(({ id, quantity, paidAmount, taxAmount, baseAmount }) => ({
    id: String(id),
    quantity,
    paidAmount,
    taxAmount,
    baseAmount,
  })),
})

/** The payment that pays an order: settled, and not given back because it came for nothing. */
export function payingPayment(payments: readonly PaymentRow[], refunds: readonly RefundRow[]): PaymentRow | null {
  const surplus = new Set(refunds.filter(isSurplus).map(({ payment }) => payment))
  return payments.find(({ id, state }) => state === 'settled' && !surplus.has(id)) ?? null
}

/** How much of what was bought went back, derived. Money that came for nothing does not count. */
export const refundStateOf = (order: OrderRow, refunds: readonly RefundRow[]): 'none' | 'partial' | 'full' =>
  refundState(
    paidLinesOf(order),
    refunds.filter((refund) => !isSurplus(refund)),
  )

/** The creator credited on a line, null when nobody is. */
export const creditedOn = (line: OrderRow['lines'][number]): string | null => (line.creator ? idOf(line.creator) : null)
