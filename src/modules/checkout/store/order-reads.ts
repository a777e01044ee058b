import type { PayloadRequest, Where } from 'payload'
import { idOf } from '../../../lib/ids.ts'
import type { OrderContact, OrderHistory } from '../../../payload-types.ts'
import type { OrderRow } from './order-state.ts'

/** Personal data of an order; empty texts where nothing was given. */
export interface ContactRow {
  email: string
  name: string
  phone: string
  country: string
  region: string
  city: string
  district: string
  street: string
  postcode: string
  note: string
}

/** The contact of an order; null when there is none or it was erased. */
export async function findContact(req: PayloadRequest, order: string): Promise<ContactRow | null> {
  const { docs } = await req.payload.db.find<OrderContact>({
    collection: 'order-contacts',
    where: { order: { equals: order } },
    limit: 1,
    pagination: false,
    req,
  })
  const row = docs[0]
  if (!row || row.erasedAt) return null
  const text = (name: keyof ContactRow) => row[name] ?? ''
  return {
    ...{ email: text('email'), name: text('name'), phone: text('phone'), country: text('country'), region: text('region') },
    ...{ city: text('city'), district: text('district'), street: text('street'), postcode: text('postcode'), note: text('note') },
  }
}

export interface HistoryView {
  at: string
  subject: 'order' | 'payment' | 'refund' | 'shipment' | 'refund_request' | 'exchange' | 'dispute'
  subjectId: string
  event: string
  from: string
  to: string
  actor: string | null
  reason: string | null
}

/** Every transition of an order, its payments and refunds, oldest first. */
export async function findHistory(req: PayloadRequest, order: string): Promise<HistoryView[]> {
  const { docs } = await req.payload.db.find<OrderHistory>({
    collection: 'order-history',
    where: { order: { equals: order } },
    limit: 0,
    pagination: false,
    req,
  })
  return docs
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ at, subject, subjectId, event, from, to, actor, reason }) => ({
      at,
      subject,
      subjectId,
      event,
      from,
      to,
      actor: actor ?? null,
      reason: reason ?? null,
    }))
}

export interface OrdersQuery {
  user?: string
  state?: OrderRow['state']
  /** An order number or id, whole. */
  find?: string
  /** Only these. */
  ids?: readonly string[]
  /** Orders placed before this one: the id of the last that was shown. */
  before?: { placedAt: string; id: string }
  limit: number
}

/** Orders, newest first, ties by id: a cursor stays right when new orders come in. */
export async function findOrders(req: PayloadRequest, { user, state, find, ids, before, limit }: OrdersQuery): Promise<OrderRow[]> {
  const and: Where[] = []
  if (user !== undefined) and.push({ user: { equals: user } })
  if (state !== undefined) and.push({ state: { equals: state } })
  if (find) and.push({ or: [{ number: { equals: find } }, { id: { equals: find } }] })
  if (ids) and.push({ id: { in: [...ids] } })
  if (before) {
    const { placedAt, id } = before
    and.push({ or: [{ placedAt: { less_than: placedAt } }, { and: [{ placedAt: { equals: placedAt } }, { id: { less_than: id } }] }] })
  }
  const { docs } = await req.payload.db.find<OrderRow>({
    collection: 'orders',
    where: { and },
    sort: ['-placedAt', '-id'],
    limit,
    pagination: false,
    req,
  })
  return docs
}

/** Names of buyers, by order, for staff. */
export async function contactsOfOrders(
  req: PayloadRequest,
  orders: readonly string[],
): Promise<Map<string, { name: string; email: string }>> {
  if (orders.length === 0) return new Map()
  const { docs } = await req.payload.db.find<OrderContact>({
    collection: 'order-contacts',
    where: { order: { in: [...orders] } },
    limit: 0,
    pagination: false,
    req,
  })
  return new Map(
    docs.filter(({ erasedAt }) => !erasedAt).map(({ order, name, email }) => [idOf(order), { name: name ?? '', email: email ?? '' }]),
  )
}
