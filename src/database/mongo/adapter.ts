import { mongooseAdapter } from '@payloadcms/db-mongodb'
import type { Payload } from 'payload'
import { UnusableDatabase } from '../errors.ts'
import { markDuplicates, meetAtCounters, noteUnderWay, refuseForgottenReq, rememberConflicts, undoFailedJobs } from '../guarded-methods.ts'
import { refuseToDrop } from '../refuse-to-drop.ts'
import { bootCheck } from './boot-check.ts'
import { type ExistingIndex, verifyUniqueIndexes } from './indexes.ts'
import type { MongoOptions, MongoTransactionalAdapter } from './options.ts'
import { expectReplicaSet, type Hello } from './replica-set.ts'
import { MongoTransactions, type Session } from './transactions.ts'

/** Payload's MongoDB adapter with transactions that hold: ADR 0003. */
export function mongoWithTransactions(options: MongoOptions): ReturnType<typeof mongooseAdapter> {
  const { connectOptions, faults = {}, migrations, ...args } = options
  const base = mongooseAdapter({
    ...args,
    // Names of collections are our slugs, not Mongoose's idea of a plural: roles and backups name them.
    autoPluralization: false,
    connectOptions: { ...patience(args.url), ...connectOptions },
    ensureIndexes: true,
    transactionOptions: {},
  })
  const init = ({ payload }: { payload: Payload }) =>
    assemble(base.init({ payload }) as unknown as MongoTransactionalAdapter, { faults, migrations })
  return { ...base, init } as unknown as ReturnType<typeof mongooseAdapter>
}

/** Half a minute of silence, the driver's own limit, is long for a mistyped address. The URL may say something else. */
const patience = (url: string) => (/[?&]serverSelectionTimeoutMS=/i.test(url) ? {} : { serverSelectionTimeoutMS: 10_000 })

function assemble(
  adapter: MongoTransactionalAdapter,
  { faults, migrations }: Required<Pick<MongoOptions, 'faults'>> & Pick<MongoOptions, 'migrations'>,
): MongoTransactionalAdapter {
  const { connect, destroy } = adapter
  const transactions = new MongoTransactions(() => adapter.connection.getClient().startSession() as unknown as Session, faults ?? {})
  // Payload's connect replaces beginTransaction when the URL does not name the replica set: ours come back after it.
  const ours = {
    beginTransaction: () => transactions.begin(),
    commitTransaction: (id: string) => transactions.commit(id),
    rollbackTransaction: (id: string) => transactions.rollback(id),
    sessions: transactions.sessions(),
  }

  Object.assign(adapter, ours, {
    backup: useMongodump,
    connect: async (how?: Parameters<NonNullable<typeof connect>>[0]) => {
      refuseToDrop()
      await connect?.call(adapter, how).catch(refuseUnreachable)
      Object.assign(adapter, ours)
      try {
        await expectTransactions(adapter)
        if (migrations) await adapter.migrate({ migrations })
        await verifyUniqueIndexes(adapter.payload.config, (slug) => indexesOf(adapter, slug))
      } catch (error) {
        await adapter.connection.close()
        throw error
      }
    },
    destroy: async () => {
      await transactions.rollbackAll()
      await destroy?.call(adapter)
    },
    faults,
  })
  noteUnderWay(adapter, (id, work) => transactions.noteUnderWay(id, work))
  undoFailedJobs(adapter, (id) => transactions.rollback(id))
  markDuplicates(adapter)
  meetAtCounters(adapter)
  refuseForgottenReq(adapter)
  rememberConflicts(adapter)
  return adapter
}

/** Payload's message is its own sentence and the driver's reason; neither holds the URL or its password. */
function refuseUnreachable(error: Error): never {
  throw new UnusableDatabase(`DATABASE_URL: ${error.message.replace(/^Error: /, '')}`, { cause: error })
}

async function expectTransactions(adapter: MongoTransactionalAdapter): Promise<void> {
  const hello = await adapter.connection.db?.admin().command({ hello: 1 })
  expectReplicaSet((hello ?? {}) as Hello)
  await bootCheck(adapter)
}

async function indexesOf(adapter: MongoTransactionalAdapter, slug: string): Promise<ExistingIndex[]> {
  return (await adapter.collections[slug]?.collection.indexes()) ?? []
}

async function useMongodump(): Promise<never> {
  throw new Error('Back up MongoDB with its own tools: mongodump --oplog, or snapshots of the replica set.')
}
