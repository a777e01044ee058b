export { AfterSales } from './AfterSales.tsx'
export { addressFields, addressLines } from './address-form.ts'
export {
  type AfterSalesAnswer,
  type AfterSalesIntent,
  type AfterSalesView,
  afterSalesFields,
  afterSalesIntents,
  type ExchangeFormView,
  type ParcelView,
  type RequestView,
} from './after-sales-view.ts'
export { Cart } from './Cart.tsx'
export { Checkout } from './Checkout.tsx'
export type { CheckoutChange, CheckoutProps, CheckoutView } from './checkout-view.ts'
export { Earnings } from './Earnings.tsx'
export type { EarningRowView, EarningsByView, EarningsLook, EarningsView } from './earnings-view.ts'
export type { FieldError, FieldErrorCode, FieldErrors } from './field-error.ts'
export {
  type CartIntent,
  type CheckoutField,
  cartFields,
  checkoutFields,
  type OrderIntent,
  orderFields,
  payFields,
  type RefundReason,
  readRefundQuantities,
  refundFields,
  refundReasons,
  type SandboxOutcome,
  sandboxOutcomes,
} from './fields.ts'
export { OrderList } from './OrderList.tsx'
export { OrderPage } from './OrderPage.tsx'
export { PageHead } from './PageHead.tsx'
export { PostForm, usePending } from './PostForm.tsx'
export { RefundPanel, type RefundPanelProps, type RefundPanelView } from './RefundPanel.tsx'
export { previewRefund, type RefundableLine, type RefundPreview } from './refund-preview.ts'
export { SandboxPay, type SandboxPayView } from './SandboxPay.tsx'
export { type StaffOrderRowView, StaffOrders, type StaffOrdersView } from './StaffOrders.tsx'
export type * from './view.ts'
export { WhyPage } from './WhyPage.tsx'
export type * from './why-view.ts'
