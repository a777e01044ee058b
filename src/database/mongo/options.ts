import type { MongooseAdapter, mongooseAdapter } from '@payloadcms/db-mongodb'
import type { Migration } from 'payload'
import type { Faults } from '../faults.ts'

type MongoArgs = Parameters<typeof mongooseAdapter>[0]

export type MongoOptions = Omit<MongoArgs, 'autoPluralization' | 'ensureIndexes' | 'prodMigrations' | 'transactionOptions' | 'url'> & {
  /** Test-only faults. */
  faults?: Faults | undefined
  /** Committed migrations of documents; what the database has not seen is applied at every boot. */
  migrations?: Migration[] | undefined
  url: string
}

export type MongoTransactionalAdapter = MongooseAdapter & {
  /** Always throws: MongoDB has tools of its own for it. */
  backup: (file: string) => Promise<never>
  faults: Faults
}
