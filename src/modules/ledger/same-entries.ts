import type { EntryDraft } from './types.ts'

/**
 * Whether these are the entries that were to be written: every one with its key, account, amount and all that it is about, none
 * missing and none besides. Reasons, which people may write, and rates, which come from the accrual, are not compared.
 */
export function sameEntries(expected: readonly EntryDraft[], entries: readonly EntryDraft[]): boolean {
  const want = new Map(expected.map((entry) => [entry.key, textOf(entry)]))
  return want.size === entries.length && entries.every((entry) => want.get(entry.key) === textOf(entry))
}

function textOf(entry: EntryDraft): string {
  const { transaction, account, creator, kind, amount, currency, sourceKind, sourceId, order, orderLine, pieceKind, piece } = entry
  return [transaction, account, creator, kind, amount, currency, sourceKind, sourceId, order, orderLine, pieceKind, piece].join(' ')
}
