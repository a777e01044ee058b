import type { PayloadRequest, Where } from 'payload'
import { type TouchRecord, touchColumns } from './index.ts'
import { REPEAT_WINDOW_MS } from './recent-touches.ts'

const COLLECTION = 'touches'
/** Rows of one statement: few enough that the statements of all shorter rests stay prepared, too. */
const ROWS = 25

/** The part of Payload's Drizzle adapter that a bulk insert needs. */
interface SqliteAdapter {
  name: string
  tables: Record<string, Record<string, { name: string } | undefined> | undefined>
  sessions: Record<string, { db: { session: { tx: { execute: Execute } } } } | undefined>
}
type Execute = (statement: { sql: string; args: (string | null)[] }) => Promise<{ rows: { id?: unknown }[] }>

/** The same of the Mongoose adapter. */
interface MongoAdapter {
  name: string
  collections: Record<string, { collection: { bulkWrite(operations: object[], options: object): Promise<BulkAnswer> } } | undefined>
  sessions: Record<string, object | undefined>
}
/** Ids of what was not there before, by the operation's place. */
interface BulkAnswer {
  upsertedIds: Record<number, unknown>
}

/**
 * Inserts touches inside the caller's transaction; ids that are there already are ignored, so a replay may come twice.
 * Answers those that were not there, each once: what is counted about touches is counted of these, in the same transaction.
 * Raw bulk writes: 500 rows through Payload's operations hold the one write connection (shared with money) for about 300 ms.
 * Throws when the request carries no open transaction: the journal removes its own copy on the strength of the COMMIT.
 */
export async function insertTouches(req: PayloadRequest, touches: readonly TouchRecord[]): Promise<TouchRecord[]> {
  const transaction = await req.transactionID
  const { db } = req.payload
  const session = transaction === undefined ? undefined : db.sessions?.[transaction]
  if (transaction === undefined || !session) throw new Error('insertTouches needs a transaction: call it inside ctx.tx')
  const unique = new Map<string, TouchRecord>()
  for (const touch of touches) if (!unique.has(touch.id)) unique.set(touch.id, touch)
  const insert = db.name === 'sqlite' ? insertSqlite : insertMongo
  const fresh = await insert(db as unknown as SqliteAdapter & MongoAdapter, String(transaction), [...unique.values()])
  return touches.filter(({ id }) => fresh.delete(id))
}

/** How many clicks are stored, of one piece or of all pieces together. */
export async function countClicks(req: PayloadRequest, piece: string | null): Promise<number> {
  const where: Where = { and: [{ kind: { equals: 'click' } }, { piece: piece === null ? { exists: true } : { equals: piece } }] }
  return (await req.payload.db.count({ collection: COLLECTION, where, req })).totalDocs
}

/** Touches of the last 30 seconds before `now`, to fill `RecentTouches` after a start (ATT-03 across a restart). */
export async function loadRecentTouches(
  req: PayloadRequest,
  now: Date,
): Promise<{ id: string; at: number; visitor: string | null; link: string | null }[]> {
  const { docs } = await req.payload.db.find<{ id: string; at: string; visitor?: string | null; link?: string | null }>({
    collection: COLLECTION,
    where: { at: { greater_than_equal: new Date(now.getTime() - REPEAT_WINDOW_MS).toISOString() } },
    sort: 'at',
    limit: 10_000,
    pagination: false,
    req,
  })
  return docs.map(({ id, at, visitor, link }) => ({ id, at: new Date(at).getTime(), visitor: visitor ?? null, link: link ?? null }))
}

/**
 * Prepared statements of some rows each, below Drizzle: a touch took twice as long as one JSON text for many that SQLite takes
 * apart itself, and several times as long when Drizzle composes the statement. Nearly always all rows are new; where a
 * statement finds one that is there already it has done nothing, and its rows are asked for one by one.
 */
async function insertSqlite(adapter: SqliteAdapter, transaction: string, touches: readonly TouchRecord[]): Promise<Set<string>> {
  const table = adapter.tables[COLLECTION]
  const tx = adapter.sessions[transaction]?.db.session.tx
  if (!table || !tx) throw new Error(`the database has no table ${COLLECTION}`)
  const into = `INSERT INTO "${COLLECTION}" (${fields.map((field) => `"${columnOf(table, field)}"`).join(', ')}) VALUES`
  const fresh = new Set<string>()
  for (let from = 0; from < touches.length; from += ROWS) {
    const part = touches.slice(from, from + ROWS)
    const sql = `${into} ${part.map(() => marks).join(', ')}`
    try {
      await tx.execute({ sql, args: part.flatMap(valuesOf) })
      for (const { id } of part) fresh.add(id)
    } catch (error) {
      if (!isConstraint(error)) throw error
      for (const touch of part) if (await insertNew(tx.execute.bind(tx), into, touch)) fresh.add(touch.id)
    }
  }
  return fresh
}

const fields = ['id', ...touchColumns] as const
const marks = `(${fields.map(() => '?').join(', ')})`
const valuesOf = (touch: TouchRecord): (string | null)[] => fields.map((field) => (field === 'at' ? isoTime(touch) : touch[field]))

/** Whether a touch was not there before. */
async function insertNew(execute: Execute, into: string, touch: TouchRecord): Promise<boolean> {
  const sql = `${into} ${marks} ON CONFLICT DO NOTHING RETURNING id`
  return (await execute({ sql, args: valuesOf(touch) })).rows.length > 0
}

/** SQLite undoes the statement that breaks a rule, and nothing else of the transaction. */
const isConstraint = (error: unknown): boolean => String((error as { code?: unknown }).code).startsWith('SQLITE_CONSTRAINT')

function columnOf(table: Record<string, { name: string } | undefined>, field: string): string {
  const name = table[field]?.name
  if (!name) throw new Error(`the table ${COLLECTION} has no column for ${field}`)
  return name
}

/** `$setOnInsert` by id: a plain insert of a known id would end the whole transaction there. */
async function insertMongo(adapter: MongoAdapter, transaction: string, touches: readonly TouchRecord[]): Promise<Set<string>> {
  const model = adapter.collections[COLLECTION]
  if (!model) throw new Error(`the database has no collection ${COLLECTION}`)
  const operations = touches.map((touch) => {
    const time = new Date(touch.at)
    const known = Object.fromEntries(touchColumns.map((name) => [name, touch[name]]))
    const update = { $setOnInsert: { ...known, at: time, createdAt: time, updatedAt: time } }
    return { updateOne: { filter: { _id: touch.id }, update, upsert: true } }
  })
  const { upsertedIds } = await model.collection.bulkWrite(operations, { ordered: true, session: adapter.sessions[transaction] })
  return new Set(Object.values(upsertedIds).map(String))
}

/** As Payload stores times in SQLite. */
const isoTime = ({ at }: TouchRecord): string => new Date(at).toISOString()
