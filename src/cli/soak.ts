import { spawnSync } from 'node:child_process'
import { prepare } from './setup/prepare.mjs'

/**
 * `npm run test:soak`: the long form of what `npm test` tries shortly: ten thousand cases for every property, hundreds
 * of killed processes, and the races of orders, payments and payouts as often (a twentieth of that for those that take
 * seconds). Some hours; figures and seeds are printed. SOAK_ROUNDS (200); SOAK_ONLY: words of the lanes to run, by commas.
 */
const rounds = process.env.SOAK_ROUNDS ?? '200'
await prepare({ build: true })
/** Files whose races run as often as `RACE_ROUNDS` says. */
const races = [
  'test/int/orders/races.test.ts',
  'test/int/orders/coupons.test.ts',
  'test/int/orders/story.test.ts',
  'test/int/payments/confirm.test.ts',
  'test/int/payments/refunds.test.ts',
  'test/int/payments/notices.test.ts',
  'test/int/payouts/races.test.ts',
]
const only = (process.env.SOAK_ONLY ?? '').split(',').filter(Boolean)
const lanes: { what: string; args: string[]; env: Record<string, string> }[] = [
  { what: 'properties', args: ['--project', 'unit', '--testTimeout', '600000'], env: { FC_RUNS: '10000' } },
  {
    what: 'killed databases and journals, bodies made from the schemas',
    args: ['--project', 'int', 'test/int/database', 'test/int/touches', 'test/int/http/fuzz', '--testTimeout', '1800000'],
    env: { ROUNDS: rounds, FUZZ_RUNS: rounds },
  },
  {
    what: 'races of orders, payments and payouts',
    args: ['--project', 'int', ...races, '--testTimeout', '1800000'],
    env: { RACE_ROUNDS: rounds },
  },
  {
    what: 'killed servers, backups',
    args: ['--project', 'e2e', 'test/e2e/crash', '--testTimeout', '7200000'],
    env: { CRASH_ROUNDS: rounds },
  },
]
let failed = 0
for (const { what, args, env } of lanes) {
  if (only.length > 0 && !only.some((word) => what.includes(word))) continue
  console.log(`\n# ${what}`)
  const run = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env, TEST_DATABASE: 'sqlite', ENV_FILE: '0' },
  })
  if (run.status !== 0) failed++
}
process.exit(failed === 0 ? 0 : 1)
