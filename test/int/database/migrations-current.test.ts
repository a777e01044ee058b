import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readEnv } from '../../../src/config/env.ts'
import { listIndexes, payloadConfig } from '../../../src/config/payload.ts'
import { databaseAdapter } from '../../../src/database/index.ts'

/** SQLite only: MongoDB has no tables. */
let dir: string
const opened: Payload[] = []
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'zhongcao-schema-'))
})
afterAll(async () => {
  for (const payload of opened) await payload.destroy()
  await rm(dir, { recursive: true, force: true })
})

async function open(name: string, push: boolean): Promise<Payload> {
  const url = `file:${path.join(dir, `${name}.db`)}`
  const env = readEnv({ NODE_ENV: 'test', DATA_DIR: dir, LOG_LEVEL: 'silent', DATABASE_URL: url })
  const config = await payloadConfig(env, 'a-secret-that-only-tests-know-of-0123456789')
  const payload = await getPayload({
    config: push
      ? ({ ...config, db: databaseAdapter({ url, push: true, sqlite: { indexes: [...listIndexes] } }) } as unknown as typeof config)
      : config,
    key: `schema-${name}`,
  })
  opened.push(payload)
  return payload
}

/** Every table with its columns and indexes, in a form that does not depend on the order in which they were made. */
async function schemaOf(payload: Payload): Promise<Record<string, string[]>> {
  const { client } = payload.db as unknown as { client: { execute(sql: string): Promise<{ rows: Record<string, unknown>[] }> } }
  const rows = async (sql: string) => (await client.execute(sql)).rows
  const schema: Record<string, string[]> = {}
  for (const { name } of await rows(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)) {
    const columns = await rows(`SELECT name, type, "notnull", pk FROM pragma_table_info('${String(name)}')`)
    const indexes = await rows(
      `SELECT list."unique", group_concat(info.name) AS columns FROM pragma_index_list('${String(name)}') list, pragma_index_info(list.name) info GROUP BY list.name`,
    )
    schema[String(name)] = [
      ...columns.map((column) => `${column.name} ${column.type} ${column.notnull ? 'NOT NULL' : ''} ${column.pk ? 'KEY' : ''}`.trim()),
      ...indexes.map((index) => `${index.unique ? 'UNIQUE' : 'INDEX'} (${index.columns})`),
    ].sort()
  }
  return schema
}

it('the committed migrations make exactly the tables that the collections describe', async () => {
  const before = process.env.PAYLOAD_FORCE_DRIZZLE_PUSH
  process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'
  try {
    const [migrated, described] = [await schemaOf(await open('migrated', false)), await schemaOf(await open('described', true))]
    expect(Object.keys(migrated).length).toBeGreaterThan(40)
    expect(migrated).toEqual(described)
  } finally {
    if (before === undefined) delete process.env.PAYLOAD_FORCE_DRIZZLE_PUSH
    else process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = before
  }
})

it('rows that belong to another one are found by it, and the list of products without reading all of them', async () => {
  const { client } = (opened[0] as Payload).db as unknown as { client: { execute(sql: string): Promise<{ rows: { detail: string }[] }> } }
  const planOf = async (sql: string) => (await client.execute(`EXPLAIN QUERY PLAN ${sql}`)).rows.map(({ detail }) => detail).join('\n')
  for (const table of ['products_locales', 'products_option_words_locales', 'categories_locales', 'shop_settings_locales'])
    expect(await planOf(`SELECT * FROM ${table} WHERE _parent_id = 'x'`)).toContain(`SEARCH ${table} USING INDEX`)
  expect(await planOf(`SELECT * FROM products_texts WHERE parent_id = 'x'`)).toContain('SEARCH products_texts USING INDEX')
  const list = await planOf(`SELECT * FROM products WHERE status = 'active' AND deleted_at IS NULL ORDER BY created_at DESC LIMIT 20`)
  expect(list).toContain('list_products_status_created_at')
  expect(list).not.toContain('TEMP B-TREE')
})
