import { newId } from '../../lib/ids.ts'
import { UnusableDatabase } from '../errors.ts'
import { opening } from '../scope.ts'
import type { MongoTransactionalAdapter } from './options.ts'

const name = 'boot_checks'
const namespaceExists = 48

/** Writes through the very path that Payload uses, rolls back, and looks. Money must not start without it. */
export async function bootCheck(adapter: MongoTransactionalAdapter): Promise<void> {
  const { db } = adapter.connection
  if (!db) throw new UnusableDatabase('DATABASE_URL: MongoDB is not connected')
  await db.createCollection(name).catch((error: { code?: unknown }) => {
    if (error.code !== namespaceExists) throw error
  })
  const checks = db.collection<{ _id: string }>(name)
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
