import type { StoredEntry } from '../../modules/ledger/store.ts'

/** Entries that belong together, and what they come to. Minor units; `reversed` from zero up; `net` = earned − reversed. */
export interface EntryGroup {
  /** Id of a piece or product, or a day; empty for entries that have none. */
  key: string
  earned: number
  reversed: number
  net: number
  /** Orders that earned. */
  orders: number
}

/** Sums entries by what `keyOf` says of them, so that every entry is in exactly one group. In the order of their first entries. Pure. */
export function groupEntries(entries: readonly StoredEntry[], keyOf: (entry: StoredEntry) => string): EntryGroup[] {
  const groups = new Map<string, EntryGroup & { of: Set<string> }>()
  for (const entry of entries) {
    const key = keyOf(entry)
    const group = groups.get(key) ?? { key, earned: 0, reversed: 0, net: 0, orders: 0, of: new Set<string>() }
    group.earned += Math.max(0, entry.amount)
    group.reversed += Math.max(0, -entry.amount)
    group.net += entry.amount
    if (entry.kind === 'accrue' && entry.order) group.of.add(entry.order)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ of, ...group }) => ({ ...group, orders: of.size }))
}
