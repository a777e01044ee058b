import fs from 'node:fs'
import { Passes } from '../../lib/passes.ts'
import { DiskRefused } from '../errors.ts'

/**
 * Waits for the disk in Node's threads instead of the event loop. COMMIT only writes to the write-ahead log (`synchronous=NORMAL`);
 * whoever committed goes on when the log has been synced after that: what `synchronous=FULL` does within COMMIT itself, where nobody
 * else could be answered meanwhile. The lock is free at once, so that one sync serves all who committed before it began.
 *
 * A disk that refuses is not asked again: what it holds is not known from then on (a second sync may succeed without having written
 * what the first one lost). Every later write fails until the server starts anew and SQLite reads the log.
 */
export class LogSync {
  readonly #file: string
  readonly #fatal: (error: DiskRefused) => void
  #fd: number | undefined
  // Syncs never overlap.
  readonly #syncs = new Passes(() => this.#sync())
  #refused: DiskRefused | undefined

  /** @param database The SQLite file; its log is beside it. */
  constructor(database: string, fatal: (error: DiskRefused) => void) {
    this.#file = `${database}-wal`
    this.#fatal = fatal
  }

  /** Why nothing is written any more. */
  get refused(): DiskRefused | undefined {
    return this.#refused
  }

  /** Throws DiskRefused once the disk has refused a sync. */
  expectUnharmed(): void {
    if (this.#refused) throw this.#refused
  }

  /** Resolves when everything that was committed before this call is on the disk; rejects with DiskRefused. */
  reached(): Promise<void> {
    return this.#syncs.after()
  }

  /** The same for who committed nothing himself, but may have seen what others did. */
  settled(): Promise<void> {
    return this.#syncs.last ?? Promise.resolve()
  }

  async close(): Promise<void> {
    await this.settled().catch(() => {})
    if (this.#fd !== undefined) fs.closeSync(this.#fd)
    this.#fd = undefined
  }

  async #sync(): Promise<void> {
    this.expectUnharmed()
    try {
      // Windows syncs only what was opened for writing. No lock of SQLite's is on this file: closing it drops none.
      this.#fd ??= fs.openSync(this.#file, 'r+')
      await dataSync(this.#fd)
    } catch (error) {
      this.#refused = new DiskRefused(this.#file, error)
      this.#fatal(this.#refused)
      throw this.#refused
    }
  }
}

const dataSync = (fd: number): Promise<void> =>
  new Promise((resolve, reject) => fs.fdatasync(fd, (error) => (error ? reject(error) : resolve())))
