import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { logFolder, root as ourRoot } from './root.mjs'
import { runLogged, tail } from './run-child.mjs'
import { SetupError } from './setup-error.mjs'

const readJson = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** The hash of package-lock.json: what the stamp in node_modules must say. */
export function lockHash(root = ourRoot) {
  return createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
}

/**
 * Whether the list that npm writes when it has finished (node_modules/.package-lock.json) holds every package of the lockfile.
 * @param {{ packages: Record<string, { version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }> }} wanted
 * @param {{ packages: Record<string, { version?: string }> } | undefined} found
 */
export function holdsAll(wanted, found) {
  if (!found?.packages) return false
  return Object.entries(wanted.packages).every(([name, entry]) => {
    if (name === '') return true
    const here = found.packages[name]
    // Packages for other platforms are listed as optional, and are rightly not here.
    return here ? here.version === entry.version : Boolean(entry.optional)
  })
}

/**
 * What node_modules is, compared with package-lock.json.
 * @returns {'current' | 'unstamped' | 'stale'} `unstamped`: somebody ran npm himself, and everything is there
 */
export function installState(root = ourRoot) {
  const modules = path.join(root, 'node_modules')
  if (!existsSync(modules)) return 'stale'
  const stamp = path.join(modules, '.zhongcao-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === lockHash(root)) return 'current'
  const wanted = readJson(path.join(root, 'package-lock.json'))
  const found = readJson(path.join(modules, '.package-lock.json'))
  return wanted && holdsAll(wanted, found) ? 'unstamped' : 'stale'
}

const writeStamp = (root) => writeFileSync(path.join(root, 'node_modules', '.zhongcao-lock'), `${lockHash(root)}\n`)

/** The npm that runs this, or the one in the PATH. Development packages are needed for the build, whatever NODE_ENV says. */
function npmCommand(args) {
  const exec = process.env.npm_execpath
  if (exec && path.basename(exec) === 'npm-cli.js') return { command: process.execPath, args: [exec, ...args], shell: false }
  return { command: 'npm', args, shell: process.platform === 'win32' }
}

/**
 * Installs from the lockfile when node_modules does not hold what it says. Call it under the setup lock.
 * @param {{ step: (label: string, work: () => Promise<unknown>) => Promise<unknown>, root?: string, heldFd?: number }} options
 * @returns {Promise<boolean>} whether it installed; throws SetupError when npm failed
 */
export async function ensureInstalled({ step, root = ourRoot, heldFd }) {
  const state = installState(root)
  if (state === 'unstamped') writeStamp(root)
  if (state !== 'stale') return false
  const log = path.join(logFolder, 'install.log')
  const npm = npmCommand(['ci', '--include=dev', '--no-audit', '--no-fund'])
  await step('Installing packages', async () => {
    const outcome = await runLogged(npm.command, npm.args, { cwd: root, log, heldFd, shell: npm.shell })
    if (outcome.code === 0) return
    throw new SetupError('npm ci failed', {
      log,
      tail: outcome.error ? outcome.error.message : tail(log),
      advice: 'Check the connection to the npm registry (and its proxy settings), then run the same command again.',
    })
  })
  writeStamp(root)
  return true
}
