import { KeptPlans } from './kept-plans.ts'
import type { TransactionalAdapter } from './options.ts'
import { databaseOf, isMoment } from './quick-find.ts'

type Values = Record<string, unknown>

interface CreateArgs {
  collection: string
  data: Values
  customID?: unknown
  locale?: unknown
  req?: { transactionID?: unknown }
  returning?: boolean
  select?: unknown
}

type Create = (args: CreateArgs) => Promise<unknown>
type Database = Awaited<ReturnType<typeof databaseOf>>
type Insert = (args: { db: Database; tableName: string; values: Values | Values[] }) => Promise<Values[]>

interface Target {
  create: Create
  drizzle: Database
  insert: Insert
  payload: { collections: Record<string, { config: { flattenedFields: { name: string; type: string }[] } } | undefined> }
  primaryDrizzle?: unknown
  sessions: Record<string, { db: Database } | undefined>
}

/** What is given, without its values: those of one shape become the same rows of the same tables. */
interface Shape {
  key: string
  values: unknown[]
}

type Cell = { at: number } | { constant: unknown } | 'now'
type Cells = [name: string, cell: Cell][]

/** The rows that some data becomes, by the tables' own names: the first table's is one. */
interface Plan {
  tableName: string
  row: Cells
  lists: { tableName: string; rows: Cells[] }[]
}

/** Shapes that are kept; a shop writes some dozens. */
const SHAPES = 500
/** Rows of a list that has a table of its own. */
const ROWS = 20

/**
 * Rows that nobody asks back, without Payload's walk through all fields of the collection each time: at the first of a
 * shape (collection, names and kinds of what is given, lengths of its lists) Payload says with marks in place of values which column of
 * which table each becomes. Where one becomes none, that shape goes the whole way every time; so does what the database refuses,
 * a second time, for Payload to say why.
 */
export function quickCreates(adapter: TransactionalAdapter): void {
  const target = adapter as unknown as Target
  const own = target.create
  const plans = new KeptPlans<Plan>(SHAPES)
  const lists = new Map<string, ReadonlySet<string>>()
  target.create = async function (this: unknown, args) {
    const named = lists.get(args.collection) ?? listsOf(target, args.collection)
    lists.set(args.collection, named)
    const shape = target.primaryDrizzle ? null : shapeOf(args, named)
    if (!shape) return own.call(this, args)
    const plan = await plans.of(shape.key, () => learn(target, own, args, { shape, named }))
    if (!plan) return own.call(this, args)
    const db = await databaseOf(target, args.req)
    const now = new Date().toISOString()
    const filled = (cells: Cells): Values => {
      const row: Values = {}
      for (const [name, cell] of cells) row[name] = cell === 'now' ? now : 'at' in cell ? shape.values[cell.at] : cell.constant
      return row
    }
    try {
      await target.insert({ db, tableName: plan.tableName, values: filled(plan.row) })
    } catch (error) {
      // SQLite has undone the statement, and nothing else of the transaction.
      if (String((error as { code?: unknown }).code).startsWith('SQLITE_CONSTRAINT')) return own.call(this, args)
      throw error
    }
    for (const { tableName, rows } of plan.lists) await target.insert({ db, tableName, values: rows.map(filled) })
    return null
  }
}

/** Names of the lists whose rows have a table of their own. */
const listsOf = ({ payload }: Target, collection: string): ReadonlySet<string> =>
  new Set(payload.collections[collection]?.config.flattenedFields.flatMap(({ name, type }) => (type === 'array' ? [name] : [])))

type Learning = { shape: Shape; named: ReadonlySet<string> }

