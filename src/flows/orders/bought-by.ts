import type { PayloadRequest } from 'payload'
import { idOf } from '../../lib/ids.ts'
import { refundable } from '../../modules/checkout/index.ts'
import { findPaidOrders } from '../../modules/checkout/store/purchases.ts'
import { refundsOfOrders } from '../../modules/payments/store.ts'
import { paidLinesOf } from './order-money.ts'

/**
 * Which of these products (without them: which of all) each of these accounts bought and kept: a line of a paid order of which at least one piece was
 * not refunded (S-02). Derived at every reading, so that a refund takes the badge with it; a refund on its way counts.
 */
export async function boughtBy(
  req: PayloadRequest,
  users: readonly string[],
  products?: readonly string[],
): Promise<Map<string, Set<string>>> {
  const orders = await findPaidOrders(req, { users, products })
  const refunds = await refundsOfOrders(
    req,
    orders.map(({ id }) => id),
  )
  const wanted = products && new Set(products)
  const bought = new Map<string, Set<string>>()
  for (const order of orders) {
    if (!order.user) continue
    const left = refundable(
      paidLinesOf(order),
      refunds.filter((refund) => refund.order === order.id),
    ).lines
    for (const line of order.lines) {
      const product = idOf(line.product)
      const kept = (left.find(({ orderLine }) => orderLine === String(line.id))?.quantity ?? 0) > 0
      if (!kept || (wanted && !wanted.has(product))) continue
      const of = bought.get(idOf(order.user)) ?? new Set()
      bought.set(idOf(order.user), of.add(product))
    }
  }
  return bought
}
