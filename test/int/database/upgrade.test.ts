import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type CollectionSlug, getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readEnv } from '../../../src/config/env.ts'
import { payloadConfig } from '../../../src/config/payload.ts'
import { migrations } from '../../../src/database/migrations/index.ts'
import { createClient } from '../../../src/database/sqlite/connection.ts'
import type { TransactionalAdapter } from '../../../src/database/sqlite/options.ts'
import { newId } from '../../../src/lib/ids.ts'
import { migration } from './migration-fixtures.ts'

/** The real schema on a populated file, and a migration of the future that rebuilds `orders` (issue 3, 7.3). */
let dir: string
let file: string
let opened = 0
const orders = 12
const tables = ['orders', 'orders_lines', 'order_contacts', 'order_history', 'ledger_entries', 'payload_migrations']

async function boot(): Promise<Payload> {
  const env = readEnv({ DATA_DIR: dir, DATABASE_URL: `file:${file}`, LOG_LEVEL: 'silent', NODE_ENV: 'test' })
  return getPayload({ config: payloadConfig(env, 'a secret that is only for tests, long enough'), key: `upgrade-${opened++}` })
}

type Execute = (sql: string) => Promise<{ rows: unknown[] }>

async function counts(execute: Execute): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const table of tables)
    found[table] = Number((await execute(`SELECT count(*) AS n FROM ${table}`)).rows.map((row) => (row as { n: number }).n)[0])
  return found
}

/** What a generated migration does when a column of `orders` changes: a new table, all rows, the old table away, its name back. */
async function rebuildStatements(execute: Execute): Promise<string[]> {
  const { rows } = await execute(
    `SELECT type, sql FROM sqlite_master WHERE tbl_name = 'orders' AND sql IS NOT NULL AND type IN ('table', 'index')`,
  )
  const made = rows as { sql: string; type: string }[]
  const table = made.find(({ type }) => type === 'table')?.sql ?? ''
  const columns = (await execute(`SELECT name FROM pragma_table_info('orders')`)).rows.map((row) => `"${(row as { name: string }).name}"`)
  const changed = table
    .replace(/CREATE TABLE [`"]?orders[`"]?/, 'CREATE TABLE "__new_orders"')
    .replace(/([`"]visitor[`"] text)/, `$1 DEFAULT 'nobody' NOT NULL`)
  return [
    changed,
    `INSERT INTO "__new_orders" (${columns.join()}) SELECT ${columns.map((name) => (name === '"visitor"' ? `coalesce(visitor, 'nobody')` : name)).join()} FROM orders`,
    'DROP TABLE orders',
    'ALTER TABLE "__new_orders" RENAME TO orders',
    ...made.filter(({ type }) => type === 'index').map(({ sql }) => sql),
  ]
}

async function populate({ db }: Payload): Promise<void> {
  const now = new Date(0).toISOString()
  const create = (collection: CollectionSlug, data: object) =>
    db.create({ collection, data: { id: newId(), createdAt: now, updatedAt: now, ...data } as never })
  const money = { discountTotal: 0, itemsTotal: 300, shippingTotal: 0, taxTotal: 0, total: 300 }
  const amounts = { baseAmount: 100, commission: 10, discountAmount: 0, listAmount: 100, paidAmount: 100, taxAmount: 0, unitPrice: 100 }
  const product = await create('products', { currency: 'CNY', slug: 'a', status: 'active', title: 'A' })
  const variant = await create('variants', { currency: 'CNY', price: 100, product: product.id, sku: 'a', title: 'A' })
  for (let n = 0; n < orders; n++) {
    const line = () => ({ id: newId(), ...amounts, product: product.id, quantity: 1, sku: 'a', title: 'A', variant: variant.id })
    const order = await create('orders', {
      ...money,
      currency: 'CNY',
      lines: [line(), line(), line()],
      number: `Z${n}`,
      placedAt: now,
      state: 'paid',
    })
    await create('order-contacts', { order: order.id })
    await create('order-history', {
      actor: 'system',
      at: now,
      event: 'placed',
      from: 'none',
      order: order.id,
      subject: 'order',
      subjectId: order.id,
      to: 'paid',
    })
  }
}

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'upgrade-'))
  file = path.join(dir, 'shop.db')
  const payload = await boot()
  await populate(payload)
  await payload.destroy()
})
afterAll(() => rm(dir, { force: true, recursive: true }))

const full = {
  ledger_entries: 0,
  order_contacts: orders,
  order_history: orders,
  orders,
  orders_lines: 3 * orders,
  payload_migrations: migrations.length,
}

it('would lose every order line if foreign keys stayed on, as they do in Payload', async () => {
  const copy = path.join(dir, 'naive.db')
  await copyFile(file, copy)
  const client = createClient({ url: `file:${copy}` })
  const execute = (sql: string) => client.execute(sql)
  expect(await counts(execute)).toEqual(full)
  await execute('PRAGMA foreign_keys = ON')
  // Our guards would refuse it, and Payload by itself has none; rows with a required order would stop it.
  const { rows } = await execute(`SELECT name FROM sqlite_master WHERE type = 'trigger'`)
  for (const { name } of rows) await execute(`DROP TRIGGER "${name}"`)
  await execute('DELETE FROM order_contacts')
  await execute('DELETE FROM order_history')
  await client.batch(await rebuildStatements(execute), 'write')
  expect(await counts(execute)).toMatchObject({ orders, orders_lines: 0 })
  client.close()
})

it('keeps every row when a migration rebuilds orders, behind a copy of before, and is guarded again', async () => {
  const payload = await boot()
  const adapter = payload.db as unknown as TransactionalAdapter
  const execute = (sql: string) => adapter.client.execute(sql)
  const statements = await rebuildStatements(execute)
  const rebuild = migration('99999999_rebuild_orders', async ({ db }) => {
    for (const statement of statements) await db.run(statement)
  })
  await adapter.migrate({ migrations: [...(migrations as never[]), rebuild] })
  expect(await counts(execute)).toEqual({ ...full, payload_migrations: migrations.length + 1 })
  const { rows } = await execute(`SELECT visitor, count(*) AS n FROM orders GROUP BY visitor`)
  expect(rows.map((row) => [row.visitor, row.n])).toEqual([['nobody', orders]])
  await expect(execute('DELETE FROM order_history')).rejects.toThrow(/append-only/)

  const { docs } = await payload.find({ collection: 'orders', depth: 0, limit: 0 })
  expect(docs.map(({ lines }) => lines.length)).toEqual(Array.from({ length: orders }, () => 3))
  const [backup] = await readdir(path.join(dir, 'backups'))
  const before = createClient({ url: `file:${path.join(dir, 'backups', backup ?? '')}` })
  expect(await counts((sql) => before.execute(sql))).toEqual(full)
  before.close()
  await payload.destroy()
})
