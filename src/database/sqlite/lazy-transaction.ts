import type { Client, InStatement, ResultSet, Transaction } from '@libsql/client'
import { TransactionEnded } from '../errors.ts'
import type { Label } from '../label.ts'
import { isRead } from './connection.ts'
import type { OpenTransaction } from './open-transaction.ts'

type LazyOptions = { label: Label; onEnd: (outcome: string) => void; open: () => Promise<OpenTransaction>; reader: Client }

/**
 * For the transactions that Payload's own operations open: the lock is taken at the first write, not before.
 * Payload begins first and then checks access, runs hooks, resizes pictures and uploads them (create.js), and
 * two of its operations write outside their own transaction before they write inside it.
 * What it reads before its first write is the latest committed state, as on Postgres. `tx()` does not use this.
 */
export class LazyTransaction implements Transaction {
  #ended = false
  #opened: Promise<OpenTransaction> | undefined
  readonly #options: LazyOptions

  constructor(options: LazyOptions) {
    this.#options = options
  }

  get closed(): boolean {
    return this.#ended
  }

  async execute(statement: InStatement): Promise<ResultSet> {
    if (this.#ended) throw new TransactionEnded(this.#options.label.toString(), 'committed or rolled back')
    if (!this.#opened && isRead(statement)) return this.#options.reader.execute(statement)
    this.#opened ??= this.#options.open()
    return (await this.#opened).execute(statement)
  }

  async batch(statements: InStatement[]): Promise<ResultSet[]> {
    const results: ResultSet[] = []
    for (const statement of statements) results.push(await this.execute(statement))
    return results
  }

  async executeMultiple(sql: string): Promise<void> {
    this.#opened ??= this.#options.open()
    await (await this.#opened).executeMultiple(sql)
  }

  async commit(): Promise<void> {
    this.#ended = true
    if (this.#opened) await (await this.#opened).commit()
    else this.#options.onEnd('committed, nothing was written')
  }

  async rollback(): Promise<void> {
    this.#ended = true
    const opened = await this.#opened?.catch(() => undefined) // it never got the lock
    if (opened) await opened.rollback()
    else this.#options.onEnd('rolled back, nothing was written')
  }

  close(): void {
    void this.rollback()
  }
}
