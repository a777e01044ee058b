import { mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'
import { buildConfig, type CollectionConfig, getPayload, type Migration } from 'payload'
import { announce } from '../../../src/database/index.ts'
import { sqliteWithTransactions } from '../../../src/database/sqlite/adapter.ts'
import { createClient } from '../../../src/database/sqlite/connection.ts'
import { newId } from '../../../src/lib/ids.ts'
import { local, openShop, type Shop } from './shop.ts'

/** Generated migrations import '@payloadcms/db-sqlite', so they have to lie where that resolves. */
const work = fileURLToPath(new URL('.work/', import.meta.url)) // kept out of git
const migrationDir = path.join(work, 'migrations')

const id: CollectionConfig['fields'][number] = { name: 'id', type: 'text', required: true, defaultValue: newId }
const orders = (fields: CollectionConfig['fields']): CollectionConfig => ({
  slug: 'orders',
  fields: [
    id,
    ...fields,
    {
      name: 'lines',
      type: 'array',
      fields: [
        { name: 'sku', type: 'text' },
        { name: 'gifts', type: 'array', fields: [{ name: 'sku', type: 'text' }] },
      ],
    },
  ],
})
const ledger: CollectionConfig = {
  slug: 'ledger',
  fields: [id, { name: 'order', type: 'relationship', relationTo: 'orders' }, { name: 'amount', type: 'number', required: true }],
}
const notes = (slug: string): CollectionConfig => ({
  slug,
  fields: [id, { name: 'text', type: 'text' }, { name: 'order', type: 'relationship', relationTo: 'orders' }],
})

export const first = () => [
  orders([
    { name: 'number', type: 'text' },
    { name: 'channel', type: 'text' },
    { name: 'legacy', type: 'text' },
  ]),
  ledger,
  notes('notes'),
]
/** `channel` required (the table is rebuilt), `legacy` dropped, `number` indexed. */
export const second = () => [
  orders([
    { name: 'number', type: 'text', index: true },
    { name: 'channel', type: 'text', required: true },
  ]),
  ledger,
  notes('notes'),
]
/** The collection `notes` is called `memos`. */
export const third = () => [
  orders([
    { name: 'number', type: 'text', index: true },
    { name: 'channel', type: 'text', required: true },
  ]),
  ledger,
  notes('memos'),
]

export let generated: { first: Migration; second: Migration }

export async function generateAll(): Promise<void> {
  await rm(work, { force: true, recursive: true })
  await mkdir(migrationDir, { recursive: true })
  generated = { first: await generate('first', first()), second: await generate('second', second()) }
}

export const removeGenerated = () => rm(work, { force: true, recursive: true })

/** What `payload migrate:create` does, without the command line. */
async function generate(migrationName: string, collections: CollectionConfig[]): Promise<Migration> {
  const db = sqliteWithTransactions({ client: { url: `file:${work}never.db` }, migrationDir })
  const config = buildConfig({
    collections,
    db,
    logger: { options: { level: 'fatal' } },
    secret: 'test',
    telemetry: false,
    typescript: { autoGenerate: false },
  })
  const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true, key: `generate-${migrationName}` })
  await payload.db.createMigration({ forceAcceptWarning: true, migrationName, payload })
  const file = (await readdir(migrationDir)).find((name) => name.endsWith(`_${migrationName}.ts`))!
  return { ...(await import(pathToFileURL(path.join(migrationDir, file)).href)), name: migrationName }
}

/** What SQLite's migrations are called with; Payload's own type leaves `db` out. */
export type Up = MigrateUpArgs

export const migration = (name: string, up: (args: Up) => Promise<unknown>): Migration => ({
  down: async () => {},
  name,
  up: up as Migration['up'],
})

export const boot = (collections: CollectionConfig[], migrations: Migration[], dir?: string): Promise<Shop> =>
  openShop({ collections, migrations, ...(dir ? { dir } : {}) })

/** A file of the first version with 10 orders of 2 lines with 1 gift each, 10 ledger entries, 10 notes. */
export async function populated(): Promise<Shop> {
  const shop = await boot(first(), [generated.first])
  for (let n = 0; n < 10; n++) {
    const data = {
      channel: n < 7 ? 'app' : undefined,
      legacy: 'x',
      lines: [
        { gifts: [{ sku: 'g' }], sku: 'a' },
        { gifts: [{ sku: 'h' }], sku: 'b' },
      ],
      number: `${n}`,
    }
    const order = await local(shop.payload).create({ collection: 'orders', data })
    await local(shop.payload).create({ collection: 'ledger', data: { amount: n, order: order.id } })
    await local(shop.payload).create({ collection: 'notes', data: { order: order.id, text: 'hello' } })
  }
  await shop.payload.destroy()
  return shop
}

export async function counts(file: string): Promise<Record<string, number>> {
  const client = createClient({ url: `file:${file}` })
  const found: Record<string, number> = {}
  for (const table of ['orders', 'orders_lines', 'orders_lines_gifts', 'ledger', 'notes', 'memos', 'payload_migrations']) {
    const { rows } = await client.execute(`SELECT count(*) AS n FROM ${table}`).catch(() => ({ rows: [{ n: -1 }] }))
    found[table] = Number(rows[0]!.n)
  }
  client.close()
  return found
}

export const full = { ledger: 10, memos: -1, notes: 10, orders: 10, orders_lines: 20, orders_lines_gifts: 20, payload_migrations: 1 }

/** The hand that a generated migration needs: values for what becomes required. */
export const secondWithValues = (): Migration =>
  migration('second', async (args) => {
    await args.db.run(sql`UPDATE orders SET channel = 'web' WHERE channel IS NULL`)
    await generated.second.up(args)
  })

export const rename = (announced: boolean): Migration =>
  migration('third', async ({ db, req }) => {
    if (announced) announce(req, { renamed: { notes: 'memos' } })
    await db.run(sql`ALTER TABLE notes RENAME TO memos`)
    await db.run(sql`ALTER TABLE payload_locked_documents_rels RENAME COLUMN notes_id TO memos_id`)
  })
