/** What the creator's earnings screen is given. Opening + entries of the page = closing, and the screen checks it. */
import type { Money } from '../../lib/money.ts'

/** One signed row of the creator's ledger, newest first. Positive is owed to the creator. */
export interface EarningRowView {
  id: string
  at: string
  kind: 'earned' | 'reversed' | 'adjusted' | 'clawed-back' | 'paid-out' | 'payout-returned'
  amount: Money
  /** The piece that earned it; null when the link has no piece. */
  piece: { title: string; href: string | null } | null
  product: string | null
  orderNumber: string | null
  /** For `reversed`: units returned of those bought. */
  returned: { quantity: number; of: number } | null
  state: 'pending' | 'on_hold' | 'payable' | 'paid' | 'reversed'
  payableOn: string | null
  /** The why page in the creator's view; null for payouts and adjustments. */
  whyHref: string | null
  /** Sandbox orders off loopback are never paid out. */
  test: boolean
}

export interface EarningsView {
  /** Sum of all entries. May be below zero (ATT-29). */
  balance: Money
  /** Of the balance: not yet payable, payable now. */
  pending: Money
  payable: Money
  opening: Money
  closing: Money
  rows: EarningRowView[]
  filter: 'all' | 'earned' | 'reversed'
  hrefs: { all: string; earned: string; reversed: string; older: string | null; csv: string | null; write: string }
  /** When the books were last proved, or null when never. */
  checkedAt: string | null
}
