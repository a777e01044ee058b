import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { TransactionConflict, TransactionEnded } from './errors.ts'
import { currentScope, opening, scopes, type TxScope } from './scope.ts'
import { isTransientConflict } from './transient.ts'

export type TxOptions = {
  /** Test mode (`TX_RUN_TWICE=1`): runs every function twice and rolls the first run back. */
  runTwice?: boolean | undefined
  /** How often a transaction is tried before `TransactionConflict` is thrown. */
  tries?: number | undefined
  /** Milliseconds to wait before try number `tried + 1`; jittered, so that those who met do not meet again. */
  backoff?: ((tried: number) => number) | undefined
  /** How a request is completed; Payload's own unless a test replaces it. */
  completeReq?: ((req: PayloadRequest, payload: Payload) => Promise<PayloadRequest>) | undefined
  /** Called with the request of a transaction that was committed, before its caller goes on. Must not throw. */
  afterCommit?: ((req: PayloadRequest) => Promise<void>) | undefined
}

/** Where user, locale and context come from. If that request is inside a transaction already, that one is joined. */
export type TxFrom = { req?: Partial<PayloadRequest> | undefined }

/**
 * Runs `fn` in a transaction. `fn` gets a `req` and passes it to everything that it calls; when it resolves the
 * transaction is committed, when it rejects everything is undone and the error is thrown on.
 * `fn` may run more than once: it does nothing outside the database.
 */
export type Tx = <T>(label: string, fn: (req: PayloadRequest) => Promise<T>, from?: TxFrom) => Promise<T>

type Settings = { tries: number; turns: Turns } & { [name in 'backoff' | 'completeReq' | 'afterCommit']: NonNullable<TxOptions[name]> }

/** Up to 20, 40, 80 … 1000 ms. */
const jitteredBackoff = (tried: number): number => Math.random() * Math.min(1000, 10 * 2 ** tried)

/**
 * Makes the only opener of transactions, for both databases. On SQLite it waits for its turn to write; on MongoDB it
 * runs `fn` again from its start when another transaction got in the way. Inside another `tx` it joins, and a joined
 * part that failed keeps the whole from being committed.
 */
export function makeTx(payload: Payload, options: TxOptions = {}): Tx {
  const settings: Settings = {
    backoff: options.backoff ?? jitteredBackoff,
    completeReq: options.completeReq ?? ((req, to) => createLocalReq({ req }, to)),
    tries: options.tries ?? 12,
    turns: new Turns(),
    afterCommit: options.afterCommit ?? (async () => {}),
  }
  return async (label, fn, from = {}) => {
    const outer = currentScope()
    if (outer?.payload === payload) return join(outer, label, fn)
    if (await from.req?.transactionID) return joinRequest(payload, label, fn, from.req as PayloadRequest)
    if (options.runTwice) await rerun(settings, label, () => once(payload, settings, label, fn, from, 'roll back'))
    return rerun(settings, label, () => once(payload, settings, label, fn, from, 'commit'))
  }
}

/** After so many conflicts a transaction waits for its turn. */
const metOften = 2

/**
 * Tries again whatever a conflict undid; everything else is the caller's. At a row that many want at once nearly all of them meet, and
 * would meet again however long they wait: those of this process that met others twice go one after the other.
 */
async function rerun<T>({ backoff, tries, turns }: Settings, label: string, attempt: () => Promise<T>): Promise<T> {
  let leave: (() => void) | undefined
  try {
    for (let tried = 1; ; tried++) {
      try {
        return await attempt()
      } catch (error) {
        if (!isTransientConflict(error)) throw error
        if (tried >= tries) throw new TransactionConflict(label, tried, error)
        await new Promise((resolve) => setTimeout(resolve, backoff(tried)))
        if (tried >= metOften) leave ??= await turns.take()
      }
    }
  } finally {
    leave?.()
  }
}

/** One after the other, in the order in which they asked. */
class Turns {
  #last: Promise<void> = Promise.resolve()

  /** Resolves when it is the caller's turn, with what ends it. */
  async take(): Promise<() => void> {
    const before = this.#last
    let leave = () => {}
    this.#last = new Promise((resolve) => {
      leave = resolve
    })
    await before
    return leave
  }
}

async function once<T>(
  payload: Payload,
  { completeReq, afterCommit }: Settings,
  label: string,
  fn: (req: PayloadRequest) => Promise<T>,
  from: TxFrom,
  end: 'commit' | 'roll back',
): Promise<T> {
  const id = await opening.run({ label }, () => payload.db.beginTransaction())
  if (!id) throw new Error(`"${label}" needs a transaction and this database has none`)
  let scope: TxScope | undefined
  let result: T
  try {
    scope = { active: true, label, payload, req: await completeReq(boundReq(from.req, id), payload) }
    result = await within(scope, fn)
    expectUnharmed(scope)
    scope.active = false
    if (end === 'commit') await payload.db.commitTransaction(id)
    else await payload.db.rollbackTransaction(id)
  } catch (error) {
    if (scope) scope.active = false
    await payload.db.rollbackTransaction(id)
    throw scope?.conflict ?? error
  }
  if (end === 'commit') await afterCommit(scope.req)
  return result
}

function expectUnharmed({ conflict, doomed, label }: TxScope): void {
  if (conflict) throw conflict
  if (doomed) throw new TransactionEnded(label, `"${doomed.by}" failed inside it: ${String(doomed.error)}`, { cause: doomed.error })
}

async function join<T>(outer: TxScope, label: string, fn: (req: PayloadRequest) => Promise<T>): Promise<T> {
  try {
    return await fn(outer.req)
  } catch (error) {
    outer.doomed ??= { by: label, error }
    throw error
  }
}

/** Inside the transaction of one of Payload's own operations, which commits it; a failure here undoes it, also when a hook swallows the error. */
async function joinRequest<T>(payload: Payload, label: string, fn: (req: PayloadRequest) => Promise<T>, req: PayloadRequest): Promise<T> {
  const scope: TxScope = { active: true, label, payload, req }
  try {
    const result = await within(scope, fn)
    expectUnharmed(scope)
    return result
  } catch (error) {
    await payload.db.rollbackTransaction((await req.transactionID) as string)
    throw error
  } finally {
    scope.active = false
  }
}

function within<T>(scope: TxScope, fn: (req: PayloadRequest) => Promise<T>): Promise<T> {
  return scopes.run(scope, () => fn(scope.req))
}

/**
 * A request that stays tied to its transaction. Payload's killTransaction deletes `transactionID` after any failed
 * operation, and what follows would then be written outside; here the id stays, so that it fails instead.
 */
function boundReq(base: Partial<PayloadRequest> | undefined, transactionID: number | string): PayloadRequest {
  const req = { context: { ...base?.context }, locale: base?.locale, transactionID, user: base?.user } as PayloadRequest
  return new Proxy(req, {
    deleteProperty: (target, key) => key === 'transactionID' || Reflect.deleteProperty(target, key),
  })
}
