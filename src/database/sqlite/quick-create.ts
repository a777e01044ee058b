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
type Insert = (args: { db: Database; tableName: string; values: Values }) => Promise<Values[]>

interface Target {
  create: Create
  drizzle: Database
  insert: Insert
  primaryDrizzle?: unknown
  sessions: Record<string, { db: Database } | undefined>
}

type Cell = { from: string } | { constant: unknown } | 'now'

/** The one row that some data becomes, by the table's own names. */
interface Plan {
  tableName: string
  cells: [name: string, cell: Cell][]
}

/** Shapes that are kept; a shop writes some dozens. */
const SHAPES = 500

/**
 * Rows of one table that nobody asks back, without Payload's walk through all fields of the collection each time: at the first of a
 * shape (collection, names and kinds of what is given) Payload says with marks in place of values which column each becomes.
 * Where one becomes none, or rows of other tables too, that shape goes the whole way every time; so does what the database refuses,
 * a second time, for Payload to say why.
 */
export function quickCreates(adapter: TransactionalAdapter): void {
  const target = adapter as unknown as Target
  const own = target.create
  const plans = new KeptPlans<Plan>(SHAPES)
  target.create = async function (this: unknown, args) {
    const shape = target.primaryDrizzle ? null : shapeOf(args)
    if (!shape) return own.call(this, args)
    const plan = await plans.of(shape, () => learn(target, own, args))
    if (!plan) return own.call(this, args)
    const db = await databaseOf(target, args.req)
    const now = new Date().toISOString()
    const values: Values = {}
    for (const [name, cell] of plan.cells) values[name] = cell === 'now' ? now : 'from' in cell ? args.data[cell.from] : cell.constant
    try {
      await target.insert({ db, tableName: plan.tableName, values })
    } catch (error) {
      // SQLite has undone the statement, and nothing else of the transaction.
      if (String((error as { code?: unknown }).code).startsWith('SQLITE_CONSTRAINT')) return own.call(this, args)
      throw error
    }
    return null
  }
}

async function learn(target: Target, own: Create, { collection, data }: CreateArgs): Promise<Plan | null> {
  const marks = new Map(Object.entries(data).flatMap(([name, value], at) => (hasPlace(value) ? [[name, markOf(value, at)] as const] : [])))
  const seen: { tableName: string; values: Values }[] = []
  const insert: Insert = async ({ tableName, values }) => {
    seen.push({ tableName, values: { ...values } })
    return [{ id: 0 }]
  }
  const since = new Date().toISOString()
  try {
    const stub = Object.create(target as object, { drizzle: { value: {} }, insert: { value: insert } })
    await own.call(stub, { collection, data: { ...data, ...Object.fromEntries(marks) }, returning: false })
  } catch {
    return null
  }
  const until = new Date().toISOString()
  const [row] = seen
  if (!row || seen.length > 1) return null
  const cells = Object.entries(row.values).map(([name, value]): [string, Cell] => {
    if (typeof value === 'string' && isMoment(value) && value >= since && value <= until) return [name, 'now']
    const from = [...marks].find(([, mark]) => mark === value)?.[0]
    return [name, from === undefined ? { constant: value } : { from }]
  })
  const found = cells.filter(([, cell]) => cell !== 'now' && 'from' in cell).length
  return found === marks.size ? { tableName: row.tableName, cells } : null
}

/** Something of the same kind that comes nowhere else. */
function markOf(value: unknown, at: number): unknown {
  if (typeof value === 'string') return `mark-${at}-of-a-row`
  if (typeof value === 'number') return 7_000_000_000_000 + at
  return Array.isArray(value) ? [`mark-${at}`] : { mark: at }
}

/** Null for everything but rows that nobody asks back, made of plain values. */
function shapeOf({ collection, data, customID, locale, returning, select }: CreateArgs): string | null {
  if (returning !== false || customID !== undefined || locale !== undefined || select !== undefined) return null
  const names: string[] = []
  for (const [name, value] of Object.entries(data)) {
    const kind = kindOf(value)
    if (kind === null) return null
    names.push(`${name} ${kind}`)
  }
  return JSON.stringify([collection, names])
}

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
