import type { PayloadRequest } from 'payload'
import { idOf } from '../../../lib/ids.ts'
import type { Exchange, ExchangeOffer } from '../../../payload-types.ts'

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
  /** Of the difference, where the new goods are worth less. */
  refund: string | null
  /** The order that paid the difference, where they are worth more. */
  paidBy: string | null
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

/** The exchanges whose difference these orders paid. */
export const exchangesPaidBy = (req: PayloadRequest, orders: readonly string[]): Promise<ExchangeRow[]> =>
  orders.length === 0 ? Promise.resolve([]) : exchanges(req, { paidBy: { in: [...orders] } })

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
      ...{ carrier: row.carrier ?? null, tracking: row.tracking ?? null, paidBy: row.paidBy ?? null },
    }))
}

/** An exchange that waits, or waited, until an order paid its difference. What goes out stands on the line of that order. */
export interface ExchangeOfferRow {
  id: string
  /** The order that pays the difference. */
  paidBy: string
  /** The order whose pieces come back. */
  order: string
  orderLine: string
  quantity: number
  fromVariant: string
  unitFrom: number
  unitTo: number
  restock: boolean
  request: string | null
  actor: string | null
  at: string
}

export async function insertExchangeOffer(req: PayloadRequest, row: ExchangeOfferRow): Promise<void> {
  await req.payload.db.create({ collection: 'exchange-offers', data: { ...row }, returning: false, req })
}

/** What the order pays for; null for one that pays for no exchange. */
export const findExchangeOffer = async (req: PayloadRequest, paidBy: string): Promise<ExchangeOfferRow | null> =>
  (await offers(req, { paidBy: { equals: paidBy } }))[0] ?? null

/** All that were made of an order's pieces, the first first. */
export const exchangeOffersOf = (req: PayloadRequest, order: string): Promise<ExchangeOfferRow[]> =>
  offers(req, { order: { equals: order } })

async function offers(req: PayloadRequest, where: Record<string, unknown>): Promise<ExchangeOfferRow[]> {
  const found = { where: where as never, limit: 0, pagination: false, req }
  const { docs } = await req.payload.db.find<ExchangeOffer>({ collection: 'exchange-offers', ...found })
  return docs
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1))
    .map(({ id, paidBy, orderLine, quantity, unitFrom, unitTo, restock, at, ...row }) => ({
      ...{ id, paidBy, orderLine, quantity, unitFrom, unitTo, restock, at },
      ...{ order: idOf(row.order), fromVariant: idOf(row.fromVariant), request: row.request ?? null, actor: row.actor ?? null },
    }))
}
