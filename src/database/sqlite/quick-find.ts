import type { ResultSet } from '@libsql/client'
import type { Where } from 'payload'
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
  params: ({ at: number } | { constant: unknown })[]
  rows: (found: ResultSet) => Row[]
}

/** Shapes that are kept; a shop asks some hundreds. */
const SHAPES = 2_000

interface Target {
  find: Find
  findGlobal: Find
  drizzle: Database
  sessions: Record<string, { db: Database } | undefined>
}

/**
 * Finds rows as Payload does, without composing the same statement anew each time. The first question of a shape (collection,
 * fields, operators, sort, limit) is composed by Payload and Drizzle with marks in place of its texts; the statement is kept
 * with the places where the marks came out, and so is Drizzle's reader of its rows. Where a mark does not come out exactly once
 * (numbers, joins), that shape goes the whole way every time. What a row means to Payload is still
 * Payload's: it gets the rows as if Drizzle had fetched them.
 */
export function quickFinds(adapter: TransactionalAdapter): void {
  const target = adapter as unknown as Target
  const plans = new KeptPlans<Plan>(SHAPES)
  target.find = quick(target, target.find, plans, shapeOf)
  target.findGlobal = quick(target, target.findGlobal, plans, shapeOfGlobal)
}

export type Find = (args: FindArgs) => Promise<unknown>

function quick(target: Target, own: Find, plans: KeptPlans<Plan>, shaped: (args: FindArgs) => Shape | null): Find {
  return async function (this: unknown, args) {
    const shape = shaped(args)
    if (!shape) return own.call(this, args)
    const plan = await plans.of(shape.key, () => learn(target, own, args, shape))
    if (!plan) return own.call(this, args)
    const { session } = await databaseOf(target, args.req)
    const params = plan.params.map((one) => ('at' in one ? shape.values[one.at] : one.constant)) as never[]
    const rows = plan.rows(await (session.tx ?? session.client).execute({ sql: plan.sql, args: params }))
    return asIf(target, own, { ...args, ...leastWork }, async () => rows)
  }
}

/** What Payload composes its question from, and nothing that it does to the rows: with the statement known, that is work for nothing. */
const leastWork = { where: {}, sort: 'id', select: { id: true } }

/** Answers what Payload makes of these rows of a collection. */
export const docsOf = async (adapter: TransactionalAdapter, own: Find, collection: string, rows: Row[]): Promise<unknown[]> =>
  (
    (await asIf(adapter as unknown as Target, own, { collection, limit: 0, pagination: false, ...leastWork }, async () => rows)) as {
      docs: unknown[]
    }
  ).docs

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
  const seen: { prepared?: Prepared } = {}
  try {
    const marked = { ...args, ...(args.where ? { where: withValues(args.where, [...marks]) } : {}) }
    await asIf(target, own, marked, async (config, table) => {
      seen.prepared = target.drizzle.query[table]?.findMany(config).prepare()
      return []
    })
  } catch {
    return null
  }
  const { query, customResultMapper: read } = seen.prepared ?? {}
  if (!query || !read) return null
  // Beside each id of a list of references Payload asks for the number that it begins with, which no id of ours is.
  const params = query.params.map((value) =>
    typeof value === 'string' && value !== 'NaN' ? { at: marks.indexOf(value) } : { constant: value },
  )
  const places = params.flatMap((one) => ('at' in one ? [one.at] : []))
  const each = places.length === marks.length && new Set(places).size === marks.length && !places.includes(-1)
  return each ? { sql: query.sql, params, rows: ({ rows }) => read(rows, cellOf) } : null
}

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
