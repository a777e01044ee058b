import type { PayoutDetails } from './payout-account.ts'

/** A payout on its way to an adapter, with the opened account. */
export interface OutgoingPayout {
  /** The payout's id: what makes sending it twice one sending. */
  id: string
  creator: string
  /** Minor units. */
  amount: number
  currency: string
  details: PayoutDetails
}

export interface OutgoingRun {
  id: string
  /** Such as `P-20261102-1`. */
  number: string
  payouts: readonly OutgoingPayout[]
}

/** What an adapter has to say of each payout: its own reference. */
export interface SentPayout {
  id: string
  reference: string
}

/**
 * How payouts leave the house: a bank file, PayPal, Stripe transfers. `send` runs outside any transaction and may run again with
 * the same run after a crash: the same payout must not be sent twice (idempotent by `id`). It throws when it is not known whether
 * the money was sent; then nothing moves and the run can be sent again.
 */
export interface PayoutAdapter {
  readonly name: 'file' | 'bank' | 'paypal' | 'stripe'
  /** Methods that it can send to; a run with others is refused before it is sent. */
  readonly methods: readonly PayoutDetails['method'][]
  send(run: OutgoingRun): Promise<readonly SentPayout[]>
}
