import { ensureBuilt } from './build-steps.mjs'
import { ensureInstalled } from './install.mjs'
import { withLock } from './lock.mjs'
import { step } from './progress.mjs'
import { root } from './root.mjs'

const waiting = () => console.log('Another command is installing or building in this folder; waiting for it …')

/**
 * Brings packages, and if asked the builds, to what the checkout says, one process at a time.
 * @param {{ build?: boolean, force?: boolean }} [options] `force` builds also what is current
 * @returns {Promise<{ installed: boolean, built: string[] }>} throws SetupError when a step failed
 */
export async function prepare({ build = true, force = false } = {}) {
  return withLock(
    root,
    async (heldFd) => {
      const installed = await ensureInstalled({ step, heldFd })
      const built = build ? await ensureBuilt({ step, heldFd, force }) : []
      return { installed, built }
    },
    { onWait: waiting },
  )
}
