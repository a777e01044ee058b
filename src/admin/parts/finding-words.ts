import type { FindingCode } from '../../modules/ledger/findings.ts'

/** What cannot be right in the books, in a sentence; its numbers stand beside it. Typed by the codes: one without its words does not compile. */
const words: Record<FindingCode, { zh: string; en: string }> = {
  bad_amount: { zh: '金额不对', en: 'An amount that cannot be' },
  bad_account: { zh: '没有这个科目', en: 'No such account' },
  bad_entry: { zh: '分录的样子不对', en: 'An entry of a wrong shape' },
  duplicate_key: { zh: '同一笔记了两次', en: 'Written twice' },
  unbalanced: { zh: '借贷不平', en: 'Both sides differ' },
  unpaired: { zh: '缺了另一边', en: 'One side is missing' },
  unknown_line: { zh: '对应的订单行不存在', en: 'Names an order line that is not there' },
  unknown_cause: { zh: '说不出由来', en: 'Nothing caused it' },
  wrong_order: { zh: '记在了别的订单上', en: 'Names another order' },
  wrong_test: { zh: '测试单与真单混了', en: 'Test and real are mixed' },
  double_accrual: { zh: '佣金计了两次', en: 'Credited twice' },
  wrong_accrual: { zh: '佣金与归因不符', en: 'Not what was decided' },
  early_accrual: { zh: '没付款就计了佣金', en: 'Credited before it was paid' },
  wrong_currency: { zh: '币种不对', en: 'Another currency' },
  wrong_reversal: { zh: '收回的与退款不符', en: 'Not what the refunds take back' },
  share_below_zero: { zh: '收回的超过了计入的', en: 'More taken back than credited' },
  wrong_share: { zh: '分成不符', en: 'Shares differ' },
  not_fully_reversed: { zh: '全退了却没有全收回', en: 'Refunded, and not all taken back' },
  stock_differs: { zh: '库存与变动记录不符', en: 'Stock differs from its movements' },
  stock_below_zero: { zh: '库存低于零', en: 'Stock below zero' },
  order_stock: { zh: '订单与库存变动不符', en: 'Order and stock differ' },
  exchange_differs: { zh: '换货与订单不符', en: 'An exchange differs from its orders' },
  sequence_gap: { zh: '分录编号断了', en: 'A number is missing' },
  payment_differs: { zh: '付款与订单不符', en: 'Payment and order differ' },
  refund_exceeds: { zh: '退的比付的多', en: 'More refunded than paid' },
  stats_differ: { zh: '统计与记录不符', en: 'Counters differ from what they count' },
  payout_differs: { zh: '打款与分录不符', en: 'A payout differs from its entries' },
  unknown_payout: { zh: '对应的打款不存在', en: 'Names a payout that is not there' },
  grant_differs: { zh: '奖励与分录不符', en: 'A bonus differs from its entries' },
  correction_differs: { zh: '更正与分录不符', en: 'A correction differs from its entries' },
  hold_differs: { zh: '暂缓与分录不符', en: 'A hold differs from its entries' },
  seal_broken: { zh: '封存的链断了', en: 'The chain of seals is broken' },
  label_missing: { zh: '广告标注缺了', en: 'An ad label is missing' },
}

/** The sentence for a code, or the code itself where a newer version found it. */
export const findingWords = (code: string, language: 'zh' | 'en'): string =>
  Object.hasOwn(words, code) ? words[code as FindingCode][language] : code
