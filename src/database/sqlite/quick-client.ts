import type { Client, InStatement, InValue, ResultSet, Row, Value } from '@libsql/client'
import { LibsqlError } from '@libsql/client'
import Database from 'libsql'
import { type Effect, effectOf, type TableWrites } from './table-writes.ts'

/** Prepared statements that one connection keeps; the least recently used goes. */
const KEPT = 500

/** Statements that stay as they are written, so that keeping them would only push others out. */
const passing = /^\s*(?:create|alter|drop|pragma|vacuum|attach|detach|reindex|analyze|explain)\b/i

/** Whose rows are deleted, or lose a reference, with those of another table. */
const foreignKeys = `
  SELECT lower(keys."table") AS parent, lower(tables.name) AS child FROM sqlite_master AS tables
  JOIN pragma_foreign_key_list(tables.name) AS keys WHERE tables.type = 'table'`

interface Prepared {
  statement: Database.Statement
  effect: Effect
  /** Null for a statement that answers no rows. */
  answer: { columns: string[]; types: string[]; row: (values: readonly unknown[]) => Row } | null
}

/**
 * The driver's client for one local file, without what makes each statement dear in its own: statements are prepared once and
 * kept, columns are looked up once, and rows get their columns by shape instead of two definitions for each value. Answers and
 * errors are the same (`test/unit/database/quick-client.test.ts` holds the two against each other). `writes` is told what each
 * statement may have changed.
 */
export function quickClient(file: string, writes?: TableWrites): Client {
  const database = new Database(file, {})
  const kept = new Map<string, Prepared>()
  const state = { closed: false }
  const writing = {
    get inTransaction() {
      return database.inTransaction
    },
    children: () => database.prepare(foreignKeys).all() as { parent: string; child: string }[],
  }

  const find = (sql: string): Prepared => {
    const known = kept.get(sql)
    if (known) kept.delete(sql)
    const prepared = known ?? prepare(database, sql)
    if (passing.test(sql)) {
      kept.clear()
      return prepared
    }
    kept.set(sql, prepared)
    if (kept.size > KEPT) kept.delete(kept.keys().next().value as string)
    return prepared
  }

  const execute = async (given: InStatement | string, values?: readonly InValue[]): Promise<ResultSet> => {
    if (state.closed) throw new LibsqlError('The client is closed', 'CLIENT_CLOSED')
    const sql = typeof given === 'string' ? given : given.sql
    const args = typeof given === 'string' ? (values ?? []) : (given.args ?? [])
    let effect: Effect = 'nothing'
    try {
      const prepared = find(sql)
      effect = prepared.effect
      return run(prepared, bound(args as readonly InValue[] | Record<string, InValue>))
    } catch (error) {
      // It may have stopped half-way through its rows.
      kept.delete(sql)
      throw error instanceof Database.SqliteError ? new LibsqlError(error.message, error.code, error.rawCode, error) : error
    } finally {
      writes?.ran(effect, writing)
    }
  }

  const refuse = async (): Promise<never> => {
    throw new Error('Transactions and migrations go statement by statement here')
  }
  return {
    get closed() {
      return state.closed
    },
    protocol: 'file',
    execute: execute as Client['execute'],
    executeMultiple: async (sql) => {
      kept.clear()
      try {
        database.exec(sql)
      } finally {
        writes?.ran('anything', writing)
      }
    },
    batch: async (statements) => {
      const results: ResultSet[] = []
      await execute('BEGIN IMMEDIATE')
      try {
        for (const statement of statements)
          results.push(
            await (Array.isArray(statement)
              ? execute(...(statement as unknown as [string, InValue[]]))
              : execute(statement as InStatement)),
          )
        await execute('COMMIT')
        return results
      } finally {
        if (database.inTransaction) await execute('ROLLBACK')
      }
    },
    migrate: refuse,
    transaction: refuse,
    sync: refuse,
    close: () => {
      kept.clear()
      state.closed = true
      database.close()
    },
  }
}

