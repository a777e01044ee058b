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
  /** Why it is in this state, as a code (ATT-25): of one on hold the hold's reason, of one taken back the refund's. */
  reason: string | null
  /** Why this entry was written, as a code: `refunded`, `canceled`, `correction` … */
  cause: string | null
  /** Of a pending one: when it becomes payable, and what is waited for (ATT-27). */
  payable: { at: string; expected: boolean; because: 'received' | 'credited' | 'delivered' | 'sent' | 'to_send'; holdDays: number } | null
  /** The why page in the creator's view; her claims for what one of them credited; null for payouts and bonuses. */
  whyHref: string | null
  /** Sandbox orders off loopback are never paid out. */
  test: boolean
}

/** What earnings can be looked at by. */
export type EarningsLook = 'entry' | 'piece' | 'product' | 'day'

/** The ledger summed up. The groups' `net` add up to what was earned and not taken back, and the screen checks it. */
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
  /** Parts of the balance (ATT-25): not yet payable, payable now. */
  pending: Money
  payable: Money
  onHold: Money
  /** Zero or below: comes back from later earnings (ATT-29). */
  owedBack: Money
  /** ATT-33: the day (`2026-12-10`) on which what is payable is paid; null while it does not reach `minPayout`. */
  nextPayout: { day: string; overdue: boolean } | null
  minPayout: Money
  /** Confirmed, and on its way. */
  paid: Money
  onItsWay: Money
  /** What becomes payable when, soonest first; days of the shop's calendar, such as `2026-11-20`. */
  dates: { day: string; amount: Money; expected: boolean; lines: number }[]
  /** Where she is paid, masked; null before she said so. */
  account: { masked: string } | null
  opening: Money
  closing: Money
  rows: EarningRowView[]
  filter: 'all' | 'earned' | 'reversed' | 'paid'
  /** Instead of the entries: their sums by piece, product or day. */
  by: EarningsByView | null
  hrefs: {
    all: string
    earned: string
    reversed: string
    paid: string
    payouts: string
    older: string | null
    csv: string | null
    write: string
    looks: Record<EarningsLook, string>
  }
  /** When the books were last proved, or null when never. */
  checkedAt: string | null
}
