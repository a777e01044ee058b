import { isMinor } from '../../lib/money.ts'
import { commissionExpense } from './accounts.ts'
import { type Finding, finding } from './findings.ts'
import { type EntryDraft, isPayoutKind } from './types.ts'

/**
 * Proves transactions one after the other from entries in the order of their sequence (ATT-26). The entries of a transaction follow
 * each other without another's between: they are built together and appended under one move of the counter. So the walk holds one
 * transaction at a time, wherever its parts are cut; entries that stand apart from the others of their transaction do not
 * balance there, and are found.
 */
export class Transactions {
  private open: EntryDraft[] = []

  /** The next entry. Answers what is wrong with the transaction that it ends, if it begins another. */
  take(entry: EntryDraft): Finding[] {
    const ended = this.open[0] && this.open[0].transaction !== entry.transaction ? this.end() : []
    this.open.push(entry)
    return ended
  }

  /** After the last entry. */
  end(): Finding[] {
    const entries = this.open
    this.open = []
    return checkTransaction(entries)
  }
}

/** All transactions of these entries. */
export function checkTransactions(entries: readonly EntryDraft[]): Finding[] {
  const transactions = new Transactions()
  return [...entries.flatMap((entry) => transactions.take(entry)), ...transactions.end()]
}

function checkTransaction(entries: readonly EntryDraft[]): Finding[] {
  const wrong = [...checkKeys(entries), ...checkSums(entries)]
  return wrong.length > 0 ? wrong : checkPairs(entries)
}

function checkKeys(entries: readonly EntryDraft[]): Finding[] {
  const seen = new Set<string>()
  return entries.flatMap(({ key }) => {
    if (seen.has(key)) return [finding('duplicate_key', key, 'the key stands twice')]
    seen.add(key)
    return []
  })
}

function checkSums(entries: readonly EntryDraft[]): Finding[] {
  const sums = new Map<string, bigint>()
  for (const { transaction, currency, amount } of entries) {
    const key = `${transaction} ${currency}`
    sums.set(key, (sums.get(key) ?? 0n) + BigInt(isMinor(amount) ? amount : 0))
  }
  return [...sums].flatMap(([key, sum]) => (sum === 0n ? [] : [finding('unbalanced', key, `the transaction sums to ${sum}, not to 0`)]))
}

/** What a creator earns or loses stands with the opposite sign as the shop's cost of the same line and piece. */
function checkPairs(entries: readonly EntryDraft[]): Finding[] {
  const pairs = new Map<string, EntryDraft[]>()
  for (const entry of entries.filter(({ kind }) => !isPayoutKind(kind))) {
    const name = entry.key.slice(entry.key.indexOf(':') + 1)
    pairs.set(name, [...(pairs.get(name) ?? []), entry])
  }
  return [...pairs].flatMap(([name, pair]) =>
    isPair(pair)
      ? []
      : [finding('unpaired', name, 'what the creator is owed and what it costs the shop are not the two sides of one amount')],
  )
}

function isPair(pair: readonly EntryDraft[]): boolean {
  const cost = pair.find(({ account }) => account === commissionExpense)
  const owed = pair.find(({ creator }) => creator !== null)
  return pair.length === 2 && cost !== undefined && owed !== undefined && cost.amount === -owed.amount && about(cost) === about(owed)
}

const about = ({ kind, currency, sourceKind, sourceId, order, orderLine, piece }: EntryDraft): string =>
  [kind, currency, sourceKind, sourceId, order, orderLine, piece].join(' ')
