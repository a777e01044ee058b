import assert from 'node:assert/strict'
import { type SQLiteAdapter, sql } from '@payloadcms/db-sqlite'
import type { PayloadRequest } from 'payload'
import { collections, local, openShop, orderData, type Shop } from './shop.ts'

/** A shop with short time limits, a hook after each order that a test can set, and a table that can spoil a COMMIT. */
export async function openHookedShop() {
  const hooks: { afterOrder?: (args: { req: PayloadRequest }) => unknown } = {}
  const list = collections()
  list[1]!.hooks = { afterChange: [async (args) => void (await hooks.afterOrder?.(args))] }
  const shop: Shop = await openShop({ collections: list, lockWaitMs: 400, maxHoldMs: 1000 })
  await shop.adapter.client.execute(
    'CREATE TABLE probe (id INTEGER PRIMARY KEY, parent TEXT REFERENCES orders(id) DEFERRABLE INITIALLY DEFERRED)',
  )
  return {
    ...shop,
    hooks,
    breakReference: (req: PayloadRequest) =>
      (shop.adapter.sessions[String(req.transactionID)]!.db as unknown as SQLiteAdapter['drizzle']).run(
        sql`INSERT INTO probe (parent) VALUES ('nobody')`,
      ),
    create: (number: string, req?: unknown) => local(shop.payload).create({ collection: 'orders', data: orderData(number, 'x'), req }),
    exists: async (number: string, req?: unknown): Promise<boolean> =>
      (await local(shop.payload).find({ collection: 'orders', req, where: { number: { equals: number } } })).totalDocs === 1,
    expectFree: () => assert.deepEqual(shop.adapter.writeLock(), { holder: undefined, waiting: 0 }),
  }
}

export type HookedShop = Awaited<ReturnType<typeof openHookedShop>>
