import type { FailureCode } from '../../../lib/result.ts'
import type { Oops } from '../../../ui/payouts/index.ts'

const known = ['forbidden', 'state', 'stale', 'conflict', 'invalid'] as const

/** What a page says of a refusal. */
export const oopsOf = (code: FailureCode): Oops => known.find((one) => one === code) ?? 'failed'
