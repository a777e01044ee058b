/**
 * Payments: what every payment provider answers, and what its signed notices say. Pure; a provider's own code stays
 * in `providers/`. The notice (webhook) is the truth, the browser's return only a hint.
 */
import type { Result } from '../../lib/result.ts'

export { parseEvent } from './event.ts'
export { checkSignature, signatureHeader, toleranceSeconds } from './signature.ts'

export const providerNames = ['sandbox', 'stripe'] as const
export type ProviderName = (typeof providerNames)[number]

export const isProvider = (name: string): name is ProviderName => providerNames.some((one) => one === name)

interface Notice {
  /** The provider's own id of the event: the same event sent again has the same id. */
  id: string
  /** The provider's id of the payment. */
  reference: string
  /** Our id of the payment, where the provider carries it: it finds the payment before its reference is stored. */
  payment?: string
  /** Minor units: of the payment, the refund or the dispute. */
  amount: number
  currency: string
  /** ISO time. */
  at: string
}

export interface PaymentNotice extends Notice {
  type: 'payment.settled' | 'payment.failed'
  /** A keyed hash of the card or account that paid (ATT-20), where the provider names one. */
  instrument?: string
}

export interface RefundNotice extends Notice {
  type: 'refund.settled' | 'refund.failed'
  /** The provider's id of the refund. */
  refund: string
  /** Our id of the refund; absent when it was made elsewhere, such as on the provider's own pages. */
  key?: string
}

/** A buyer's bank questions a payment (ATT-30), or has decided about it. */
export interface DisputeNotice extends Notice {
  type: 'dispute.opened' | 'dispute.won' | 'dispute.lost'
  /** The provider's id of the dispute. */
  dispute: string
  reason?: string
}

/** What a provider tells about a payment. */
export type ProviderEvent = PaymentNotice | RefundNotice | DisputeNotice

export interface PaymentOrder {
  paymentId: string
  orderId: string
  orderNumber: string
  /** Minor units. */
  amount: number
  currency: string
  /** Where the buyer goes afterwards, paid or not; addresses that the provider can send a browser to. */
  returnUrl: string
  cancelUrl: string
  locale: 'zh' | 'en'
  /** When the provider's page closes; the same for every opening of one payment. */
  closesAt: Date
}

export interface RefundOrder {
  /** Of the payment that is to be given back. */
  reference: string
  /** Minor units, at most what was paid. */
  amount: number
  currency: string
  /** The same key gives money back once, however often it is asked. */
  key: string
}

/** `pending`: the provider has taken it on and will tell. */
export type RefundOutcome = { state: 'settled' | 'failed' | 'pending'; reference: string }

type Headers = Readonly<Record<string, string | string[] | undefined>>

export interface PaymentProvider {
  readonly name: ProviderName
  /** Whether no money moves: off this machine its orders are marked as tests. */
  readonly play: boolean
  /** The reference of a payment until the provider has given its own. */
  firstReference(paymentId: string): string
  /**
   * Opens a payment: the provider's reference and the page where the buyer pays; a path without the language when it is
   * ours. Idempotent by the payment's id. Throws when the provider cannot be asked.
   */
  openPayment(order: PaymentOrder): Promise<{ reference: string; url: string }>
  /**
   * The event of a notice; null when it says nothing that concerns a shop. Fails with `forbidden` when the signature is
   * missing, wrong or old, `bad_request` when the body is no event. Throws when something has to be asked and cannot be.
   */
  readEvent(rawBody: Uint8Array, headers: Headers, now: Date): Promise<Result<ProviderEvent | null>>
  /** What the provider knows of a payment whose notice did not come; null while nothing is decided. */
  lookUp(payment: { id: string; reference: string }): Promise<PaymentNotice | null>
  /** The same of a refund that it has taken on. */
  lookUpRefund(reference: string): Promise<RefundOutcome>
  /** Gives money back. Idempotent by `key`. Throws when the provider cannot be asked; ask again with the same key. */
  refund(order: RefundOrder): Promise<RefundOutcome>
}

/** The built-in provider also makes the notices that others send. */
export interface SandboxProvider extends PaymentProvider {
  signEvent(event: ProviderEvent, now: Date): { body: Buffer; headers: Record<string, string> }
}
