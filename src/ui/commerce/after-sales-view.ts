/** What the order's page is given of what comes after payment. Conventions as in `view.ts`. */
import type { Money } from '../../lib/money.ts'
import type { MediaView } from '../view/media.ts'

export type RequestReason = 'no_reason' | 'damaged' | 'wrong_item' | 'not_as_described' | 'not_received' | 'other'

export interface ParcelView {
  id: string
  state: 'shipped' | 'delivered' | 'lost' | 'cancelled'
  carrier: string | null
  tracking: string | null
  shippedAt: string
  deliveredAt: string | null
  lines: { title: string; quantity: number }[]
}

export interface RequestView {
  id: string
  state: 'asked' | 'approved' | 'declined' | 'withdrawn'
  at: string
  reason: RequestReason
  words: string | null
  pictures: MediaView[]
  lines: { title: string; quantity: number }[]
  expected: Money
  answer: string | null
}

/** Goods that were sent in place of others. */
export interface ExchangeView {
  id: string
  at: string
  quantity: number
  back: string
  out: string
  /** What went back of the price; null where nothing did. */
  difference: Money | null
  /** What was paid more, by another order; null where nothing was. */
  paidMore: { amount: Money; number: string; href: string } | null
  carrier: string | null
  tracking: string | null
}

/** An exchange that waits for the buyer to pay its difference, or that he did not pay. */
export interface ExchangeOfferView {
  id: string
  at: string
  quantity: number
  back: string
  out: string
  amount: Money
  state: 'waits' | 'over'
  payBefore: string
  /** The order that pays it. */
  number: string
  href: string
}

/** What staff may exchange of a line. `difference` for each piece; one above 0 is dearer, and paid before it is sent. */
export interface ExchangeFormView {
  lineId: string
  title: string
  seen: number
  most: number
  from: { variantId: string; name: string }[]
  to: { variantId: string; name: string; available: number; difference: Money }[]
  /** The request that waits, when it is for pieces of this line alone. */
  request: { id: string; quantity: number } | null
  idempotencyKey: string
}

/** Units of a line that may be chosen. */
export interface UnitsView {
  id: string
  title: string
  options: string | null
  /** At most. */
  max: number
}

/** Which of these forms was refused, and why; what was typed is kept. */
export interface AfterSalesAnswer {
  form: 'ask' | 'ship' | 'answer' | 'exchange' | 'cancel' | 'receive' | 'parcel' | 'withdraw'
  error: 'nothing' | 'quantity' | 'reason' | 'words' | 'late' | 'stale' | 'stock' | 'waits' | 'parcel' | 'goods' | 'request' | 'failed'
  values: Record<string, string>
}

export interface AfterSalesView {
  orderId: string
  parcels: ParcelView[]
  exchanges: ExchangeView[]
  exchangeOffers: ExchangeOfferView[]
  /** The buyer may confirm receipt; `byItselfAt` while nothing is in the way of that. */
  receive: { byItselfAt: string | null; asked: boolean } | null
  /** The buyer may ask for a refund. */
  ask: { lines: UnitsView[]; reasons: RequestReason[]; returnUntil: string | null; idempotencyKey: string } | null
  requests: RequestView[]
  /** The buyer may take back what waits. */
  mayWithdraw: boolean
  /** Staff. */
  desk: {
    ship: { lines: UnitsView[]; idempotencyKey: string } | null
    /** The request that waits. */
    answer: { request: RequestView; shipping: Money; nothingSent: boolean; idempotencyKey: string } | null
    exchange: ExchangeFormView[]
    cancel: { paid: boolean; idempotencyKey: string } | null
  } | null
}

/** Fields of these forms, posted to `/:lang/orders/:id`. Units by line as in `refundFields.quantity`. */
export const afterSalesFields = {
  intent: 'intent',
  idempotencyKey: 'idempotencyKey',
  reason: 'reason',
  words: 'words',
  picture: 'picture',
  requestId: 'requestId',
  shipmentId: 'shipmentId',
  what: 'what',
  carrier: 'carrier',
  tracking: 'tracking',
  answer: 'answer',
  restock: 'restock',
  shipping: 'shipping',
  verdict: 'verdict',
  lineId: 'lineId',
  quantity: 'quantity',
  seen: 'seen',
  fromVariantId: 'fromVariantId',
  variantId: 'variantId',
  sku: 'sku',
} as const

export const afterSalesIntents = ['receive', 'ask', 'withdraw', 'ship', 'parcel', 'answer', 'exchange', 'shop-cancel'] as const
export type AfterSalesIntent = (typeof afterSalesIntents)[number]
