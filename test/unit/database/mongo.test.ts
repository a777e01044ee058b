import { describe, expect, it, vi } from 'vitest'
import { noteUnderWay, refuseForgottenReq, rememberConflicts } from '../../../src/database/guarded-methods.ts'
import {
  CommitUnknown,
  databaseAdapter,
  databaseKind,
  ForcedCommitFailure,
  ForgottenReq,
  UnusableDatabase,
} from '../../../src/database/index.ts'
import { bootCheck } from '../../../src/database/mongo/boot-check.ts'
import type { MongoTransactionalAdapter } from '../../../src/database/mongo/options.ts'
import { expectReplicaSet } from '../../../src/database/mongo/replica-set.ts'
import { MongoTransactions, type Session } from '../../../src/database/mongo/transactions.ts'
import { opening, scopes, type TxScope } from '../../../src/database/scope.ts'

const labelled = (...errorLabels: string[]) => Object.assign(new Error(errorLabels.join()), { errorLabels })

/** A session that answers COMMIT with the given errors, in order, and then with success. */
function fakeSession(...commitErrors: Error[]) {
  let inside = false
  const session = {
    abortTransaction: vi.fn(async () => {
      inside = false
    }),
    commitTransaction: vi.fn(async () => {
      const error = commitErrors.shift()
      if (error) throw error
      inside = false
    }),
    endSession: vi.fn(async () => {}),
    inTransaction: () => inside,
    startTransaction: vi.fn((_options: object) => {
      inside = true
    }),
  }
  return session satisfies Session
}

const begin = (transactions: MongoTransactions, label = 'place order') => opening.run({ label }, () => transactions.begin())

