import { groupBy } from '../../lib/group.ts'
import type { EntryDraft } from '../../modules/ledger/index.ts'

/** What entries come to for one creator on one line, whichever of her pieces brought it: what she is told, once. */
export interface CreatorAmount {
  creator: string
  orderLine: string | null
  /** Signed minor units. */
  amount: number
  currency: string
}

/** Sums entries by creator and line, in their order. Pure. */
export const byCreator = (entries: readonly EntryDraft[]): CreatorAmount[] =>
  [
    ...groupBy(
      entries.filter(({ creator }) => creator !== null),
      ({ creator, orderLine }) => `${creator} ${orderLine}`,
    ).values(),
  ].map((own) => ({
    creator: own[0]!.creator!,
    orderLine: own[0]!.orderLine,
    amount: own.reduce((sum, { amount }) => sum + amount, 0),
    currency: own[0]!.currency,
  }))
