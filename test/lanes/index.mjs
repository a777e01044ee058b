import { ensureBuilt } from '../../src/cli/setup/build-steps.mjs'
import { withLock } from '../../src/cli/setup/lock.mjs'
import { root } from '../../src/cli/setup/root.mjs'
import { SetupError } from '../../src/cli/setup/setup-error.mjs'
import { houseLane, lintLane, typesLane } from './check-lanes.mjs'
import { readyChromium } from './chromium.mjs'
import { findMongod, startMongod } from './mongod.mjs'
import { skippedLane, yesOrNo } from './outcome.mjs'
import { vitestLane } from './vitest-lane.mjs'

const minute = 60_000
/** Nothing of these is inside `ctx.tx`: Payload's own door, the set-up, and the adapters' tests, which choose the mode themselves. */
const withoutTransactionsOfOurs = ['test/int/access/**', 'test/int/house/**', 'test/int/database/**']
/** The commands of the import choose the mode themselves; the demo world is told by flows that have tests of their own. */
const longAndTwice = ['test/int/import/cli.test.ts', 'test/int/import/seed-world.test.ts']
/**
 * Doubling asks one thing: does the function given to `ctx.tx` do nothing outside the database (ADR 0003)? These open none:
 * encoders, mailers and the journal without a database; requests that are refused, while `fuzz.test.ts` sends every write
 * that is taken; and pages that are read, after flows whose own tests run twice.
 */
const opensNone = [
  'test/int/media/images.test.ts',
  'test/int/media/videos.test.ts',
  'test/int/notifications/mailers.test.ts',
  'test/int/touches/kill9.test.ts',
  'test/int/http/broken-requests.test.ts',
  'test/int/http/every-write.test.ts',
  'test/int/http/openapi.test.ts',
  'test/int/http/security.test.ts',
  'test/int/machines/**',
  'test/int/shop/feeds.test.ts',
  'test/int/shop/queries.test.ts',
  'test/int/shop/ranking.test.ts',
  'test/int/shop/search-and-products.test.ts',
  'test/int/studio/**',
]
/** These say what happens within a second, or before a script comes: beside another browser they would measure that one. */
const timed = ['test/e2e/visibility.test.ts', 'test/e2e/before-script.test.ts', 'test/e2e/kept-pages.test.ts']
const onSqlite = { MONGODB_URL: undefined, TEST_DATABASE: 'sqlite' }

async function mongoLane() {
  const given = process.env.MONGODB_URL
  const binary = given ? undefined : findMongod()
  if (!given && !binary) {
    const why = 'no MongoDB: give MONGODB_URL (a replica set), or a mongod in MONGODB_BINARY or the PATH'
    return skippedLane('the whole lane', why, true)
  }
  const server = binary && (await startMongod(binary))
  try {
    const env = { MONGODB_URL: given ?? server.url, TEST_DATABASE: 'mongodb' }
    return await vitestLane({ lane: 'int-mongodb', project: 'int', timeoutMs: 10 * minute, env, otherDatabase: 'SQLite' })
  } finally {
    await server?.stop()
  }
}

async function buildLane() {
  try {
    await withLock(root, (heldFd) => ensureBuilt({ step: (_label, work) => work(), heldFd }))
    return yesOrNo([])
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    return yesOrNo([`${error.message}\n${error.tail}`])
  }
}

/** @param {'e2e' | 'e2e-timed'} lane */
async function browserLane(lane) {
  // Alone (`--lane e2e`) or after a build that failed: a stale site proves nothing.
  const build = await buildLane()
  if (build.failed > 0) return build
  const browser = await readyChromium()
  if (!browser.path) return skippedLane('the whole lane', browser.why, false)
  const env = { ...onSqlite, CHROMIUM_PATH: browser.path }
  if (lane === 'e2e') return vitestLane({ lane, project: 'e2e', timeoutMs: 30 * minute, env, leaveOut: timed })
  return vitestLane({ lane, project: 'e2e', timeoutMs: 10 * minute, env: { ...env, E2E_ALONE: '1' }, only: timed })
}

/**
 * The lanes in their order; each does what its line says and answers counts.
 * @type {{ name: string, what: string, run: () => Promise<import('./outcome.mjs').Outcome> }[]}
 */
export const lanes = [
  { name: 'types', what: 'TypeScript, strict', run: typesLane },
  { name: 'lint', what: 'Biome', run: lintLane },
  { name: 'house', what: 'import direction, cycles, sizes, generated files', run: houseLane },
  { name: 'unit', what: 'pure code', run: () => vitestLane({ lane: 'unit', project: 'unit', timeoutMs: 5 * minute }) },
  {
    name: 'int',
    what: 'integration on SQLite',
    run: () => vitestLane({ lane: 'int', project: 'int', timeoutMs: 15 * minute, env: onSqlite, otherDatabase: 'MongoDB|MONGODB_URL' }),
  },
  {
    name: 'int-twice',
    what: 'the same, every transaction run twice, the first aborted',
    run: () =>
      vitestLane({
        lane: 'int-twice',
        project: 'int',
        timeoutMs: 15 * minute,
        env: { ...onSqlite, TX_RUN_TWICE: '1' },
        leaveOut: [...withoutTransactionsOfOurs, ...longAndTwice, ...opensNone],
        otherDatabase: 'MongoDB|MONGODB_URL',
      }),
  },
  { name: 'int-mongodb', what: 'integration on MongoDB', run: mongoLane },
  { name: 'build', what: 'shop and admin', run: buildLane },
  { name: 'e2e', what: 'journeys in a real Chromium', run: () => browserLane('e2e') },
  { name: 'e2e-timed', what: 'those that watch the clock, one after the other', run: () => browserLane('e2e-timed') },
]
