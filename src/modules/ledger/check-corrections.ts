import { type Finding, finding } from './findings.ts'
import type { EntryDraft } from './types.ts'

/** A correction as its row says it is. Signed minor units. */
export interface CorrectionForBooks {
  id: string
  kind: 'taken' | 'credited'
  creator: string
  amount: number
  currency: string
}

/** ATT-29, ATT-40: what finance did by hand stands in the books with exactly the amount of its row. `entries` are all that have it as their source. */
export function checkCorrection({ id, kind, creator, amount, currency }: CorrectionForBooks, entries: readonly EntryDraft[]): Finding[] {
  const sum = (list: readonly EntryDraft[]) => list.reduce((all, entry) => all + entry.amount, 0)
  const own = entries.filter((entry) => entry.creator === creator)
  const shop = entries.filter((entry) => entry.creator === null)
  const taking = (entry: EntryDraft) =>
    (entry.kind === 'reverse' || entry.kind === 'clawback') && entry.transaction === `corrected:${id}:${entry.orderLine}`
  const granting = (entry: EntryDraft) => entry.kind === 'adjust' && entry.transaction === `granted:${id}` && entry.orderLine === id
  const fits = entries.every((entry) => entry.currency === currency && (kind === 'taken' ? taking(entry) : granting(entry)))
  const sign = kind === 'taken' ? amount < 0 : amount > 0
  if (sign && fits && own.length + shop.length === entries.length && sum(own) === amount && sum(shop) === -amount) return []
  const message = `${kind} ${amount} ${currency}, its entries come to ${sum(own)} and ${sum(shop)}`
  return [finding('correction_differs', id, message)]
}
