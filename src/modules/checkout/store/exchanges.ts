import type { PayloadRequest } from 'payload'
import { idOf } from '../../../lib/ids.ts'
import type { Exchange } from '../../../payload-types.ts'

/** An exchange as it is stored. Amounts in minor units, times as ISO strings, references as ids. */
export interface ExchangeRow {
  id: string
  order: string
  orderLine: string
  quantity: number
  fromVariant: string
  toVariant: string
  toProduct: string
  sku: string
  title: string
  options: string | null
  unitFrom: number
  unitTo: number
  refundedBefore: number
  restock: boolean
  /** Of the difference, where there is one. */
  refund: string | null
  /** The request that it answered. */
  request: string | null
  carrier: string | null
  tracking: string | null
  /** Account of who made it; staff only. */
  actor: string | null
  at: string
}

/** Writes one. `number` counts those of its line, from 1: two that thought themselves the same one end in a duplicate key. */
export async function insertExchange(req: PayloadRequest, row: ExchangeRow, number: number): Promise<void> {
  await req.payload.db.create({
    collection: 'exchanges',
    data: { ...row, key: `${row.orderLine}:${number}` },
    returning: false,
    req,
  })
}

export const findExchange = async (req: PayloadRequest, id: string): Promise<ExchangeRow | null> =>
  (await exchanges(req, { id: { equals: id } }))[0] ?? null

/** The exchanges of an order, the first made first. */
export const exchangesOfOrder = (req: PayloadRequest, order: string): Promise<ExchangeRow[]> => exchanges(req, { order: { equals: order } })

export const exchangesOfOrders = (req: PayloadRequest, orders: readonly string[]): Promise<ExchangeRow[]> =>
  orders.length === 0 ? Promise.resolve([]) : exchanges(req, { order: { in: [...orders] } })

async function exchanges(req: PayloadRequest, where: Record<string, unknown>): Promise<ExchangeRow[]> {
  const { docs } = await req.payload.db.find<Exchange>({
    collection: 'exchanges',
    where: where as never,
    limit: 0,
    pagination: false,
    req,
  })
  return docs
    .sort((a, b) => Number(a.key.split(':')[1]) - Number(b.key.split(':')[1]) || (a.id < b.id ? -1 : 1))
    .map(({ id, orderLine, quantity, sku, title, unitFrom, unitTo, refundedBefore, restock, at, ...row }) => ({
      ...{ id, orderLine, quantity, sku, title, unitFrom, unitTo, refundedBefore, restock, at },
      ...{ order: idOf(row.order), fromVariant: idOf(row.fromVariant), toVariant: idOf(row.toVariant), toProduct: idOf(row.toProduct) },
      ...{ options: row.options ?? null, refund: row.refund ?? null, request: row.request ?? null, actor: row.actor ?? null },
      ...{ carrier: row.carrier ?? null, tracking: row.tracking ?? null },
    }))
}
