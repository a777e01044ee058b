/** Checkout: totals, frozen lines, states, refunds and stock moves of an order, as pure decisions (DESIGN.md, "Order" and "Money"). */
export { addItem, badQuantity, type CartItem, isBuyable, type LineTrouble, mergeItems, type Offer, troubleOf } from './cart.ts'
export { contactShape, neededParts, type OrderContact, readContact } from './contact.ts'
export { orderNumber } from './order-number.ts'
export {
  type PaidLine,
  type PaidOrder,
  planRefund,
  type Refund,
  type RefundableLine,
  type RefundLine,
  type RefundPlan,
  type RefundRequest,
  refundable,
  refundState,
} from './refunds.ts'
export { type ShippingTerms, shippingFor } from './shipping.ts'
export {
  isExpired,
  isPaid,
  mayCancel,
  type OrderEvent,
  type OrderState,
  orderTransitions,
  type PaymentEvent,
  type PaymentState,
  paidStates,
  paymentTransitions,
  type RefundEvent,
  type RefundState,
  refundTransitions,
  reservationSeconds,
  reservedUntil,
} from './states.ts'
export { type StockDelta, type StockMove, stockDelta, stockMoves } from './stock.ts'
export {
  type FrozenLine,
  isQuantity,
  type LineInput,
  maxLines,
  maxQuantity,
  type OrderTotals,
  orderTotals,
  type ShopTerms,
  taxInside,
} from './totals.ts'
