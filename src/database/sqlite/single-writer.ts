import { readFile, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import type { Client } from '@libsql/client'
import type { Clock } from '../../lib/clock.ts'
import { SecondWriter } from '../errors.ts'
import { createClient } from './connection.ts'

/**
 * Keeps a second process from writing to the same file. The lock is SQLite's own on an empty file beside the
 * database, held by the kernel for as long as the process lives: after `kill -9` or a power cut it is simply gone,
 * there is no stale lock to judge, and pids of other containers cannot mislead it.
 * A second file only tells people who holds it.
 *
 * Never open `<database>.lock` in the same process by other means: closing any descriptor of it drops the lock.
 */
export class SingleWriter {
  readonly #clock: Clock
  readonly #database: string
  #held: Client | undefined

  constructor(database: string, clock: Clock) {
    this.#clock = clock
    this.#database = database
  }

  /** Throws SecondWriter, with the name of the other process, when the file is taken. */
  async acquire(): Promise<void> {
    const client = createClient({ url: `file:${this.#database}.lock` })
    try {
      await client.execute('PRAGMA journal_mode = MEMORY')
      await client.execute('BEGIN EXCLUSIVE')
    } catch (error) {
      client.close()
      if (String(error).includes('SQLITE_BUSY')) throw new SecondWriter(this.#database, await this.#readHolder())
      throw error
    }
    this.#held = client
    const holder = { host: hostname(), pid: process.pid, since: this.#clock.now().toISOString() }
    await writeFile(this.#holderFile, JSON.stringify(holder))
  }

  async release(): Promise<void> {
    if (!this.#held) return
    await rm(this.#holderFile, { force: true })
    await this.#held.execute('ROLLBACK')
    this.#held.close()
    this.#held = undefined
  }

  get #holderFile(): string {
    return `${this.#database}.lock.json`
  }

  async #readHolder(): Promise<string> {
    try {
      const { host, pid, since } = JSON.parse(await readFile(this.#holderFile, 'utf8'))
      return `process ${pid} on ${host} since ${since}`
    } catch {
      return 'another process'
    }
  }
}