describe('transactions on MongoDB', () => {
  it('read one moment and are kept by a majority', async () => {
    const session = fakeSession()
    await begin(new MongoTransactions(() => session, {}))
    expect(session.startTransaction).toHaveBeenCalledWith(
      expect.objectContaining({ readConcern: { level: 'snapshot' }, writeConcern: { j: true, w: 'majority' } }),
    )
  })

  it('hand on the error of a COMMIT that fails, and are over then', async () => {
    const failure = labelled('TransientTransactionError')
    const session = fakeSession(failure)
    const transactions = new MongoTransactions(() => session, {})
    const id = await begin(transactions)
    await expect(transactions.commit(id)).rejects.toBe(failure)
    expect(session.endSession).toHaveBeenCalledTimes(1)
    await expect(transactions.commit(id)).rejects.toThrow(/"place order" is over \(COMMIT failed\)/)
    await transactions.rollback(id) // as every failing Payload operation does
  })

  it('ask again when a COMMIT has no answer, on the same session', async () => {
    const session = fakeSession(labelled('UnknownTransactionCommitResult'), labelled('UnknownTransactionCommitResult'))
    const transactions = new MongoTransactions(() => session, {}, 0)
    await transactions.commit(await begin(transactions))
    expect([session.commitTransaction.mock.calls.length, session.startTransaction.mock.calls.length]).toEqual([3, 1])
  })

  it('say so when the answer never comes', async () => {
    const session = fakeSession(...Array.from({ length: 50 }, () => labelled('UnknownTransactionCommitResult')))
    const transactions = new MongoTransactions(() => session, {}, 0)
    const lost = transactions.commit(await begin(transactions))
    await expect(lost).rejects.toThrow(CommitUnknown)
    expect([session.commitTransaction.mock.calls.length, session.endSession.mock.calls.length]).toEqual([6, 1])
  })

  it('fail a COMMIT on demand, after undoing it', async () => {
    const session = fakeSession()
    const transactions = new MongoTransactions(() => session, { failCommit: 'place order' })
    await expect(transactions.commit(await begin(transactions))).rejects.toThrow(ForcedCommitFailure)
    expect([session.abortTransaction.mock.calls.length, session.commitTransaction.mock.calls.length]).toEqual([1, 0])
    await transactions.commit(await begin(transactions, 'another'))
  })

  it('never fail a COMMIT on demand in production', async () => {
    vi.stubEnv('NODE_ENV', 'production')
    const session = fakeSession()
    const transactions = new MongoTransactions(() => session, { failCommit: '*' })
    await transactions.commit(await begin(transactions))
    vi.unstubAllEnvs()
    expect(session.commitTransaction).toHaveBeenCalledTimes(1)
  })

  it('refuse to commit what is not there: Payload calls it so when a hook swallowed an error', async () => {
    const transactions = new MongoTransactions(() => fakeSession(), {})
    await expect(transactions.commit(undefined as never)).rejects.toThrow(/Payload rolled it back/)
  })

  it('give no session, and not silence, for one that is over', async () => {
    const session = fakeSession()
    const transactions = new MongoTransactions(() => session, {})
    const id = await begin(transactions)
    const sessions = transactions.sessions()
    expect(sessions[id]).toBe(session)
    await transactions.rollback(id)
    expect(() => sessions[id]).toThrow(/"place order" is over \(rolled back\)/)
    expect(sessions.unknown).toBeUndefined()
    expect([session.abortTransaction.mock.calls.length, session.endSession.mock.calls.length]).toEqual([1, 1])
  })

  it.each(['rollback', 'commit'] as const)('wait for what is under way before %s, and let nothing new begin', async (end) => {
    const session = fakeSession()
    const ended = end === 'commit' ? session.commitTransaction : session.abortTransaction
    const transactions = new MongoTransactions(() => session, {})
    const id = await begin(transactions)
    const sessions = transactions.sessions()
    let written = (_: string) => {}
    const adapter = {
      create: (_args: object) => {
        expect(sessions[id]).toBe(session)
        return new Promise<string>((resolve) => {
          written = resolve
        })
      },
      find: async (_args: object) => sessions[id] as unknown,
    }
    noteUnderWay(adapter, (which, work) => transactions.noteUnderWay(which, work))
    const create = adapter.create({ req: { transactionID: id } })
    await new Promise((resolve) => setImmediate(resolve))
    const over = transactions[end](id)
    await expect(adapter.find({ req: { transactionID: id } })).rejects.toThrow(/is over/)
    await new Promise((resolve) => setImmediate(resolve))
    expect(ended).not.toHaveBeenCalled()
    written('done')
    expect(await create).toBe('done')
    await over
    expect(ended).toHaveBeenCalledTimes(1)
  })

  it('are all rolled back at a shutdown', async () => {
    const all: ReturnType<typeof fakeSession>[] = []
    const transactions = new MongoTransactions(() => {
      const session = fakeSession()
      all.push(session)
      return session
    }, {})
    await Promise.all([begin(transactions), begin(transactions), begin(transactions)])
    await transactions.rollbackAll()
    expect(all.map(({ abortTransaction }) => abortTransaction.mock.calls.length)).toEqual([1, 1, 1])
  })
})

describe('the boot check', () => {
  /** A MongoDB in which a rollback works, or does nothing, or in which everybody sees everything at once. */
  function fakeAdapter(how: 'honest' | 'keeps' | 'leaks' | 'conflicts once') {
    const committed = new Set<string>()
    let pending: string[] = []
    let tries = 0
    const checks = {
      findOne: async ({ _id }: { _id: string }) => (committed.has(_id) || (how === 'leaks' && pending.includes(_id)) ? { _id } : null),
      insertOne: async ({ _id }: { _id: string }) => {
        if (how === 'conflicts once' && ++tries === 1) throw labelled('TransientTransactionError')
        pending.push(_id)
      },
    }
    const adapter = {
      beginTransaction: async () => 'tx-1',
      connection: {
        db: { collection: () => checks, createCollection: () => Promise.reject(Object.assign(new Error('there already'), { code: 48 })) },
      },
      rollbackTransaction: async () => {
        if (how === 'keeps') for (const id of pending) committed.add(id)
        pending = []
      },
      sessions: {},
    }
    return adapter as unknown as MongoTransactionalAdapter
  }

  it.each(['honest', 'conflicts once'] as const)('passes on a database that rolls back (%s)', async (how) => {
    await bootCheck(fakeAdapter(how))
  })

  it('stops the start where a rollback does nothing, or where others see what is not committed', async () => {
    await expect(bootCheck(fakeAdapter('keeps'))).rejects.toThrow(/DATABASE_URL: MongoDB did not roll back/)
    await expect(bootCheck(fakeAdapter('leaks'))).rejects.toThrow(/DATABASE_URL: MongoDB shows uncommitted changes/)
  })
})

