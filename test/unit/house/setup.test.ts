import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fingerprint, hashInputs } from '../../../src/cli/setup/fingerprint.mjs'
import { holdsAll, installState, lockHash } from '../../../src/cli/setup/install.mjs'
import { withLock } from '../../../src/cli/setup/lock.mjs'
import { isNodeNewEnough } from '../../../src/cli/setup/node-version.mjs'
import { step } from '../../../src/cli/setup/progress.mjs'
import { runLogged, tail } from '../../../src/cli/setup/run-child.mjs'
import { isAlive } from '../../builders/process.ts'

let folder: string
const write = (name: string, text: string) => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  writeFileSync(path.join(folder, name), text)
}

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'zhongcao-house-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it.each([
  ['20.19.0', true],
  ['20.18.9', false],
  ['18.20.4', false],
  ['22.0.0', true],
  ['20.20.0-rc.1', true],
])('Node %s is new enough: %s', (version, enough) => {
  expect(isNodeNewEnough(version)).toBe(enough)
})

describe('the fingerprint of a build', () => {
  const print = () => fingerprint(hashInputs(folder, ['src', 'package.json', 'absent.ts'], path.join(folder, 'build/.manifest.json')))

  it('changes with a text, a new file, a name and a removal, and not with a time', () => {
    write('src/a.ts', 'one')
    write('package.json', '{}')
    const first = print()
    utimesSync(path.join(folder, 'src/a.ts'), 1, 1)
    expect(print()).toBe(first)
    write('src/a.ts', 'two')
    const second = print()
    expect(second).not.toBe(first)
    write('src/b.ts', '')
    const third = print()
    expect(third).not.toBe(second)
    rmSync(path.join(folder, 'src/b.ts'))
    expect(print()).toBe(second)
    write('src/a.ts', 'one')
    expect(print()).toBe(first)
  })

  it('sees no output of a build, no document and no installed package', () => {
    write('src/a.ts', 'one')
    const first = print()
    for (const name of ['src/admin/.next/BUILD_ID', 'src/README.md', 'src/node_modules/x.js', 'src/admin/next-env.d.ts']) write(name, 'x')
    expect(print()).toBe(first)
  })

  it('survives a manifest that was cut off', () => {
    write('src/a.ts', 'one')
    const first = print()
    write('build/.manifest.json', '{"src/a.ts":[3')
    expect(print()).toBe(first)
  })
})

describe('what node_modules holds', () => {
  const lock = { packages: { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0', optional: true } } }

  it('is complete when only packages for other platforms are missing', () => {
    expect(holdsAll(lock, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(true)
    expect(holdsAll(lock, { packages: { 'node_modules/a': { version: '1.0.1' } } })).toBe(false)
    expect(holdsAll(lock, { packages: {} })).toBe(false)
    expect(holdsAll(lock, undefined)).toBe(false)
  })

  it('is stale without a folder or after a cut-off install, unstamped after npm by hand, current with its stamp', () => {
    write('package-lock.json', JSON.stringify(lock))
    expect(installState(folder)).toBe('stale')
    write('node_modules/a/index.js', '')
    expect(installState(folder)).toBe('stale')
    write('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } }))
    expect(installState(folder)).toBe('unstamped')
    write('node_modules/.zhongcao-lock', `${lockHash(folder)}\n`)
    expect(installState(folder)).toBe('current')
    write('package-lock.json', JSON.stringify({ packages: { ...lock.packages, 'node_modules/c': { version: '1.0.0' } } }))
    expect(installState(folder)).toBe('stale')
  })
})

describe('the setup lock', () => {
  it('lets one process after the other in, and says once that somebody waits', async () => {
    const seen: string[] = []
    const work = (name: string) => async () => {
      seen.push(`${name} in`)
      await sleep(60)
      seen.push(`${name} out`)
    }
    const waits: string[] = []
    await Promise.all(['a', 'b', 'c'].map((name) => withLock(folder, work(name), { onWait: () => waits.push(name), pollMs: 5 })))
    expect(seen).toHaveLength(6)
    for (let index = 0; index < 6; index += 2) expect(seen[index]!.replace(' in', ' out')).toBe(seen[index + 1])
    expect(waits).toHaveLength(2)
  })

  it('is free again after the work threw, and for another folder at any time', async () => {
    await expect(withLock(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await withLock(folder, () => withLock(`${folder}-other`, async () => {}))
  })

  it('is free again after kill -9 of its holder', async () => {
    const script = `import { withLock } from ${JSON.stringify(path.resolve('src/cli/setup/lock.mjs'))}
      await withLock(${JSON.stringify(folder)}, async () => { console.log('held'); await new Promise(() => setInterval(() => {}, 1000)) })`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise((resolve) => child.stdout.once('data', resolve))
    let waited = false
    const mine = withLock(folder, async () => 'mine', { onWait: () => (waited = true), pollMs: 10 })
    await sleep(50)
    expect(waited).toBe(true)
    child.kill('SIGKILL')
    expect(await mine).toBe('mine')
  })
})

describe('a child of a lane', () => {
  it('is stopped at its time with all that it started', async () => {
    const log = path.join(folder, 'child.log')
    const script = `const { spawn } = require('node:child_process')
      const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
      console.log(child.pid); setInterval(() => {}, 1000)`
    const result = await runLogged(process.execPath, ['-e', script], { cwd: folder, log, timeoutMs: 700 })
    expect(result.timedOut).toBe(true)
    const grandchild = Number(tail(log))
    expect(grandchild).toBeGreaterThan(1)
    await sleep(50)
    expect(isAlive(grandchild)).toBe(false)
  })

  it('answers its code, and keeps both its outputs', async () => {
    const log = path.join(folder, 'child.log')
    const result = await runLogged(process.execPath, ['-e', 'console.log("out"); console.error("err"); process.exit(3)'], {
      cwd: folder,
      log,
    })
    expect(result).toMatchObject({ code: 3, timedOut: false })
    expect(readFileSync(log, 'utf8')).toBe('out\nerr\n')
  })
})

describe('progress', () => {
  const screen = (isTTY: boolean) => {
    let text = ''
    return { isTTY, write: (part: string) => (text += part), read: () => text }
  }

  it('is silent about what lasts less than a second', async () => {
    const out = screen(true)
    expect(await step('Quick', async () => 7, { out })).toBe(7)
    expect(out.read()).toBe('')
  })

  it('shows seconds on a terminal, and plain lines elsewhere', async () => {
    const [terminal, file] = [screen(true), screen(false)]
    await Promise.all([step('Slow', () => sleep(1400), { out: terminal }), step('Slow', () => sleep(1400), { out: file })])
    expect(terminal.read()).toMatch(/Slow … 1 s/)
    expect(terminal.read()).toMatch(/✓ Slow \(1 s\)\n$/)
    expect(file.read()).toBe('Slow …\nSlow: done after 1 s\n')
  })

  it('names the step that failed, however short it was', async () => {
    const out = screen(false)
    await expect(step('Broken', () => Promise.reject(new Error('x')), { out })).rejects.toThrow('x')
    expect(out.read()).toContain('Broken: failed')
  })
})
