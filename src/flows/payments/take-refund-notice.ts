import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Result } from '../../lib/result.ts'
import { findOrder, lockRefunds } from '../../modules/checkout/store/order-state.ts'
import type { ProviderName, RefundNotice } from '../../modules/payments/index.ts'
import { findRefund, findRefundByReference, type PaymentRow, type RefundRow } from '../../modules/payments/store.ts'
import { type Applied, applyEvent } from './apply-event.ts'
import { recordRefund } from './record-refund.ts'
import { endWith } from './settle-refund.ts'

/**
 * What a provider says about money that went back: a refund that we asked for has ended, or one was made on its own pages,
 * which is recorded by its amount. Whatever the order of notices, and also before the payment's own.
 */
export function takeRefundNotice(ctx: Ctx, event: RefundNotice, provider: ProviderName): Promise<Result<Applied>> {
  const at = ctx.clock.now()
  return applyEvent(ctx, 'refund notice', provider, event, async (req, payment) => {
    await lockRefunds(req, payment.order)
    const own = await ownRefund(req, payment, event)
    if (own) return end(req, own, event, at)
    if (event.type === 'refund.failed') return { outcome: 'ignored' }
    return record(req, payment, event, at, `${provider}:${event.refund}`)
  })
}

async function ownRefund(req: PayloadRequest, payment: PaymentRow, { key, refund }: RefundNotice): Promise<RefundRow | null> {
  const known = await findRefundByReference(req, payment.id, refund)
  if (known || !key) return known
  const named = await findRefund(req, key)
  return named?.payment === payment.id ? named : null
}

async function end(req: PayloadRequest, own: RefundRow, event: RefundNotice, at: Date): Promise<Applied> {
  const { type, amount, refund: reference } = event
  if (own.amount !== amount) return { outcome: 'amount_mismatch' }
  if (own.state === 'pending') {
    const state = type === 'refund.settled' ? 'settled' : 'failed'
    await endWith(req, own, { state, reference }, at)
    return { outcome: state === 'settled' ? 'refunded' : 'refund_failed' }
  }
  // The buyer's bank sent it back: what we told buyer and creators is not true any more.
  if (own.state === 'settled') return { outcome: type === 'refund.failed' ? 'refund_bounced' : 'ignored' }
  // We hold it for failed and nothing counts it; money that went back after all would go unseen.
  return { outcome: type === 'refund.settled' ? 'refund_over' : 'ignored' }
}

async function record(req: PayloadRequest, payment: PaymentRow, event: RefundNotice, at: Date, key: string): Promise<Applied> {
  const order = await findOrder(req, payment.order)
  if (!order) throw new Error(`Payment ${payment.id} belongs to an order that does not exist`)
  const rest = await recordRefund(req, order, payment, {
    key,
    amount: event.amount,
    reason: 'at_provider',
    reference: event.refund,
    tellBuyer: true,
    at,
  })
  return { outcome: rest > 0 ? 'refund_over' : 'refund_recorded' }
}
