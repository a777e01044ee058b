import { defineTransitions } from '../../lib/transitions.ts'

/** `draft` is the cart before placement: it is never stored on an order. *Refunded* is no state; it is derived. */
export type OrderState = 'draft' | 'awaiting_payment' | 'paid' | 'fulfilled' | 'completed' | 'cancelled' | 'expired'

export type OrderEvent = 'place' | 'pay' | 'fulfil' | 'receive' | 'cancel' | 'expire'

/**
 * A payment that arrives after the reservation ran out may still make the order paid, if its stock can be taken again;
 * otherwise, and after a cancellation, the money goes back and the state stays. A paid order is cancelled only when it is
 * refunded in full: see `mayCancel`.
 */
export const orderTransitions = defineTransitions<OrderState, OrderEvent>('orders', 'draft', {
  draft: { place: 'awaiting_payment', cancel: 'cancelled' },
  awaiting_payment: { pay: 'paid', cancel: 'cancelled', expire: 'expired' },
  paid: { fulfil: 'fulfilled', cancel: 'cancelled' },
  fulfilled: { receive: 'completed' },
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

/** Whether an order may be cancelled now: unpaid always, paid only once everything went back. */
export const mayCancel = (state: OrderState, refunded: 'none' | 'partial' | 'full'): boolean =>
  orderTransitions[state].cancel !== undefined && (state !== 'paid' || refunded === 'full')

/** How long placed goods are kept for a buyer who has not paid (DESIGN.md, "Decided once"). */
export const reservationSeconds = 15 * 60

/** When the goods of an order placed now are let go. */
export const reservedUntil = (placedAt: Date): Date => new Date(placedAt.getTime() + reservationSeconds * 1000)

/** Whether an unpaid order has run out: its last second still counts. */
export const isExpired = (state: OrderState, until: Date, now: Date): boolean => state === 'awaiting_payment' && now > until
