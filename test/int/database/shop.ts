import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  buildConfig,
  type CollectionConfig,
  type DatabaseAdapterObj,
  type Field,
  getPayload,
  type Payload,
  type PayloadRequest,
} from 'payload'
import { databaseOf, type Faults, makeTx, type Tx, type TxOptions } from '../../../src/database/index.ts'
import { sqliteWithTransactions } from '../../../src/database/sqlite/adapter.ts'
import type { SqliteOptions, TransactionalAdapter } from '../../../src/database/sqlite/options.ts'
import { newId } from '../../../src/lib/ids.ts'

/** Ids are our text on both databases, as in the collections of the product. */
const id: Field = { name: 'id', type: 'text', required: true, defaultValue: newId }

/** The smallest shop that can sell too much: stock, orders with lines, a ledger. */
export const collections = (): CollectionConfig[] => [
  {
    slug: 'stock-levels',
    fields: [id, { name: 'sku', type: 'text', required: true, unique: true }, { name: 'stock', type: 'number', required: true }],
  },
  {
    slug: 'orders',
    fields: [
      id,
      { name: 'number', type: 'text', required: true },
      { name: 'status', type: 'text' },
      { name: 'total', type: 'number' },
      {
        name: 'lines',
        type: 'array',
        fields: [
          { name: 'sku', type: 'text', required: true },
          { name: 'quantity', type: 'number' },
          { name: 'price', type: 'number' },
        ],
      },
    ],
  },
  {
    slug: 'ledger',
    fields: [id, { name: 'order', type: 'relationship', relationTo: 'orders' }, { name: 'amount', type: 'number', required: true }],
  },
]

export type AnyShop = { close: () => Promise<void>; faults: Faults; payload: Payload; tx: Tx }
export type Shop = AnyShop & { adapter: TransactionalAdapter; dir: string; file: string }

type ShopOptions = Partial<SqliteOptions> & { collections?: CollectionConfig[]; dir?: string; tx?: TxOptions }

let opened = 0
// Payload pushes the first file of a process only, unless it is told otherwise.
process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'

/** A shop on a SQLite file of its own (or in `dir`, which stays); its tables are pushed unless migrations are given. */
export async function openShop({ collections: given, dir, tx, ...options }: ShopOptions = {}): Promise<Shop> {
  const folder = dir ?? (await mkdtemp(path.join(tmpdir(), 'shop-')))
  const file = path.join(folder, 'shop.db')
  const url = `file:${file}`
  const db = sqliteWithTransactions({ appendOnly: ['ledger'], client: { url }, push: !options.migrations, ...options })
  const shop = await start(db as unknown as DatabaseAdapterObj, given ?? collections(), tx)
  const close = async () => {
    await shop.payload.destroy()
    await rm(folder, { force: true, recursive: true })
  }
  return { ...shop, adapter: shop.payload.db as unknown as TransactionalAdapter, close, dir: folder, file }
}

/** A running shop on whatever database is given. */
export async function start(db: DatabaseAdapterObj, list: CollectionConfig[], tx?: TxOptions): Promise<AnyShop> {
  const config = buildConfig({
    collections: list,
    db,
    jobs: { tasks: [{ slug: 'mail', handler: async () => ({ output: {} }), inputSchema: [{ name: 'to', type: 'text' }] }] },
    logger: { options: { level: 'fatal' } },
    secret: 'test',
    telemetry: false,
    typescript: { autoGenerate: false },
  })
  const payload = await getPayload({ config, key: `shop-${opened++}` })
  return { close: () => payload.destroy(), faults: databaseOf(payload).faults, payload, tx: makeTx(payload, tx) }
}

// biome-ignore lint/suspicious/noExplicitAny: the one untyped door of these tests, no types are generated for their collections
export const local = (payload: Payload) => payload as any

/** What an error says, with what caused it: Drizzle hides the reason in `cause`. */
export const told = (error: unknown): string => `${String(error)} ${String((error as Error).cause ?? '')}`

export async function stockUp(payload: Payload, sku: string, stock: number): Promise<void> {
  await local(payload).create({ collection: 'stock-levels', data: { sku, stock } })
}

export async function stockOf(payload: Payload, sku: string): Promise<number> {
  const { docs } = await local(payload).find({ collection: 'stock-levels', where: { sku: { equals: sku } } })
  return docs[0].stock
}

export async function countOf(payload: Payload, collection: string, req?: PayloadRequest): Promise<number> {
  return (await local(payload).count({ collection, req })).totalDocs
}

export class SoldOut extends Error {}

export const orderData = (number: string, sku: string) => ({
  lines: [1, 2, 3].map((n) => ({ price: 100 * n, quantity: 1, sku: n === 1 ? sku : `extra-${n}` })),
  number,
  status: 'placed',
  total: 600,
})

/** Takes one piece of stock if there is one, in a single conditional statement. */
export async function takeOne(payload: Payload, sku: string, req?: PayloadRequest): Promise<void> {
  const taken = await payload.db.updateOne({
    collection: 'stock-levels',
    data: { stock: { $inc: -1 } },
    options: { atomic: true },
    req,
    where: { and: [{ sku: { equals: sku } }, { stock: { greater_than_equal: 1 } }] },
  })
  if (!taken) throw new SoldOut(sku)
}

/** The order first, on purpose: the sold-out ones have something to undo. */
export function placeOrder({ payload, tx }: Pick<AnyShop, 'payload' | 'tx'>, number: string, sku: string): Promise<void> {
  return tx(`place order ${number}`, async (req) => {
    await local(payload).create({ collection: 'orders', data: orderData(number, sku), req })
    await takeOne(payload, sku, req)
  })
}
