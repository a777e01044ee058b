export { CouponEditor } from './CouponEditor.tsx'
export { CouponList } from './CouponList.tsx'
export { type CouponEditorView, type CouponErrors, type CouponField, type CouponRowView, couponFields } from './view.ts'
