import type { ResultSet } from '@libsql/client'
import type { TransactionalAdapter } from './options.ts'

/** What of one of Drizzle's columns is needed here. */
interface Column {
  name: string
  columnType: string
  default: unknown
  primary: boolean
  getSQLType(): string
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
 * columns that a row gives, stays prepared, and is asked for the row only where the database makes some of it. What is no plain value (an expression), and what updates on a conflict, goes
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
  const isKnown =
    given.every(([, column], at) => staysAsItIs(column, args[at])) &&
    plan.columns.every(([key, column]) => row[key] !== undefined || isNullByItself(column))
  const { rows } = await execute({ sql: statementOf(plan, table, given, !isKnown), args: args as never[] })
  if (isKnown) return rowOf(plan, new Map(given.map(([key], at) => [key, args[at]])))
  const values = rows[0]
  if (!values) throw new Error(`Nothing was inserted into ${table}`)
  return rowOf(plan, new Map(plan.columns.map(([key], at) => [key, values[at]])))
}

/** The row as Drizzle answers it, from what the database holds by column. */
const rowOf = ({ columns }: Plan, values: ReadonlyMap<string, unknown>): Values =>
  Object.fromEntries(
    columns.map(([key, column]) => {
      const value = values.get(key) ?? null
      return [key, value === null ? null : column.mapFromDriverValue(value)]
    }),
  )

/** Whether the database would answer just this value: then it need not be asked, which costs as much as the insert. */
function staysAsItIs(column: Column, value: unknown): boolean {
  if (value === null) return true
  if (column.columnType === 'SQLiteNumericNumber') return true
  const type = column.getSQLType()
  if (type === 'text') return typeof value === 'string' && !/\p{Surrogate}/u.test(value) && !value.includes('\0')
  return (type === 'integer' || type === 'real') && typeof value === 'number'
}

/** What a row does not give: NULL, or what the database makes of it (a default, the next number). */
const isNullByItself = ({ default: fallback, primary }: Column): boolean => fallback === undefined && !primary

function statementOf({ statements, returning }: Plan, table: string, given: Plan['columns'], asks: boolean): string {
  const shape = `${asks ? '+' : '-'} ${given.map(([key]) => key).join(' ')}`
  const known = statements.get(shape)
  if (known) return known
  const names = given.map(([, { name }]) => quoted(name)).join(', ')
  const marks = given.map(() => '?').join(', ')
  const into = given.length > 0 ? `(${names}) values (${marks})` : 'default values'
  const sql = `insert into ${quoted(table)} ${into}${asks ? ` returning ${returning}` : ''}`
  if (statements.size >= SHAPES) statements.clear()
  statements.set(shape, sql)
  return sql
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
