/** What the screens of payouts are given. Money in minor units with its currency; times as ISO strings. */
import type { Money } from '../../lib/money.ts'

export type PayoutStateView = 'locked' | 'sent' | 'confirmed' | 'failed' | 'cancelled'

export interface MyPayoutsView {
  account: { method: 'bank' | 'paypal' | 'stripe'; masked: string; changedAt: string; opens: boolean } | null
  payouts: { id: string; at: string; state: PayoutStateView; amount: Money; tax: Money; masked: string; failure: string | null }[]
  statements: { month: string; closing: Money; href: string; csvHref: string }[]
  earningsHref: string
}

export type AccountErrors = Partial<Record<'holder' | 'bank' | 'account' | 'email' | 'password' | 'too_many' | 'failed', true>>

export interface StatementView {
  month: string
  /** Whether the month is over and its row was frozen. */
  frozen: boolean
  name: string
  sums: { opening: Money; earned: Money; reversed: Money; adjusted: Money; paidOut: Money; closing: Money }
  rows: {
    id: string
    at: string
    kind: string
    what: string
    orderNumber: string | null
    whyHref: string | null
    amount: Money
    balance: Money
  }[]
  /** ATT-33: when and from what amount payouts are made. */
  terms: { payoutDay: number; minPayout: Money }
  csvHref: string
  backHref: string
}

export interface RunRowView {
  id: string
  number: string
  state: 'locked' | 'sent' | 'confirmed' | 'cancelled'
  total: Money
  count: number
  lockedBy: string
  lockedAt: string
  href: string
}

export interface DeskPayoutsView {
  preview: {
    total: Money
    minPayout: Money
    /** ATT-33: the day on which it is due, such as `2026-12-10`. */
    nextRun: { day: string; overdue: boolean }
    payouts: { id: string; name: string; net: Money; gross: Money; tax: Money; lines: number; masked: string; more: boolean }[]
    left: { id: string; name: string; amount: Money; why: LeftWhy }[]
  }
  runs: RunRowView[]
  /** What stands on hold (of it past its review), and bonuses that wait for a decision. */
  waits: { holds: number; overdueHolds: number; bonuses: number }
  /** Whether the reader may lock a run: the finance role alone. */
  mayLock: boolean
  idempotencyKey: string
  backHref: string
}

export type LeftWhy = 'negative' | 'below_minimum' | 'no_account' | 'account_lost' | 'blocked' | 'not_selected' | 'run_full'

export interface RunView extends RunRowView {
  approvedBy: string | null
  sentAt: string | null
  needsSecond: boolean
  waitsForSecond: boolean
  may: ('approve' | 'send' | 'cancel')[]
  /** Whether the reader may say what became of a payout. */
  mayEnd: boolean
  payouts: RunPayoutView[]
  idempotencyKey: string
  backHref: string
}

export interface RunPayoutView {
  id: string
  name: string
  state: PayoutStateView
  amount: Money
  tax: Money
  masked: string
  failure: string | null
  /** Why it may not be sent while the run is locked. */
  stop: 'held' | 'banned' | null
  mayTakeOut: boolean
}

export type OopsCode = 'forbidden' | 'state' | 'stale' | 'conflict' | 'invalid' | 'failed' | 'nothing'

/** Why something was not done; whose accounts cannot be opened, or what is paid to whom is on hold, where that is why. */
export type Oops = OopsCode | { lostAccountOf: string } | { heldOf: string }
