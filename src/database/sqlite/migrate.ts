import path from 'node:path'
import { type SQLiteAdapter, sql } from '@payloadcms/db-sqlite'
import { createLocalReq, type Migration, type Payload, readMigrationFiles } from 'payload'
import type { Clock } from '../../lib/clock.ts'
import { MigrationFailed, UnusableDatabase } from '../errors.ts'
import { type Opening, opening } from '../scope.ts'
import { installGuards } from './append-only.ts'
import type { TransactionalAdapter } from './options.ts'
import { brokenReferences, countRows, lostRows, takeAnnouncement } from './schema-check.ts'

type Drizzle = SQLiteAdapter['drizzle']

type Args = { adapter: TransactionalAdapter; appendOnly: string[]; backupDir: string; clock: Clock; migrations?: Migration[] | undefined }

const migrationsTable = 'payload_migrations'

/**
 * Applies what is pending in one transaction, or nothing at all. Replaces Payload's `migrate`
 * (@payloadcms/drizzle/migrate.js), which keeps foreign keys on, cascades, and ends the process on failure.
 */
export async function migrate({ adapter, appendOnly, backupDir, clock, migrations }: Args): Promise<void> {
  const { payload } = adapter
  const { applied, batch, empty } = await history(adapter.drizzle)
  const all = migrations ?? (await readMigrationFiles({ payload }))
  const pending = all.filter(({ name }) => !applied.has(name))
  if (pending.length === 0) return

  const saved = empty ? undefined : path.join(backupDir, `before-${pending[0]!.name}-${clock.now().getTime()}.db`)
  if (saved) await adapter.backup(saved)
  payload.logger.info(`Migrations to apply: ${pending.length}${saved ? `, backup at ${saved}` : ''}`)
  await applyAll({ adapter, appendOnly, batch: batch + 1, payload, pending, saved })
  payload.logger.info(`Applied ${pending.map(({ name }) => name).join(', ')}`)
}

async function applyAll(args: {
  adapter: TransactionalAdapter
  appendOnly: string[]
  batch: number
  payload: Payload
  pending: Migration[]
  saved: string | undefined
}): Promise<void> {
  const { adapter, appendOnly, batch, payload, pending, saved } = args
  const how: Opening = { foreignKeys: false, label: 'migrations', maxHoldMs: Infinity }
  const transactionID = String(await opening.run(how, () => adapter.beginTransaction()))
  let current = pending[0]!.name
  try {
    const db = adapter.sessions[transactionID]!.db as unknown as Drizzle
    for (const migration of pending) {
      current = migration.name
      await applyOne({ batch, db, migration, payload, transactionID })
    }
    await installGuards((statement) => db.run(sql.raw(statement)), appendOnly)
    await adapter.commitTransaction(transactionID)
  } catch (error) {
    await adapter.rollbackTransaction(transactionID)
    throw new MigrationFailed(current, saved, error)
  }
}

async function applyOne(args: {
  batch: number
  db: Drizzle
  migration: Migration
  payload: Payload
  transactionID: string
}): Promise<void> {
  const { batch, db, migration, payload, transactionID } = args
  const req = await createLocalReq({ req: { transactionID } }, payload)
  const before = await countRows(db)
  await migration.up({ db, payload, req })
  const wrong = [...lostRows(before, await countRows(db), takeAnnouncement(req)), ...(await brokenReferences(db))]
  if (wrong.length > 0) throw new Error(`It would damage data: ${wrong.slice(0, 10).join('; ')}.`)
  await payload.db.create({ collection: 'payload-migrations', data: { batch, name: migration.name }, req })
}

/** Which migrations the file has seen. A file that was pushed in development has no history to go on from. */
async function history(db: Drizzle): Promise<{ applied: Set<string>; batch: number; empty: boolean }> {
  const tables = await db.all<{ name: string }>(sql`SELECT name FROM sqlite_master WHERE type = 'table'`)
  const empty = tables.length === 0
  if (!tables.some(({ name }) => name === migrationsTable)) return { applied: new Set(), batch: 0, empty }
  const rows = await db.all<{ batch: number; name: string }>(sql`SELECT name, batch FROM ${sql.identifier(migrationsTable)}`)
  if (rows.some(({ batch }) => batch === -1)) {
    throw new UnusableDatabase(
      'The database of DATABASE_URL was made by a development push and cannot be migrated: start from a migrated file.',
    )
  }
  return { applied: new Set(rows.map(({ name }) => name)), batch: Math.max(0, ...rows.map((row) => row.batch)), empty }
}
