/**
 * What the cart, checkout and order screens are given. Amounts are `Money` (integer minor units and currency), rates are
 * basis points, times are ISO strings in UTC, links are complete paths in the reader's language (`/zh/orders/…`).
 * Nothing here is fetched or computed by a component; what is private was already left out by whoever made the view.
 */
import type { Money } from '../../lib/money.ts'
import type { MediaView } from '../view/media.ts'
import type { AfterSalesView } from './after-sales-view.ts'

/** What a line shows of its product, in cart, checkout and order alike. */
export interface LineProductView {
  title: string
  /** Chosen options joined by ` · `, or null when the product has only one variant. */
  options: string | null
  picture: MediaView | null
  /** Product page, or null when it is no longer public. */
  href: string | null
}

/** A creator as shown beside a credit. `name` is what readers see, `handle` has no @. */
export interface CreatorChipView {
  handle: string
  name: string
  avatar: MediaView | null
  href: string
}

/** Who a line is, or would be, credited to. The amount is an estimate before placement; after it, what is left once refunds took their share back. */
export interface CreditView {
  lineId: string
  product: string
  creator: CreatorChipView
  rateBps: number
  amount: Money
  /** When the buyer's winning touch happened; null when it must not be shown to this reader. */
  touchedAt: string | null
  whyHref: string | null
}

/** One row of the sum. The same kinds in the same order on every step, so that no figure surprises. */
export type SumKind = 'goods' | 'markdown' | 'coupon' | 'shipping' | 'tax' | 'tax-added'

export interface SumRowView {
  kind: SumKind
  /** Signed: reductions are negative. */
  amount: Money
  /** Shipping method or coupon name, shown after the label. */
  note?: string
  /** Tax rate in basis points, for `tax` and `tax-added`. */
  rateBps?: number
}

/** `tax` is contained in the total, and the component says so; `tax-added` is a part of the sum. */
export interface SumView {
  rows: SumRowView[]
  total: Money
}

/** What stands between a cart line and the checkout. `short`: fewer in stock than wanted. `gone`: no longer sold. */
export type CartTrouble = { kind: 'price'; before: Money } | { kind: 'short'; available: number } | { kind: 'sold-out' } | { kind: 'gone' }

export interface CartLineView {
  id: string
  product: LineProductView
  quantity: number
  /** What the variant costs now, per unit. */
  unitPrice: Money
  /** Units in stock now; null when stock is not counted. */
  available: number | null
  trouble: CartTrouble | null
  /** Whose piece brought it here, or null. */
  from: { creator: CreatorChipView; pieceTitle: string; pieceHref: string | null } | null
}

export interface CartView {
  lines: CartLineView[]
  /** Over the lines that can be bought now. */
  sum: SumView
  /** Units that can be bought now. */
  buyable: number
  /** A line removed a moment ago, kept so that it can be put back. */
  removed: { lineId: string; title: string; quantity: number } | null
  /** The code in the cart; refused ones say why. */
  coupon: { code: string; discount: Money; refused: 'unknown' | 'min_goods' | 'no_goods' | 'person' | null; missing: Money | null } | null
  /** A code that was just refused: what was typed, and how long to wait when too many were. */
  wrongCode: { typed: string; waitMinutes: number | null } | null
  checkoutHref: string
  shopHref: string
}

/** An address as entered or as frozen on the order. `country` is ISO 3166-1 alpha-2. */
export interface AddressView {
  country: string
  /** Province or state. */
  region: string
  city: string
  /** 区县; empty elsewhere. */
  district: string
  line1: string
  line2: string
  postcode: string
}

export interface ShippingOptionView {
  id: string
  name: string
  /** Estimated arrival as ISO dates; null when it is not known. */
  arrives: { from: string; to: string } | null
  price: Money
}

/** Where the order stands, derived by the server: a refund never becomes an order state. */
export type OrderState = 'awaiting_payment' | 'payment_failed' | 'paid' | 'shipped' | 'fulfilled' | 'completed' | 'cancelled' | 'expired'
export type RefundState = 'none' | 'partial' | 'full'

export interface OrderLineView {
  id: string
  product: LineProductView
  quantity: number
  unitPrice: Money
  /** What was paid for the line after reductions. */
  total: Money
  refundedQuantity: number
  refundedAmount: Money
  /** Null when nobody is credited, or when this reader may not see it. */
  credit: CreditView | null
  whyHref: string | null
  /** Where its buyer gets a link of his own to it (S-06); absent where he may not. */
  promoteHref?: string
}

/** One step of the delivery, oldest first. `at` null: not yet, and no date is promised. */
export interface OrderStepView {
  kind: 'placed' | 'paid' | 'shipped' | 'delivered'
  at: string | null
}

/** Money that went back. `failed` and `pending` are told apart, since only `settled` has reached the buyer. */
export interface RefundView {
  id: string
  at: string
  amount: Money
  state: 'pending' | 'settled' | 'failed'
  lines: { title: string; quantity: number; amount: Money }[]
  reason: string | null
}

export interface OrderView {
  id: string
  /** What people say on the phone, such as `ZC-20261122-0417`. */
  number: string
  state: OrderState
  refundState: RefundState
  placedAt: string
  /** End of the reservation while the order waits for its payment. */
  payBefore: string | null
  /** The browser came back from a payment page that says it is paid, and the notice has not come yet. */
  checking: boolean
  lines: OrderLineView[]
  sum: SumView
  refundedTotal: Money
  steps: OrderStepView[]
  refunds: RefundView[]
  /** Buyer and staff only. */
  contact: { email: string; name: string; phone: string | null; address: AddressView } | null
  /** Orders paid in the sandbox off loopback are marked and never paid out. */
  test: boolean
  /** `guest` opened it by the link in his mail. */
  reader: 'owner' | 'guest' | 'staff'
  /** The payment page of the open payment, while it waits. */
  payHref: string | null
  /** Whether a new payment may be opened for it (intent `retry`). */
  canRetry: boolean
  /** The guest's key from the link, posted back with every form; null for others. */
  token: string | null
  /** Parcels, receipt, requests; null before it was paid. */
  /** The order whose goods are exchanged for dearer ones, where this one pays the difference. */
  exchangeOf: { number: string; href: string } | null
  after: AfterSalesView | null
  hrefs: { back: string; self: string; shop: string; signUp: string }
}

/** One row of the buyer's list of orders. */
export interface OrderRowView {
  id: string
  number: string
  href: string
  state: OrderState
  refundState: RefundState
  placedAt: string
  total: Money
  units: number
  pictures: MediaView[]
  firstTitle: string
}
