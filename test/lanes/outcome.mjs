/**
 * What a lane did.
 * @typedef {{ passed: number, failed: number, skipped: Skip[], failures: string[], slowest?: { name: string, ms: number } }} Outcome
 *   `failures` are texts to print in full; `slowest` is the test file that took longest
 * @typedef {{ what: string, why: string, allowed: boolean }} Skip `allowed`: with CI=true any other skip counts as a failure
 */

/** A lane that could not run. */
export const skippedLane = (what, why, allowed) => ({ passed: 0, failed: 0, skipped: [{ what, why, allowed }], failures: [] })

/** A lane that is one yes or no. */
export const yesOrNo = (failures) => ({
  passed: failures.length === 0 ? 1 : 0,
  failed: failures.length === 0 ? 0 : 1,
  skipped: [],
  failures,
})

/**
 * What a test may name as the reason for its skip: servers and data that were not given, and, where a lane runs on one
 * database, the other one.
 * @param {{ env: Record<string, string | undefined>, hasSharedData: boolean, otherDatabase?: string }} facts
 * @returns {(text: string) => boolean}
 */
export function allowedReasons({ env, hasSharedData, otherDatabase }) {
  const reasons = []
  if (otherDatabase) reasons.push(otherDatabase)
  if (!env.MEILI_URL) reasons.push('MEILI_URL', 'Meilisearch')
  if (!hasSharedData) reasons.push('shared[/ -]data')
  const pattern = reasons.length > 0 ? new RegExp(reasons.join('|'), 'i') : undefined
  return (text) => pattern?.test(text) ?? false
}

/**
 * Reads Vitest's JSON report.
 * @param {any} report as the JSON reporter writes it, with `unhandled` and `meta.skipNote` of ours
 * @param {{ root: string, mayBeSkipped: (text: string) => boolean }} options paths are printed relative to `root`
 * @returns {Outcome}
 */
export function outcomeOfReport(report, { root, mayBeSkipped }) {
  const outcome = { passed: 0, failed: 0, skipped: [], failures: [] }
  for (const file of report.testResults) {
    const name = file.name.startsWith(root) ? file.name.slice(root.length + 1) : file.name
    countFile(outcome, name, file, mayBeSkipped)
    const ms = file.endTime - file.startTime
    if (ms > (outcome.slowest?.ms ?? 0)) outcome.slowest = { name, ms }
  }
  for (const error of report.unhandled ?? []) {
    outcome.failed += 1
    outcome.failures.push(`Error outside of any test\n${error}`)
  }
  if (outcome.passed + outcome.failed === 0) {
    outcome.failed += 1
    outcome.failures.push('This lane ran no test: a lane that proves nothing is not green.')
  }
  return outcome
}

function countFile(outcome, name, file, mayBeSkipped) {
  for (const test of file.assertionResults) {
    const title = `${name} › ${test.fullName}`
    if (test.status === 'passed') outcome.passed += 1
    else if (test.status === 'failed') {
      outcome.failed += 1
      outcome.failures.push(`${title}\n${test.failureMessages.join('\n')}`)
    } else {
      const note = test.meta?.skipNote
      outcome.skipped.push({ what: title, why: note ?? 'no reason given', allowed: mayBeSkipped(`${test.fullName} ${note ?? ''}`) })
    }
  }
  // A file that could not be loaded, or a hook that failed, fails no test of its own.
  const counted = file.assertionResults.some((test) => test.status === 'failed')
  if (file.status === 'failed' && !counted) {
    outcome.failed += 1
    outcome.failures.push(`${name}\n${file.message || 'the file failed outside of its tests'}`)
  }
}

/**
 * Adds the lanes up. With `ci`, a skip that is not allowed counts as a failure.
 * @param {Outcome[]} outcomes
 * @param {boolean} ci
 */
export function total(outcomes, ci) {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  for (const outcome of outcomes) {
    const refused = ci ? outcome.skipped.filter((skip) => !skip.allowed).length : 0
    sum.passed += outcome.passed
    sum.failed += outcome.failed + refused
    sum.skipped += outcome.skipped.length - refused
  }
  return sum
}

/**
 * What each lane took, the slowest test file of those that have files, and all of it together.
 * @param {{ name: string, ms: number, outcome: Outcome }[]} ran
 * @param {number} allMs milliseconds on the clock
 */
export function timeTable(ran, allMs) {
  const seconds = (ms) => `${(ms / 1000).toFixed(1).padStart(8)} s`
  const lines = ran.map(({ name, ms, outcome: { slowest } }) => {
    const where = slowest ? `   of them ${(slowest.ms / 1000).toFixed(1)} s in ${slowest.name}` : ''
    return `${name.padEnd(14)}${seconds(ms)}${where}`
  })
  return [...lines, `${'all lanes'.padEnd(14)}${seconds(allMs)}`].join('\n')
}

/** The closing line: exactly this form, whatever else changes. */
export const closingLine = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`
