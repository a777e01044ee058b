import path from 'node:path'
import { logFolder, root } from '../../src/cli/setup/root.mjs'
import { runLogged, tail } from '../../src/cli/setup/run-child.mjs'
import { canInstallByApt, findChromium } from '../e2e/find-chromium.mjs'

/** Debian's Chromium, and a font without which 中文 is boxes. */
async function installByApt(log) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']]) {
    const result = await runLogged('apt-get', args, { cwd: root, log, env, append: args[0] === 'install', timeoutMs: 300_000 })
    if (result.code !== 0) return false
  }
  return true
}

/**
 * A browser for the end-to-end lane: the one that is there, else one from apt.
 * @returns {Promise<{ path?: string, why?: string }>} `why` says what is missing when there is none
 */
export async function readyChromium() {
  const found = await findChromium()
  if (found) return found
  if (!canInstallByApt()) return { why: 'no Chromium starts here: install Chromium or Chrome, or name one in CHROMIUM_PATH' }
  const log = path.join(logFolder, 'apt.log')
  if (!(await installByApt(log))) return { why: `no Chromium starts here, and apt could not install one:\n${tail(log, 10)}` }
  return (await findChromium()) ?? { why: 'apt installed Chromium, and it does not start' }
}
