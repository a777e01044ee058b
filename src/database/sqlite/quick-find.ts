import type { ResultSet } from '@libsql/client'
import type { Where } from 'payload'
import type { KeptAnswers } from './kept-answers.ts'
import { KeptPlans } from './kept-plans.ts'
import type { TransactionalAdapter } from './options.ts'

type Execute = (statement: { sql: string; args: never[] }) => Promise<ResultSet>

/** A transaction or the connection outside, as Drizzle has it. */
interface Database {
  session: { tx?: { execute: Execute }; client: { execute: Execute } }
  query: Record<string, { findMany(config: unknown): { prepare(): Prepared } }>
}

interface Prepared {
  query: { sql: string; params: unknown[] }
  customResultMapper?: (rows: unknown[], cell: (value: unknown) => unknown) => Row[]
}

type Row = Record<string, unknown>

interface FindArgs {
  collection?: string
  /** Of a global. */
  slug?: string
  draftsEnabled?: boolean
  joins?: unknown
  limit?: number
  locale?: string
  page?: number
  pagination?: boolean
  req?: { transactionID?: unknown }
  select?: unknown
  sort?: unknown
  where?: Where
}

/** What is asked, without its values: those of one shape differ in nothing else. */
interface Shape {
  key: string
  values: string[]
}

/** A statement with the places of its values. */
interface Plan {
  sql: string
  /** That it reads, and perhaps others that are called like one of its columns. */
  tables: string[]
  params: ({ at: number } | { constant: unknown })[]
  docs: (found: ResultSet) => unknown[]
}

/** Shapes that are kept; a shop asks some hundreds. */
const SHAPES = 2_000

interface Target {
  find: Find
  findGlobal: Find
  drizzle: Database
  sessions: Record<string, { db: Database } | undefined>
  tables: Record<string, unknown>
}

/**
 * Finds rows as Payload does, without composing the same statement anew each time. The first question of a shape (collection,
 * fields, operators, sort, limit) is composed by Payload and Drizzle with marks in place of its texts; the statement is kept
 * with the places where the marks came out, and so are Drizzle's reader of its rows and what Payload makes of each. Where a mark
 * does not come out exactly once (numbers, joins), that shape goes the whole way every time.
 */
export function quickFinds(adapter: TransactionalAdapter, kept: Kept): void {
  const target = adapter as unknown as Target
  const memory = { plans: new KeptPlans<Plan>(SHAPES), kept }
  target.find = quick(target, target.find, memory, { shaped: shapeOf, answer: pageOf })
  target.findGlobal = quick(target, target.findGlobal, memory, { shaped: shapeOfGlobal, answer: globalOf })
}

export type Find = (args: FindArgs) => Promise<unknown>

/** Collections and globals whose answers are kept. */
interface Kept {
  slugs: ReadonlySet<string>
  answers: KeptAnswers
}

interface Memory {
  plans: KeptPlans<Plan>
  kept: Kept
}

/** A kind of question: what it asks, and what its documents are answered in. */
interface Kind {
  shaped(args: FindArgs): Shape | null
  answer(args: FindArgs, docs: unknown[]): unknown
}

function quick(target: Target, own: Find, { plans, kept }: Memory, { shaped, answer }: Kind): Find {
  return async function (this: unknown, args) {
    const shape = shaped(args)
    if (!shape) return own.call(this, args)
    const plan = await plans.of(shape.key, () => learn(target, own, args, shape))
    if (!plan) return own.call(this, args)
    const { session } = await databaseOf(target, args.req)
    const ask = async () => {
      const params = plan.params.map((one) => ('at' in one ? shape.values[one.at] : one.constant)) as never[]
      return answer(args, plan.docs(await (session.tx ?? session.client).execute({ sql: plan.sql, args: params })))
    }
    if (!kept.slugs.has(args.collection ?? args.slug ?? '')) return ask()
    const question = shape.key + JSON.stringify(shape.values)
    return kept.answers.of({ question, tables: plan.tables, inside: session.tx !== undefined }, ask)
  }
}

