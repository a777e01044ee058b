import path from 'node:path'
import { type Client, createClient, type InValue } from '@libsql/client'
import express, { type Express } from 'express'
import { newId } from '../../src/lib/ids.ts'
import type { World } from '../builders/world.ts'

/**
 * The database writes that a checkout must do, and nothing else: the rows of the newest whole order, written again under
 * other ids by prepared statements in two transactions (placed, paid), on a file of its own with the same settings.
 */
export interface Bare {
  app: Express
  /** Takes the newest paid order as the pattern; answers how many rows it is made of. */
  learn(): Promise<number>
  /** That many checkouts, one after the other; seconds. */
  run(count: number): Promise<number>
  close(): Promise<void>
}

interface Pattern {
  table: string
  columns: string[]
  values: InValue[]
}

/** What is written when an order is placed, and when it is paid. Rows are found by what they hold: the ids of the order and what belongs to it. */
const placed = ['orders', 'orders_lines', 'order_contacts', 'order_history', 'payments', 'stock_movements', 'idempotency_keys']
const later = ['provider_events', 'ledger_entries', 'piece_stats', 'notifications']

export async function openBare({ dir }: World): Promise<Bare> {
  const shop = createClient({ url: `file:${path.join(dir, 'zhongcao.db')}` })
  const own = createClient({ url: `file:${path.join(dir, 'bare.db')}` })
  for (const pragma of ['journal_mode=WAL', 'synchronous=FULL']) await own.execute(`PRAGMA ${pragma}`)
  const patterns: { first: Pattern[]; second: Pattern[] } = { first: [], second: [] }
  const checkout = () => writeBoth(own, patterns)
  const app = express()
  app.disable('x-powered-by')
  app.use(express.json())
  // The same three requests; the writes of each half where the shop does them.
  app.post('/cart', (_req, res) => void res.status(201).json({ cartCount: 1 }))
  app.post('/checkout', (_req, res) => void write(own, patterns.first).then(() => res.status(201).json({ order: {} })))
  app.post('/pay', (_req, res) => void write(own, patterns.second).then(() => res.json({ state: 'settled' })))
  return {
    app,
    async learn() {
      Object.assign(patterns, await learn(shop))
      await copyTables(shop, own, [...patterns.first, ...patterns.second])
      return patterns.first.length + patterns.second.length
    },
    async run(count) {
      const began = performance.now()
      for (let n = 0; n < count; n++) await checkout()
      return (performance.now() - began) / 1000
    },
    close: async () => {
      shop.close()
      own.close()
    },
  }
}

async function learn(shop: Client): Promise<{ first: Pattern[]; second: Pattern[] }> {
  const { rows } = await shop.execute(`SELECT id FROM orders WHERE state = 'paid' ORDER BY id DESC LIMIT 1`)
  const order = String(rows[0]?.id)
  const related = new Set([order])
  const of = async (table: string): Promise<Pattern[]> => {
    const { rows: all, columns } = await shop.execute(`SELECT * FROM ${table} ORDER BY rowid DESC LIMIT 2000`)
    const hits = all.filter((row) => columns.some((column) => related.has(String(row[column])) || String(row[column]).includes(order)))
    for (const row of hits) related.add(String(row.id))
    return hits.map((row) => ({ table, columns, values: columns.map((column) => row[column] ?? null) }))
  }
  const first: Pattern[] = []
  for (const table of placed) first.push(...(await of(table)))
  const second: Pattern[] = []
  for (const table of later) second.push(...(await of(table)))
  const isSecond = ({ table, values }: Pattern) =>
    (table === 'order_history' && (values.includes('pay') || values.includes('settle'))) ||
    (table === 'stock_movements' && values.includes('sell'))
  return { first: first.filter((row) => !isSecond(row)), second: [...first.filter(isSecond), ...second] }
}

/** The same tables with as many indexes; references to others are left out, and uniqueness, since rows are copies of one. */
async function copyTables(shop: Client, own: Client, rows: readonly Pattern[]): Promise<void> {
  await own.execute('CREATE TABLE levels (id TEXT PRIMARY KEY, available INTEGER, reserved INTEGER, value INTEGER)')
  await own.execute(`INSERT INTO levels VALUES ('stock', 1000000, 0, 0), ('sequence', 0, 0, 0)`)
  for (const [table, { columns }] of new Map(rows.map((row) => [row.table, row]))) {
    await own.execute(`CREATE TABLE "${table}" (${columns.map((name) => `"${name}"${name === 'id' ? ' PRIMARY KEY' : ''}`).join(', ')})`)
    const indexes = `SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL`
    for (const { sql } of (await shop.execute({ sql: indexes, args: [table] })).rows) await own.execute(String(sql).replace(/UNIQUE /i, ''))
  }
}

const level = `UPDATE levels SET available = available - 1, reserved = reserved + 1 WHERE id = 'stock' AND available >= 1`
const sequence = `UPDATE levels SET value = value + 2 WHERE id = 'sequence' RETURNING value`

async function writeBoth(own: Client, { first, second }: { first: Pattern[]; second: Pattern[] }): Promise<void> {
  await write(own, first)
  await write(own, second)
}

let turn: Promise<unknown> = Promise.resolve()

/** One transaction: whatever has to be unique gets a new value. */
function write(own: Client, rows: readonly Pattern[]): Promise<void> {
  const mine = turn.then(async () => {
    const statements = rows.map(({ table, columns, values }) => ({
      sql: `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(',')}) VALUES (${columns.map(() => '?').join(',')})`,
      args: values.map((value, at) => fresh(columns[at] as string, value)),
    }))
    await own.batch([level, sequence, ...statements, { sql: 'UPDATE levels SET value = value + 1 WHERE id = ?', args: ['stock'] }], 'write')
  })
  turn = mine.catch(() => {})
  return mine
}

let numbers = 1_000_000_000
function fresh(column: string, value: InValue): InValue {
  if (['id', 'key', 'number', 'reference', 'event_id'].includes(column)) return typeof value === 'number' ? ++numbers : newId()
  return column === 'sequence' ? ++numbers : value
}
