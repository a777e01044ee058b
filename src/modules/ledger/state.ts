import { groupBy } from '../../lib/group.ts'
import { creatorOf } from './accounts.ts'
import type { HoldRow, PayableDate } from './hold.ts'
import { type Standing, standing } from './standing.ts'
import type { EntryDraft } from './types.ts'

/** ATT-25: never stored. `null` when nothing was earned. */
export type CommissionStateName = 'pending' | 'on_hold' | 'payable' | 'paid' | 'reversed'

/** Where one creator's commission on one line stands. Amounts in minor units. */
export interface CommissionState {
  state: CommissionStateName | null
  /**
   * Why, as a code. `pending`: what is waited for (`received`, `credited`: the hold runs; `delivered`, `sent`, `to_send`: the receipt).
   * `on_hold`: the hold's reason. `paid`: `sent` or, while money comes back from her later earnings, `clawback`. `reversed`:
   * why it was taken back (canceled, refunded, duplicate, fraud, expired, dispute …).
   */
  reason: string | null
  /** Of a pending one: when it becomes payable; `expected` while the receipt is only expected. */
  payable: PayableDate | null
  earned: number
  /** From zero up: by refunds, disputes and bans together. */
  reversed: number
  /** Paid out or on its way. */
  paid: number
  /** Below zero after a clawback (ATT-29). */
  outstanding: number
}

/** What besides the entries decides a state. `payable` null: nothing is known of the order, so it waits. */
export interface StateFacts {
  payable: PayableDate | null
  hold: HoldRow | null
  now: Date
}

/** An order of which nothing is known: its commissions wait. */
const unknown: StateFacts = { payable: null, hold: null, now: new Date(0) }

/** The state of one creator's commission on one line, derived from its entries, the order's dates and holds (ATT-25). */
export function commissionState(
  entries: Iterable<EntryDraft>,
  orderLine: string,
  creatorId: string,
  facts: StateFacts = unknown,
): CommissionState {
  const own = [...entries].filter((entry) => entry.orderLine === orderLine && creatorOf(entry.account) === creatorId)
  if (own.length === 0) return { state: null, reason: null, payable: null, earned: 0, reversed: 0, paid: 0, outstanding: 0 }
  const stands = standing(creatorId, own)
  const { earned, reversed, withdrawn, paid, outstanding } = stands
  return { ...nameOf(stands, own, facts), earned, reversed: reversed + withdrawn, paid, outstanding }
}

function nameOf(
  { net, paid, outstanding }: Standing,
  own: readonly EntryDraft[],
  { payable, hold, now }: StateFacts,
): Pick<CommissionState, 'state' | 'reason' | 'payable'> {
  if (outstanding > 0) {
    if (hold) return { state: 'on_hold', reason: hold.reason, payable }
    if (!payable || payable.expected || payable.at > now) return { state: 'pending', reason: payable?.because ?? null, payable }
    return { state: 'payable', reason: 'hold_over', payable }
  }
  if (net > 0) return { state: 'paid', reason: paid > net ? 'clawback' : 'sent', payable: null }
  return { state: 'reversed', reason: own.findLast(({ kind }) => kind === 'reverse' || kind === 'clawback')?.reason ?? null, payable: null }
}

/** Each of a creator's lines (grants among them), from her entries, in the order in which they began. */
export function pairsOf(creatorId: string, entries: Iterable<EntryDraft>): Map<string, EntryDraft[]> {
  const own = [...entries].filter((entry) => creatorOf(entry.account) === creatorId && entry.orderLine !== null)
  return groupBy(own, ({ orderLine }) => orderLine!)
}
