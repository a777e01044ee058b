import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { newId } from '../../lib/ids.ts'
import type { Result } from '../../lib/result.ts'
import { findOrder, lockRefunds, type OrderRow, writeHistory } from '../../modules/checkout/store/order-state.ts'
import type { DisputeNotice, ProviderName } from '../../modules/payments/index.ts'
import {
  closeDispute,
  type DisputeRow,
  disputesOfOrder,
  findDispute,
  insertDispute,
  keyOfDispute,
} from '../../modules/payments/store/disputes.ts'
import type { PaymentRow } from '../../modules/payments/store.ts'
import { type Applied, applyEvent, type EventOutcome } from './apply-event.ts'
import { recordRefund } from './record-refund.ts'
import { restoreCommission, withdrawCommission, withdrawForOpenDisputes } from './withdraw-commission.ts'

/**
 * A buyer's bank questions a payment (ATT-30): all that its order still credits is taken back at the notice, and restored
 * when the shop wins. When it loses, what the bank took is recorded as money that went back. In any order: an end that comes
 * before the beginning is kept, and the beginning is then no news; what comes before the payment's own notice waits for it.
 */
export function takeDispute(ctx: Ctx, event: DisputeNotice, provider: ProviderName): Promise<Result<Applied>> {
  const at = ctx.clock.now()
  const told = { 'dispute.opened': 'open', 'dispute.won': 'won', 'dispute.lost': 'lost' } as const
  return applyEvent(ctx, 'dispute notice', provider, event, async (req, payment) => {
    await lockRefunds(req, payment.order)
    const order = await findOrder(req, payment.order)
    if (!order) throw new Error(`Payment ${payment.id} belongs to an order that does not exist`)
    const state = told[event.type]
    const known = await findDispute(req, keyOfDispute(provider, event.dispute))
    if (known) return state === 'open' ? { outcome: 'ignored' } : close(req, order, payment, known, state, at)
    const dispute = rowOf(payment, event, provider, state, at)
    await insertDispute(req, dispute)
    await leaveTrace(req, dispute, 'none', at)
    return { outcome: await begin(req, order, payment, dispute, at) }
  })
}

/** Disputes that were told before the payment's own notice: what they do is done now. In the transaction that settles it. */
export async function applyEarlyDisputes(req: PayloadRequest, order: OrderRow, payment: PaymentRow, at: Date): Promise<void> {
  for (const dispute of await disputesOfOrder(req, order.id)) {
    if (dispute.payment === payment.id) await begin(req, order, payment, dispute, at)
  }
}

/** What a dispute does when it is first heard of; nothing while its payment is not known to be settled. */
async function begin(req: PayloadRequest, order: OrderRow, payment: PaymentRow, dispute: DisputeRow, at: Date): Promise<EventOutcome> {
  const settled = payment.state === 'settled'
  if (dispute.state === 'won') return 'dispute_won'
  if (settled) await withdrawCommission(req, order, dispute.id, at)
  if (dispute.state === 'open') return 'disputed'
  return settled ? lose(req, order, payment, dispute, at) : 'dispute_lost'
}

async function close(
  req: PayloadRequest,
  order: OrderRow,
  payment: PaymentRow,
  dispute: DisputeRow,
  to: 'won' | 'lost',
  at: Date,
): Promise<Applied> {
  if (!(await closeDispute(req, dispute.id, to, at))) return { outcome: 'ignored' }
  await leaveTrace(req, { ...dispute, state: to }, dispute.state, at)
  if (to === 'lost') return { outcome: payment.state === 'settled' ? await lose(req, order, payment, dispute, at) : 'dispute_lost' }
  await restoreCommission(req, order, dispute.id, at)
  await withdrawForOpenDisputes(req, order, at)
  return { outcome: 'dispute_won' }
}

/** The bank has taken the money: as a refund, without any that moves now. Of a part of the order, the rest is credited again. */
async function lose(req: PayloadRequest, order: OrderRow, payment: PaymentRow, dispute: DisputeRow, at: Date): Promise<EventOutcome> {
  const { id, key, amount } = dispute
  const gone = { key: `dispute:${id}`, amount, reason: 'dispute_lost', reference: key, tellBuyer: false, at }
  const over = await recordRefund(req, order, payment, gone)
  await restoreCommission(req, order, id, at)
  return over > 0 ? 'refund_over' : 'dispute_lost'
}

function rowOf(payment: PaymentRow, event: DisputeNotice, provider: ProviderName, state: DisputeRow['state'], at: Date): DisputeRow {
  return {
    id: newId(),
    key: keyOfDispute(provider, event.dispute),
    payment: payment.id,
    order: payment.order,
    state,
    amount: event.amount,
    currency: event.currency,
    reason: event.reason ?? null,
    openedAt: event.at,
    closedAt: state === 'open' ? null : at.toISOString(),
  }
}

async function leaveTrace(req: PayloadRequest, { order, id, state, reason }: DisputeRow, from: string, at: Date): Promise<void> {
  const event = { open: 'open', won: 'win', lost: 'lose' }[state]
  const why = reason ? { reason } : {}
  await writeHistory(req, { order, subject: 'dispute', subjectId: id, event, from, to: state, actor: null, at, ...why })
}
