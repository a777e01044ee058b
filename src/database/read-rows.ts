import type { PayloadRequest } from 'payload'

type Value = string | number | null
type Execute = (statement: { sql: string; args: Value[] }) => Promise<{ rows: Readonly<Record<string, unknown>>[] }>

/** The part of Payload's Drizzle adapter that a read of one's own needs. */
interface SqliteAdapter {
  name: string
  drizzle: Database
  sessions: Record<string, { db: Database } | undefined>
}
interface Database {
  session: { tx?: { execute: Execute }; client: { execute: Execute } }
}

/**
 * Rows of a SELECT below Payload, for sums over many rows that the database makes in one statement; null where the database is not
 * SQLite: the caller then asks Payload. Reads what the request's open transaction wrote. Only for `store` files (ADR 0015): no access
 * rule, hook or default runs, and columns are called as in the table. Values go in as arguments, never into the text.
 */
export async function readRows(req: PayloadRequest, sql: string, args: Value[] = []): Promise<Readonly<Record<string, unknown>>[] | null> {
  const adapter = req.payload.db as unknown as SqliteAdapter
  if (adapter.name !== 'sqlite') return null
  const transaction = await req.transactionID
  const database = (transaction === undefined ? undefined : adapter.sessions[String(transaction)]?.db) ?? adapter.drizzle
  const { session } = database
  return (await (session.tx ? session.tx.execute({ sql, args }) : session.client.execute({ sql, args }))).rows
}
