import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Checkpoints } from '../../../src/database/sqlite/checkpoints.ts'
import { openReader, openWriter, pagesInLog } from '../../../src/database/sqlite/connection.ts'

let dir = ''
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'zhongcao-log-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const patience = { timeout: 60_000 }
const text = 'x'.repeat(3_500)

async function open(name: string) {
  const file = path.join(dir, name)
  const warnings: unknown[] = []
  const writer = await openWriter({ url: `file:${file}` }, 5_000)
  const checkpoints = new Checkpoints(file, (error) => void warnings.push(error))
  await writer.execute('CREATE TABLE some (id INTEGER PRIMARY KEY, text TEXT)')
  const write = async (count: number) => {
    for (let n = 0; n < count; n++) {
      await writer.execute({ sql: 'INSERT INTO some (text) VALUES (?)', args: [text] })
      checkpoints.wrote()
      // As between two requests: a thread tells that it is ready.
      if (n % 8 === 7) await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return { file, warnings, writer, checkpoints, write }
}
const sizeOf = async (file: string): Promise<number> => (await stat(file).catch(() => ({ size: 0 }))).size

it('moves what was committed into the file beside the writer, and the log begins anew before it is long', patience, async () => {
  const { file, warnings, writer, checkpoints, write } = await open('busy.db')
  const pages = pagesInLog * 1.5
  await write(pages)
  expect(checkpoints.rounds).toBeGreaterThan(10)
  // How far the writer gets before it begins the log anew is a matter of threads; that it does before all is written is not.
  expect(await sizeOf(`${file}-wal`)).toBeLessThan((pages - 1_000) * 4_120)
  await checkpoints.stop()
  const { rows } = await writer.execute('PRAGMA wal_checkpoint(TRUNCATE)')
  expect(rows[0]?.[0]).toBe(0)
  expect(await sizeOf(`${file}-wal`)).toBe(0)
  expect((await writer.execute('SELECT count(*) FROM some WHERE length(text) = 3500')).rows[0]?.[0]).toBe(pages)
  expect((await writer.execute('PRAGMA integrity_check')).rows[0]?.[0]).toBe('ok')
  expect(warnings).toEqual([])
  writer.close()
})

it('starts no thread for few writes, and none after it was stopped', async () => {
  const { writer, checkpoints, write } = await open('few.db')
  await write(200)
  await checkpoints.stop()
  await write(400)
  expect(checkpoints.rounds).toBe(0)
  writer.close()
})

it('goes on while a reader holds an old moment, and loses nothing to it', patience, async () => {
  const { file, writer, checkpoints, write } = await open('held.db')
  await write(300)
  const reader = await openReader({ url: `file:${file}` }, 5_000)
  await reader.execute('BEGIN')
  const before = (await reader.execute('SELECT count(*) FROM some')).rows[0]?.[0]
  await write(600)
  expect((await reader.execute('SELECT count(*) FROM some')).rows[0]?.[0]).toBe(before)
  await reader.execute('COMMIT')
  expect((await reader.execute('SELECT count(*) FROM some')).rows[0]?.[0]).toBe(900)
  reader.close()
  await checkpoints.stop()
  writer.close()
})

it('leaves the writer to move its pages when the thread cannot work', async () => {
  const { file, warnings, writer, write, checkpoints } = await open('broken.db')
  const broken = new Checkpoints(path.join(file, 'no', 'such', 'folder.db'), (error) => void warnings.push(error))
  for (let n = 0; n < 600; n++) broken.wrote()
  await expect.poll(() => warnings.length, { timeout: 10_000 }).toBe(1)
  broken.wrote()
  await broken.stop()
  await write(10)
  await checkpoints.stop()
  writer.close()
})
