import { findChromium } from '../e2e/find-chromium.mjs'
import { canInstallByApt, installByApt } from './apt.mjs'

/**
 * A browser for the end-to-end lane: the one that is there, else one from apt, with a font without which 中文 is boxes.
 * @returns {Promise<{ path?: string, why?: string }>} `why` says what is missing when there is none
 */
export async function readyChromium() {
  const found = await findChromium()
  if (found) return found
  if (!canInstallByApt()) return { why: 'no Chromium starts here: install Chromium or Chrome, or name one in CHROMIUM_PATH' }
  const refused = await installByApt(['chromium', 'fonts-noto-cjk'])
  if (refused !== undefined) return { why: `no Chromium starts here, and apt could not install one:\n${refused}` }
  return (await findChromium()) ?? { why: 'apt installed Chromium, and it does not start' }
}
