import { setTimeout as sleep } from 'node:timers/promises'
import { newId } from '../../lib/ids.ts'
import { UnusableDatabase } from '../errors.ts'
import { opening } from '../scope.ts'
import { isTransientConflict } from '../transient.ts'
import type { MongoTransactionalAdapter } from './options.ts'

type Check = { _id: string }
/** The part of the driver's collection that is used. */
type Checks = {
  findOne: (where: Check) => Promise<Check | null>
  insertOne: (doc: Check, options: { session: never }) => Promise<unknown>
}

const name = 'boot_checks'
const namespaceExists = 48

/** Writes through the very path that Payload uses, rolls back, and looks. Money must not start without it. */
export async function bootCheck(adapter: MongoTransactionalAdapter): Promise<void> {
  const { db } = adapter.connection
  if (!db) throw new UnusableDatabase('DATABASE_URL: MongoDB is not connected')
  await db.createCollection(name).catch((error: { code?: unknown }) => {
    if (error.code !== namespaceExists) throw error
  })
  for (let tried = 1; ; tried++) {
    try {
      await writeRollBackLook(adapter, db.collection(name) as unknown as Checks)
      return
    } catch (error) {
      // A snapshot can be older than the collection that was just made.
      if (tried === 10 || !isTransientConflict(error)) throw error
      await sleep(200)
    }
  }
}

async function writeRollBackLook(adapter: MongoTransactionalAdapter, checks: Checks): Promise<void> {
  const _id = newId() // several processes may start at once
  const id = String(await opening.run({ label: 'boot check' }, () => adapter.beginTransaction()))
  try {
    await checks.insertOne({ _id }, { session: adapter.sessions[id] as never })
    if (await checks.findOne({ _id })) throw new UnusableDatabase('DATABASE_URL: MongoDB shows uncommitted changes to others')
  } finally {
    await adapter.rollbackTransaction(id)
  }
  if (await checks.findOne({ _id })) throw new UnusableDatabase('DATABASE_URL: MongoDB did not roll back, there are no transactions here')
}
