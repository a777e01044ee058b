import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { copyWorld } from './seeded-folder.ts'

/** The built server as a process of its own, as `npm start` runs it, on a free port of this machine. */
export interface Site {
  url: string
  dir: string
  child: ChildProcess
  /** What it has written so far. */
  output(): string
  /** Ends it in order (SIGTERM) and answers its exit code. Leaves the folder. */
  stop(): Promise<number | null>
  /** Resolves when it is gone, however that came. */
  gone: Promise<void>
}

interface SiteOptions {
  /**
   * An existing data folder; else a new one that `removeFolders` takes away, with the demo world in it already where no
   * setting is changed.
   */
  dir?: string
  env?: Record<string, string>
  /** Options of Node that `NODE_OPTIONS` does not take. */
  nodeArgs?: string[]
  /** Whether a process that kills itself before it is ready is what the test wants. */
  mayDie?: boolean
}

const folders: string[] = []

/** A fresh data folder for a site. */
export async function newFolder(): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'zhongcao-site-'))
  folders.push(dir)
  return dir
}

/** Takes away the folders that `newFolder` made; for `afterAll`. */
export const removeFolders = async (): Promise<void> => {
  for (const dir of folders.splice(0)) await rm(dir, { recursive: true, force: true })
}

/** Starts the built server and waits until `/readyz` says yes. Throws with what it wrote when it ends before. */
export async function startSite({ dir: given, env = {}, nodeArgs = [], mayDie = false }: SiteOptions = {}): Promise<Site> {
  if (!existsSync('build/server/index.js')) throw new Error('There is no build: run `npm run build` first')
  const dir = given ?? (await newFolder())
  if (!given && Object.keys(env).length === 0) await copyWorld(dir)
  const port = await freePort()
  let written = ''
  const child = spawn(process.execPath, [...nodeArgs, 'build/server/index.js'], {
    env: { ...cleanEnv(), NODE_ENV: 'production', DATA_DIR: dir, PORT: String(port), LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes: Buffer) => (written += bytes.toString()))
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const site: Site = { url: `http://127.0.0.1:${port}`, dir, child, output: () => written, gone, stop: () => stop(child, gone) }
  await ready(site, mayDie)
  return site
}

async function ready(site: Site, mayDie: boolean): Promise<void> {
  const deadline = Date.now() + 200_000
  while (Date.now() < deadline) {
    if (mayDie && site.child.signalCode === 'SIGKILL') return
    if (site.child.exitCode !== null || site.child.signalCode !== null)
      throw new Error(`The server ended before it was ready:\n${site.output()}`)
    const answer = await fetch(`${site.url}/readyz`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  site.child.kill('SIGKILL')
  throw new Error(`The server was not ready in time:\n${site.output()}`)
}

async function stop(child: ChildProcess, gone: Promise<void>): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
  const cut = setTimeout(() => child.kill('SIGKILL'), 30_000)
  await gone
  clearTimeout(cut)
  return child.exitCode
}

/** What the shell or the test runner holds must not decide how a site starts. */
function cleanEnv(): Record<string, string> {
  const keep = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'CHROMIUM_PATH', 'FFMPEG_PATH']
  return Object.fromEntries(keep.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

/** What `demo-accounts.json` says, by role. */
export async function demoAccounts(dir: string): Promise<Record<string, { email: string; password: string }>> {
  const text = await readFile(path.join(dir, 'demo-accounts.json'), 'utf8')
  const { accounts } = JSON.parse(text) as { accounts: { role: string; email: string; password: string }[] }
  return Object.fromEntries(accounts.map((account) => [account.role, account]))
}
