import { creatorOf } from './accounts.ts'
import type { EntryDraft } from './types.ts'

/**
 * ATT-25: the state of a commission is derived, never stored. `pending` until holds and payouts are built, `reversed` when
 * refunds took all of it, null when nothing was earned. A partly refunded commission is still pending, with less outstanding.
 */
export interface CommissionState {
  state: 'pending' | 'reversed' | null
  earned: number
  /** From zero up. */
  reversed: number
  outstanding: number
}

type Row = Pick<EntryDraft, 'account' | 'kind' | 'amount' | 'orderLine'>

/** Where one creator's commission on one line stands, from the entries. Amounts in minor units. */
export function commissionState(entries: Iterable<Row>, orderLine: string, creatorId: string): CommissionState {
  let earned = 0
  let reversed = 0
  let outstanding = 0
  for (const entry of entries) {
    if (entry.orderLine !== orderLine || creatorOf(entry.account) !== creatorId) continue
    if (entry.kind === 'accrue') earned += entry.amount
    if (entry.kind === 'reverse') reversed -= entry.amount
    outstanding += entry.amount
  }
  return { state: earned === 0 ? null : outstanding > 0 ? 'pending' : 'reversed', earned, reversed, outstanding }
}
