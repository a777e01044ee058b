export type FindingCode =
  | 'bad_amount'
  | 'bad_account'
  | 'bad_entry'
  | 'duplicate_key'
  | 'unbalanced'
  | 'unpaired'
  | 'unknown_line'
  | 'unknown_cause'
  | 'wrong_order'
  | 'wrong_test'
  | 'double_accrual'
  | 'wrong_accrual'
  | 'early_accrual'
  | 'wrong_currency'
  | 'wrong_reversal'
  | 'share_below_zero'
  | 'wrong_share'
  | 'not_fully_reversed'
  | 'stock_differs'
  | 'stock_below_zero'
  | 'order_stock'
  | 'exchange_differs'
  | 'sequence_gap'
  | 'payment_differs'
  | 'refund_exceeds'
  | 'stats_differ'
  | 'payout_differs'
  | 'unknown_payout'
  | 'grant_differs'
  | 'correction_differs'
  | 'hold_differs'
  | 'seal_broken'
  | 'label_missing'

/** Something in the books that cannot be right. `subject` is the key, transaction, line or variant to look at. */
export interface Finding {
  code: FindingCode
  subject: string
  message: string
}

export const finding = (code: FindingCode, subject: string, message: string): Finding => ({ code, subject, message })
