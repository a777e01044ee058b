import type { SQLiteAdapter, sqliteAdapter } from '@payloadcms/db-sqlite'
import type { Migration } from 'payload'
import type { Clock } from '../../lib/clock.ts'
import type { Faults } from '../faults.ts'
import type { ListIndex } from './indexes.ts'

type SqliteArgs = Parameters<typeof sqliteAdapter>[0]

export type SqliteOptions = Omit<SqliteArgs, 'busyTimeout' | 'prodMigrations' | 'push' | 'transactionOptions' | 'wal'> & {
  /** Tables that only ever grow: triggers refuse UPDATE and DELETE. */
  appendOnly?: string[] | undefined
  /** Where copies go before a migration; `backups` beside the database unless given. */
  backupDir?: string | undefined
  /** How long SQLite itself waits for a foreign process (a `sqlite3` shell), in ms. It stops the event loop meanwhile. */
  busyMs?: number | undefined
  clock?: Clock | undefined
  /** Test-only faults. */
  faults?: Faults | undefined
  /** Beyond those that fields and parents have. */
  indexes?: ListIndex[] | undefined
  /** Slugs of what is read much and written seldom: answers about it are kept until it is written. */
  kept?: string[] | undefined
  /** How long a writer waits for its turn, in ms. */
  lockWaitMs?: number | undefined
  /** How long a transaction may hold the lock before it is rolled back by force, in ms. At least twice `lockWaitMs`. */
  maxHoldMs?: number | undefined
  /** Committed migrations. What the file has not seen is applied at every boot, in production and elsewhere. */
  migrations?: Migration[] | undefined
  /** Instead of migrations, change the tables to fit the code (development and small tests). Refused beside `migrations`. */
  push?: boolean | undefined
  /** How long a shutdown waits for running transactions, in ms. */
  shutdownMs?: number | undefined
}

export type TransactionalAdapter = SQLiteAdapter & {
  /** Copies the database to `file` while the server writes. */
  backup: (file: string) => Promise<void>
  faults: Faults
  /** Why nothing is written any more, when the disk has refused. */
  trouble: () => string | undefined
  /** Who holds the write lock now, and how many wait. */
  writeLock: () => { holder?: string | undefined; waiting: number }
}
