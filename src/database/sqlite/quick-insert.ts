import type { ResultSet } from '@libsql/client'
import type { TransactionalAdapter } from './options.ts'

/** What of one of Drizzle's columns is needed here. */
interface Column {
  name: string
  default: unknown
  defaultFn: unknown
  onUpdateFn: unknown
  shouldDisableInsert(): boolean
  mapToDriverValue(value: unknown): unknown
  mapFromDriverValue(value: unknown): unknown
}

type Values = Record<string, unknown>
type Execute = (statement: { sql: string; args: never[] }) => Promise<ResultSet>

interface InsertArgs {
  /** A transaction or the connection outside, as Drizzle has it. */
  db: { session: { tx?: { execute: Execute }; client: { execute: Execute } } }
  onConflictDoUpdate?: unknown
  tableName: string
  values: Values | Values[]
}

interface Plan {
  columns: [key: string, column: Column][]
  /** `returning …`, all columns in their order. */
  returning: string
  /** By the keys that a row gives. */
  statements: Map<string, string>
}

const columnsOf = Symbol.for('drizzle:Columns')
/** Shapes of rows that are kept for one table; more than this is no pattern. */
const SHAPES = 50

/**
 * Inserts rows as Drizzle does, without composing the same statement anew each time: the text is made once for a table and the
 * columns that a row gives, and stays prepared. What is no plain value (an expression), and what updates on a conflict, goes
 * Drizzle's own way. All above it is Payload's: what a row is made of, arrays, the sentence about a value that exists.
 */
export function quickInserts(adapter: TransactionalAdapter): void {
  const target = adapter as unknown as {
    insert(args: InsertArgs): Promise<Values[]>
    tables: Record<string, unknown>
    limitedBoundParameters?: boolean
  }
  const own = target.insert
  const plans = new Map<string, Plan | null>()
  target.insert = async function (this: unknown, args) {
    const rows = Array.isArray(args.values) ? args.values : [args.values]
    if (args.onConflictDoUpdate || rows.some(hasExpression)) return own.call(this, args)
    const known = plans.get(args.tableName)
    const plan = known === undefined ? planOf(target.tables[args.tableName] as Record<symbol, Record<string, Column>>) : known
    plans.set(args.tableName, plan)
    if (!plan) return own.call(this, args)
    const { session } = args.db
    const execute: Execute = (statement) => (session.tx ? session.tx.execute(statement) : session.client.execute(statement))
    const inserted: Values[] = []
    for (const row of rows) inserted.push(await insertOne(execute, args.tableName, plan, row))
    return inserted
  }
}

/** Drizzle's expressions know how to become SQL. Only they do: a JSON value is plain. */
const hasExpression = (row: Values): boolean =>
  Object.values(row).some((value) => typeof value === 'object' && value !== null && 'getSQL' in value)

/** Null for a table of which Drizzle computes values that a row does not give. */
function planOf(table: Record<symbol, Record<string, Column>>): Plan | null {
  const columns = Object.entries(table[columnsOf] ?? {})
  const computed = columns.some(
    ([, column]) => column.defaultFn !== undefined || column.onUpdateFn !== undefined || column.shouldDisableInsert(),
  )
  if (computed) return null
  return { columns, returning: columns.map(([, { name }]) => quoted(name)).join(', '), statements: new Map() }
}

async function insertOne(execute: Execute, table: string, plan: Plan, row: Values): Promise<Values> {
  // A column that is not given gets its default from the database, or NULL.
  const given = plan.columns.filter(([key]) => row[key] !== undefined)
  const args = given.map(([key, column]) => (row[key] === null ? null : column.mapToDriverValue(row[key])))
  const { rows } = await execute({ sql: statementOf(plan, table, given), args: args as never[] })
  const values = rows[0]
  if (!values) throw new Error(`Nothing was inserted into ${table}`)
  return Object.fromEntries(
    plan.columns.map(([key, column], at) => [key, values[at] === null ? null : column.mapFromDriverValue(values[at])]),
  )
}

function statementOf({ statements, returning }: Plan, table: string, given: Plan['columns']): string {
  const shape = given.map(([key]) => key).join(' ')
  const known = statements.get(shape)
  if (known) return known
  const names = given.map(([, { name }]) => quoted(name)).join(', ')
  const marks = given.map(() => '?').join(', ')
  const into = given.length > 0 ? `(${names}) values (${marks})` : 'default values'
  const sql = `insert into ${quoted(table)} ${into} returning ${returning}`
  if (statements.size >= SHAPES) statements.clear()
  statements.set(shape, sql)
  return sql
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
