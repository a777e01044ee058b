import type Stripe from 'stripe'
import type { DisputeNotice, PaymentNotice, ProviderEvent, RefundNotice, RefundOutcome } from '../../index.ts'
import { fromStripe } from './amounts.ts'

/** What Stripe's event does not say itself and has to be asked: which of our payments it is about, and what paid it. */
export interface Asks {
  /** Our id of the payment, as it was written into the intent's metadata; null when it is none of ours. */
  paymentOf(intent: string): Promise<string | null>
  /** A keyed hash of the card or account behind an intent. */
  instrumentOf(intent: string): Promise<string | null>
}

/** Stripe's event in our words; null for the many that concern nobody here. */
export async function translate(event: Stripe.Event, asks: Asks): Promise<ProviderEvent | null> {
  const at = timeOf(event.created)
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
    case 'checkout.session.async_payment_failed':
    case 'checkout.session.expired':
      return sessionNotice(event.id, event.data.object, at, event.type === 'checkout.session.async_payment_failed', asks)
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
    case 'charge.refund.updated':
      return refundNotice(event.id, event.data.object, at, asks)
    case 'charge.dispute.created':
    case 'charge.dispute.updated':
    case 'charge.dispute.funds_withdrawn':
    case 'charge.dispute.closed':
      return disputeNotice(event.id, event.data.object, at, asks)
    default:
      return null
  }
}

/** What a session says about its payment; null while nothing is decided. `failed`: its delayed payment did not work. */
export async function sessionNotice(
  id: string,
  session: Stripe.Checkout.Session,
  at: string,
  failed: boolean,
  asks: Pick<Asks, 'instrumentOf'>,
): Promise<PaymentNotice | null> {
  const payment = session.metadata?.payment ?? session.client_reference_id
  const type = session.payment_status === 'paid' ? 'payment.settled' : failed || session.status === 'expired' ? 'payment.failed' : null
  if (!type || !payment || session.amount_total === null || !session.currency) return null
  const intent = idOf(session.payment_intent)
  const instrument = type === 'payment.settled' && intent ? await asks.instrumentOf(intent) : null
  const money = moneyOf(session.amount_total, session.currency)
  return { id, type, reference: session.id, payment, ...money, at, ...(instrument ? { instrument } : {}) }
}

/** Stripe's states of a refund. A canceled one gave nothing back; `requires_action` waits for the buyer. */
export const refundStateOf = (status: string | null): RefundOutcome['state'] =>
  status === 'succeeded' ? 'settled' : status === 'failed' || status === 'canceled' ? 'failed' : 'pending'

async function refundNotice(id: string, refund: Stripe.Refund, at: string, asks: Asks): Promise<RefundNotice | null> {
  const state = refundStateOf(refund.status)
  const about = state === 'pending' ? null : await aboutIntent(refund.payment_intent, asks)
  if (!about || state === 'pending') return null
  const key = refund.metadata?.refund
  const money = moneyOf(refund.amount, refund.currency)
  return { id, type: `refund.${state}`, ...about, ...money, at, refund: refund.id, ...(key ? { key } : {}) }
}

/** An inquiry (`warning_…`) takes no money and is no dispute yet. */
async function disputeNotice(id: string, dispute: Stripe.Dispute, at: string, asks: Asks): Promise<DisputeNotice | null> {
  const { status } = dispute
  if (status.startsWith('warning_') || status === 'prevented') return null
  const about = await aboutIntent(dispute.payment_intent, asks)
  if (!about) return null
  const type = status === 'won' ? 'dispute.won' : status === 'lost' ? 'dispute.lost' : 'dispute.opened'
  const reason = dispute.reason ? { reason: dispute.reason } : {}
  return { id, type, ...about, ...moneyOf(dispute.amount, dispute.currency), at, dispute: dispute.id, ...reason }
}

async function aboutIntent(
  reference: string | { id: string } | null | undefined,
  asks: Asks,
): Promise<{ reference: string; payment: string } | null> {
  const intent = idOf(reference)
  const payment = intent ? await asks.paymentOf(intent) : null
  return intent && payment ? { reference: intent, payment } : null
}

export const idOf = (reference: string | { id: string } | null | undefined): string | null =>
  reference ? (typeof reference === 'string' ? reference : reference.id) : null

function moneyOf(amount: number, lower: string): { amount: number; currency: string } {
  const currency = lower.toUpperCase()
  return { amount: fromStripe(amount, currency), currency }
}

const timeOf = (seconds: number): string => new Date(seconds * 1000).toISOString()
