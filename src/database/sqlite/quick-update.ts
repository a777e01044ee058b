import type { ResultSet } from '@libsql/client'
import type { Where } from 'payload'
import { KeptPlans } from './kept-plans.ts'
import type { TransactionalAdapter } from './options.ts'
import { databaseOf, type Find, isMoment, markOf, readerOf, skeletonOf, withValues } from './quick-find.ts'

type Values = Record<string, unknown>

interface UpdateArgs {
  collection: string
  data: Values
  id?: unknown
  joins?: unknown
  locale?: unknown
  options?: { atomic?: boolean; upsert?: boolean }
  req?: { transactionID?: unknown }
  returning?: boolean
  select?: unknown
  where?: Where
}

type Update = (args: UpdateArgs) => Promise<unknown>
type Database = Awaited<ReturnType<typeof databaseOf>>
type Column = { name: string; mapFromDriverValue(value: unknown): unknown }

/** Of Drizzle, a statement while it is put together. */
interface Setting {
  set(row: Values): { where(where: unknown): { returning(): { toSQL(): { sql: string; params: unknown[] } } } }
}

interface Target {
  drizzle: Database & { update(table: unknown): Setting }
  find: Find
  primaryDrizzle?: unknown
  sessions: Record<string, { db: Database } | undefined>
  tables: Record<string, Record<symbol, Record<string, Column>>>
  updateOne: Update
}

/** What an update asks and sets, without its values: those of one shape differ in nothing else. */
interface Shape {
  key: string
  /** Texts of the conditions, then what is set. */
  asked: string[]
  set: unknown[]
}

type Param = { asked: number } | { set: number } | { json: number } | { constant: unknown } | 'now'

/** A statement with the places of its values. */
interface Plan {
  sql: string
  params: Param[]
  columns: [key: string, column: Column][]
  /** What Payload makes of the row. */
  doc: (row: Values) => unknown
}

const columnsOf = Symbol.for('drizzle:Columns')

/** Shapes that are kept; a shop asks some dozens. */
const SHAPES = 500

/**
 * Conditional updates (`atomic`) as Payload makes them, without composing the same statement anew each time: as `quickFinds`, the
 * first of a shape (collection, conditions, columns) is composed by Payload and Drizzle with marks in place of its values. Where a
 * mark does not come out exactly once, that shape goes the whole way every time. What the row means to Payload is Payload's.
 */
export function quickUpdates(adapter: TransactionalAdapter): void {
  const target = adapter as unknown as Target
  const { find, updateOne: own } = target
  const plans = new KeptPlans<Plan>(SHAPES)
  target.updateOne = async function (this: unknown, args) {
    const shape = target.primaryDrizzle ? null : shapeOf(args)
    if (!shape) return own.call(this, args)
    const plan = await plans.of(shape.key, () => learn(adapter, { find, own }, args, shape))
    if (!plan) return own.call(this, args)
    const { session } = await databaseOf(target, args.req)
    const statement = { sql: plan.sql, args: plan.params.map((param) => paramOf(param, shape)) as never[] }
    const { rows } = await (session.tx ?? session.client).execute(statement)
    return rows[0] ? plan.doc(rowOf(plan, rows[0])) : null
  }
}

function paramOf(param: Param, { asked, set }: Shape): unknown {
  if (param === 'now') return new Date().toISOString()
  if ('constant' in param) return param.constant
  if ('asked' in param) return asked[param.asked]
  return 'set' in param ? set[param.set] : JSON.stringify(set[param.json])
}

/** The row as Drizzle answers it. */
const rowOf = ({ columns }: Plan, row: ResultSet['rows'][number]): Values =>
  Object.fromEntries(
    columns.map(([key, column]) => {
      const value = row[column.name] ?? null
      return [key, value === null ? null : column.mapFromDriverValue(value)]
    }),
  )

