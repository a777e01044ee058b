import { type Browser, chromium } from 'playwright-core'
import { findChromium } from './find-chromium.mjs'

/**
 * Starts a headless Chromium for a test file; close it in `afterAll`.
 * Throws when the machine has none: the test command finds or installs one before this lane runs.
 */
export async function launchBrowser(): Promise<Browser> {
  const found = await findChromium()
  if (!found) throw new Error('No Chromium starts here: install one, or name it in CHROMIUM_PATH')
  return chromium.launch({ executablePath: found.path, headless: true, args: [...found.args, ...containerArgs()] })
}

/** Root has no user namespace to build the sandbox from; small containers have a /dev/shm of 64 MB. */
function containerArgs(): string[] {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return [...sandbox, '--disable-dev-shm-usage']
}
