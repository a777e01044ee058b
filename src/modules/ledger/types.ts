/** What an entry came from. Every entry has exactly one (DESIGN.md, "Data"). */
export type SourceKind = 'order_line' | 'refund_line' | 'payout' | 'adjustment'

/** ATT-26. The kinds of payouts join when they are built. */
export type EntryKind = 'accrue' | 'reverse' | 'adjust'

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
  orderLine: string | null
  pieceKind: 'posts' | 'video-notes' | null
  piece: string | null
  rate: RateSnapshot | null
  reason: string | null
}
