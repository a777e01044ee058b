import { type SQLiteAdapter, sql } from '@payloadcms/db-sqlite'
import { UnusableDatabase } from '../errors.ts'
import { opening } from '../scope.ts'

/** Writes through the very path that Payload uses, rolls back, and looks. Money must not start without it. */
export async function bootCheck(adapter: SQLiteAdapter): Promise<void> {
  const probe = () => adapter.drizzle.get<{ n: number }>(sql`SELECT count(*) AS n FROM sqlite_master WHERE name = 'boot_check'`)
  const id = String(await opening.run({ label: 'boot check' }, () => adapter.beginTransaction()))
  try {
    const { db } = adapter.sessions[id]!
    await (db as unknown as SQLiteAdapter['drizzle']).run(sql`CREATE TABLE boot_check (id INTEGER PRIMARY KEY)`)
    if ((await probe()).n !== 0) throw new UnusableDatabase('DATABASE_URL: SQLite shows uncommitted changes to other connections')
  } finally {
    await adapter.rollbackTransaction(id)
  }
  if ((await probe()).n !== 0) throw new UnusableDatabase('DATABASE_URL: SQLite did not roll back: there are no transactions here')
}
