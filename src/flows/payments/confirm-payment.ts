import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Result } from '../../lib/result.ts'
import { next } from '../../lib/transitions.ts'
import { paymentTransitions } from '../../modules/checkout/index.ts'
import { findOrder, moveOrder, type OrderRow, refundsWereLocked, writeHistory } from '../../modules/checkout/store/order-state.ts'
import type { PaymentNotice, ProviderName } from '../../modules/payments/index.ts'
import { isSurplus, movePayment, type PaymentRow, refundsOfOrder } from '../../modules/payments/store.ts'
import { letGo } from '../orders/let-go.ts'
import { type Applied, applyEvent } from './apply-event.ts'
import { carryOutExchange, readyExchange } from './carry-out-exchange.ts'
import { creditOrder } from './credit-order.ts'
import { giveBack } from './give-back.ts'
import { reverseCommission } from './reverse-commission.ts'
import { LetGoForGood, sellReserved, type TooLate, takeAgain } from './sell-stock.ts'
import { trySettling } from './settle-refund.ts'
import { applyEarlyDisputes } from './take-dispute.ts'

/**
 * Money arrived. Idempotent twice over: an event's key lets it in once, and one conditional write settles the payment once,
 * whatever events tell of it. In one transaction the payment is settled, the order paid, its stock sold, its creators
 * credited, and mail and notices queued. Money for an order that has let its goods go takes them and the use of its code again; when
 * either is gone, or the order was cancelled or already paid, it goes back by itself. Where it pays the difference of an exchange, that is carried out.
 */
export async function confirmPayment(ctx: Ctx, event: PaymentNotice, provider: ProviderName = 'sandbox'): Promise<Result<Applied>> {
  const applied = await confirmWithStock(ctx, event, provider)
  // The job that was queued with it does the same when this process dies here.
  if (applied.ok && applied.value.refundId) await trySettling(ctx, applied.value.refundId)
  return applied
}

async function confirmWithStock(ctx: Ctx, event: PaymentNotice, provider: ProviderName): Promise<Result<Applied>> {
  const confirm = (tooLate: TooLate | null) =>
    applyEvent(ctx, 'confirm payment', provider, event, (req, payment) => settle(ctx, req, payment, event, tooLate))
  try {
    return await confirm(null)
  } catch (error) {
    // Undone with everything that was taken before: run again, knowing what is gone.
    if (error instanceof LetGoForGood) return confirm(error.reason)
    throw error
  }
}

async function settle(
  ctx: Ctx,
  req: PayloadRequest,
  before: PaymentRow,
  { reference, instrument }: PaymentNotice,
  tooLate: TooLate | null,
): Promise<Applied> {
  const at = ctx.clock.now()
  const told = { reference, ...(instrument ? { instrument } : {}) }
  const settled = next(paymentTransitions, before.state, 'settle')
  if (!settled.ok || !(await movePayment(req, before.id, before.state, 'settled', at, told))) return { outcome: 'already_settled' }
  const payment: PaymentRow = { ...before, reference, state: 'settled' }
  await writeHistory(req, {
    order: payment.order,
    subject: 'payment',
    subjectId: payment.id,
    event: 'settle',
    from: before.state,
    to: 'settled',
    actor: null,
    at,
  })
  const order = await findOrder(req, payment.order)
  if (!order) throw new Error(`Payment ${payment.id} belongs to an order that does not exist`)
  const toldBefore = await refundsWereLocked(req, order.id)
  const goneBefore = toldBefore ? (await refundsOfOrder(req, order.id)).filter((refund) => refund.payment === payment.id) : []
  // All of it went back before this was told: there is nothing that pays the order.
  if (goneBefore.some(isSurplus)) return { outcome: 'given_back' }
  const late = order.state === 'expired' && tooLate === null
  if (order.state !== 'awaiting_payment' && !late) return givenBack(await giveBack(req, order, payment, at, tooLate ?? undefined))
  const exchange = order.exchangeOf ? await readyExchange(req, order) : undefined
  if (exchange === null) return givenBack(await withoutExchange(req, order, payment, at))
  await (late ? takeAgain(req, order, at) : sellReserved(req, order, at))
  const paid = await pay(req, order, at)
  if (exchange) await carryOutExchange(req, paid, exchange, at)
  for (const refund of goneBefore) await reverseCommission(req, paid, refund, at)
  if (toldBefore) await applyEarlyDisputes(req, paid, payment, at)
  return { outcome: late ? 'paid_late' : 'paid' }
}

const givenBack = (refundId: string): Applied => ({ outcome: 'given_back', refundId })

/** There is nothing to exchange any more: the goods are let go, and the money goes back. */
async function withoutExchange(req: PayloadRequest, order: OrderRow, payment: PaymentRow, at: Date): Promise<string> {
  const over = { event: 'cancel', actor: null, reason: 'nothing to exchange', at } as const
  const cancelled = await letGo(req, order, over)
  return giveBack(req, cancelled ? { ...order, state: 'cancelled' } : order, payment, at)
}

async function pay(req: PayloadRequest, order: OrderRow, at: Date): Promise<OrderRow> {
  const { id, state: from } = order
  if (!(await moveOrder(req, { order: id, from, to: 'paid', paidAt: at }))) throw new Error(`Order ${id} changed while it was being paid`)
  await writeHistory(req, { order: id, subject: 'order', subjectId: id, event: 'pay', from, to: 'paid', actor: null, at })
  await creditOrder(req, order, at)
  return { ...order, state: 'paid', paidAt: at.toISOString() }
}
