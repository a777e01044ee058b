import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Client, createClient, type InStatement } from '@libsql/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { quickClient } from '../../../src/database/sqlite/quick-client.ts'

let dir: string
let quick: Client
let own: Client

beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'zhongcao-quick-'))
  quick = quickClient(path.join(dir, 'quick.db'))
  own = createClient({ url: `file:${path.join(dir, 'own.db')}` })
})
afterAll(() => {
  quick.close()
  own.close()
  rmSync(dir, { recursive: true, force: true })
})

/** Everything that can be seen of an answer, or of its error. */
async function seen(client: Client, statement: InStatement) {
  try {
    const { columns, columnTypes, rows, rowsAffected, lastInsertRowid } = await client.execute(statement)
    const told = rows.map((row) => ({
      named: { ...row },
      keys: Object.keys(row),
      length: row.length,
      numbered: Array.prototype.slice.call(row),
      each: Array.from({ length: row.length }, (_, at) => row[at]),
    }))
    return { columns, columnTypes, rows: told, rowsAffected, lastInsertRowid }
  } catch (error) {
    const { name, message, code } = error as { name: string; message: string; code?: string }
    return { name, message, code }
  }
}

describe('the client of one file', () => {
  it('answers every statement as the driver’s own does, the first time and the second', async () => {
    const bytes = new Uint8Array([1, 2, 3]).buffer
    const script: InStatement[] = [
      'CREATE TABLE things (id TEXT PRIMARY KEY, n INTEGER, f REAL, b BLOB, "order" TEXT)',
      'CREATE TABLE others (id TEXT PRIMARY KEY, thing TEXT REFERENCES things(id))',
      { sql: 'INSERT INTO things VALUES (?, ?, ?, ?, ?)', args: ['a', 1, 1.5, bytes, null] },
      { sql: 'INSERT INTO things VALUES (?, ?, ?, ?, ?) RETURNING id, n', args: ['b', Number.MAX_SAFE_INTEGER, -0.25, null, '次'] },
      { sql: 'INSERT INTO things (id, n) VALUES (:id, $n)', args: { id: 'c', $n: 7n } },
      { sql: 'INSERT INTO things VALUES (?, ?, ?, ?, ?)', args: ['a', 1, 1.5, null, null] },
      { sql: 'INSERT INTO things VALUES (?, ?, ?, ?, ?) RETURNING id', args: ['b', 1, 1.5, null, null] },
      { sql: 'INSERT INTO others VALUES (?, ?)', args: ['o', 'a'] },
      'SELECT * FROM things ORDER BY id',
      'SELECT things.id, others.id, n AS "0", n AS length FROM things LEFT JOIN others ON others.thing = things.id ORDER BY 1',
      { sql: 'SELECT id FROM things WHERE id IN (?, ?) ORDER BY id', args: ['a', 'b'] },
      { sql: 'SELECT ? AS t, ? AS d, ? AS nothing', args: [true, new Date(5), null] },
      { sql: 'SELECT ? AS n', args: [Number.NaN] },
      { sql: 'SELECT ? AS n', args: [undefined as never] },
      'SELECT 9223372036854775807 AS large',
      { sql: 'UPDATE things SET n = n + 1 WHERE id = ? RETURNING *', args: ['c'] },
      { sql: 'UPDATE things SET n = n + 1 WHERE id = ?', args: ['nobody'] },
      'SELECT * FROM nothing',
      'SELEC 1',
      'BEGIN IMMEDIATE',
      { sql: 'DELETE FROM things WHERE id = ?', args: ['c'] },
      'ROLLBACK',
      'COMMIT',
      'SELECT count(*) AS n FROM things',
      'ALTER TABLE things ADD COLUMN more TEXT',
      'SELECT * FROM things ORDER BY id',
    ]
    for (const statement of script) {
      const sql = typeof statement === 'string' ? statement : statement.sql
      expect(await seen(quick, statement), sql).toEqual(await seen(own, statement))
      if (/^SELECT/.test(sql)) expect(await seen(quick, statement), `again: ${sql}`).toEqual(await seen(own, statement))
    }
  })

  it('sees columns that were added behind a statement that it keeps', async () => {
    const other = createClient({ url: `file:${path.join(dir, 'quick.db')}` })
    expect((await quick.execute('SELECT * FROM others')).columns).toEqual(['id', 'thing'])
    await other.execute('ALTER TABLE others ADD COLUMN late TEXT')
    other.close()
    expect((await quick.execute('SELECT * FROM others')).columns).toEqual(['id', 'thing', 'late'])
  })

  it('holds no lock after a read, so that another connection can write', async () => {
    await quick.execute('SELECT * FROM things LIMIT 1')
    const other = createClient({ url: `file:${path.join(dir, 'quick.db')}` })
    await other.execute({ sql: 'INSERT INTO things (id) VALUES (?)', args: ['from elsewhere'] })
    other.close()
    expect((await quick.execute({ sql: 'SELECT id FROM things WHERE id = ?', args: ['from elsewhere'] })).rows).toHaveLength(1)
  })

  it('keeps a bounded number of statements, and refuses when it is closed', async () => {
    for (let n = 0; n < 1200; n++) expect((await quick.execute(`SELECT ${n} AS n`)).rows[0]?.n).toBe(n)
    const gone = quickClient(path.join(dir, 'gone.db'))
    gone.close()
    await expect(gone.execute('SELECT 1')).rejects.toMatchObject({ code: 'CLIENT_CLOSED' })
  })
})
