import { groupBy } from '../../lib/group.ts'
import type { Finding } from './findings.ts'
import { confirmEntries, failEntries, lockEntries, type PayoutFacts } from './payout-entries.ts'
import type { PayoutState } from './payout-states.ts'
import { sameEntries } from './same-entries.ts'
import type { EntryDraft } from './types.ts'

/** A payout as its rows say it is; the entries must say the same. Minor units. */
export interface PayoutForBooks extends PayoutFacts {
  state: Exclude<PayoutState, 'planned'>
  /** What was sent: the sum of the lines less the tax. */
  amount: number
}

/** Every payout has exactly the entries that its lines and its state make, and no entry names a payout that does not exist (ATT-33). */
export function checkPayouts(payouts: readonly PayoutForBooks[], entries: readonly EntryDraft[]): Finding[] {
  const byPayout = groupBy(entries, ({ sourceId }) => sourceId)
  const known = new Set(payouts.map(({ payout }) => payout))
  const unknown = [...byPayout.keys()].filter((payout) => !known.has(payout))
  return [
    ...payouts.flatMap((payout) => checkPayout(payout, byPayout.get(payout.payout) ?? [])),
    ...unknown.map((subject): Finding => ({ code: 'unknown_payout', subject, message: 'entries name a payout that does not exist' })),
  ]
}

function checkPayout(payout: PayoutForBooks, entries: readonly EntryDraft[]): Finding[] {
  const { lines, amount, tax, payout: subject } = payout
  const sum = lines.reduce((all, line) => all + line.amount, 0)
  const differs = (message: string): Finding => ({ code: 'payout_differs', subject, message })
  return [
    ...(sum === amount + tax && amount > 0 ? [] : [differs(`sends ${amount} and withholds ${tax}, its lines come to ${sum}`)]),
    ...(new Set(lines.map(({ orderLine }) => orderLine)).size === lines.length ? [] : [differs('one of its lines stands twice')]),
    ...(histories(payout).some((expected) => sameEntries(expected, entries))
      ? []
      : [differs(`its entries are not those of a payout that is ${payout.state}`)]),
  ]
}

/** What may have happened to a payout in this state: a failed one failed at once, or came back after it was confirmed. */
function histories(payout: PayoutForBooks): EntryDraft[][] {
  const locked = lockEntries(payout)
  const confirmed = [...locked, ...confirmEntries(payout)]
  switch (payout.state) {
    case 'locked':
    case 'sent':
      return [locked]
    case 'confirmed':
      return [confirmed]
    case 'cancelled':
      return [[...locked, ...failEntries(payout, 'cancelled', '')]]
    case 'failed':
      return [
        [...locked, ...failEntries(payout, 'failed', '')],
        [...confirmed, ...failEntries(payout, 'returned', '')],
      ]
  }
}
