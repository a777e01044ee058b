import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Client } from '@libsql/client'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import type { Migration, Payload } from 'payload'
import { systemClock } from '../../lib/clock.ts'
import { markDuplicates, undoFailedJobs } from '../guarded-methods.ts'
import { refuseToDrop } from '../refuse-to-drop.ts'
import { installGuards, verifyGuards } from './append-only.ts'
import { backup } from './backup.ts'
import { bootCheck } from './boot-check.ts'
import { Checkpoints } from './checkpoints.ts'
import { lockedClient } from './client.ts'
import { databaseFile, openReader, openWriter, refuseUnusable } from './connection.ts'
import { installDepthGuard } from './depth-guard.ts'
import { installIndexes } from './indexes.ts'
import { KeptAnswers } from './kept-answers.ts'
import { leanTransactions } from './lean-transactions.ts'
import { LogSync } from './log-sync.ts'
import { migrate } from './migrate.ts'
import type { SqliteOptions, TransactionalAdapter } from './options.ts'
import { quickCreates } from './quick-create.ts'
import { quickFinds } from './quick-find.ts'
import { quickInserts } from './quick-insert.ts'
import { quickUpdates } from './quick-update.ts'
import { SingleWriter } from './single-writer.ts'
import { TableWrites } from './table-writes.ts'
import { Transactions } from './transactions.ts'
import { WriteLock } from './write-lock.ts'

type Settings = ReturnType<typeof settingsOf>

/** Payload's SQLite adapter with transactions that hold: ADR 0002. */
export function sqliteWithTransactions(options: SqliteOptions): ReturnType<typeof sqliteAdapter> {
  const settings = settingsOf(options)
  const base = sqliteAdapter({ ...settings.args, push: settings.push, transactionOptions: {} })
  const init = ({ payload }: { payload: Payload }) => assemble(base.init({ payload }) as unknown as TransactionalAdapter, settings)
  return { ...base, init } as unknown as ReturnType<typeof sqliteAdapter>
}

function settingsOf(options: SqliteOptions) {
  const {
    appendOnly = [],
    backupDir,
    busyMs = 2000,
    clock = systemClock,
    faults = {},
    indexes = [],
    kept = [],
    lockWaitMs = 15_000,
    maxHoldMs = 30_000,
    migrations,
    push = false,
    shutdownMs = 5000,
    ...args
  } = options
  if (maxHoldMs < 2 * lockWaitMs) throw new Error('maxHoldMs must be at least twice lockWaitMs: a waiter has to give up first')
  if (push && migrations) throw new Error('A database is either pushed or migrated: give `push` or `migrations`, not both')
  const file = databaseFile(args.client.url)
  const backups = backupDir ?? path.join(path.dirname(file), 'backups')
  return { appendOnly, args, backups, busyMs, clock, faults, file, indexes, kept, lockWaitMs, maxHoldMs, migrations, push, shutdownMs }
}

function assemble(adapter: TransactionalAdapter, settings: Settings): TransactionalAdapter {
  const { appendOnly, backups, clock, faults, file } = settings
  const { connect, destroy } = adapter
  const transactions = new Transactions(adapter, faults)
  const door = new Door(adapter, settings, transactions)

  Object.assign(adapter, noWayBack, {
    backup: (to: string) => backup(file, to),
    beginTransaction: () => transactions.begin(),
    commitTransaction: (id: string) => transactions.commit(id),
    connect: async (how?: Parameters<NonNullable<typeof connect>>[0]) => {
      refuseToDrop()
      await door.open()
      try {
        await connect?.call(adapter, how)
        leanTransactions(adapter.drizzle)
        await makeReady(adapter, settings)
      } catch (error) {
        await door.close()
        throw error
      }
    },
    destroy: async () => {
      await door.close()
      await destroy?.call(adapter)
    },
    faults,
    migrate: (given?: { migrations?: Migration[] }) =>
      migrate({ adapter, appendOnly, backupDir: backups, clock, migrations: given?.migrations }),
    rollbackTransaction: (id: string) => transactions.rollback(id),
    sessions: transactions.sessions(),
    trouble: () => door.trouble(),
    writeLock: () => door.state(),
  })
  quickUpdates(adapter)
  quickFinds(adapter, { slugs: new Set(settings.kept), answers: new KeptAnswers(door.writes, () => door.version()) })
  quickInserts(adapter)
  quickCreates(adapter)
  undoFailedJobs(adapter, (id) => transactions.rollback(id))
  markDuplicates(adapter)
  return adapter
}

