import type { Client, InStatement, ResultSet, Transaction } from '@libsql/client'
import { TransactionEnded } from '../errors.ts'
import type { Label } from '../label.ts'
import type { LogSync } from './log-sync.ts'
import type { Release } from './write-lock.ts'

export type OpenOptions = {
  /** False only for migrations: a rebuilt table must not cascade into its children. */
  foreignKeys: boolean
  label: Label
  log: Pick<LogSync, 'reached' | 'settled'>
  /** After this time the transaction is rolled back by force, so that a stuck caller cannot stop every writer. */
  maxHoldMs: number
  /** Called once, whatever the end was. */
  onEnd: (outcome: string) => void
  refuseWaiters: (reason: Error) => void
  release: Release
  writer: Client
}

const committed = 'committed'

/**
 * BEGIN … COMMIT on the shared write connection, in the shape that Drizzle expects of libsql.
 * It owns the lock: whichever way it ends, it ends once and gives the lock back.
 */
export class OpenTransaction implements Transaction {
  #outcome: string | undefined
  readonly #options: OpenOptions
  readonly #timer: NodeJS.Timeout | undefined

  private constructor(options: OpenOptions) {
    this.#options = options
    const { maxHoldMs } = options
    if (Number.isFinite(maxHoldMs)) {
      this.#timer = setTimeout(() => void this.#expire(), maxHoldMs)
    }
  }

  static async begin(options: OpenOptions): Promise<OpenTransaction> {
    try {
      // The pragma does nothing once a transaction is open, so it has to come first.
      if (!options.foreignKeys) await options.writer.execute('PRAGMA foreign_keys = OFF')
      await options.writer.execute('BEGIN IMMEDIATE')
    } catch (error) {
      await giveBack(options, false)
      throw error
    }
    return new OpenTransaction(options)
  }

  get closed(): boolean {
    return this.#outcome !== undefined
  }

  async execute(statement: InStatement): Promise<ResultSet> {
    this.#expectOpen()
    return this.#options.writer.execute(statement)
  }

  async batch(statements: InStatement[]): Promise<ResultSet[]> {
    const results: ResultSet[] = []
    for (const statement of statements) results.push(await this.execute(statement))
    return results
  }

  /** Nothing of Payload needs it here, and the client's own version rolls back by itself after a failure. */
  async executeMultiple(sql: string): Promise<void> {
    this.#expectOpen()
    throw new Error(`Several statements in one string are not supported inside a transaction: ${sql.slice(0, 60)}`)
  }

  /**
   * SQLite keeps a transaction open when COMMIT fails (a deferred foreign key, a full disk): roll back, then say so. The next writer
   * goes on at once; whoever asked waits for the disk.
   */
  async commit(): Promise<void> {
    this.#expectOpen()
    try {
      await this.#options.writer.execute('COMMIT')
    } catch (error) {
      await this.#end('rolled back: COMMIT failed')
      throw error
    }
    await this.#end(committed)
    await this.#options.log.reached()
  }

  /** What was seen inside (that somebody else has done it already, say) is on the disk when this returns. */
  async rollback(): Promise<void> {
    await this.abandon('rolled back')
    await this.#options.log.settled()
  }

  /** Rolls back unless it is over already. */
  async abandon(outcome: string): Promise<void> {
    if (!this.closed) await this.#end(outcome)
  }

  close(): void {
    void this.rollback()
  }

  /** Whoever waits may have been called by the stuck holder, as part of what is undone now: send them all away. */
  async #expire(): Promise<void> {
    if (this.closed) return
    const { label, maxHoldMs, refuseWaiters } = this.#options
    const outcome = `rolled back by force: it held the lock for ${maxHoldMs} ms`
    refuseWaiters(new TransactionEnded(label.toString(), outcome))
    await this.abandon(outcome)
  }

  async #end(outcome: string): Promise<void> {
    this.#outcome = outcome
    clearTimeout(this.#timer)
    this.#options.onEnd(outcome)
    await giveBack(this.#options, outcome === committed)
  }

  #expectOpen(): void {
    if (this.#outcome) throw new TransactionEnded(this.#options.label.toString(), this.#outcome)
  }
}

/** Leaves the connection outside any transaction and with foreign keys on, then lets the next writer in. */
async function giveBack({ foreignKeys, release, writer }: OpenOptions, isCommitted: boolean): Promise<void> {
  try {
    // After an I/O error SQLite has rolled back by itself; then this one fails and nothing is lost.
    if (!isCommitted) await writer.execute('ROLLBACK').catch(() => {})
    if (!foreignKeys) await writer.execute('PRAGMA foreign_keys = ON')
  } finally {
    release()
  }
}
