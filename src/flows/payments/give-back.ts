import type { PayloadRequest } from 'payload'
import { newId } from '../../lib/ids.ts'
import { isPaid } from '../../modules/checkout/index.ts'
import { type OrderRow, writeHistory } from '../../modules/checkout/store/order-state.ts'
import type { GivenBackFor } from '../../modules/notifications/index.ts'
import { insertRefund, type PaymentRow } from '../../modules/payments/store.ts'
import { queueJob } from '../operations/queue-job.ts'
import type { TooLate } from './sell-stock.ts'

/** Starts to give back a payment that came for nothing: a refund without lines, and the job that carries it out. Answers the refund's id. */
export async function giveBack(
  req: PayloadRequest,
  order: OrderRow,
  payment: PaymentRow,
  at: Date,
  tooLate: TooLate = 'paid_too_late',
): Promise<string> {
  const id = newId()
  const reason: GivenBackFor = isPaid(order.state) ? 'paid_twice' : tooLate
  await insertRefund(req, {
    id,
    key: `surplus:${payment.id}`,
    order: order.id,
    payment: payment.id,
    state: 'pending',
    amount: payment.amount,
    shippingAmount: 0,
    currency: payment.currency,
    reason,
    actor: 'system',
    providerReference: null,
    at: at.toISOString(),
    lines: [],
  })
  await writeHistory(req, {
    order: order.id,
    subject: 'refund',
    subjectId: id,
    event: 'request',
    from: 'none',
    to: 'pending',
    actor: null,
    reason,
    at,
  })
  await queueSettling(req, id)
  return id
}

/** The job that finishes a refund, also when this process dies between the two transactions. */
export async function queueSettling(req: PayloadRequest, refund: string): Promise<void> {
  await queueJob(req, { task: 'settle-refund', input: { refund }, queue: 'default' })
}
