import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { ok, type Result } from '../../lib/result.ts'
import type { ProviderEvent, ProviderName } from '../../modules/payments/index.ts'
import {
  findEventOutcome,
  findPayment,
  findPaymentByReference,
  insertEvent,
  type PaymentRow,
  setEventOutcome,
} from '../../modules/payments/store.ts'
import { againOnDuplicate } from '../accounts/again-on-duplicate.ts'

/**
 * What an event did. `duplicate`: it came before. `already_settled`: another event settled this payment. `ignored`: it says
 * nothing new. `paid`, `paid_late`: the order is paid, late after its goods were let go and taken again. `given_back`: the
 * money came for nothing and goes back by itself. `refunded`, `refund_failed`: a refund of ours ended. `refund_recorded`: one
 * that was made at the provider's own. `disputed`, `dispute_won`, `dispute_lost`: what the buyer's bank says.
 */
export type EventOutcome =
  | 'paid'
  | 'paid_late'
  | 'given_back'
  | 'failed'
  | 'already_settled'
  | 'ignored'
  | 'duplicate'
  | RefundsAndDisputes
  | NeedsPerson

type RefundsAndDisputes = 'refunded' | 'refund_failed' | 'refund_recorded' | 'disputed' | 'dispute_won' | 'dispute_lost'

/**
 * Outcomes that our books cannot settle by themselves: somebody has to look. `refund_over`: more went back than there was to
 * give; `refund_bounced`: money that we hold for given back came back to the shop.
 */
export const needPerson = ['unknown_payment', 'amount_mismatch', 'refund_over', 'refund_bounced'] as const
type NeedsPerson = (typeof needPerson)[number]

export interface Applied {
  outcome: EventOutcome
  /** A refund that now has to be carried out. */
  refundId?: string
}

type Apply = (req: PayloadRequest, payment: PaymentRow) => Promise<Applied>

/**
 * Applies an event once, in one transaction: its row comes first, under a unique key, so that a second delivery finds it
 * (or, at the same moment on MongoDB, trips over it, runs again and finds it). An event about a payment that we do not
 * have, or about another amount, is kept with that outcome and changes nothing else.
 */
export async function applyEvent(
  ctx: Ctx,
  label: string,
  provider: ProviderName,
  event: ProviderEvent,
  apply: Apply,
): Promise<Result<Applied>> {
  const receivedAt = ctx.clock.now()
  // Nearly every event is new: only one whose row is there already is looked up, by a transaction of its own.
  let taken = false
  const applied = await againOnDuplicate(() =>
    ctx.tx(label, async (req): Promise<Applied> => {
      if (taken && (await findEventOutcome(req, provider, event.id)) !== null) return { outcome: 'duplicate' }
      taken = true
      const row = { provider, eventId: event.id, type: event.type, reference: event.reference, receivedAt }
      await insertEvent(req, { ...row, outcome: 'received' })
      const payment = await paymentOf(req, provider, event)
      const result = await (payment ? decide(req, payment, event, apply) : Promise.resolve<Applied>({ outcome: 'unknown_payment' }))
      await setEventOutcome(req, provider, event.id, result.outcome)
      return result
    }),
  )
  if (needPerson.some((outcome) => outcome === applied.outcome)) {
    ctx.log.error(
      { provider, event: event.id, reference: event.reference, outcome: applied.outcome },
      'A signed payment event does not fit our books; somebody has to look',
    )
  }
  return ok(applied)
}

/** By the provider's reference, else by our own id in its words: its notice may be faster than our note of the reference. */
async function paymentOf(req: PayloadRequest, provider: ProviderName, { reference, payment }: ProviderEvent): Promise<PaymentRow | null> {
  const known = await findPaymentByReference(req, provider, reference)
  if (known || !payment) return known
  const ours = await findPayment(req, payment)
  return ours?.provider === provider ? ours : null
}

async function decide(req: PayloadRequest, payment: PaymentRow, event: ProviderEvent, apply: Apply): Promise<Applied> {
  const whole = event.type === 'payment.settled' || event.type === 'payment.failed'
  if (payment.currency !== event.currency || (whole && payment.amount !== event.amount)) return { outcome: 'amount_mismatch' }
  return apply(req, payment)
}
