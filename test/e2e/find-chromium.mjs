import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const wellKnown = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** Whether a browser starts here: one from npm may lack the system's libraries. */
function starts(file) {
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === 'win32') return existsSync(file)
  return spawnSync(file, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0
}

function fromSystem(env) {
  const inPath = (env.PATH ?? '').split(path.delimiter).flatMap((folder) => commands.map((command) => path.join(folder, command)))
  return [...inPath, ...wellKnown].find((file) => existsSync(file) && starts(file))
}

async function fromPackage() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const { default: chromium } = await import('@sparticuz/chromium')
  const file = await chromium.executablePath()
  return starts(file) ? { path: file, source: 'the npm package', args: chromium.args } : undefined
}

/**
 * A Chromium that starts: CHROMIUM_PATH, the system's, or the one inside the npm package.
 * @param {Record<string, string | undefined>} [env]
 * @returns {Promise<{ path: string, source: string, args: string[] } | undefined>} `args` are those that this build of it needs
 */
export async function findChromium(env = process.env) {
  if (env.CHROMIUM_PATH) {
    if (!starts(env.CHROMIUM_PATH)) throw new Error(`CHROMIUM_PATH names ${env.CHROMIUM_PATH}, which does not start`)
    return { path: env.CHROMIUM_PATH, source: 'CHROMIUM_PATH', args: [] }
  }
  const system = fromSystem(env)
  if (system) return { path: system, source: 'the system', args: [] }
  return fromPackage()
}

/** Whether apt could install a browser: Debian's or Ubuntu's root. */
export const canInstallByApt = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
