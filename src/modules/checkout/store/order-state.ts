import type { PayloadRequest, Where } from 'payload'
import { newId } from '../../../lib/ids.ts'
import type { Order } from '../../../payload-types.ts'
import type { OrderState } from '../states.ts'

/** A stored order, with references as ids. */
export type OrderRow = Order

/** The order, or null. References are ids (`depth` 0). */
export async function findOrder(req: PayloadRequest, id: string): Promise<OrderRow | null> {
  const { docs } = await req.payload.db.find<OrderRow>({
    collection: 'orders',
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0] ?? null
}

/** Orders that still wait for their payment though their reservation is over, the oldest first. */
export async function findOverdueOrders(req: PayloadRequest, { now, limit }: { now: Date; limit: number }): Promise<string[]> {
  const { docs } = await req.payload.db.find<OrderRow>({
    collection: 'orders',
    where: { and: [{ state: { equals: 'awaiting_payment' } }, { reservedUntil: { less_than: now.toISOString() } }] },
    select: { reservedUntil: true },
    sort: 'reservedUntil',
    limit,
    pagination: false,
    req,
  })
  return docs.map(({ id }) => id)
}

/** Orders that were sent and may count as received by themselves, by their ids; `after` is the last id of the part before, '' at first. */
export async function findSentOrders(
  req: PayloadRequest,
  { deliveredBefore, sentBefore, after, limit }: { deliveredBefore: Date; sentBefore: Date; after: string; limit: number },
): Promise<Pick<OrderRow, 'id' | 'fulfilledAt' | 'deliveredAt'>[]> {
  const delivered: Where = { deliveredAt: { less_than_equal: deliveredBefore.toISOString() } }
  const unheard: Where = { and: [{ deliveredAt: { exists: false } }, { fulfilledAt: { less_than_equal: sentBefore.toISOString() } }] }
  const { docs } = await req.payload.db.find<OrderRow>({
    collection: 'orders',
    where: { and: [{ state: { equals: 'fulfilled' } }, { or: [delivered, unheard] }, { id: { greater_than: after } }] },
    select: { fulfilledAt: true, deliveredAt: true },
    sort: 'id',
    limit,
    pagination: false,
    req,
  })
  return docs
}

type StoredState = Exclude<OrderState, 'draft'>

interface Move {
  order: string
  from: StoredState
  to: StoredState
  /** Given when the order becomes paid. */
  paidAt?: Date
  /** Other moments that go with the move; null takes one back. */
  stamps?: Partial<Record<'fulfilledAt' | 'deliveredAt' | 'receivedAt', Date | null>>
}

/** One conditional write: false when the order is not in `from` any more. Whoever wins it writes the history row. */
export async function moveOrder(req: PayloadRequest, { order, from, to, paidAt, stamps = {} }: Move): Promise<boolean> {
  const moments = Object.fromEntries(Object.entries(stamps).map(([name, at]) => [name, at?.toISOString() ?? null]))
  const moved = await req.payload.db.updateOne({
    collection: 'orders',
    where: { and: [{ id: { equals: order } }, { state: { equals: from } }] },
    data: { state: to, ...(paidAt ? { paidAt: paidAt.toISOString() } : {}), ...moments },
    options: { atomic: true },
    req,
  })
  return moved !== null
}

export interface HistoryRow {
  order: string
  subject: 'order' | 'payment' | 'refund' | 'shipment' | 'refund_request' | 'exchange' | 'dispute'
  subjectId: string
  event: string
  from: string
  to: string
  /** Account of who did it; null for the shop's own doing. Never personal data. */
  actor: string | null
  reason?: string
  at: Date
}

/** Leaves a row for a transition. Append-only. */
export async function writeHistory(req: PayloadRequest, { at, reason, ...row }: HistoryRow): Promise<void> {
  const data = { id: newId(), ...row, reason: reason ?? null, at: at.toISOString() }
  await req.payload.db.create({ collection: 'order-history', data, returning: false, req })
}

/**
 * Lets refunds, parcels and requests of one order pass one at a time: the first write of a transaction that reads what is
 * left to refund or to send and decides by it. On SQLite the transaction has the only write connection anyway; on MongoDB two that move this counter at once
 * conflict, and the second runs again from its start and reads what the first left; so do two firsts.
 */
export async function lockRefunds(req: PayloadRequest, order: string): Promise<void> {
  const key = `refunds:${order}`
  const moved = await req.payload.db.updateOne({
    collection: 'counters',
    where: { key: { equals: key } },
    data: { value: { $inc: 1 } },
    options: { atomic: true },
    req,
  })
  if (!moved) await req.payload.db.create({ collection: 'counters', data: { id: newId(), key, value: 1 }, returning: false, req })
}

/** Whether anything about refunds, disputes or further payments of this order was ever decided: all of them pass by `lockRefunds`. */
export async function refundsWereLocked(req: PayloadRequest, order: string): Promise<boolean> {
  const { docs } = await req.payload.db.find({
    collection: 'counters',
    where: { key: { equals: `refunds:${order}` } },
    limit: 1,
    pagination: false,
    req,
  })
  return docs.length > 0
}