async function learn(target: Target, own: Create, { collection, data }: CreateArgs, { shape, named }: Learning): Promise<Plan | null> {
  const marks = shape.values.map(markOf)
  const seen: { tableName: string; values: Values | Values[] }[] = []
  const insert: Insert = async ({ tableName, values }) => {
    const rows = [values].flat()
    seen.push({ tableName, values: Array.isArray(values) ? rows.map((row) => ({ ...row })) : { ...values } })
    return rows.map((row) => ({ ...row }))
  }
  const since = new Date().toISOString()
  try {
    const stub = Object.create(target as object, { drizzle: { value: {} }, insert: { value: insert } })
    await own.call(stub, { collection, data: withMarks(data, [...marks], named), returning: false })
  } catch {
    return null
  }
  const until = new Date().toISOString()
  const cellOf = (value: unknown): Cell => {
    if (typeof value === 'string' && isMoment(value) && value >= since && value <= until) return 'now'
    const at = marks.indexOf(value)
    return at < 0 ? { constant: value } : { at }
  }
  const cells = (row: Values): Cells => Object.entries(row).map(([name, value]) => [name, cellOf(value)])
  const [first, ...more] = seen
  // Rows of a list name their parent: only an id that was given is known here.
  if (!first || Array.isArray(first.values) || (more.length > 0 && typeof data.id !== 'string')) return null
  const lists = more.map(({ tableName, values }) => ({ tableName, rows: [values].flat().map(cells) }))
  const row = cells(first.values)
  const found = new Set([...row, ...lists.flatMap(({ rows }) => rows.flat())].flatMap(([, cell]) => (isPlace(cell) ? [cell.at] : [])))
  return found.size === marks.length ? { tableName: first.tableName, row, lists } : null
}

const isPlace = (cell: Cell): cell is { at: number } => typeof cell === 'object' && 'at' in cell

/** Something of the same kind that comes nowhere else. */
function markOf(value: unknown, at: number): unknown {
  if (typeof value === 'string') return `mark-${at}-of-a-row`
  if (typeof value === 'number') return 7_000_000_000_000 + at
  return Array.isArray(value) ? [`mark-${at}`] : { mark: at }
}

/** The same data with other values, in the order in which `shapeOf` met them. */
const withMarks = (data: Values, marks: unknown[], named: ReadonlySet<string>): Values =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      if (isListOfRows(name, value, named)) return [name, value.map((row) => withMarks(row, marks, none))]
      return [name, hasPlace(value) ? marks.shift() : value]
    }),
  )

const none: ReadonlySet<string> = new Set()

/** Null for everything but rows that nobody asks back, made of plain values. */
function shapeOf({ collection, data, customID, locale, returning, select }: CreateArgs, named: ReadonlySet<string>): Shape | null {
  if (returning !== false || customID !== undefined || locale !== undefined || select !== undefined) return null
  const values: unknown[] = []
  const kinds = kindsOf(data, values, named)
  return kinds === null ? null : { key: `${collection} ${kinds}`, values }
}

/** Names and kinds of what a row gives; its values are added to `values` in order. Null for what only Payload knows how to write. */
function kindsOf(data: Values, values: unknown[], named: ReadonlySet<string>): string | null {
  const names: string[] = []
  for (const [name, value] of Object.entries(data)) {
    const isList = isListOfRows(name, value, named)
    const kind = isList ? rowsOf(value, values) : kindOf(value)
    if (kind === null) return null
    if (!isList && hasPlace(value)) values.push(value)
    names.push(`${JSON.stringify(name)} ${kind}`)
  }
  return names.join()
}

function rowsOf(rows: readonly Values[], values: unknown[]): string | null {
  const kinds = rows.map((row) => kindsOf(row, values, none))
  return kinds.includes(null) ? null : `[${kinds.join('|')}]`
}

const isListOfRows = (name: string, value: unknown, named: ReadonlySet<string>): value is Values[] =>
  named.has(name) && Array.isArray(value) && value.length <= ROWS && value.every((row) => typeof row === 'object' && row !== null)

/** What Payload may take for nothing given belongs to the shape as it stands. */
const hasPlace = (value: unknown): boolean => Boolean(value) && value !== true

/** Null for what only Payload knows how to write. */
function kindOf(value: unknown): string | null {
  if (typeof value === 'number' && !Number.isFinite(value)) return null
  if (!hasPlace(value)) return JSON.stringify(value) ?? 'undefined'
  if (typeof value === 'string' || typeof value === 'number') return typeof value
  if (typeof value !== 'object' || value === null || value instanceof Date) return null
  if (Array.isArray(value)) return 'list'
  return Object.keys(value).some((name) => name.startsWith('$')) ? null : 'json'
}
