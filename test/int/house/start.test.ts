import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isAlive } from '../../builders/process.ts'

/**
 * `npm start` over a checkout of the smallest kind: the real commands, and builders and a server of a few lines
 * that leave a trace of each run. The real builds and the real server are tried end to end elsewhere.
 */
let checkout: string
let children: ChildProcess[] = []

const write = (name: string, text: string) => {
  mkdirSync(path.dirname(path.join(checkout, name)), { recursive: true })
  writeFileSync(path.join(checkout, name), text)
}
const trace = (): string[] =>
  existsSync(path.join(checkout, 'trace')) ? readFileSync(path.join(checkout, 'trace'), 'utf8').trim().split('\n') : []

const server = `
  process.on('SIGINT', () => process.exit(0))
  process.on('SIGTERM', () => process.exit(0))
  if (process.env.SERVER_FAILS) { console.error('PORT must be a number'); process.exitCode = 7 }
  else { setInterval(() => {}, 1000); console.log('listening', process.env.NODE_ENV, process.env.FROM_FILE, process.pid) }`

/** A builder that takes `BUILD_MS`, notes its start and end, empties build/ as the real one does, and writes what a build leaves. */
const builder = (name: string, done: string, text: string) => `
  const fs = require('node:fs'), path = require('node:path')
  fs.appendFileSync('trace', '${name} in\\n')
  if ('${name}' === 'shop') fs.rmSync('build', { recursive: true, force: true })
  if (fs.existsSync('src/broken.ts')) { console.error('src/broken.ts: unexpected token'); process.exit(1) }
  setTimeout(() => {
    fs.mkdirSync(path.dirname('${done}'), { recursive: true })
    fs.writeFileSync('${done}', ${JSON.stringify(text)})
    fs.appendFileSync('trace', '${name} out\\n')
  }, Number(process.env.BUILD_MS ?? 0))`

beforeEach(() => {
  checkout = mkdtempSync(path.join(os.tmpdir(), 'zhongcao-start-'))
  cpSync('src/cli/setup', path.join(checkout, 'src/cli/setup'), { recursive: true })
  for (const name of ['start.mjs', 'build.mjs']) cpSync(`src/cli/${name}`, path.join(checkout, 'src/cli', name))
  write('package.json', '{"name":"small","type":"module","scripts":{"start":"node src/cli/start.mjs"}}')
  write('package-lock.json', '{"lockfileVersion":3,"packages":{}}')
  write('node_modules/.package-lock.json', '{"packages":{}}')
  write('node_modules/@react-router/dev/package.json', '{"type":"commonjs"}')
  write('node_modules/@react-router/dev/bin.js', builder('shop', 'build/server/index.js', server))
  write('node_modules/next/package.json', '{"type":"commonjs"}')
  write('node_modules/next/dist/bin/next', builder('admin', 'src/admin/.next/BUILD_ID', 'one'))
  write('src/app.ts', 'export {}')
  write('src/web/root.tsx', 'export {}')
  write('.env', 'FROM_FILE=file')
})

afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  children = []
  rmSync(checkout, { recursive: true, force: true })
})

interface Run {
  child: ChildProcess
  output: () => string
  ended: Promise<number | null>
  until: (text: string) => Promise<void>
}

function run(command: 'start' | 'build', env: Record<string, string> = {}, args: string[] = []): Run {
  const { FROM_FILE: _, ENV_FILE: __, ...rest } = process.env
  const child = spawn(process.execPath, [path.join(checkout, `src/cli/${command}.mjs`), ...args], {
    cwd: os.tmpdir(),
    env: { ...rest, ...env },
  })
  children.push(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (text += part))
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const until = async (wanted: string) => {
    for (let tries = 0; tries < 200; tries += 1) {
      if (text.includes(wanted)) return
      await sleep(50)
    }
    throw new Error(`Waited for ${JSON.stringify(wanted)}, got:\n${text}`)
  }
  return { child, output: () => text, ended, until }
}

/** `npm start` in a session of its own, as a terminal or a supervisor runs it. */
async function npmStart(): Promise<{ npm: ChildProcess; server: number }> {
  const npm = spawn('npm', ['start'], { cwd: checkout, detached: true })
  children.push(npm)
  let text = ''
  npm.stdout.on('data', (part) => (text += part))
  for (let tries = 0; tries < 200 && !text.includes('listening'); tries += 1) await sleep(50)
  await sleep(100)
  return { npm, server: Number(text.match(/listening .* (\d+)/)?.[1]) }
}

