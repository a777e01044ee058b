/**
 * Payments: what every payment provider answers, and what its signed notices look like. Pure; a provider's own code stays
 * in `providers/`. The notice (webhook) is the truth, the browser's return only a hint.
 */
import type { Result } from '../../lib/result.ts'

export { parseEvent } from './event.ts'
export { checkSignature, signatureHeader, toleranceSeconds } from './signature.ts'

export type ProviderName = 'sandbox'

export const isProvider = (name: string): name is ProviderName => name === 'sandbox'

/** What a provider tells about a payment. `amount` in minor units, `at` an ISO time. */
export interface ProviderEvent {
  /** The provider's own id of the event: the same event sent again has the same id. */
  id: string
  type: 'payment.settled' | 'payment.failed'
  /** The provider's id of the payment. */
  reference: string
  amount: number
  currency: string
  at: string
}

export interface PaymentOrder {
  paymentId: string
  orderId: string
  /** Minor units. */
  amount: number
  currency: string
  /** Where the buyer goes afterwards; a path or an address. */
  returnUrl: string
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

export type RefundOutcome = { state: 'settled' | 'failed'; reference: string }

type Headers = Readonly<Record<string, string | string[] | undefined>>

export interface PaymentProvider {
  readonly name: ProviderName
  /** Opens a payment: the provider's reference and the page where the buyer pays. `url` is a path without the language when it is ours. */
  createPayment(order: PaymentOrder): Promise<{ reference: string; url: string }>
  /** The event of a notice. Fails with `forbidden` when the signature is missing, wrong or old, `bad_request` when the body is no event. */
  verifyEvent(rawBody: Uint8Array, headers: Headers, now: Date): Result<ProviderEvent>
  /** A notice as the provider would send it: for the sandbox page and for tests. */
  signEvent(event: ProviderEvent, now: Date): { body: Buffer; headers: Record<string, string> }
  /** Gives money back. Idempotent by `key`. Throws when the provider cannot be asked; ask again with the same key. */
  refund(order: RefundOrder): Promise<RefundOutcome>
}
