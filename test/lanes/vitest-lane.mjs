import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { logFolder, root } from '../../src/cli/setup/root.mjs'
import { runLogged, tail } from '../../src/cli/setup/run-child.mjs'
import { withoutSettings } from '../../src/cli/setup/settings.mjs'
import { readyFfmpeg } from './ffmpeg.mjs'
import { allowedReasons, outcomeOfReport } from './outcome.mjs'

const unset = { ...withoutSettings(['FFMPEG_PATH']), FAILPOINT: undefined }

const hasSharedData = () => existsSync(path.resolve(root, '..', 'shared', 'data'))

/**
 * Runs one of Vitest's projects in a process group of its own and counts what it reports.
 * @param {{ lane: string, project: string, timeoutMs: number, env?: Record<string, string | undefined>, otherDatabase?: string, only?: string[], leaveOut?: string[] }} options
 *   `otherDatabase`: tests of that one are rightly skipped in this lane; `only`: files, all of the project unless given
 * @returns {Promise<import('./outcome.mjs').Outcome>}
 */
export async function vitestLane({ lane, project, timeoutMs, env = {}, otherDatabase, only = [], leaveOut = [] }) {
  const log = path.join(logFolder, `test-${lane}.log`)
  const reportFile = path.join(logFolder, `test-${lane}.json`)
  rmSync(reportFile, { force: true })
  if (project !== 'unit') await readyFfmpeg()
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    ...only,
    '--project',
    project,
    '--reporter=verbose',
    '--reporter=./test/lanes/json-reporter.mjs',
    ...leaveOut.map((pattern) => `--exclude=${pattern}`),
  ]
  const result = await runLogged(process.execPath, args, {
    cwd: root,
    log,
    timeoutMs,
    env: { ...unset, ENV_FILE: '0', TEST_MEILI_URL: process.env.MEILI_URL, ...env, TZ: 'UTC', NO_COLOR: '1', LANE_REPORT: reportFile },
  })
  if (result.timedOut) return broken(`The lane did not end within ${timeoutMs / 1000} s and was stopped. The end of its log:\n${tail(log)}`)
  if (!existsSync(reportFile))
    return broken(`The lane ended (code ${result.code}, signal ${result.signal}) without a report:\n${tail(log)}`)
  const mayBeSkipped = allowedReasons({ env: { ...process.env, ...env }, hasSharedData: hasSharedData(), otherDatabase })
  const outcome = outcomeOfReport(JSON.parse(readFileSync(reportFile, 'utf8')), { root, mayBeSkipped })
  // Vitest may refuse a run for reasons that no test shows, such as a global setup that threw.
  if (result.code !== 0 && outcome.failed === 0) {
    outcome.failed += 1
    outcome.failures.push(`Vitest ended with code ${result.code}, and no test says why:\n${tail(log)}`)
  }
  return outcome
}

const broken = (failure) => ({ passed: 0, failed: 1, skipped: [], failures: [failure] })
