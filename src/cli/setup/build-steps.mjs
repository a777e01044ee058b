import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fingerprint, hashInputs } from './fingerprint.mjs'
import { logFolder, root as ourRoot, stateFolder } from './root.mjs'
import { runLogged, tail } from './run-child.mjs'
import { withoutSettings } from './settings.mjs'
import { SetupError } from './setup-error.mjs'

const inputs = ['src', 'collections', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'react-router.config.ts']

/** Commands run from source: changing one makes no build stale. */
const isCommand = (name) => name.startsWith('src/cli/')
/** The admin holds Payload and everything below it, and by the import rules neither the shop's pages nor the server. */
const isShopOnly = (name) => /^src\/(?:web|server)\/|^(?:vite|react-router)\.config\.ts$/.test(name)

/**
 * The builds that make a site. `done` is a file that exists when it has been built; `counts` says which inputs it is made of.
 * @type {{ name: 'shop' | 'admin', label: string, args: string[], done: string, counts: (name: string) => boolean }[]}
 */
export const builds = [
  {
    name: 'shop',
    label: 'Building the shop, the studio and the desk',
    args: ['node_modules/@react-router/dev/bin.js', 'build'],
    done: 'build/server/index.js',
    counts: (name) => !isCommand(name) && !name.startsWith('src/admin/'),
  },
  {
    name: 'admin',
    label: 'Building the admin (about a minute, once)',
    args: ['node_modules/next/dist/bin/next', 'build', 'src/admin'],
    done: 'src/admin/.next/BUILD_ID',
    counts: (name) => !isCommand(name) && !isShopOnly(name),
  },
]

const stampFile = (root) => path.join(stateFolder(root), 'builds.json')

function readStamp(root) {
  try {
    return JSON.parse(readFileSync(stampFile(root), 'utf8'))
  } catch {
    return {}
  }
}

function writeStamp(root, stamp) {
  mkdirSync(stateFolder(root), { recursive: true })
  writeFileSync(stampFile(root), `${JSON.stringify(stamp)}\n`)
}

/** Which builds are missing or older than what they are made of. */
export function staleBuilds(root = ourRoot) {
  const files = hashInputs(root, inputs, path.join(stateFolder(root), 'inputs.json'))
  const stamp = readStamp(root)
  return builds
    .map((build) => ({ build, hash: fingerprint(files, build.counts) }))
    .filter(({ build, hash }) => stamp[build.name] !== hash || !existsSync(path.join(root, build.done)))
}

/**
 * Builds what is stale. Call it under the setup lock.
 * @param {{ step: (label: string, work: () => Promise<unknown>) => Promise<unknown>, root?: string, force?: boolean, heldFd?: number }} options
 * @returns {Promise<string[]>} the names of what was built; throws SetupError when a build failed
 */
export async function ensureBuilt({ step, root = ourRoot, force = false, heldFd }) {
  if (force) rmSync(stampFile(root), { force: true })
  const stale = staleBuilds(root)
  for (const { build, hash } of stale) {
    // Without its stamp first: a build that is killed half-way must not look done.
    writeStamp(root, { ...readStamp(root), [build.name]: undefined })
    const log = path.join(logFolder, `build-${build.name}.log`)
    await step(build.label, async () => {
      const payload = { PAYLOAD_CONFIG_PATH: 'src/payload.config.ts', ZHONGCAO_BUILD: '1' }
      const env = { ...withoutSettings(), ...payload, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
      const outcome = await runLogged(process.execPath, build.args, { cwd: root, log, env, heldFd })
      if (outcome.code === 0 && existsSync(path.join(root, build.done))) return
      throw new SetupError(`The build of the ${build.name} failed`, {
        log,
        tail: tail(log),
        advice: 'Mend what the log names. If it names a missing package, delete node_modules and run the same command again.',
      })
    })
    writeStamp(root, { ...readStamp(root), [build.name]: hash })
  }
  return stale.map(({ build }) => build.name)
}
