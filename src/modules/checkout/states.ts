import { defineTransitions } from '../../lib/transitions.ts'

/** `draft` is the cart before placement: it is never stored on an order. *Refunded* is no state; it is derived. */
export type OrderState = 'draft' | 'awaiting_payment' | 'paid' | 'fulfilled' | 'completed' | 'cancelled' | 'expired'

export type OrderEvent = 'place' | 'pay' | 'fulfil' | 'reopen' | 'receive' | 'cancel' | 'expire'

/**
 * A payment that arrives after the reservation ran out may still make the order paid, if its stock can be taken again;
 * otherwise, and after a cancellation, the money goes back and the state stays. A paid order is cancelled only when it is
 * refunded in full: see `mayCancel`. An order is fulfilled once every piece that was not refunded is on its way or there; a parcel
 * that is lost or was never sent reopens it. Received (确认收货) ends it: the hold of each commission starts there (ATT-27).
 */
export const orderTransitions = defineTransitions<OrderState, OrderEvent>('orders', 'draft', {
  draft: { place: 'awaiting_payment', cancel: 'cancelled' },
  awaiting_payment: { pay: 'paid', cancel: 'cancelled', expire: 'expired' },
  paid: { fulfil: 'fulfilled', cancel: 'cancelled' },
  fulfilled: { receive: 'completed', reopen: 'paid' },
  completed: {},
  cancelled: {},
  expired: { pay: 'paid' },
})

/** States of an order whose money is here: what can be sent, refunded and counted as bought. */
export const paidStates = ['paid', 'fulfilled', 'completed'] as const

export const isPaid = (state: string): boolean => paidStates.some((paid) => paid === state)

/** `created` is a payment that no provider has confirmed yet. */
export type PaymentState = 'created' | 'pending' | 'settled' | 'failed' | 'cancelled'

export type PaymentEvent = 'submit' | 'settle' | 'fail' | 'cancel'

/** Providers tell things late and out of order, so money that arrived is recorded from every state but the settled one; giving it back is a refund. */
export const paymentTransitions = defineTransitions<PaymentState, PaymentEvent>('payments', 'created', {
  created: { submit: 'pending', settle: 'settled', fail: 'failed', cancel: 'cancelled' },
  pending: { settle: 'settled', fail: 'failed', cancel: 'cancelled' },
  settled: {},
  failed: { settle: 'settled' },
  cancelled: { settle: 'settled' },
})

export type RefundState = 'pending' | 'settled' | 'failed'

export type RefundEvent = 'settle' | 'fail'

/** A refund that failed is over; trying again is a new refund. */
export const refundTransitions = defineTransitions<RefundState, RefundEvent>('refunds', 'pending', {
  pending: { settle: 'settled', fail: 'failed' },
  settled: {},
  failed: {},
})

export type ShipmentState = 'none' | 'shipped' | 'delivered' | 'lost' | 'cancelled'

export type ShipmentEvent = 'ship' | 'deliver' | 'lose' | 'cancel'

/** `none` is before the parcel: it is never stored. A cancelled parcel was never sent; a lost one may be sent again or refunded. */
export const shipmentTransitions = defineTransitions<ShipmentState, ShipmentEvent>('shipments', 'none', {
  none: { ship: 'shipped' },
  shipped: { deliver: 'delivered', lose: 'lost', cancel: 'cancelled' },
  delivered: {},
  lost: {},
  cancelled: {},
})

export type RefundRequestState = 'none' | 'asked' | 'approved' | 'declined' | 'withdrawn'

export type RefundRequestEvent = 'ask' | 'approve' | 'decline' | 'withdraw'

/** What a buyer asks for. An answer ends it; asking again is a new request. */
export const refundRequestTransitions = defineTransitions<RefundRequestState, RefundRequestEvent>('refund requests', 'none', {
  none: { ask: 'asked' },
  asked: { approve: 'approved', decline: 'declined', withdraw: 'withdrawn' },
  approved: {},
  declined: {},
  withdrawn: {},
})

export type DisputeState = 'none' | 'open' | 'won' | 'lost'

export type DisputeEvent = 'open' | 'win' | 'lose'

/** A payment that the buyer's bank questions (ATT-30). Providers tell things out of order: an end may come without its beginning. */
export const disputeTransitions = defineTransitions<DisputeState, DisputeEvent>('disputes', 'none', {
  none: { open: 'open', win: 'won', lose: 'lost' },
  open: { win: 'won', lose: 'lost' },
  won: {},
  lost: {},
})

/** Whether an order may be cancelled now: unpaid always, paid only once everything went back. */
export const mayCancel = (state: OrderState, refunded: 'none' | 'partial' | 'full'): boolean =>
  orderTransitions[state].cancel !== undefined && (state !== 'paid' || refunded === 'full')

/** How long placed goods are kept for a buyer who has not paid (DESIGN.md, "Decided once"). */
export const reservationSeconds = 15 * 60

/** When the goods of an order placed now are let go. */
export const reservedUntil = (placedAt: Date): Date => new Date(placedAt.getTime() + reservationSeconds * 1000)

/**
 * How long the goods of an exchange are kept for a buyer who has to pay their difference (ATT-31): he is written to, and does not sit at the
 * shop's page. Under a day, since a page of Stripe's stays open for no longer.
 */
export const exchangeOfferSeconds = 22 * 3600

/** When the goods of an exchange that was offered now are let go. */
export const offeredUntil = (at: Date): Date => new Date(at.getTime() + exchangeOfferSeconds * 1000)

/** Whether an unpaid order has run out: its last second still counts. */
export const isExpired = (state: OrderState, until: Date, now: Date): boolean => state === 'awaiting_payment' && now > until
