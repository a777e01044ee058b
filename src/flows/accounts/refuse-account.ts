import type { Env } from '../../config/env.ts'
import { demoAllowed } from '../../modules/accounts/index.ts'

/** What of an account decides whether it may act. */
export interface AccountFacts {
  suspendedAt?: string | null
  deletedAt?: string | null
  demo?: boolean | null
}

/**
 * Why an account may not act now, whatever its session says: it is suspended or removed, or a demo account that is not
 * alone with the person at this machine (a public address, a proxy or tunnel in front). Null when it may.
 */
export function refusalOf(env: Env, account: AccountFacts, forwarded: boolean): 'suspended' | 'demo' | null {
  if (account.suspendedAt || account.deletedAt) return 'suspended'
  return account.demo && (forwarded || !demoAllowed(env)) ? 'demo' : null
}