describe('what MongoDB would do in silence', () => {
  const scope = (): TxScope => ({ active: true, label: 'sale', payload: {} as never, req: {} as never })

  it('a write without the req of its transaction is refused, one with it and one outside are not', async () => {
    const adapter = { create: vi.fn(async (_args: object) => 'done'), find: vi.fn(async () => 'found') }
    refuseForgottenReq(adapter)
    await expect(scopes.run(scope(), () => adapter.create({ data: {} }))).rejects.toThrow(ForgottenReq)
    expect(await scopes.run(scope(), () => adapter.create({ req: { transactionID: 'tx-1' } }))).toBe('done')
    expect(await scopes.run(scope(), () => adapter.find())).toBe('found')
    expect(await adapter.create({ data: {} })).toBe('done')
  })

  it('but for who has a document open in the admin, which Payload forgets beside the transaction', async () => {
    const adapter = { deleteMany: vi.fn(async (_args: object) => 'done') }
    refuseForgottenReq(adapter)
    const forget = (collection: string) => scopes.run(scope(), () => adapter.deleteMany({ collection }))
    expect(await forget('payload-locked-documents')).toBe('done')
    await expect(forget('posts')).rejects.toThrow(ForgottenReq)
  })

  it('a conflict is remembered even when the function swallows it', async () => {
    const error = labelled('TransientTransactionError')
    const adapter = { findOne: (_args: object) => Promise.reject(error), updateOne: (_args: object) => Promise.reject(new Error('other')) }
    rememberConflicts(adapter)
    const sale = scope()
    await scopes.run(sale, () => adapter.updateOne({}).catch(() => {}))
    expect(sale.conflict).toBeUndefined()
    await scopes.run(sale, () => adapter.findOne({}).catch(() => {}))
    expect(sale.conflict).toBe(error)
  })
})

describe('DATABASE_URL', () => {
  it.each([
    ['file:data/shop.db', 'sqlite'],
    ['file:///var/lib/shop.db', 'sqlite'],
    ['mongodb://a:27017,b:27017/shop?replicaSet=rs0', 'mongodb'],
    ['mongodb+srv://cluster.example/shop', 'mongodb'],
  ])('%s means %s', (url, kind) => {
    expect(databaseKind(url)).toBe(kind)
  })

  it.each([['postgres://me:secret@db/shop'], ['data/shop.db'], [''], [undefined]])('%s is refused by name, without its password', (url) => {
    expect(() => databaseKind(url)).toThrow(UnusableDatabase)
    expect(() => databaseKind(url)).toThrow(/^DATABASE_URL (?!.*secret)/)
  })

  it.each([['file:'], ['file::memory:'], ['file:shop.db?mode=ro']])('%s has no file that could be kept', (url) => {
    expect(() => databaseAdapter({ url })).toThrow(/DATABASE_URL/)
  })

  it('refuses a server without a replica set, and a sharded cluster', () => {
    expect(() => expectReplicaSet({ setName: 'rs0' })).not.toThrow()
    expect(() => expectReplicaSet({})).toThrow(/DATABASE_URL names a server that is not in a replica set.*replicaSet=/)
    expect(() => expectReplicaSet({ msg: 'isdbgrid' })).toThrow(/DATABASE_URL names a sharded cluster/)
  })
})
