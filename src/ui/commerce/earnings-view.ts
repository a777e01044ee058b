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

/** What earnings can be looked at by. */
export type EarningsLook = 'entry' | 'piece' | 'product' | 'day'

/** The ledger summed up. The groups' `net` add up to the balance, and the screen checks it. */
export interface EarningsByView {
  by: Exclude<EarningsLook, 'entry'>
  balance: Money
  groups: {
    key: string
    /** Null for what has no piece or product, or is not public any more. */
    title: string | null
    /** ISO date, for `day` only. */
    day: string | null
    href: string | null
    orders: number
    /** Minor units of the balance's currency; `reversed` from zero up. */
    earned: number
    reversed: number
    net: number
  }[]
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
  /** Instead of the entries: their sums by piece, product or day. */
  by: EarningsByView | null
  hrefs: {
    all: string
    earned: string
    reversed: string
    older: string | null
    csv: string | null
    write: string
    looks: Record<EarningsLook, string>
  }
  /** When the books were last proved, or null when never. */
  checkedAt: string | null
}
