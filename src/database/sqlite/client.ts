import type { Client, InArgs, InStatement, ResultSet } from '@libsql/client'
import { Caller, type Label } from '../label.ts'
import { opening, refuseInsideTx } from '../scope.ts'
import { isRead } from './connection.ts'
import { FairTurns } from './fair-turns.ts'
import { LazyTransaction } from './lazy-transaction.ts'
import type { LogSync } from './log-sync.ts'
import { OpenTransaction } from './open-transaction.ts'
import type { WriteLock } from './write-lock.ts'

/**
 * What Drizzle sees instead of a libsql client. Reads go to their own connection and never wait;
 * a write outside a transaction waits for the lock like everybody else.
 */
export function lockedClient(args: {
  lock: WriteLock
  log: LogSync
  maxHoldMs: number
  reader: Client
  writer: Client
  wrote?: () => void
}): Client {
  const { lock, log, maxHoldMs, reader, writer, wrote = () => {} } = args

  /** The lock, whose end is told: what was written has been committed by then, or undone. */
  async function acquire(label: Label): Promise<() => void> {
    const release = await lock.acquire(label)
    try {
      log.expectUnharmed()
    } catch (error) {
      release()
      throw error
    }
    return () => {
      release()
      wrote()
    }
  }

  async function write<T>(label: Label, run: () => Promise<T>): Promise<T> {
    // Inside `tx` there is nothing to wait for: the lock is ours, and the statement does not know it.
    refuseInsideTx(label)
    const release = await acquire(label)
    let result: T
    try {
      result = await run()
    } finally {
      release()
    }
    await log.reached()
    return result
  }

  // Outside transactions only: whoever holds the lock goes on, so that it is held for a short time.
  const turns = new FairTurns()
  async function read(query: InStatement): Promise<ResultSet> {
    const turn = turns.next()
    if (turn) await turn
    return reader.execute(query)
  }

  return {
    get closed() {
      return writer.closed
    },
    protocol: 'file',
    batch: (statements, mode) => write(new Caller('a batch'), () => writer.batch(statements, mode ?? 'write')),
    close: () => {
      reader.close()
      writer.close()
    },
    execute: (statement: InStatement | string, values?: InArgs): Promise<ResultSet> => {
      const sql = typeof statement === 'string' ? statement : statement.sql
      const query: InStatement = typeof statement === 'string' ? { args: values ?? [], sql } : statement
      if (isRead(query)) return read(query)
      return write(new Caller(`write "${sql.trim().slice(0, 40)}…"`), () => writer.execute(query))
    },
    executeMultiple: (sql) => write(new Caller('several statements'), () => writer.executeMultiple(sql)),
    migrate: (statements) => write(new Caller('a migration batch'), () => writer.migrate(statements)),
    sync: () => writer.sync(),
    transaction: async () => {
      const { lazy = false, ...how } = {
        foreignKeys: true,
        label: new Caller('transaction'),
        maxHoldMs,
        onEnd: () => {},
        ...opening.getStore(),
      }
      const open = async () => {
        const release = await acquire(how.label)
        return OpenTransaction.begin({ ...how, log, refuseWaiters: (reason) => lock.refuseWaiters(reason), release, writer })
      }
      return lazy ? new LazyTransaction({ ...how, open, reader }) : open()
    },
  }
}