async function learn(
  adapter: TransactionalAdapter,
  { find, own }: { find: Find; own: Update },
  args: UpdateArgs,
  { asked, set }: Shape,
): Promise<Plan | null> {
  const target = adapter as unknown as Target
  const doc = await readerOf(adapter, find, args.collection)
  const askedMarks = asked.map(markOf)
  const setMarks = set.map(setMarkOf)
  const seen: { sql?: string; params?: unknown[]; table?: unknown } = {}
  const update = (table: unknown) => ({
    set: (row: Values) => ({
      where: (where: unknown) => ({
        returning: async () => {
          Object.assign(seen, { table }, target.drizzle.update(table).set(row).where(where).returning().toSQL())
          return []
        },
      }),
    }),
  })
  const since = new Date().toISOString()
  try {
    const { req: _, ...rest } = args
    const marked = { ...rest, where: withValues(args.where as Where, [...askedMarks]), data: withMarks(args.data, [...setMarks]) }
    await own.call(Object.create(target, { drizzle: { value: { update } } }), marked)
  } catch {
    return null
  }
  if (!seen.sql || !seen.params || !doc) return null
  const until = new Date().toISOString()
  const texts = setMarks.map((mark) => (typeof mark === 'object' ? JSON.stringify(mark) : mark))
  const params = seen.params.map((value): Param => {
    if (typeof value === 'string' && isMoment(value) && value >= since && value <= until) return 'now'
    const [askedAt, setAt] = [askedMarks.indexOf(value as string), texts.indexOf(value as never)]
    if (askedAt >= 0) return { asked: askedAt }
    if (setAt < 0) return { constant: value }
    return typeof setMarks[setAt] === 'object' ? { json: setAt } : { set: setAt }
  })
  const places = params.flatMap((param) => (param === 'now' || 'constant' in param ? [] : [JSON.stringify(param)]))
  const each = places.length === askedMarks.length + setMarks.length && new Set(places).size === places.length
  const columns = Object.entries((seen.table as Record<symbol, Record<string, Column>>)[columnsOf] ?? {})
  return each ? { sql: seen.sql, params, columns, doc } : null
}

const setMarkOf = (value: unknown, at: number): unknown => {
  if (typeof value === 'number') return 7_000_000_000_000 + at
  return typeof value === 'string' ? `mark-${at}-to-be-set` : { mark: at }
}

/** Null for everything but plain conditional updates of one row. */
function shapeOf({ collection, data, id, joins, locale, options, returning, select, where }: UpdateArgs): Shape | null {
  const isPlain = options?.atomic === true && !options.upsert && where && id === undefined && returning !== false
  if (!isPlain || joins !== undefined || locale !== undefined || select !== undefined) return null
  const asked: string[] = []
  const set: unknown[] = []
  const skeleton = skeletonOf(where, asked, isFixed)
  if (skeleton === null) return null
  const columns: string[] = []
  for (const [name, value] of Object.entries(data)) {
    const kind = kindOf(value)
    if (kind === null) return null
    if (kind.isSet) set.push(value)
    columns.push(`${name} ${kind.text}`)
  }
  return { key: JSON.stringify([collection, skeleton, columns]), asked, set }
}

/** Numbers in conditions and in steps are few: how many pieces of something. */
const isFixed = (value: unknown): boolean => typeof value === 'boolean' || (typeof value === 'number' && Number.isSafeInteger(value))

/** How a value is written, and whether it has a place of its own; null for what only Payload knows. */
function kindOf(value: unknown): { text: string; isSet: boolean } | null {
  if (value === null || value === undefined || typeof value === 'boolean') return { text: String(value), isSet: false }
  if (typeof value === 'string') return { text: 'text', isSet: true }
  if (typeof value === 'number') return Number.isFinite(value) ? { text: 'number', isSet: true } : null
  if (typeof value !== 'object' || value instanceof Date) return null
  if ('$inc' in value) return isFixed(value.$inc) ? { text: `+${String(value.$inc)}`, isSet: false } : null
  const isCommand = Object.keys(value).some((name) => name.startsWith('$'))
  return isCommand || Array.isArray(value) ? null : { text: 'json', isSet: true }
}

/** The same columns with other values, in the order in which `shapeOf` met them. */
const withMarks = (data: Values, marks: unknown[]): Values =>
  Object.fromEntries(Object.entries(data).map(([name, value]) => [name, kindOf(value)?.isSet ? marks.shift() : value]))
