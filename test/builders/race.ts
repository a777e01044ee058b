import type { Result } from '../../src/lib/result.ts'

const rounds = Math.max(1, Number(process.env.RACE_ROUNDS ?? 1))

/**
 * Options of a test that is a race: run once, or as often as `RACE_ROUNDS` says in the long form. `share`: only every so
 * manieth of these rounds, for a race that takes seconds.
 */
export const raced = (share = 1): { repeats: number; timeout: number } => ({
  repeats: Math.ceil(rounds / share) - 1,
  timeout: 120_000,
})

/** What came of it, for the figures: `ok`, or the code of its failure. */
export const codeOf = (outcome: Result<unknown>): string => (outcome.ok ? 'ok' : outcome.failure.code)

/**
 * Starts all of them at once and prints one line of figures: how many there were, what came of them and how long it took.
 * `named` says what came of one.
 */
export async function atOnce<T>(what: string, starts: readonly (() => Promise<T>)[], named: (outcome: T) => string): Promise<T[]> {
  const from = performance.now()
  const outcomes = await Promise.all(starts.map((start) => start()))
  const took = performance.now() - from
  const counts = new Map<string, number>()
  for (const name of outcomes.map(named)) counts.set(name, (counts.get(name) ?? 0) + 1)
  const came = [...counts].sort().map(([name, count]) => `${count} ${name}`)
  console.log(`  figures: ${starts.length} ${what} at once in ${took.toFixed(0)} ms (${came.join(', ')})`)
  return outcomes
}
