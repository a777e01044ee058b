import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
/** What a world is made of: one that was made of something else, or half a day ago, is made anew. */
const sources = ['build/server/index.js', 'package-lock.json', 'src/demo/world', 'src/demo/pictures', 'src/demo/clips']
const halfDay = 12 * 3_600_000

/**
 * Copies a shop with the demo world into an empty folder. The world is made once for all test files that ask for it (each
 * start on an empty folder would make its own), in a folder of this machine's temporary ones. For tests of anything but
 * the first start.
 */
export async function copyWorld(to: string): Promise<void> {
  const made = path.join(tmpdir(), `zhongcao-world-${await fingerprint()}`)
  while (!existsSync(made) && (await isBeingMade(made))) await new Promise((resolve) => setTimeout(resolve, 500))
  if (!existsSync(made)) await makeWorld(made)
  await cp(made, to, { recursive: true })
}

async function makeWorld(made: string): Promise<void> {
  const ours = `${made}.${process.pid}`
  await rm(ours, { recursive: true, force: true })
  await mkdir(ours)
  const env = { ...process.env, NODE_ENV: 'production' as const, DATA_DIR: ours, LOG_LEVEL: 'error' }
  await run(process.execPath, ['--import', 'tsx', 'src/cli/seed.ts'], { env, maxBuffer: 1 << 24 })
  // Of two that made it at once the first one's is kept.
  await rename(ours, made).catch(() => rm(ours, { recursive: true, force: true }))
  await forgetOthers(made)
}

/** Whether a process that still lives is at it. What a dead one left is taken away. */
async function isBeingMade(made: string): Promise<boolean> {
  const begun = (await readdir(tmpdir())).filter((name) => name.startsWith(`${path.basename(made)}.`))
  for (const name of begun) {
    if (isAlive(Number(name.split('.').at(-1)))) return true
    await rm(path.join(tmpdir(), name), { recursive: true, force: true })
  }
  return false
}

function isAlive(pid: number): boolean {
  try {
    return pid !== process.pid && process.kill(pid, 0)
  } catch {
    return false
  }
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256').update(String(Math.floor(Date.now() / halfDay)))
  for (const source of sources) hash.update(`${source} ${await newest(source)}\n`)
  return hash.digest('hex').slice(0, 16)
}

/** Milliseconds of the last change of a file, or of any file below a folder. */
async function newest(source: string): Promise<number> {
  const found = await stat(source).catch(() => null)
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0
  const files = await readdir(source, { recursive: true })
  return Math.max(0, ...(await Promise.all(files.map(async (file) => (await stat(path.join(source, file))).mtimeMs))))
}

async function forgetOthers(made: string): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const folder = path.join(tmpdir(), name)
    if (/^zhongcao-world-[0-9a-f]{16}$/.test(name) && folder !== made) await rm(folder, { recursive: true, force: true })
  }
}
