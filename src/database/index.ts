import type { DatabaseAdapter, DatabaseAdapterObj, Migration, Payload } from 'payload'
import type { Clock } from '../lib/clock.ts'
import { UnusableDatabase } from './errors.ts'
import type { Faults } from './faults.ts'
import { mongoWithTransactions } from './mongo/adapter.ts'
import { sqliteWithTransactions } from './sqlite/adapter.ts'
import type { SqliteOptions } from './sqlite/options.ts'

export { isDuplicateKey } from './duplicate-key.ts'
export {
  CommitUnknown,
  DiskRefused,
  ForcedCommitFailure,
  ForgottenReq,
  MigrationFailed,
  SecondWriter,
  TransactionConflict,
  TransactionEnded,
  UnusableDatabase,
  WriteLockTimeout,
  WriterClosed,
} from './errors.ts'
export type { Faults } from './faults.ts'
export { announce } from './sqlite/schema-check.ts'
export { makeTx, type Tx, type TxFrom, type TxOptions } from './tx.ts'

/** A generated migration. Its `up` says what it takes (`MigrateUpArgs`), where Payload's own type says `unknown`. */
export type CommittedMigration = { down?: (args: never) => Promise<unknown>; name: string; up: (args: never) => Promise<unknown> }

export type DatabaseOptions = {
  /** `file:…` (SQLite) or `mongodb://…?replicaSet=…`, `mongodb+srv://…` (a MongoDB replica set). */
  url: string
  /** Slugs of collections that only ever grow. On MongoDB a database role guards them: docs/mongodb-append-only-role.md. */
  appendOnly?: string[] | undefined
  clock?: Clock | undefined
  /** Test-only faults; `true` reads FAIL_COMMIT. The object may be changed while the server runs. Never active in production. */
  faults?: Faults | boolean | undefined
  /** Where `payload migrate:create` writes. */
  migrationDir?: string | undefined
  /** SQLite's committed migrations, applied at boot whatever NODE_ENV says. */
  migrations?: CommittedMigration[] | undefined
  /** MongoDB has no tables; these change documents. */
  mongoMigrations?: CommittedMigration[] | undefined
  /** SQLite only, instead of migrations: fit the tables to the code (development and small tests). */
  push?: boolean | undefined
  sqlite?:
    | Pick<SqliteOptions, 'backupDir' | 'busyMs' | 'indexes' | 'kept' | 'lockWaitMs' | 'logger' | 'maxHoldMs' | 'shutdownMs'>
    | undefined
}

export type DatabaseKind = 'mongodb' | 'sqlite'

/** Which database a URL names. Throws UnusableDatabase for anything else; passwords stay out of the message. */
export function databaseKind(url: string | undefined): DatabaseKind {
  if (url?.startsWith('file:')) return 'sqlite'
  if (url && /^mongodb(\+srv)?:\/\//.test(url)) return 'mongodb'
  const scheme = /^[\w+.-]+:/.exec(url ?? '')?.[0]
  throw new UnusableDatabase(
    'DATABASE_URL has to begin with file: (SQLite), mongodb:// or mongodb+srv:// (a MongoDB replica set); ' +
      (scheme ? `it begins with ${scheme}` : 'it is empty or has no scheme'),
  )
}

/** The database that DATABASE_URL names, for `db` of the Payload config. Ids are ours on both: the collections' own `id` fields. */
export function databaseAdapter(options: DatabaseOptions): DatabaseAdapterObj {
  const { appendOnly = [], migrationDir, mongoMigrations, sqlite, url } = options
  const dir = migrationDir ? { migrationDir } : {}
  const faults = faultsOf(options.faults)
  if (databaseKind(url) === 'mongodb') {
    return mongoWithTransactions({ ...dir, faults, migrations: asMigrations(mongoMigrations), url }) as unknown as DatabaseAdapterObj
  }
  const { clock, migrations, push } = options
  const tables = appendOnly.map((slug) => slug.replaceAll('-', '_'))
  const given = { ...sqlite, ...dir, appendOnly: tables, clock, faults, migrations: asMigrations(migrations), push }
  return sqliteWithTransactions({ ...given, client: { url } }) as unknown as DatabaseAdapterObj
}

const asMigrations = (committed: CommittedMigration[] | undefined) => committed as Migration[] | undefined

function faultsOf(given: Faults | boolean | undefined): Faults {
  if (typeof given === 'object') return given
  return given ? { failCommit: process.env.FAIL_COMMIT || undefined } : {}
}

/** What the two adapters have beyond Payload's interface. */
export type DatabaseExtras = {
  /** A checked copy of the SQLite file while the server writes; throws on MongoDB, which has tools of its own. */
  backup: (to: string) => Promise<void>
  faults: Faults
  /** SQLite only: why nothing is written any more (the disk has refused to keep what was); undefined while all is well. */
  trouble?: () => string | undefined
  /** SQLite only: who holds the write lock now, and how many wait. */
  writeLock?: () => { holder?: string | undefined; waiting: number }
}

/** The running adapter with those extras. */
export function databaseOf(payload: Pick<Payload, 'db'>): DatabaseAdapter & DatabaseExtras {
  return payload.db as unknown as DatabaseAdapter & DatabaseExtras
}
