import path from 'node:path'
import { logFolder, root } from '../../src/cli/setup/root.mjs'
import { runLogged, tail } from '../../src/cli/setup/run-child.mjs'
import { canInstallByApt } from '../e2e/find-chromium.mjs'

export { canInstallByApt }

/**
 * Installs Debian packages that the tests need.
 * @param {string[]} packages
 * @returns {Promise<string | undefined>} what apt said when it could not
 */
export async function installByApt(packages) {
  const log = path.join(logFolder, 'apt.log')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const result = await runLogged('apt-get', args, { cwd: root, log, env, append: args[0] === 'install', timeoutMs: 300_000 })
    if (result.code !== 0) return tail(log, 10)
  }
  return undefined
}
