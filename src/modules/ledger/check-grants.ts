import { grantEntries } from './build.ts'
import { grantOf, isOfCause } from './chart.ts'
import { type Finding, finding } from './findings.ts'
import { replayLine } from './replay.ts'
import { sameEntries } from './same-entries.ts'
import { type EntryDraft, isPayoutKind } from './types.ts'

/** A bonus as its row says it is: what it credits once it is granted, and nothing before. Minor units. */
export interface GrantForBooks {
  adjustment: string
  creator: string
  amount: number
  currency: string
  granted: boolean
}

/**
 * ATT-36: a bonus stands in the books with exactly the two entries that its row makes, once it is granted. What else is about it takes
 * back for a decision and gives back again, or is a payout, which is proved with its own lines. `entries` are all about
 * this bonus, in the order of their sequence.
 */
export function checkGrant(grant: GrantForBooks, entries: readonly (EntryDraft & { test?: boolean })[]): Finding[] {
  const { adjustment, granted } = grant
  const own = entries.filter(({ transaction }) => transaction === grantOf(adjustment))
  const expected = granted ? grantEntries({ ...grant, reason: '' }) : []
  const strange = entries.filter(
    ({ transaction, kind, order, currency, test }) =>
      order !== null ||
      currency !== grant.currency ||
      test ||
      !(transaction === grantOf(adjustment) || isOfCause(transaction) || isPayoutKind(kind)),
  )
  return [
    ...(sameEntries(expected, own)
      ? []
      : [
          finding(
            'grant_differs',
            adjustment,
            `it is ${granted ? `a bonus of ${grant.amount}` : 'not granted'}, its entries say ${amountsOf(own)}`,
          ),
        ]),
    ...strange.map(({ key }) => finding('grant_differs', adjustment, `entry ${key} is none that a bonus makes`)),
    ...replayLine({ orderLine: adjustment, base: 0, refunds: [] }, entries),
  ]
}

const amountsOf = (entries: readonly EntryDraft[]): string =>
  entries.map(({ account, amount }) => `${account} ${amount}`).join(', ') || 'nothing'
