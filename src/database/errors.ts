/**
 * Every way in which a write is refused, one class per cause, so that callers and logs can tell them apart.
 * A bundled admin has its own copy of these classes: across copies compare `name`, not `instanceof`.
 */

/** The lock was not free in time. Either the queue is too long, or the waiter is inside the holder and forgot `req`. */
export class WriteLockTimeout extends Error {
  override name = 'WriteLockTimeout'

  constructor(args: { heldMs: number; holder: string; served: number; waitedMs: number; waiter: string }) {
    const verdict =
      args.served === 0
        ? 'The lock did not change hands meanwhile: most likely the waiter was called by the holder without its `req` and both wait for each other.'
        : `${args.served} other writers were served meanwhile: the queue is longer than the time limit.`
    super(
      `"${args.waiter}" waited ${args.waitedMs} ms for the SQLite write lock, ` +
        `which "${args.holder}" has held for ${args.heldMs} ms. ${verdict}`,
    )
  }
}

/** A write or a second BEGIN that runs inside `tx` but not in its transaction. */
export class ForgottenReq extends Error {
  override name = 'ForgottenReq'

  constructor(waiter: string, holder: string) {
    super(
      `"${waiter}" was called inside the transaction "${holder}" without its \`req\`: ` +
        'it would be outside that transaction, and could wait for its own caller. Pass the `req` that tx gave you.',
    )
  }
}

/** Something used a transaction after it was committed, rolled back or timed out. */
export class TransactionEnded extends Error {
  override name = 'TransactionEnded'

  constructor(label: string, outcome: string, options?: ErrorOptions) {
    super(`The transaction "${label}" is over (${outcome}); nothing may be read or written through it any more.`, options)
  }
}

/** MongoDB: other transactions changed the same documents, each time that this one was tried. Nothing was kept; it may be tried later. */
export class TransactionConflict extends Error {
  override name = 'TransactionConflict'

  constructor(label: string, tries: number, cause: unknown) {
    super(`The transaction "${label}" met conflicting changes ${tries} times and was given up; nothing of it was kept.`, { cause })
  }
}

/** MongoDB: the connection was lost during COMMIT and asking again gave no answer. It may or may not be committed. */
export class CommitUnknown extends Error {
  override name = 'CommitUnknown'

  constructor(label: string, cause: unknown) {
    super(`Whether the transaction "${label}" was committed is not known: look before doing it again.`, { cause })
  }
}

/** SQLite: the disk did not take the log. What was committed last may be gone after a power cut; nothing is written any more. */
export class DiskRefused extends Error {
  override name = 'DiskRefused'

  constructor(log: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    super(`The disk did not keep ${log} (${reason}): nothing is written until the server starts anew. Look at the disk first.`, { cause })
  }
}

/** A COMMIT that a test asked to fail. */
export class ForcedCommitFailure extends Error {
  override name = 'ForcedCommitFailure'

  constructor(label: string) {
    super(`COMMIT of "${label}" failed because FAIL_COMMIT asks for it; everything was rolled back.`)
  }
}

/** The process is stopping: no new writer is admitted. */
export class WriterClosed extends Error {
  override name = 'WriterClosed'

  constructor(waiter: string) {
    super(`"${waiter}" was refused: the database is being closed.`)
  }
}

/** Another process has the database open for writing. */
export class SecondWriter extends Error {
  override name = 'SecondWriter'

  constructor(database: string, holder: string) {
    super(
      `${database} is already open for writing by ${holder}. SQLite has one writing process: ` +
        'stop that one first, or do this work through it.',
    )
  }
}

/** The database cannot keep money safe; the message names DATABASE_URL and says what to change. */
export class UnusableDatabase extends Error {
  override name = 'UnusableDatabase'
}

/** Pending migrations were rolled back as a whole. */
export class MigrationFailed extends Error {
  override name = 'MigrationFailed'

  constructor(migration: string, backup: string | undefined, cause: unknown) {
    const reason = cause instanceof Error ? reasonOf(cause) : String(cause)
    const kept = backup ? `A copy from before is at ${backup}.` : 'The file was empty before, so there is no backup.'
    super(`Migration "${migration}" failed and nothing of it was kept: ${reason} ${kept}`, { cause })
  }
}

/** Drizzle wraps the driver's message in "Failed query: …"; the reason is the innermost one. */
function reasonOf(error: Error): string {
  return error.cause instanceof Error ? reasonOf(error.cause) : error.message
}
