import assert from 'node:assert/strict'
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { sql } from '@payloadcms/db-sqlite'
import type { Migration } from 'payload'
import { afterAll, beforeAll, it } from 'vitest'
import { announce, MigrationFailed } from '../../../src/database/index.ts'
import {
  boot,
  counts,
  first,
  full,
  generateAll,
  generated,
  migration,
  populated,
  removeGenerated,
  rename,
  second,
  secondWithValues,
  third,
} from './migration-fixtures.ts'
import { local } from './shop.ts'

beforeAll(generateAll)
afterAll(removeGenerated)

it('makes a fresh file without a backup', async () => {
  const shop = await boot(first(), [generated.first])
  assert.equal((await readdir(shop.dir)).includes('backups'), false)
  await shop.close()
})

it('keeps every row when a field becomes required, one is dropped, an index comes and a table is renamed', async () => {
  const { dir, file } = await populated()
  assert.deepEqual(await counts(file), full)
  const shop = await boot(third(), [generated.first, secondWithValues(), rename(true)], dir)
  const now = await counts(file)
  assert.deepEqual(now, { ...full, memos: 10, notes: -1, payload_migrations: 3 })

  const { rows } = await shop.adapter.client.execute(
    `SELECT name FROM sqlite_master WHERE type IN ('trigger', 'index') AND name NOT LIKE 'sqlite_%'`,
  )
  const names = rows.map((row) => row.name)
  for (const name of ['append_only_ledger_delete', 'append_only_ledger_update', 'orders_number_idx']) assert.ok(names.includes(name), name)
  const columns = await shop.adapter.client.execute(`SELECT name, "notnull" AS required FROM pragma_table_info('orders')`)
  assert.equal(columns.rows.find((row) => row.name === 'channel')!.required, 1)
  assert.ok(!columns.rows.some((row) => row.name === 'legacy'))
  assert.equal((await shop.adapter.client.execute('PRAGMA foreign_keys')).rows[0]![0], 1)
  const { docs } = await local(shop.payload).find({ collection: 'orders', limit: 0 })
  assert.ok(docs.every((order: { lines: { gifts: unknown[] }[] }) => order.lines.length === 2 && order.lines[0]?.gifts.length === 1))

  const [backup] = await readdir(path.join(dir, 'backups'))
  assert.deepEqual(await counts(path.join(dir, 'backups', backup!)), full)
  await shop.payload.destroy()
  await (await boot(third(), [generated.first, secondWithValues(), rename(true)], dir)).payload.destroy()
  assert.equal((await readdir(path.join(dir, 'backups'))).length, 1, 'nothing to apply, no backup')
  await rm(dir, { recursive: true })
})

const refused: [string, () => Migration | Migration[], RegExp][] = [
  ['a required field without values', () => generated.second, /NOT NULL constraint failed/],
  ['a rename that nobody announced', () => [secondWithValues(), rename(false)], /notes: 10 rows before, 0 after/],
  [
    'rows that disappear',
    () => migration('bad', ({ db }) => db.run(sql`DELETE FROM orders_lines_gifts`)),
    /orders_lines_gifts: 20 rows before, 0 after/,
  ],
  [
    'children without parents',
    () =>
      migration('bad', async ({ db, req }) => {
        announce(req, { mayLoseRows: ['orders'] })
        await db.run(sql`DELETE FROM orders`)
      }),
    /points to a missing row of orders/,
  ],
  [
    'a change of an append-only table',
    () => migration('bad', ({ db }) => db.run(sql`UPDATE ledger SET amount = 0`)),
    /ledger is append-only/,
  ],
]

for (const [what, migrations, reason] of refused) {
  it(`refuses ${what}, changes nothing and names the backup`, async () => {
    const { dir, file } = await populated()
    await assert.rejects(boot(second(), [generated.first, ...[migrations()].flat()], dir), (error: Error) => {
      return error instanceof MigrationFailed && reason.test(error.message) && /backups\/before-.*\.db/.test(error.message)
    })
    assert.deepEqual(await counts(file), full)
    const [backup] = await readdir(path.join(dir, 'backups'))
    assert.deepEqual(await counts(path.join(dir, 'backups', backup!)), full)
    await (await boot(first(), [generated.first], dir)).close()
  })
}

it('lets a migration delete rows of a table that it names', async () => {
  const { dir, file } = await populated()
  const purge = migration('purge', async ({ db, req }) => {
    announce(req, { mayLoseRows: ['orders_lines_gifts'] })
    await db.run(sql`DELETE FROM orders_lines_gifts`)
  })
  const shop = await boot(first(), [generated.first, purge], dir)
  assert.equal((await counts(file)).orders_lines_gifts, 0)
  await shop.close()
})
