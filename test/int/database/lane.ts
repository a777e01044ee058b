import type { CollectionConfig, DatabaseAdapterObj } from 'payload'
import type { DatabaseKind, Faults } from '../../../src/database/index.ts'
import { mongoWithTransactions } from '../../../src/database/mongo/adapter.ts'
import { newId } from '../../../src/lib/ids.ts'
import { type AnyShop, collections, openShop, start } from './shop.ts'

/** One database that these tests run on. `open` makes a fresh, empty shop there and its `close` removes it. */
export type Lane = {
  kind: DatabaseKind
  open: (options?: { collections?: CollectionConfig[]; faults?: Faults; runTwice?: boolean }) => Promise<AnyShop>
}

const url = process.env.MONGODB_URL
const wanted = process.env.TEST_DATABASE

/** Why MongoDB is not tried here; undefined where it is. */
export const whyNoMongo: string | undefined = url
  ? undefined
  : 'MongoDB was not tried: MONGODB_URL is not set (give a replica set, such as mongodb://127.0.0.1:27017/?replicaSet=rs0)'

const sqlite: Lane = {
  kind: 'sqlite',
  open: ({ runTwice, ...options } = {}) => openShop({ ...options, lockWaitMs: 30_000, maxHoldMs: 60_000, tx: { runTwice } }),
}

const mongodb: Lane = {
  kind: 'mongodb',
  open: async ({ collections: given, faults, runTwice } = {}) => {
    // A database of its own on that server. Not by `new URL`, which does not know of several hosts.
    const own = (url ?? '').replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?/, `$1/zhongcao_test_${newId().replaceAll('-', '')}`)
    const db = mongoWithTransactions({ faults, url: own }) as unknown as DatabaseAdapterObj
    const shop = await start(db, given ?? collections(), { runTwice })
    const { connection } = shop.payload.db as unknown as { connection: { dropDatabase: () => Promise<unknown> } }
    const close = async () => {
      await connection.dropDatabase()
      await shop.close()
    }
    return { ...shop, close }
  },
}

/** The lanes of this run: both, or the one that TEST_DATABASE names. */
export const lanes: Lane[] = [sqlite, ...(url ? [mongodb] : [])].filter(({ kind }) => !wanted || kind === wanted)
