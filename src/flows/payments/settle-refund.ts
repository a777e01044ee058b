import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { idOf } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findOrder, lockRefunds, type OrderRow, writeHistory } from '../../modules/checkout/store/order-state.ts'
import { requestsOfOrder } from '../../modules/checkout/store/refund-requests.ts'
import type { RefundOutcome } from '../../modules/payments/index.ts'
import { endRefund, findPayment, findRefund, type RefundRow, referRefund } from '../../modules/payments/store.ts'
import { againOnDuplicate } from '../accounts/again-on-duplicate.ts'
import { notify } from '../accounts/notify.ts'
import { queueMail } from '../accounts/queue-mail.ts'
import { releaseRequested } from '../holds/hold-requested.ts'
import { afterRefund, cancelsOrder } from '../orders/after-refund.ts'
import { purgeBuyer } from '../pages/purge-buyer.ts'
import { beginDifferenceRefund } from './begin-refund.ts'
import { differencesBack, piecesBack, restock } from './restock.ts'
import { reverseCommission } from './reverse-commission.ts'

/**
 * Carries a pending refund out: asks the provider (outside any transaction, idempotent by the refund's id), then writes what
 * came of it. Runs at least once, by the flow that began the refund and by the job queued with it; only one of them wins. A
 * refund that the provider has taken on stays pending until its notice, or `reconcilePayments`, tells.
 */
export async function settleRefund(ctx: Ctx, { refundId }: { refundId: string }): Promise<Result<{ state: RefundRow['state'] }>> {
  const req = await ctx.req()
  const refund = await findRefund(req, refundId)
  if (!refund) return fail('not_found', 'There is no such refund.')
  if (refund.state !== 'pending') return ok({ state: refund.state })
  const outcome = await askProvider(ctx, req, refund)
  await againOnDuplicate(() =>
    ctx.tx('settle refund', async (inner) => {
      await lockRefunds(inner, refund.order)
      await endWith(inner, refund, outcome, ctx.clock.now())
    }),
  )
  return ok({ state: outcome.state })
}

async function askProvider(ctx: Ctx, req: PayloadRequest, refund: RefundRow): Promise<RefundOutcome> {
  const payment = await findPayment(req, refund.payment)
  if (!payment) throw new Error(`Refund ${refund.id} belongs to a payment that does not exist`)
  const provider = ctx.payments[payment.provider]
  if (!provider) throw new Error(`Refund ${refund.id} is to go back by ${payment.provider}, whose keys are not given any more`)
  const { id: key, amount, currency, providerReference } = refund
  if (providerReference) return provider.lookUpRefund(providerReference)
  return provider.refund({ reference: payment.reference, amount, currency, key })
}

/**
 * The same right after a refund was begun, by a flow that has committed its own part: what goes wrong here is logged and
 * left to the job, and the refund stays pending meanwhile.
 */
export async function trySettling(ctx: Ctx, refundId: string): Promise<RefundRow['state']> {
  try {
    const settled = await settleRefund(ctx, { refundId })
    return settled.ok ? settled.value.state : 'pending'
  } catch (error) {
    ctx.log.error({ err: error, refund: refundId }, 'A refund could not be carried out at once; its job tries again')
    return 'pending'
  }
}

/** What a provider says about a pending refund, written once. In the caller's transaction, after `lockRefunds`. */
export async function endWith(req: PayloadRequest, refund: RefundRow, { state, reference }: RefundOutcome, at: Date): Promise<void> {
  if (state === 'pending') return referRefund(req, refund.id, reference)
  if (!(await endRefund(req, refund.id, state, reference))) return
  await writeHistory(req, {
    order: refund.order,
    subject: 'refund',
    subjectId: refund.id,
    event: state === 'settled' ? 'settle' : 'fail',
    from: 'pending',
    to: state,
    actor: null,
    at,
  })
  if (state === 'settled') await carryOut(req, refund, at)
  // Only now: between the answer and the provider's word nothing of it could be paid out.
  const answered = (await requestsOfOrder(req, refund.order)).find((request) => request.refund === refund.id)
  if (answered) await releaseRequested(req, answered, answered.answeredBy, at)
}

/** What money that has gone back means for goods, commissions and the order. */
async function carryOut(req: PayloadRequest, refund: RefundRow, at: Date): Promise<void> {
  const order = await findOrder(req, refund.order)
  if (!order) throw new Error(`Refund ${refund.id} belongs to an order that does not exist`)
  const back = await piecesBack(req, order, refund)
  await restock(req, order, refund, back, at)
  for (const [orderId, quantity] of differencesBack(back))
    await beginDifferenceRefund(req, { orderId, quantity, reason: refund.reason, userId: refund.actor }, at)
  await reverseCommission(req, order, refund, at, (await cancelsOrder(req, order)) ? 'canceled' : 'refunded')
  await afterRefund(req, order.id, refund, at)
  await tellBuyer(req, order, refund)
}

/** Mail and notice that money went back. */
export async function tellBuyer(req: PayloadRequest, order: OrderRow, refund: RefundRow): Promise<void> {
  await queueMail(req, { template: 'refund-done', subject: refund.id })
  const amount = { amount: refund.amount, currency: refund.currency }
  if (!order.user) return
  await notify(req, { userId: idOf(order.user), kind: 'refund-done', data: { orderId: order.id, orderNumber: order.number, amount } })
  await purgeBuyer(req, idOf(order.user))
}
