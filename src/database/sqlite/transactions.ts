import { randomUUID } from 'node:crypto'
import { type SQLiteAdapter, sql } from '@payloadcms/db-sqlite'
import { TransactionEnded } from '../errors.ts'
import { betweenFailpoints, commitMustFail, type Faults } from '../faults.ts'
import { Caller, type Label } from '../label.ts'
import { type Opening, opening, refuseInsideTx } from '../scope.ts'
import { withQuestions } from './lean-transactions.ts'

type Session = SQLiteAdapter['sessions'][string]
type Open = { label: Label; session: Session }

const rollbackWanted = Symbol('rollback')
/** Ids are recognised for ever by this, names for messages are kept for the latest only. */
const prefix = 'tx-'
const remembered = 100

/**
 * Payload's three transaction methods, and its table of open sessions, on top of the locked client.
 * The originals are @payloadcms/drizzle/transactions/*; they differ here in three ways:
 * a COMMIT that fails throws, committing what is gone throws, and a session that is over
 * is never quietly replaced by the connection outside (getTransaction would do that).
 */
export class Transactions {
  readonly #adapter: SQLiteAdapter
  readonly #ended = new Map<string, { label: Label; outcome: string }>()
  readonly #faults: Faults
  readonly #open = new Map<string, Open>()

  constructor(adapter: SQLiteAdapter, faults: Faults) {
    this.#adapter = adapter
    this.#faults = faults
  }

  async begin(): Promise<string> {
    const options: Opening = opening.getStore() ?? { lazy: true } // nothing given: Payload itself is asking
    const label = options.label ?? new Caller('transaction')
    refuseInsideTx(label)
    await this.#adapter.initializing
    const id = `${prefix}${randomUUID()}`
    const started = deferred<unknown>()
    const finish = deferred<void>()
    const wanted = { ...options, label, onEnd: (outcome: string) => this.#remember(id, label, outcome) }
    const done = opening.run(wanted, () =>
      this.#adapter.drizzle.transaction(async (db) => {
        started.resolve(withQuestions(this.#adapter.drizzle, db))
        await finish.promise
      }),
    )
    done.catch(started.reject) // BEGIN itself may fail
    const db = await started.promise
    const session: Session = {
      db: db as Session['db'],
      reject: async () => {
        finish.reject(rollbackWanted)
        await done.catch((error) => {
          if (error !== rollbackWanted) throw error
        })
      },
      resolve: async () => {
        finish.resolve()
        await done
      },
    }
    this.#open.set(id, { label, session })
    return id
  }

  async commit(incoming: number | Promise<number | string> | string): Promise<void> {
    const id = String((await incoming) ?? '')
    const open = this.#take(id, 'being committed')
    if (!open) throw this.#endedError(id)
    if (commitMustFail(this.#faults, open.label)) await breakReference(open.session.db as unknown as SQLiteAdapter['drizzle'])
    await betweenFailpoints(open.label, open.session.resolve)
  }

  /** Rolling back what is over is no error: every failing Payload operation tries. */
  async rollback(incoming: number | Promise<number | string> | string): Promise<void> {
    const id = String((await incoming) ?? '')
    await this.#take(id, 'being rolled back')?.session.reject()
  }

  /** Rolls back whatever is open, for a shutdown that cannot wait. */
  async rollbackAll(): Promise<void> {
    await Promise.all([...this.#open.keys()].map((id) => this.rollback(id)))
  }

  /** For `adapter.sessions`: an id of ours that is over throws instead of being undefined. */
  sessions(): SQLiteAdapter['sessions'] {
    return new Proxy(
      {},
      {
        deleteProperty: () => true,
        get: (_target, key) => {
          const id = String(key)
          const open = this.#open.get(id)
          if (!open && id.startsWith(prefix)) throw this.#endedError(id)
          return open?.session
        },
      },
    )
  }

  /** From here on nobody else can use it, also while the end is still under way. */
  #take(id: string, outcome: string): Open | undefined {
    const open = this.#open.get(id)
    if (open) this.#remember(id, open.label, outcome)
    return open
  }

  #endedError(id: string): TransactionEnded {
    const known = this.#ended.get(id)
    return new TransactionEnded(
      known?.label.toString() ?? 'unknown',
      known?.outcome ?? 'an operation inside it failed and Payload rolled it back',
    )
  }

  #remember(id: string, label: Label, outcome: string): void {
    this.#open.delete(id)
    this.#ended.set(id, { label, outcome })
    const [oldest] = this.#ended.keys()
    if (this.#ended.size > remembered && oldest) this.#ended.delete(oldest)
  }
}

/** Leaves a row that points to nothing, so that the COMMIT that follows fails in SQLite itself. */
async function breakReference(db: SQLiteAdapter['drizzle']): Promise<void> {
  await db.run(sql`CREATE TEMP TABLE IF NOT EXISTS fail_commit_parent (id INTEGER PRIMARY KEY)`)
  await db.run(
    sql`CREATE TEMP TABLE IF NOT EXISTS fail_commit (parent INTEGER REFERENCES fail_commit_parent (id) DEFERRABLE INITIALLY DEFERRED)`,
  )
  await db.run(sql`INSERT INTO fail_commit (parent) VALUES (1)`)
}

function deferred<T>() {
  let resolve!: (value: T) => void
  let reject!: (reason: unknown) => void
  const promise = new Promise<T>((res, rej) => {
    resolve = res
    reject = rej
  })
  promise.catch(() => {})
  return { promise, reject, resolve }
}
