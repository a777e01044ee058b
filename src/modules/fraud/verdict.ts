/** What staff said about a signal. The newest stands, so that a mistake can be corrected (ATT-38). */
export type SignalVerdict = 'fine' | 'confirmed'

export interface SignalDecision {
  id: string
  signal: string
  kind: SignalVerdict
  note: string | null
  actor: string
  at: string
}

/** The decision that stands about a signal: the newest, of two at one instant the later id. Null while nobody has looked. */
export const standingDecision = <T extends { id: string; at: string }>(decisions: readonly T[]): T | null =>
  decisions.reduce<T | null>(
    (best, one) => (best === null || one.at > best.at || (one.at === best.at && one.id > best.id) ? one : best),
    null,
  )