/** The one page that Payload answers where nobody wants pages. */
const pageOf = ({ limit }: FindArgs, docs: unknown[]): unknown => ({
  ...{ docs, hasNextPage: false, hasPrevPage: false, limit, nextPage: null, page: 1 },
  ...{ pagingCounter: 1, prevPage: null, totalDocs: docs.length, totalPages: 1 },
})

const globalOf = ({ slug }: FindArgs, [doc]: unknown[]): unknown => (doc ? Object.assign(doc, { globalType: slug }) : {})

type Reader = (row: Row) => unknown

/** What Payload makes of a row of a collection; null where it does not say. */
export const readerOf = async (adapter: TransactionalAdapter, own: Find, collection: string): Promise<Reader | null> => {
  const seen: { reader?: Reader } = {}
  await asIf(adapter as unknown as Target, own, { collection, limit: 0, pagination: false }, async () => handing(seen))
  return seen.reader ?? null
}

/** No rows, of which Payload tells what it would do to each: it maps them. */
const handing = (seen: { reader?: Reader }): Row[] =>
  Object.assign([] as Row[], {
    map: (reader: Reader) => {
      seen.reader = reader
      return []
    },
  })

/** Where Payload would ask: the transaction of a request, which must be open, or the connection outside. */
export async function databaseOf({ sessions, drizzle }: Pick<Target, 'sessions' | 'drizzle'>, req: FindArgs['req']): Promise<Database> {
  const id = await req?.transactionID
  return (id ? sessions[String(id)]?.db : undefined) ?? drizzle
}

/** Payload's own way through a question, with `fetch` in place of Drizzle's query. */
function asIf(target: Target, own: Find, args: FindArgs, fetch: (config: unknown, table: string) => Promise<Row[]>): Promise<unknown> {
  const query = new Proxy({}, { get: (_none, table) => ({ findMany: (config: unknown) => fetch(config, String(table)) }) })
  const { req: _, ...rest } = args
  return own.call(Object.create(target as object, { drizzle: { value: { query } } }), rest)
}

/** A text that stands for another of its kind and comes nowhere else. */
export const markOf = (value: string, at: number): string => (isMoment(value) ? new Date(at + 1).toISOString() : `mark-${at}-of-a-value`)

async function learn(target: Target, own: Find, args: FindArgs, { values }: Shape): Promise<Plan | null> {
  const marks = values.map(markOf)
  const seen: { prepared?: Prepared; reader?: Reader } = {}
  try {
    const marked = { ...args, ...(args.where ? { where: withValues(args.where, [...marks]) } : {}) }
    await asIf(target, own, marked, async (config, table) => {
      seen.prepared = target.drizzle.query[table]?.findMany(config).prepare()
      return handing(seen)
    })
  } catch {
    return null
  }
  const { query, customResultMapper: read } = seen.prepared ?? {}
  const { reader } = seen
  if (!query || !read || !reader) return null
  // Beside each id of a list of references Payload asks for the number that it begins with, which no id of ours is.
  const params = query.params.map((value) =>
    typeof value === 'string' && value !== 'NaN' ? { at: marks.indexOf(value) } : { constant: value },
  )
  const places = params.flatMap((one) => ('at' in one ? [one.at] : []))
  const each = places.length === marks.length && new Set(places).size === marks.length && !places.includes(-1)
  const docs: Plan['docs'] = ({ rows }) => read(rows, cellOf).map((row) => reader(row))
  return each ? { sql: query.sql, tables: tablesIn(query.sql, target.tables), params, docs } : null
}

/** Every name in the statement that a table has: rather one too many than one too few. */
const tablesIn = (sql: string, tables: Target['tables']): string[] => [
  ...new Set([...sql.matchAll(/"(\w+)"/g)].flatMap(([, name]) => (name !== undefined && Object.hasOwn(tables, name) ? [name] : []))),
]

