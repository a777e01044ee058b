/** What an entry came from. Every entry has exactly one (DESIGN.md, "Data"). */
export type SourceKind = 'order_line' | 'refund_line' | 'payout' | 'adjustment'

/**
 * ATT-26. `reverse` takes back what was not paid out yet, `clawback` what was (ATT-29); `adjust` corrects, grants a bonus or
 * restores; `payout` moves what is owed on its way, `payout_fail` back; `tax_withheld` is the part that goes to the tax office.
 */
export type EntryKind = 'accrue' | 'reverse' | 'adjust' | 'clawback' | 'payout' | 'payout_fail' | 'tax_withheld'

/** How an amount came about, frozen with it: reversals read this and never look a rate up again. */
export interface RateSnapshot {
  rateBps: number
  rateSource: string
  programme: string | null
  model: string
  /** Commission base of the line, minor units (ATT-22). */
  base: number
  /** Commission of the whole line, minor units; the entry may be a share of it. */
  commission: number
}

/**
 * An immutable, signed amount on one account, before the store gives it an id, a sequence and a time. What is owed to a
 * creator is positive on her account; the entries of a transaction sum to zero per currency.
 */
export interface EntryDraft {
  /** Unique for ever: what makes a second writing impossible (ATT-32). */
  key: string
  transaction: string
  account: string
  /** The creator on whose account it stands; null on the shop's own accounts. */
  creator: string | null
  kind: EntryKind
  /** Signed minor units, never 0. */
  amount: number
  currency: string
  sourceKind: SourceKind
  sourceId: string
  order: string | null
  /** The order line that it is about; of a bonus or another grant without an order, the id of that (and `order` is null). */
  orderLine: string | null
  pieceKind: 'posts' | 'video-notes' | null
  piece: string | null
  rate: RateSnapshot | null
  reason: string | null
}

/** Kinds that move money which was earned, and earn or take back none. */
export const isPayoutKind = (kind: EntryKind): boolean => kind === 'payout' || kind === 'payout_fail' || kind === 'tax_withheld'
