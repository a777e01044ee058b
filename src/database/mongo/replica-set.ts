import { UnusableDatabase } from '../errors.ts'

/** What a server says about itself in its answer to `hello`, as far as it matters here. */
export type Hello = { msg?: string | undefined; setName?: string | undefined }

/**
 * Refuses a server without transactions that we can rely on: a standalone has none, and a sharded cluster (`mongos`)
 * answers no set name; Payload turns transactions off there without a word. Throws UnusableDatabase.
 */
export function expectReplicaSet(hello: Hello): void {
  if (hello.setName) return
  const what = hello.msg === 'isdbgrid' ? 'a sharded cluster (mongos), which is not supported' : 'a server that is not in a replica set'
  throw new UnusableDatabase(
    `DATABASE_URL names ${what}: there money would run without transactions. ` +
      'Give a replica set, such as mongodb://host:27017/shop?replicaSet=rs0 (one member is enough).',
  )
}
