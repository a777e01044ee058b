import path from 'node:path'
import { createClient, type Row } from '@libsql/client'

/** Tables in which an order leaves rows, the order itself first; others are left as they are. */
const tables = [
  'orders',
  'orders_lines',
  'order_contacts',
  'order_history',
  'payments',
  'provider_events',
  'stock_movements',
  'idempotency_keys',
  'ledger_entries',
  'notifications',
] as const

/** Columns that are unique in themselves: a copy's gets its number behind it. */
const ownColumns = new Set(['id', 'key', 'number', 'reference', 'guest_hash'])

/**
 * Copies the newest whole order of a shop until there are `wanted` orders: every row that belongs to it, under ids of its
 * own, by statements of the database alone. For benches: the books of the copies balance in themselves, stock and the counters
 * of pieces do not know them. The ledger's numbers go on without a gap. Answers how many there are.
 */
export async function growOrders(dir: string, wanted: number): Promise<number> {
  const shop = createClient({ url: `file:${path.join(dir, 'zhongcao.db')}` })
  try {
    await shop.execute('PRAGMA busy_timeout = 60000')
    // The guards stay: nothing is changed or removed, rows are only added.
    const { rows: counted } = await shop.execute('SELECT count(*) AS n FROM orders')
    const have = Number(counted[0]?.n)
    if (wanted <= have) return have
    const { rows: newest } = await shop.execute(`SELECT id FROM orders WHERE state = 'paid' ORDER BY id DESC LIMIT 1`)
    const order = String(newest[0]?.id)
    const related = new Set([order])
    const copies = []
    for (const table of tables) copies.push({ table, ...(await rowsOf(shop, table, related, order)) })
    const entries = copies.find(({ table }) => table === 'ledger_entries')?.rows.length ?? 0
    const { rows: last } = await shop.execute('SELECT coalesce(max(sequence), 0) AS n FROM ledger_entries')
    const sequence = Number(last[0]?.n)
    const more = wanted - have
    const statements = copies.flatMap(({ table, columns, rows }) =>
      rows.map((row, at) => copyStatement({ table, columns, row, related, more, next: { sequence, step: entries, at } })),
    )
    await shop.batch(
      [...statements, { sql: `UPDATE counters SET value = value + ? WHERE key = 'ledger:sequence'`, args: [entries * more] }],
      'write',
    )
    return wanted
  } finally {
    shop.close()
  }
}

async function rowsOf(shop: ReturnType<typeof createClient>, table: string, related: Set<string>, order: string) {
  const { rows, columns } = await shop.execute(`SELECT * FROM ${table} ORDER BY rowid DESC LIMIT 500`)
  const hits = rows.filter((row) => columns.some((name) => related.has(String(row[name])) || String(row[name]).includes(order)))
  for (const row of hits) related.add(String(row.id))
  return { rows: hits, columns }
}

interface Copy {
  table: string
  columns: string[]
  row: Row
  related: ReadonlySet<string>
  more: number
  next: { sequence: number; step: number; at: number }
}

/** One statement that writes all the copies of one row. */
function copyStatement({ table, columns, row, related, more, next }: Copy): { sql: string; args: (string | number)[] } {
  // The series comes first in the statement's text, then the values, then the row that is copied.
  const args: (string | number)[] = [more]
  const values = columns.map((name) => {
    const value = row[name]
    if (table === 'ledger_entries' && name === 'sequence') return `${next.sequence} + (n - 1) * ${next.step} + ${next.at + 1}`
    if (typeof value === 'string' && (related.has(value) || ownColumns.has(name) || [...related].some((id) => value.includes(id)))) {
      args.push(value)
      return `(? || '-' || n)`
    }
    return `"${name}"`
  })
  args.push(String(row.id))
  const names = columns.map((name) => `"${name}"`).join(', ')
  return {
    sql: `INSERT INTO "${table}" (${names}) WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)
      SELECT ${values.join(', ')} FROM "${table}", numbers WHERE id = ?`,
    args,
  }
}
