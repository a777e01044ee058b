import type { Result } from '../../../lib/result.ts'

/** What a flow answered; a refusal while filling an empty shop with our own data is a fault of ours. */
export function must<T>(result: Result<T>, what: string): T {
  if (!result.ok) throw new Error(`The first world could not be made (${what}): ${result.failure.code} ${result.failure.message}`)
  return result.value
}
