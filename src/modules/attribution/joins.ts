/** ATT-18: a device joins an account only when it had no other account in this time, in milliseconds. */
export const joinWindowMs = 24 * 3_600_000

/** What is known of a device at a log-in. */
export interface JoinFacts {
  account: string
  at: Date
  /** Whether its visitor lets us remember him (ATT-02). */
  consent: 'granted' | 'denied' | 'unknown'
  /** Accounts that were seen on it, and when: by touches made while logged in, and by earlier joins. */
  seen: readonly { account: string; at: Date }[]
  /** The account to which it is joined now; null when to none. */
  joinedTo: string | null
}

/**
 * ATT-18: what a log-in does to the touches that the device made before. `join`: they are the account's from now on.
 * `undo`: they were joined to somebody else a moment ago, and nobody can say whose they are. `none`: nothing changes.
 */
export function joinVerdict({ account, at, consent, seen, joinedTo }: JoinFacts): 'join' | 'undo' | 'none' {
  const isShared = seen.some((one) => one.account !== account && Math.abs(at.getTime() - one.at.getTime()) <= joinWindowMs)
  if (isShared) return joinedTo !== null && joinedTo !== account ? 'undo' : 'none'
  return joinedTo === account || consent === 'denied' ? 'none' : 'join'
}

/** Who orders: his account, null for a guest; which accounts were seen on the device, and when. */
export interface BuyerOnDevice {
  account: string | null
  at: Date
  seen: readonly { account: string; at: Date }[]
}

/**
 * ATT-18: whether a touch that was made while an account was logged in is not the buyer's. An account's order counts none of another
 * account's. A guest is taken for the one account that the device had in 24 hours; where it had another one, nobody can say who he is.
 */
export function isAnothers(touchAccount: string | null, { account, at, seen }: BuyerOnDevice): boolean {
  if (touchAccount === null || touchAccount === account) return false
  if (account !== null) return true
  return seen.some((one) => one.account !== touchAccount && Math.abs(at.getTime() - one.at.getTime()) <= joinWindowMs)
}
