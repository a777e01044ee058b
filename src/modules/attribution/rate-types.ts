/** ATT-14: who set a rate, strongest first. Exactly one applies to a line. */
export const ratePrecedence = ['link', 'creator', 'invited', 'group', 'product', 'collection', 'programme'] as const

export type RateSource = (typeof ratePrecedence)[number]

/** A rate that somebody set, in basis points (800 is 8 %). */
export interface RateOffer {
  source: RateSource
  bps: number
  /** The programme that offers it; absent where the claim's own is meant. */
  programmeId?: string
}

/** The one rate of a line, and what somebody who begins now would get when that is less (ATT-15). */
export interface RateFound extends RateOffer {
  newcomerBps?: number | null
  /** When a cut reaches her; absent where none is to come. */
  keptUntil?: Date
}