async function untilGone(pid: number): Promise<void> {
  expect(pid).toBeGreaterThan(1)
  for (let tries = 0; tries < 100; tries += 1) {
    if (!isAlive(pid)) return
    await sleep(50)
  }
  throw new Error(`The server ${pid} outlived npm`)
}

describe('npm start', () => {
  it('builds once, serves in its own process, and ends with 0 on Ctrl-C; the second start builds nothing', async () => {
    const first = run('start')
    await first.until('listening')
    expect(first.output()).toContain(`listening production file ${first.child.pid}`)
    expect(trace()).toEqual(['shop in', 'shop out', 'admin in', 'admin out'])
    first.child.kill('SIGINT')
    expect(await first.ended).toBe(0)

    const second = run('start')
    await second.until('listening')
    second.child.kill('SIGTERM')
    expect(await second.ended).toBe(0)
    expect(trace()).toHaveLength(4)
  })

  it('lets a variable win over the file, and passes the code of the server on', async () => {
    const failing = run('start', { SERVER_FAILS: '1' })
    expect(await failing.ended).toBe(7)
    expect(failing.output()).toContain('PORT must be a number')
    const named = run('start', { FROM_FILE: 'variable' })
    await named.until('listening production variable')
  })

  it('builds again what a change made stale, and only that', async () => {
    expect(await run('build').ended).toBe(0)
    write('src/web/root.tsx', 'export const page = 1')
    const page = run('start')
    await page.until('listening')
    expect(trace().slice(4)).toEqual(['shop in', 'shop out'])
    write('src/app.ts', 'export const app = 1')
    const both = run('start')
    await both.until('listening')
    expect(trace().slice(6)).toEqual(['shop in', 'shop out', 'admin in', 'admin out'])
    write('src/cli/seed.ts', 'export {}')
    const command = run('start')
    await command.until('listening')
    expect(trace()).toHaveLength(10)
  })

  it('says what failed, shows the end of the log and what to do, and does not take the failure for a build', async () => {
    write('src/broken.ts', '(')
    const failing = run('start')
    expect(await failing.ended).toBe(1)
    for (const text of ['src/broken.ts: unexpected token', 'The build of the shop failed', 'build-shop.log'])
      expect(failing.output()).toContain(text)
    rmSync(path.join(checkout, 'src/broken.ts'))
    const mended = run('start')
    await mended.until('listening')
  })

  it('two at once do not build into each other: one builds, the other waits and says so', async () => {
    const [one, two] = [run('start', { BUILD_MS: '600' }), run('start', { BUILD_MS: '600' })]
    await Promise.all([one.until('listening'), two.until('listening')])
    expect(trace()).toEqual(['shop in', 'shop out', 'admin in', 'admin out'])
    expect(`${one.output()}${two.output()}`).toContain('waiting for it')
  })

  it('after kill -9 during a build the next start waits for what still writes, then builds anew', async () => {
    const killed = run('start', { BUILD_MS: '1500' })
    while (!trace().includes('shop in')) await sleep(20)
    killed.child.kill('SIGKILL')
    const next = run('start')
    await next.until('listening')
    expect(trace()).toEqual(['shop in', 'shop out', 'shop in', 'shop out', 'admin in', 'admin out'])
  })

  it('Ctrl-C during a build stops the build too, and the half build is not taken for one', async () => {
    const stopped = run('start', { BUILD_MS: '20000' })
    while (!trace().includes('shop in')) await sleep(20)
    stopped.child.kill('SIGINT')
    expect(await stopped.ended).toBe(130)
    const next = run('start')
    await next.until('listening')
    expect(trace()).toEqual(['shop in', 'shop in', 'shop out', 'admin in', 'admin out'])
  })
})

describe('npm itself', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('ends the server when its whole terminal gets %s, and by TERM to npm alone', async (signal) => {
    const { npm, server: first } = await npmStart()
    process.kill(-npm.pid!, signal)
    await untilGone(first)
    const { npm: again, server: second } = await npmStart()
    again.kill('SIGTERM')
    await untilGone(second)
  })
})

describe('npm run build', () => {
  it('builds everything when asked, and with --if-stale only what is old', async () => {
    expect(await run('build').ended).toBe(0)
    expect(await run('build').ended).toBe(0)
    expect(trace()).toHaveLength(8)
    const idle = run('build', {}, ['--if-stale'])
    expect(await idle.ended).toBe(0)
    expect(idle.output()).toContain('built already')
    expect(trace()).toHaveLength(8)
  })
})
