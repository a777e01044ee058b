/** Checkout: totals, frozen lines, states, refunds and stock moves of an order, as pure decisions (DESIGN.md, "Order" and "Money"). */
export { addItem, badQuantity, type CartItem, isBuyable, type LineTrouble, mergeItems, type Offer, troubleOf } from './cart.ts'
export { contactShape, neededParts, type OrderContact, readContact } from './contact.ts'
export {
  appliesTo,
  type CouponLine,
  type CouponOutcome,
  type CouponRefusal,
  type CouponTerms,
  couponDiscount,
  couponKey,
  isCouponKey,
  isCouponLive,
  refuseCoupon,
} from './coupons.ts'
export {
  differenceDue,
  differencePaid,
  type ExchangePlan,
  exchangeTotals,
  type HeldPieces,
  heldOf,
  type PastExchange,
  planExchange,
  takeNewest,
} from './exchanges.ts'
export { orderNumber } from './order-number.ts'
export {
  isAllDelivered,
  isAllSent,
  type LinePieces,
  type LineSending,
  type Parcel,
  planParcel,
  replacedPieces,
  sendingOf,
  sentState,
} from './parcels.ts'
export { type PricedLine, type PricedOrder, type PricingChoice, type PricingTerms, priceOrder } from './pricing.ts'
export {
  allotRefund,
  type PaidLine,
  type PaidOrder,
  planPriceRefund,
  planRefund,
  type Refund,
  type RefundableLine,
  type RefundLine,
  type RefundPlan,
  type RefundRequest,
  refundable,
  refundState,
} from './refunds.ts'
export {
  faultDays,
  judgeRequest,
  openReasons,
  type RequestFacts,
  type RequestReason,
  receivedByItselfAt,
  requestReasons,
  requestUntil,
  unheardDays,
} from './requests.ts'
export {
  countriesOf,
  type Freight,
  priceOf,
  type ShippingQuote,
  type ShippingRate,
  type ShippingTerms,
  shippingFor,
  shippingQuotes,
  standardShipping,
} from './shipping.ts'
export {
  type DisputeEvent,
  type DisputeState,
  disputeTransitions,
  isExpired,
  isPaid,
  mayCancel,
  type OrderEvent,
  type OrderState,
  offeredUntil,
  orderTransitions,
  type PaymentEvent,
  type PaymentState,
  paidStates,
  paymentTransitions,
  type RefundEvent,
  type RefundRequestEvent,
  type RefundRequestState,
  type RefundState,
  refundRequestTransitions,
  refundTransitions,
  reservationSeconds,
  reservedUntil,
  type ShipmentEvent,
  type ShipmentState,
  shipmentTransitions,
} from './states.ts'
export { type StockDelta, type StockMove, stockDelta, stockMoves } from './stock.ts'
export {
  type OrderTax,
  type TaxMode,
  type TaxPlace,
  type TaxRate,
  taxInside,
  taxOf,
  taxOfLines,
  taxOnTop,
} from './tax.ts'
export {
  type FrozenLine,
  isQuantity,
  type LineInput,
  maxLines,
  maxQuantity,
  type OrderTotals,
  orderTotals,
  type ShopTerms,
} from './totals.ts'
