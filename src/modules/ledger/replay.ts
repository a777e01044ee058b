import { isMinor } from '../../lib/money.ts'
import { type Finding, finding } from './findings.ts'
import { sameEntries } from './same-entries.ts'
import { standingsOf } from './standing.ts'
import { restoreEntries, reversalEntries, takingEntries, withdrawalEntries } from './take-back.ts'
import type { EntryDraft } from './types.ts'

/** A line, or a grant, and what went back of it. Minor units. */
export interface ReplayedLine {
  orderLine: string
  base: number
  /** Every refund of the line that took effect, under the id that its entries have as their source. In any order. */
  refunds: readonly { id: string; base: number }[]
}

/** More sums than these a line's refunds without entries may not make, or what depends on their order is not replayed. */
const mostSums = 1_000

/**
 * ATT-28 … ATT-30, to the cent: each transaction that took back from a line, or gave back, is built once more from the entries before
 * it and compared. In which order refunds took effect the entries tell by their sequence; one that left none (nothing was
 * left, or less than half a cent) may have come at any time, so that each order of those is allowed. `entries` are all of the line, in the
 * order of their sequence.
 */
export function replayLine(line: ReplayedLine, entries: readonly EntryDraft[]): Finding[] {
  // Found already, and nothing can be counted from it.
  if (!entries.every(({ amount }) => isMinor(amount))) return []
  const runs = runsOf(entries)
  const told = new Set(entries.flatMap(({ sourceKind, sourceId }) => (sourceKind === 'refund_line' ? [sourceId] : [])))
  const silent = sumsOf(line.refunds.filter(({ id }) => !told.has(id)).map(({ base }) => base))
  let gone = 0
  return runs.flatMap(({ from, entries: own }): Finding[] => {
    const { sourceKind, sourceId, transaction } = own[0]!
    const refund = sourceKind === 'refund_line' ? line.refunds.find(({ id }) => id === sourceId) : undefined
    if (sourceKind === 'refund_line' && !refund)
      return [finding('wrong_reversal', transaction, `no refund of line ${line.orderLine} that took effect is ${sourceId}`)]
    gone += refund?.base ?? 0
    const build = builderOf(line, own, entries.slice(0, from))
    if (!build || !silent) return []
    const bases = silent.map((more) => gone + more).filter((all) => isMinor(all) && all >= 0 && all <= line.base)
    if (bases.some((refundedBase) => sameEntries(build(refundedBase), own))) return []
    const amounts = own.flatMap(({ creator, amount }) => (creator === null ? [] : [`${creator} ${amount}`]))
    return [finding('wrong_reversal', transaction, `moved ${amounts.join(', ')} of line ${line.orderLine}, which is not what it makes`)]
  })
}

/** What builds these entries from those before and from the base that was refunded by then; null where they are of another sort. */
function builderOf(
  { orderLine, base }: ReplayedLine,
  own: readonly EntryDraft[],
  before: readonly EntryDraft[],
): ((refundedBase: number) => EntryDraft[]) | null {
  const { sourceKind, sourceId, transaction, reason: code } = own[0]!
  const reason = code ?? ''
  if (sourceKind === 'refund_line')
    return (refundedBase) => reversalEntries({ refundLine: sourceId, orderLine, base, refundedBase, reason }, before)
  if (transaction === `restored:${sourceId}:${orderLine}`)
    return (refundedBase) => restoreEntries({ cause: sourceId, orderLine, base, refundedBase, reason }, before)
  if (transaction === `corrected:${sourceId}:${orderLine}`) return () => takenAgain(orderLine, own, before)
  if (transaction !== `withdrawn:${sourceId}:${orderLine}`) return null
  // A dispute takes from everybody, a decision from the one that it is about.
  const creator = reason === 'dispute' ? undefined : (own.find((entry) => entry.creator !== null)?.creator ?? undefined)
  return () => withdrawalEntries({ cause: sourceId, orderLine, creator, reason }, before)
}

/** How much is finance's word, which its row says; how it lies on her pieces, and that there was as much, is looked at here. */
function takenAgain(orderLine: string, own: readonly EntryDraft[], before: readonly EntryDraft[]): EntryDraft[] {
  const { sourceId: correction, reason } = own[0]!
  const creator = own.find((entry) => entry.creator !== null)?.creator ?? ''
  const amount = -own.reduce((sum, entry) => (entry.creator === creator ? sum + entry.amount : sum), 0)
  const left = standingsOf(before, orderLine).find((one) => one.creator === creator)?.net ?? 0
  return amount >= 1 && amount <= left ? takingEntries({ correction, orderLine, creator, amount, reason: reason ?? '' }, before) : []
}

interface Run {
  /** Index of the first. */
  from: number
  entries: EntryDraft[]
}

/** Entries of one transaction that follow each other. */
function runsOf(entries: readonly EntryDraft[]): Run[] {
  const runs: Run[] = []
  entries.forEach((entry, index) => {
    const last = runs.at(-1)
    if (last && last.entries[0]!.transaction === entry.transaction) last.entries.push(entry)
    else runs.push({ from: index, entries: [entry] })
  })
  return runs
}

/** What some, all or none of these come to; null when that is too much to try. */
function sumsOf(parts: readonly number[]): number[] | null {
  let sums = new Set([0])
  for (const part of parts) {
    sums = new Set([...sums, ...[...sums].map((sum) => sum + part)])
    if (sums.size > mostSums) return null
  }
  return [...sums]
}
