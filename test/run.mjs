import { endWithNpm } from '../src/cli/setup/end-with-npm.mjs'
import { requireNode } from '../src/cli/setup/node-version.mjs'
import { prepare } from '../src/cli/setup/prepare.mjs'
import { endChildrenOnSignal } from '../src/cli/setup/run-child.mjs'
import { printSetupError } from '../src/cli/setup/setup-error.mjs'

/**
 * `npm test`: sets up what it needs, runs every lane that can run here, and ends with one line of counts.
 * `npm test -- --lane unit,int` runs those lanes only.
 */
const ci = process.env.CI === 'true'

function chosen(argv, names) {
  const at = argv.indexOf('--lane')
  if (at === -1 && argv.length === 0) return names
  const wanted = at === -1 ? [] : (argv[at + 1] ?? '').split(',').filter(Boolean)
  const unknown = wanted.filter((name) => !names.includes(name))
  if (wanted.length > 0 && unknown.length === 0) return names.filter((name) => wanted.includes(name))
  console.error(`Expected --lane with names out of ${names.join(', ')}; got ${JSON.stringify(argv.join(' '))}`)
  process.exit(2)
}

function sign(outcome) {
  if (outcome.failed > 0 || (ci && outcome.skipped.some((skip) => !skip.allowed))) return '✗'
  return outcome.passed > 0 ? '✓' : '–'
}

function print(lane, outcome, ms) {
  const counts = `${outcome.passed} passed, ${outcome.failed} failed, ${outcome.skipped.length} skipped`
  console.log(`${sign(outcome)} ${lane.name.padEnd(12)} ${counts.padEnd(34)} ${(ms / 1000).toFixed(1).padStart(7)} s   ${lane.what}`)
  for (const skip of outcome.skipped) console.log(`  ${ci && !skip.allowed ? 'must not be skipped' : 'skipped'}: ${skip.what}: ${skip.why}`)
  for (const failure of outcome.failures) console.log(`\n${failure}\n`)
}

/** Runs one lane and prints it. `ran` gets its outcome and its milliseconds. */
async function runLane(lane, ran) {
  const from = performance.now()
  let outcome
  try {
    outcome = await lane.run()
  } catch (error) {
    outcome = { passed: 0, failed: 1, skipped: [], failures: [error.stack ?? String(error)] }
  }
  const ms = performance.now() - from
  print(lane, outcome, ms)
  ran.push({ name: lane.name, outcome, ms })
}

requireNode()
endWithNpm()
endChildrenOnSignal()
try {
  await prepare({ build: false })
} catch (error) {
  printSetupError(error)
  console.log('0 passed, 1 failed, 0 skipped')
  process.exit(1)
}

// Only now: the lanes import packages.
const { lanes } = await import('./lanes/index.mjs')
const { closingLine, timeTable, total } = await import('./lanes/outcome.mjs')
const names = chosen(
  process.argv.slice(2),
  lanes.map((lane) => lane.name),
)
const began = performance.now()
const ran = []
for (const lane of lanes) if (names.includes(lane.name)) await runLane(lane, ran)
console.log(`\n${timeTable(ran, performance.now() - began)}\n`)
const sum = total(
  ran.map(({ outcome }) => outcome),
  ci,
)
console.log(closingLine(sum))
process.exit(sum.failed > 0 ? 1 : 0)
