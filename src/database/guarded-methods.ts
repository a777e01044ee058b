import { isDuplicateKey, markDuplicateKey } from './duplicate-key.ts'
import { Caller } from './label.ts'
import { currentScope, refuseInsideTx } from './scope.ts'
import { isTransientConflict } from './transient.ts'

const writes = [
  'create',
  'createGlobal',
  'createGlobalVersion',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'updateGlobal',
  'updateGlobalVersion',
  'updateJobs',
  'updateMany',
  'updateOne',
  'updateVersion',
  'upsert',
] as const

const reads = [
  'count',
  'countGlobalVersions',
  'countVersions',
  'find',
  'findDistinct',
  'findGlobal',
  'findGlobalVersions',
  'findOne',
  'findVersions',
  'queryDrafts',
] as const

// Each method has its own types; here they are only called through.
type Method = (this: unknown, args: { collection?: string; req?: { transactionID?: unknown } }) => Promise<unknown>
type Methods = Record<string, Method>

/** Marks the errors that a unique index caused (`isDuplicateKey`) on everything that writes. */
export function markDuplicates(adapter: object): void {
  wrap(adapter, writes, async (_name, call) => {
    try {
      return await call()
    } catch (error) {
      markDuplicateKey(error)
      throw error
    }
  })
}

/** Who has a document open in the admin: on MongoDB Payload forgets that row beside the transaction on purpose (checkDocumentLockStatus). */
const besides = 'payload-locked-documents'

/**
 * For MongoDB, where a write without a session simply succeeds outside the transaction: refuses it inside `tx`.
 * SQLite needs no such thing, its locked client refuses by itself.
 */
export function refuseForgottenReq(adapter: object): void {
  wrap(adapter, writes, async (name, call, args) => {
    if (args?.collection !== besides && !(await args?.req?.transactionID)) refuseInsideTx(new Caller(name))
    return call()
  })
}

/**
 * For MongoDB: tells of everything that is under way in a transaction, so that its end can wait for it. What the driver sends after
 * the end, by a session that it was given before, is written outside any transaction.
 */
export function noteUnderWay(adapter: object, note: (id: string, work: Promise<unknown>) => void): void {
  wrap(adapter, [...writes, ...reads], async (_name, call, args) => {
    const id = await args?.req?.transactionID
    const work = call()
    if (id) note(String(id), work)
    return work
  })
}

/** Without a cause: whoever asks must not take it for a duplicate of his own. */
class CounterMade extends Error {
  override readonly name = 'CounterMade'
  readonly errorLabels = ['TransientTransactionError']
  constructor() {
    super('Another transaction made the first row of a counter at the same moment.')
  }
}

/**
 * For MongoDB: two transactions that make the first row of a counter at once meet as two that move it do. The one that came second runs
 * again and finds the row; a duplicate key would be an error of whatever moved the counter on its way.
 */
export function meetAtCounters(adapter: object): void {
  wrap(adapter, ['create'], async (_name, call, args) => {
    try {
      return await call()
    } catch (error) {
      throw args?.collection === 'counters' && currentScope() && isDuplicateKey(error) ? new CounterMade() : error
    }
  })
}

/** For MongoDB: `tx` has to know of a conflict also when the function inside swallowed it or threw something else. */
export function rememberConflicts(adapter: object): void {
  wrap(adapter, [...writes, ...reads], async (_name, call) => {
    try {
      return await call()
    } catch (error) {
      const scope = currentScope()
      if (scope && isTransientConflict(error)) scope.conflict ??= error
      throw error
    }
  })
}

/** Payload's own caller (queues/utilities/updateJob.js) begins a transaction and forgets it when this throws: it is rolled back here. */
export function undoFailedJobs(adapter: object, rollback: (id: string) => Promise<void>): void {
  wrap(adapter, ['updateJobs'], async (_name, call, args) => {
    try {
      return await call()
    } catch (error) {
      const id = await args?.req?.transactionID
      if (id) await rollback(String(id))
      throw error
    }
  })
}

function wrap(
  adapter: object,
  names: readonly string[],
  around: (name: string, call: () => Promise<unknown>, args: Parameters<Method>[0] | undefined) => Promise<unknown>,
): void {
  const methods = adapter as Methods
  for (const name of names) {
    const original = methods[name]
    if (!original) continue
    methods[name] = function (this: unknown, args) {
      return around(name, () => original.call(this, args), args)
    }
  }
}