/** Nothing is served before this: transactions tried, migrations applied, guards in place and tried. */
async function makeReady(adapter: TransactionalAdapter, { appendOnly, indexes, migrations }: Settings): Promise<void> {
  await bootCheck(adapter)
  if (migrations) await adapter.migrate({ migrations })
  const execute = (statement: string) => adapter.client.execute(statement)
  await installIndexes(execute, indexes)
  await installGuards(execute, appendOnly)
  await installDepthGuard(execute)
  await verifyGuards(adapter.client, appendOnly)
}

/** Opens and closes the two connections, with the guard against a second process around them. */
class Door {
  readonly #adapter: TransactionalAdapter
  #lock: WriteLock
  readonly #settings: Settings
  readonly #singleWriter: SingleWriter
  readonly #transactions: Transactions
  #writer: Client | undefined
  readonly writes = new TableWrites()
  #checkpoints: Checkpoints | undefined
  #log: LogSync | undefined

  constructor(adapter: TransactionalAdapter, settings: Settings, transactions: Transactions) {
    this.#adapter = adapter
    this.#lock = new WriteLock(settings.lockWaitMs)
    this.#settings = settings
    this.#singleWriter = new SingleWriter(settings.file, settings.clock)
    this.#transactions = transactions
  }

  async open(): Promise<void> {
    if (this.#writer) return
    const { args, busyMs, file, lockWaitMs, maxHoldMs } = this.#settings
    await mkdir(path.dirname(file), { recursive: true })
    await this.#singleWriter.acquire().catch((error: unknown) => refuseUnusable(file, error))
    try {
      // While it was closed anybody may have written.
      this.writes.forget()
      const writer = await openWriter(args.client, busyMs, this.writes)
      const reader = await openReader(args.client, busyMs)
      this.#lock = new WriteLock(lockWaitMs)
      const warn = (err: unknown) => this.#adapter.payload.logger.warn({ err, msg: 'The log is moved into the file by the writer itself' })
      const checkpoints = new Checkpoints(file, warn)
      this.#checkpoints = checkpoints
      const log = new LogSync(file, (err) => this.#adapter.payload.logger.fatal({ err, msg: err.message }))
      this.#log = log
      this.#adapter.client = lockedClient({ lock: this.#lock, log, maxHoldMs, reader, writer, wrote: () => checkpoints.wrote() })
      this.#writer = writer
    } catch (error) {
      await this.#singleWriter.release()
      refuseUnusable(file, error)
    }
  }

  /** Lets running transactions finish, rolls back those that do not, moves the WAL into the file, closes. */
  async close(): Promise<void> {
    const writer = this.#writer
    if (!writer) return
    this.#lock.close()
    await Promise.race([this.#lock.idle(), sleep(this.#settings.shutdownMs)])
    this.#lock.refuseWaiters()
    await this.#transactions.rollbackAll()
    const warn = (err: unknown) => this.#adapter.payload.logger.warn({ err, msg: 'The WAL stays until the next start' })
    await this.#log?.close()
    await this.#checkpoints?.stop()
    await writer.execute('PRAGMA wal_checkpoint(TRUNCATE)').catch(warn)
    this.#adapter.client?.close()
    this.#adapter.client = undefined as unknown as Client
    this.#writer = undefined
    await this.#singleWriter.release()
  }

  /** Another number after another process has written to the file. */
  async version(): Promise<unknown> {
    return (await this.#writer?.execute('SELECT data_version FROM pragma_data_version'))?.rows[0]?.data_version
  }

  trouble(): string | undefined {
    return this.#log?.refused?.message
  }

  state(): { holder?: string | undefined; waiting: number } {
    return { holder: this.#lock.holder, waiting: this.#lock.waiting }
  }
}

const sleep = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms).unref())

/** Payload's own versions of these run with foreign keys on and end the process when they fail. */
async function onlyForward(): Promise<never> {
  throw new Error('Migrations only go forward here. To go back, stop the server and restore the backup made before them.')
}

const noWayBack = { migrateDown: onlyForward, migrateFresh: onlyForward, migrateRefresh: onlyForward, migrateReset: onlyForward }
