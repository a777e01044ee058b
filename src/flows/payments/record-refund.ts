import type { PayloadRequest } from 'payload'
import { newId } from '../../lib/ids.ts'
import { allotRefund, isPaid } from '../../modules/checkout/index.ts'
import { type OrderRow, writeHistory } from '../../modules/checkout/store/order-state.ts'
import { insertRefund, isSurplus, type PaymentRow, paymentsOfOrder, type RefundRow, refundsOfOrder } from '../../modules/payments/store.ts'
import { afterRefund, cancelsOrder } from '../orders/after-refund.ts'
import { paidLinesOf, payingPayment } from '../orders/order-money.ts'
import { reverseCommission } from './reverse-commission.ts'
import { tellBuyer } from './settle-refund.ts'

interface Gone {
  /** Unique: what went back is recorded once. */
  key: string
  /** Minor units. */
  amount: number
  reason: string
  /** The provider's id of it. */
  reference: string
  tellBuyer: boolean
  at: Date
}

/**
 * Records money that has left without us: a refund made on the provider's own pages, or a dispute that was lost. Its amount
 * is laid over the lines and the shipping by what is left of each, so that commissions follow (ATT-28); no goods come
 * back by themselves. Answers the part of the amount that the order does not have any more. In the caller's transaction,
 * after `lockRefunds`.
 */
export async function recordRefund(req: PayloadRequest, order: OrderRow, payment: PaymentRow, gone: Gone): Promise<number> {
  const refunds = await refundsOfOrder(req, order.id)
  const spread = await spreadOver(req, order, payment, refunds, gone.amount)
  if (spread.amount > 0) {
    const refund = rowOf(order, payment, gone, spread)
    await insertRefund(req, refund)
    const { id, reason } = refund
    const what = { order: order.id, subject: 'refund' as const, subjectId: id, actor: null, reason, at: gone.at }
    await writeHistory(req, { ...what, event: 'settle', from: 'none', to: 'settled' })
    await reverseCommission(req, order, refund, gone.at, (await cancelsOrder(req, order)) ? 'canceled' : 'refunded')
    // Whoever got all of it back before anything was sent is sent nothing any more.
    if (isPaid(order.state)) await afterRefund(req, order.id, refund, gone.at)
    if (gone.tellBuyer) await tellBuyer(req, order, refund)
  }
  return gone.amount - spread.amount
}

type Spread = Pick<RefundRow, 'amount' | 'shippingAmount' | 'lines'>

/** Of a payment that paid nothing here (twice, too late, or all of it back before its own notice), the refund is no refund of goods. */
async function spreadOver(
  req: PayloadRequest,
  order: OrderRow,
  payment: PaymentRow,
  refunds: readonly RefundRow[],
  amount: number,
): Promise<Spread> {
  const surplus = refunds.filter((refund) => isSurplus(refund) && refund.payment === payment.id && refund.state !== 'failed')
  const paying = payingPayment(await paymentsOfOrder(req, order.id), refunds)
  const early = payment.state !== 'settled'
  if (early ? amount >= payment.amount || surplus.length > 0 : paying?.id !== payment.id) {
    const left = payment.amount - surplus.reduce((sum, refund) => sum + refund.amount, 0)
    return { amount: Math.min(amount, left), shippingAmount: 0, lines: [] }
  }
  const allotted = allotRefund(
    paidLinesOf(order),
    refunds.filter((refund) => !isSurplus(refund)),
    amount,
  )
  return {
    amount: allotted.amount,
    shippingAmount: allotted.shippingAmount,
    lines: allotted.lines.map(({ refundedBase: _, ...line }) => ({ id: newId(), ...line, restock: false })),
  }
}

function rowOf(order: OrderRow, payment: PaymentRow, { key, reason, reference, at }: Gone, spread: Spread): RefundRow {
  return {
    id: newId(),
    key,
    order: order.id,
    payment: payment.id,
    state: 'settled',
    ...spread,
    currency: order.currency,
    reason,
    actor: 'system',
    providerReference: reference,
    at: at.toISOString(),
  }
}