const cellOf = (value: unknown): unknown => (value instanceof ArrayBuffer ? Buffer.from(value) : value)

/** Null for what is always asked the whole way: pages with counts, joins, and conditions whose values are more than texts. */
function shapeOf({ collection, draftsEnabled, joins, limit, locale, page, pagination, select, sort, where }: FindArgs): Shape | null {
  const joined = joins !== undefined && joins !== false && Object.keys(joins as object).length > 0
  if (joined || (page ?? 1) !== 1 || (pagination !== false && limit !== 0)) return null
  const values: string[] = []
  const skeleton = where ? skeletonOf(where, values) : ''
  if (skeleton === null || values.length > 200) return null
  return { key: JSON.stringify([collection, limit, locale, select, sort, draftsEnabled, joins, skeleton]), values }
}

const shapeOfGlobal = ({ slug, locale, select, where }: FindArgs): Shape | null =>
  where && Object.keys(where).length > 0 ? null : { key: JSON.stringify(['global', slug, locale, select]), values: [] }

/** Texts that Payload may read as something else. */
const notPlain = new Set(['', 'null', 'true', 'false'])
const simple = new Set(['equals', 'not_equals', 'in', 'less_than', 'less_than_equal', 'greater_than', 'greater_than_equal'])
/** A moment as we write it: Payload reads it as a date and writes it as it was. */
export const isMoment = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text
const isPlain = (value: unknown): value is string => typeof value === 'string' && !notPlain.has(value)

/** Whether a value belongs to the shape itself, as it stands. */
type IsFixed = (value: unknown) => boolean
const isBoolean: IsFixed = (value) => typeof value === 'boolean'

/** The conditions without their texts, which are added to `values` in order. Null where a value is neither a text nor fixed. */
export function skeletonOf(where: Where, values: string[], isFixed: IsFixed = isBoolean): string | null {
  const parts: string[] = []
  for (const [name, condition] of Object.entries(where)) {
    const part = Array.isArray(condition)
      ? listOf(condition, values, isFixed)
      : condition && typeof condition === 'object'
        ? operatorsOf(condition as Record<string, unknown>, values, isFixed)
        : null
    if (part === null) return null
    parts.push(`${name}(${part})`)
  }
  return parts.join()
}

function listOf(conditions: readonly Where[], values: string[], isFixed: IsFixed): string | null {
  const parts = conditions.map((one) => skeletonOf(one, values, isFixed))
  return parts.includes(null) ? null : parts.join('|')
}

function operatorsOf(condition: Record<string, unknown>, values: string[], isFixed: IsFixed): string | null {
  const parts: string[] = []
  for (const [operator, value] of Object.entries(condition)) {
    const texts = operator === 'in' && Array.isArray(value) ? value : [value]
    if (simple.has(operator) && texts.length > 0 && texts.every(isPlain)) {
      values.push(...texts)
      parts.push(`${operator} ${texts.map((text) => (isMoment(text) ? 'd' : 't')).join('')}`)
    } else if (isFixed(value)) parts.push(`${operator} ${value}`)
    else return null
  }
  return parts.join('&')
}

/** The same conditions with other texts, in the order in which `skeletonOf` met them. */
export function withValues(where: Where, values: string[]): Where {
  return Object.fromEntries(
    Object.entries(where).map(([name, condition]) => {
      if (Array.isArray(condition)) return [name, condition.map((one) => withValues(one, values))]
      const operators = Object.entries(condition as Record<string, unknown>).map(([operator, value]) => {
        if (Array.isArray(value)) return [operator, value.map(() => values.shift())]
        return [operator, typeof value === 'string' ? values.shift() : value]
      })
      return [name, Object.fromEntries(operators)]
    }),
  ) as Where
}
