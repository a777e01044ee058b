import type { PayloadRequest } from 'payload'
import { newId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { isPaid, planPriceRefund, planRefund, type RefundPlan, refundable } from '../../modules/checkout/index.ts'
import { findOrder, lockRefunds, type OrderRow, writeHistory } from '../../modules/checkout/store/order-state.ts'
import { disputesOfOrder } from '../../modules/payments/store/disputes.ts'
import { insertRefund, isSurplus, paymentsOfOrder, type RefundRow, refundsOfOrder } from '../../modules/payments/store.ts'
import { paidLinesOf, payingPayment } from '../orders/order-money.ts'
import { exchangeWaits, partOfExchange, waitingExchange } from '../orders/waiting-exchange.ts'
import { queueSettling } from './give-back.ts'

export interface RefundInput {
  orderId: string
  lines: readonly { lineId: string; quantity: number; restock: boolean }[]
  /** Whether what is left of the shipping goes back too. */
  shipping?: boolean
  /** A code or a sentence, 1 to 500 characters. Not shown with a name. */
  reason: string
}

export type RefundDone = {
  refundId: string
  state: RefundRow['state']
  /** Minor units. */
  amount: number
  currency: string
}

/** `userId`: the account of who refunds. */
export type BeginRefund = RefundInput & { userId: string }

/** Writes the pending refund in the caller's transaction; whoever calls it carries it out afterwards (`trySettling`). Fails as `refundLines` does. */
export async function beginRefund(req: PayloadRequest, request: BeginRefund, at: Date): Promise<Result<RefundDone>> {
  await lockRefunds(req, request.orderId)
  const waiting = await waitingExchange(
    req,
    request.orderId,
    request.lines.map(({ lineId }) => lineId),
  )
  if (waiting) return exchangeWaits(waiting)
  const planned = await plan(req, request)
  if (planned.ok && planned.value.order.exchangeOf) return partOfExchange(planned.value.order.exchangeOf)
  return planned.ok ? writeRefund(req, request, planned.value, at) : planned
}

/**
 * A pending refund of what an order paid for pieces of an exchange that go back now (ATT-31), as far as it still has it; their goods are
 * another order's. In the caller's transaction; its job carries it out. Nothing happens while a bank questions the payment.
 */
export async function beginDifferenceRefund(
  req: PayloadRequest,
  { orderId, quantity, reason, userId }: { orderId: string; quantity: number; reason: string; userId: string },
  at: Date,
): Promise<void> {
  await lockRefunds(req, orderId)
  const paid = await paidFor(req, orderId)
  if (!paid.ok) return
  const { order, counted } = paid.value
  const [left] = refundable(paidLinesOf(order), counted).lines
  const pieces = Math.min(quantity, left?.quantity ?? 0)
  if (!left || pieces === 0) return
  const planned = planRefund(paidLinesOf(order), counted, { lines: [{ orderLine: left.orderLine, quantity: pieces }], shippingAmount: 0 })
  if (!planned.ok || planned.value.amount === 0) return
  const lines = [{ lineId: left.orderLine, quantity: pieces, restock: false }]
  await writeRefund(req, { orderId, lines, reason, userId }, { ...paid.value, value: planned.value }, at)
}

/**
 * A pending refund of a part of what was paid for one line, whose goods the buyer keeps (ATT-31: what an exchange is worth less). In
 * the caller's transaction, who carries it out afterwards (`trySettling`). Null when nothing is left that could go back.
 */
export async function beginPriceRefund(
  req: PayloadRequest,
  { lineId, amount, ...request }: { orderId: string; lineId: string; amount: number; reason: string; userId: string },
  at: Date,
): Promise<Result<RefundDone | null>> {
  const paid = await paidFor(req, request.orderId)
  if (!paid.ok) return paid
  const { order, counted } = paid.value
  const planned = planPriceRefund(paidLinesOf(order), counted, lineId, amount)
  if (!planned.ok) return planned
  if (planned.value.amount === 0) return ok(null)
  const lines = [{ lineId, quantity: 0, restock: false }]
  return writeRefund(req, { ...request, lines }, { ...paid.value, value: planned.value }, at)
}

async function writeRefund(
  req: PayloadRequest,
  request: BeginRefund,
  { order, payment, value }: Planned,
  at: Date,
): Promise<Result<RefundDone>> {
  const { orderId, reason, userId } = request
  const refund = refundRow(request, order, payment, value, at)
  await insertRefund(req, refund)
  await writeHistory(req, {
    order: orderId,
    subject: 'refund',
    subjectId: refund.id,
    event: 'request',
    from: 'none',
    to: 'pending',
    actor: userId,
    reason,
    at,
  })
  await queueSettling(req, refund.id)
  return ok({ refundId: refund.id, state: 'pending', amount: refund.amount, currency: refund.currency })
}

type Paid = { order: OrderRow; payment: string; counted: RefundRow[] }
type Planned = Pick<Paid, 'order' | 'payment'> & { value: RefundPlan }

/** The order with the payment that a refund goes back by, and the refunds that count. Fails with `not_found`, and `state` when it was not paid, or its payment is disputed. */
export async function paidFor(req: PayloadRequest, orderId: string): Promise<Result<Paid>> {
  const order = await findOrder(req, orderId)
  if (!order) return fail('not_found', 'There is no such order.')
  const refunds = await refundsOfOrder(req, orderId)
  const payment = payingPayment(await paymentsOfOrder(req, orderId), refunds)
  if (!payment || !isPaid(order.state)) {
    return fail('state', `Expected a paid order, this one is ${order.state}`, { details: { state: order.state } })
  }
  if ((await disputesOfOrder(req, orderId)).some((dispute) => dispute.state === 'open'))
    return fail('state', 'The buyer’s bank questions this payment: nothing can be given back until it has decided.', {
      details: { state: 'disputed' },
    })
  return ok({ order, payment: payment.id, counted: refunds.filter((refund) => !isSurplus(refund)) })
}

async function plan(req: PayloadRequest, { orderId, lines, shipping }: BeginRefund): Promise<Result<Planned>> {
  const paid = await paidFor(req, orderId)
  if (!paid.ok) return paid
  const { order, payment, counted } = paid.value
  const left = order.shippingTotal - counted.reduce((sum, refund) => (refund.state === 'failed' ? sum : sum + refund.shippingAmount), 0)
  const asked = { lines: lines.map(({ lineId, quantity }) => ({ orderLine: lineId, quantity })), shippingAmount: shipping ? left : 0 }
  const planned = planRefund(paidLinesOf(order), counted, asked)
  if (planned.ok && planned.value.amount === 0)
    return fail('invalid', 'Expected something that can go back; all of it did.', { field: 'lines' })
  return planned.ok ? ok({ order, payment, value: planned.value }) : planned
}

function refundRow(
  { orderId, lines, reason, userId }: BeginRefund,
  order: OrderRow,
  payment: string,
  value: RefundPlan,
  at: Date,
): RefundRow {
  const id = newId()
  return {
    id,
    key: `refund:${id}`,
    order: orderId,
    payment,
    state: 'pending',
    amount: value.amount,
    shippingAmount: value.shippingAmount,
    currency: order.currency,
    reason,
    actor: userId,
    providerReference: null,
    at: at.toISOString(),
    lines: value.lines.map(({ orderLine, quantity, amount, taxAmount, baseAmount }, index) => ({
      id: newId(),
      orderLine,
      quantity,
      amount,
      taxAmount,
      baseAmount,
      restock: lines[index]?.restock ?? true,
    })),
  }
}
