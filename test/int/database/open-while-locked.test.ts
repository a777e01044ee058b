import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWriter } from '../../../src/database/sqlite/connection.ts'

let dir = ''
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'zhongcao-locked-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

/** Holds the whole file for itself for some ms, as SQLite does while it mends the log of a process that was killed. */
const holder = `
const Database = require('libsql')
const held = new Database(process.argv[1])
held.exec('PRAGMA journal_mode = WAL')
held.exec('PRAGMA locking_mode = EXCLUSIVE')
held.exec('CREATE TABLE IF NOT EXISTS one (id INTEGER)')
held.exec('INSERT INTO one VALUES (1)')
process.stdout.write('held')
setTimeout(() => held.close(), Number(process.argv[2]))
`

it('waits for a file that another process holds for a moment, instead of failing at the start', async () => {
  const file = path.join(dir, 'shop.db')
  const child = spawn(process.execPath, ['-e', holder, file, '700'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  await once(child.stdout, 'data')
  const writer = await openWriter({ url: `file:${file}` }, 5_000)
  expect((await writer.execute('SELECT count(*) FROM one')).rows[0]?.[0]).toBe(1)
  writer.close()
  await ended
})