function prepare(database: Database.Database, sql: string): Prepared {
  const statement = database.prepare(sql)
  statement.safeIntegers(true)
  const effect = effectOf(sql)
  if (!statement.reader) return { statement, effect, answer: null }
  statement.raw(true)
  return { statement, effect, answer: answerOf(statement) }
}

function answerOf(statement: Database.Statement): NonNullable<Prepared['answer']> {
  const found = statement.columns()
  const columns = found.map(({ name }) => name)
  return { columns, types: found.map(({ type }) => type ?? ''), row: rowMaker(columns) }
}

function run(prepared: Prepared, args: readonly unknown[] | Record<string, unknown>): ResultSet {
  const { statement } = prepared
  if (!prepared.answer) {
    const { changes, lastInsertRowid } = statement.run(args)
    return resultSet([], [], [], changes, BigInt(lastInsertRowid))
  }
  const values = statement.all(args) as unknown[][]
  // A table got or lost a column since: `*` answers others now.
  if (values[0] && values[0].length !== prepared.answer.columns.length) prepared.answer = answerOf(statement)
  const { columns, types, row } = prepared.answer
  return resultSet(columns, types, values.map(row), 0, undefined)
}

const resultSet = (
  columns: string[],
  columnTypes: string[],
  rows: Row[],
  rowsAffected: number,
  lastInsertRowid: bigint | undefined,
): ResultSet => ({
  columns,
  columnTypes,
  rows,
  rowsAffected,
  lastInsertRowid,
  toJSON: () => ({
    columns,
    columnTypes,
    rows: rows.map((row) => Array.from(row)),
    rowsAffected,
    lastInsertRowid: String(lastInsertRowid),
  }),
})

/**
 * Makes rows that are read by name and by number. Numbers are looked up through the prototype, which all rows of a statement
 * share; where two columns have one name, or a name is a number itself, each row holds both.
 */
function rowMaker(columns: readonly string[]): (values: readonly unknown[]) => Row {
  const plain = new Set(columns).size === columns.length && columns.every((name) => !/^(?:\d+|length|__proto__)$/.test(name))
  if (!plain) return (values) => rowWithBoth(columns, values)
  const shape: PropertyDescriptorMap = { length: { value: columns.length } }
  for (const [at, name] of columns.entries()) {
    shape[at] = {
      get(this: Record<string, unknown>) {
        return this[name]
      },
    }
  }
  const prototype = Object.create(Object.prototype, shape)
  return (values) => {
    const row = Object.create(prototype)
    for (let at = 0; at < columns.length; at++) row[columns[at] as string] = cellOf(values[at])
    return row
  }
}

function rowWithBoth(columns: readonly string[], values: readonly unknown[]): Row {
  const row: Record<string, unknown> = {}
  Object.defineProperty(row, 'length', { value: values.length })
  for (const [at, given] of values.entries()) {
    const value = cellOf(given)
    Object.defineProperty(row, at, { value })
    const name = columns[at] as string
    if (!Object.hasOwn(row, name)) Object.defineProperty(row, name, { value, enumerable: true, configurable: true, writable: true })
  }
  return row as unknown as Row
}

function cellOf(value: unknown): Value {
  if (typeof value === 'bigint') {
    if (value < Number.MIN_SAFE_INTEGER || value > Number.MAX_SAFE_INTEGER)
      throw new RangeError('Received integer which cannot be safely represented as a JavaScript number')
    return Number(value)
  }
  return value instanceof Buffer ? (value.buffer as ArrayBuffer) : (value as Value)
}

function bound(args: readonly InValue[] | Record<string, InValue>): unknown[] | Record<string, unknown> {
  if (Array.isArray(args)) return args.map(boundValue)
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name.replace(/^[@$:]/, ''), boundValue(value as InValue)]))
}

function boundValue(value: InValue): unknown {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError('Only finite numbers (not Infinity or NaN) can be passed as arguments')
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value instanceof Date) return value.valueOf()
  if (value instanceof ArrayBuffer) return Buffer.from(value)
  if (value === undefined) throw new TypeError('undefined cannot be passed as argument to the database')
  return value
}
