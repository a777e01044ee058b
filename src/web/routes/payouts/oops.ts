import type { Failure } from '../../../lib/result.ts'
import type { Oops } from '../../../ui/payouts/index.ts'

const known = ['forbidden', 'state', 'stale', 'conflict', 'invalid'] as const

/** What a page says of a refusal. */
export function oopsOf({ code, details }: Failure): Oops {
  if (details?.why === 'account_lost') return { lostAccountOf: String(details.creators) }
  if (details?.why === 'held') return { heldOf: String(details.creators) }
  return known.find((one) => one === code) ?? 'failed'
}
