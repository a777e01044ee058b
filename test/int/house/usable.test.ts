import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { readEnv } from '../../../src/config/env.ts'
import { readSecret } from '../../../src/config/secret.ts'
import { expectUsable } from '../../../src/config/usable.ts'
import { openWorld } from '../../builders/world.ts'

const folders: string[] = []
let dir: string
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'zhongcao-usable-'))
  folders.push(dir)
})
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const file = (name: string, text = '', mode = 0o644) => {
  writeFileSync(path.join(dir, name), text, { mode })
  return path.join(dir, name)
}

/** What the start says before it opens anything. */
function said(given: Record<string, string>): string {
  try {
    expectUsable(readEnv({ DATA_DIR: path.join(dir, 'data'), ...given }))
    return ''
  } catch (error) {
    expect((error as Error).name).toBe('UnusableEnvironment')
    return (error as Error).message
  }
}

describe('folders and programs', () => {
  it('are made when they are not there, the data for its owner alone, and nothing is left in them', () => {
    expect(said({})).toBe('')
    expect(statSync(path.join(dir, 'data')).mode & 0o777).toBe(0o700)
    expect(readdirSync(path.join(dir, 'data'))).toEqual(['media'])
    expect(readdirSync(path.join(dir, 'data/media'))).toEqual([])
  })

  it('that cannot take a file are named, all of them, each with its variable', () => {
    const blocked = file('a-file')
    const message = said({ DATA_DIR: blocked, MEDIA_DIR: path.join(blocked, 'media'), DATABASE_URL: `file:${blocked}/shop.db` })
    expect(message).toContain(`DATA_DIR: no file can be written in ${blocked} (there is a file of that name)`)
    expect(message).toContain(`MEDIA_DIR: no file can be written in ${blocked}/media (a part of the path is a file)`)
    expect(message).toContain('DATABASE_URL: no file can be written in')
  })

  it('that may not be written are named', () => {
    chmodSync(dir, 0o500)
    // Root may write anywhere: it looks with the eyes of nobody.
    const isRoot = process.geteuid?.() === 0
    if (isRoot) process.seteuid?.(65534)
    try {
      expect(said({})).toContain('(permission denied)')
    } finally {
      if (isRoot) process.seteuid?.(0)
      chmodSync(dir, 0o700)
    }
  })

  it('FFMPEG_PATH has to name a program that runs', () => {
    expect(said({ FFMPEG_PATH: path.join(dir, 'nothing') })).toMatch(
      /^The environment cannot be used:\n {2}FFMPEG_PATH: .* \(there is none\)$/,
    )
    expect(said({ FFMPEG_PATH: file('broken', '#!/bin/sh\nexit 3\n', 0o755) })).toContain('FFMPEG_PATH: ')
    expect(said({ FFMPEG_PATH: file('whole', '#!/bin/sh\nexit 0\n', 0o755) })).toBe('')
  })
})

describe('a kept secret', () => {
  it('is made once, for its owner alone, and stays', () => {
    const env = readEnv({ DATA_DIR: path.join(dir, 'data') })
    const secret = readSecret(env)
    expect(secret.length).toBeGreaterThanOrEqual(32)
    expect(readSecret(env)).toBe(secret)
    expect(statSync(path.join(env.dataDir, 'secret')).mode & 0o777).toBe(0o600)
    expect(readSecret({ ...env, PAYLOAD_SECRET: 'given-by-the-operator-and-long-enough' })).toBe('given-by-the-operator-and-long-enough')
  })

  it('that was spoilt stops the start with what to do, and is not replaced behind anybody’s back', () => {
    const spoilt = file('secret', 'short\n')
    expect(() => readSecret(readEnv({ DATA_DIR: dir }))).toThrow(
      /^PAYLOAD_SECRET is not set, and .*secret holds no usable secret: put at least 32/,
    )
    expect(statSync(spoilt).size).toBe(6)
  })
})

describe('a file that is no database', () => {
  it('stops the start with DATABASE_URL and the file’s name, and is left as it was', async () => {
    const text = 'Dear customer, this is no database, and longer than its header.\n'.repeat(100)
    const letter = file('letter.txt', text)
    await expect(openWorld({ dir, env: { DATABASE_URL: `file:${letter}` } })).rejects.toMatchObject({
      name: 'UnusableDatabase',
      message: `DATABASE_URL: ${letter} is no SQLite database`,
    })
    expect(readFileSync(letter, 'utf8')).toBe(text)
    expect(existsSync(`${letter}.lock.json`)).toBe(false)
  })

  it('is no file at all, and named too', async () => {
    await expect(openWorld({ dir, env: { DATABASE_URL: `file:${dir}` } })).rejects.toMatchObject({
      name: 'UnusableDatabase',
      message: expect.stringMatching(/^DATABASE_URL: .* cannot be opened$/),
    })
  })
})
