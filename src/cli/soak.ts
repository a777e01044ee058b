import { spawnSync } from 'node:child_process'
import { prepare } from './setup/prepare.mjs'

/**
 * `npm run test:soak`: the long form of what `npm test` tries shortly: ten thousand cases for every property, hundreds
 * of killed processes, more rounds of every race. An hour or more; figures and seeds are printed. SOAK_ROUNDS (200).
 */
const rounds = process.env.SOAK_ROUNDS ?? '200'
await prepare({ build: true })
const lanes: { what: string; args: string[]; env: Record<string, string> }[] = [
  { what: 'properties', args: ['--project', 'unit', '--testTimeout', '600000'], env: { FC_RUNS: '10000' } },
  {
    what: 'killed databases and journals, bodies made from the schemas',
    args: ['--project', 'int', 'test/int/database', 'test/int/touches', 'test/int/http/fuzz', '--testTimeout', '1800000'],
    env: { ROUNDS: rounds, FUZZ_RUNS: rounds },
  },
  {
    what: 'killed servers, backups',
    args: ['--project', 'e2e', 'test/e2e/crash', '--testTimeout', '7200000'],
    env: { CRASH_ROUNDS: rounds },
  },
]
let failed = 0
for (const { what, args, env } of lanes) {
  console.log(`\n# ${what}`)
  const run = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env, TEST_DATABASE: 'sqlite', ENV_FILE: '0' },
  })
  if (run.status !== 0) failed++
}
process.exit(failed === 0 ? 0 : 1)
