import type { EntryDraft, FindingCode } from '../../../src/modules/ledger/index.ts'
import type { StoredEntry } from '../../../src/modules/ledger/store.ts'
import type { Damage } from './damage.ts'
import type { Life } from './whole-life.ts'

export type Kind = [name: string, code: FindingCode, damage: (books: Books) => Damage]

/** The books of a whole life, and where in them to find something. */
export class Books {
  constructor(
    readonly life: Life,
    readonly entries: readonly StoredEntry[],
    readonly payouts: readonly { id: string; creator: string; state: string; amount: number }[],
    readonly payoutLines: readonly (Record<string, unknown> & { id: string })[],
    readonly holds: readonly (Record<string, unknown> & { id: string })[],
  ) {}

  /** The first entry of this kind on a creator's account, in a transaction that is called so. */
  owed(kind: EntryDraft['kind'], transaction: string): StoredEntry {
    return this.one((entry) => entry.kind === kind && entry.creator !== null && entry.transaction.startsWith(transaction))
  }

  /** The first entry of this kind on one of the shop's accounts. */
  shops(kind: EntryDraft['kind'], transaction: string, account?: string): StoredEntry {
    return this.one(
      (entry) =>
        entry.kind === kind &&
        entry.creator === null &&
        entry.transaction.startsWith(transaction) &&
        (!account || entry.account === account),
    )
  }

  /** The other side of what a creator is owed. */
  cost = ({ key }: StoredEntry): StoredEntry => this.one((entry) => entry.key === key.replace('payable:', 'expense:'))

  of = (transaction: string): StoredEntry[] => this.entries.filter((entry) => entry.transaction === transaction)

  one(is: (entry: StoredEntry) => boolean): StoredEntry {
    const found = this.entries.find(is)
    if (!found) throw new Error('The life has no such entry')
    return found
  }
}
