import type { PayloadRequest, Where } from 'payload'
import { newId } from '../../lib/ids.ts'
import type { ProviderName } from './index.ts'

/** States as they are stored; the transition table of checkout says which may follow which. */
export interface PaymentRow {
  id: string
  order: string
  provider: ProviderName
  reference: string
  state: 'pending' | 'settled' | 'failed' | 'cancelled'
  /** Minor units. */
  amount: number
  currency: string
  test: boolean
  settledAt: string | null
  createdAt: string
}

export interface RefundLineRow {
  /** Its own id: the source of its reversal entries. */
  id: string
  orderLine: string
  quantity: number
  amount: number
  taxAmount: number
  baseAmount: number
  restock: boolean
}

export interface RefundRow {
  id: string
  key: string
  order: string
  payment: string
  state: 'pending' | 'settled' | 'failed'
  amount: number
  shippingAmount: number
  currency: string
  reason: string
  /** Account of who refunded, or `system`. */
  actor: string
  providerReference: string | null
  at: string
  lines: RefundLineRow[]
}

/**
 * Money that came for nothing (twice, or too late) goes back as a refund without lines or shipping: it is no refund of
 * what was bought and counts for nothing there.
 */
export const isSurplus = (refund: Pick<RefundRow, 'lines' | 'shippingAmount'>): boolean =>
  refund.lines.length === 0 && refund.shippingAmount === 0

type NewPayment = Pick<PaymentRow, 'id' | 'order' | 'provider' | 'reference' | 'amount' | 'currency' | 'test'> & { at: Date }

export async function insertPayment(req: PayloadRequest, { at, ...payment }: NewPayment): Promise<void> {
  const data = { ...payment, state: 'pending', settledAt: null, createdAt: at.toISOString() }
  await req.payload.db.create({ collection: 'payments', data, returning: false, req })
}

/** The provider's own reference, in place of the first one; false when it is no longer `from`. */
export async function referPayment(req: PayloadRequest, id: string, from: string, reference: string): Promise<boolean> {
  const moved = await req.payload.db.updateOne({
    collection: 'payments',
    where: { and: [{ id: { equals: id } }, { reference: { equals: from } }] },
    data: { reference },
    options: { atomic: true },
    req,
  })
  return moved !== null
}

/** Payments that a provider was asked for between two moments and that are not known to be settled or failed. */
export async function undecidedPayments(
  req: PayloadRequest,
  { provider, from, to, limit }: { provider: ProviderName; from: Date; to: Date; limit: number },
): Promise<PaymentRow[]> {
  const where = {
    and: [
      { provider: { equals: provider } },
      { state: { in: ['pending', 'cancelled'] } },
      { createdAt: { greater_than_equal: from.toISOString() } },
      { createdAt: { less_than: to.toISOString() } },
    ],
  }
  return payments(req, where, limit)
}

export const findPayment = async (req: PayloadRequest, id: string): Promise<PaymentRow | null> =>
  (await payments(req, { id: { equals: id } }))[0] ?? null

export async function findPaymentByReference(req: PayloadRequest, provider: ProviderName, reference: string): Promise<PaymentRow | null> {
  return (await payments(req, { and: [{ reference: { equals: reference } }, { provider: { equals: provider } }] }))[0] ?? null
}

/** The payments of an order, oldest first. */
export const paymentsOfOrder = (req: PayloadRequest, order: string): Promise<PaymentRow[]> => payments(req, { order: { equals: order } })

/** One conditional write: false when the payment is not in `from` any more. `told`: what its provider says besides. */
export async function movePayment(
  req: PayloadRequest,
  id: string,
  from: PaymentRow['state'],
  to: PaymentRow['state'],
  at: Date,
  told: { reference?: string; instrument?: string } = {},
): Promise<boolean> {
  const moved = await req.payload.db.updateOne({
    collection: 'payments',
    where: { and: [{ id: { equals: id } }, { state: { equals: from } }] },
    data: { state: to, ...told, ...(to === 'settled' ? { settledAt: at.toISOString() } : {}) },
    options: { atomic: true },
    req,
  })
  return moved !== null
}

export interface EventRow {
  provider: ProviderName
  eventId: string
  type: string
  reference: string
  outcome: string
  receivedAt: Date
}

const keyOfEvent = (provider: ProviderName, eventId: string): string => `${provider}:${eventId}`

/** What became of an event that came before, null for a new one. */
export async function findEventOutcome(req: PayloadRequest, provider: ProviderName, eventId: string): Promise<string | null> {
  const { docs } = await req.payload.db.find<{ outcome: string }>({
    collection: 'provider-events',
    where: { key: { equals: keyOfEvent(provider, eventId) } },
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0]?.outcome ?? null
}

/** The newest events with one of these outcomes. */
export async function findEventsByOutcome(
  req: PayloadRequest,
  outcomes: readonly string[],
  limit: number,
): Promise<(Omit<EventRow, 'eventId' | 'receivedAt'> & { id: string; key: string; receivedAt: string })[]> {
  const { docs } = await req.payload.db.find<Omit<EventRow, 'eventId' | 'receivedAt'> & { id: string; key: string; receivedAt: string }>({
    collection: 'provider-events',
    where: { outcome: { in: [...outcomes] } },
    sort: '-receivedAt',
    limit,
    pagination: false,
    req,
  })
  return docs
}

/** How many events with one of these outcomes came after a moment. */
export async function countEventsSince(req: PayloadRequest, outcomes: readonly string[], since: Date): Promise<number> {
  const where: Where = { and: [{ outcome: { in: [...outcomes] } }, { receivedAt: { greater_than: since.toISOString() } }] }
  return (await req.payload.db.count({ collection: 'provider-events', where, req })).totalDocs
}

/** Writes an event once: its unique key is what makes a second writing impossible. Throws on a duplicate. */
export async function insertEvent(req: PayloadRequest, { eventId, receivedAt, ...event }: EventRow): Promise<void> {
  const data = { id: newId(), key: keyOfEvent(event.provider, eventId), ...event, receivedAt: receivedAt.toISOString() }
  await req.payload.db.create({ collection: 'provider-events', data, returning: false, req })
}

export async function setEventOutcome(req: PayloadRequest, provider: ProviderName, eventId: string, outcome: string): Promise<void> {
  const where = { key: { equals: keyOfEvent(provider, eventId) } }
  await req.payload.db.updateOne({ collection: 'provider-events', where, data: { outcome }, options: { atomic: true }, req })
}

export async function insertRefund(req: PayloadRequest, refund: RefundRow): Promise<void> {
  await req.payload.db.create({ collection: 'refunds', data: { ...refund }, returning: false, req })
}

export const findRefund = async (req: PayloadRequest, id: string): Promise<RefundRow | null> =>
  (await refunds(req, { id: { equals: id } }))[0] ?? null

/** The refunds of an order, oldest first. */
export const refundsOfOrder = (req: PayloadRequest, order: string): Promise<RefundRow[]> => refunds(req, { order: { equals: order } })

export const refundsOfOrders = (req: PayloadRequest, orders: readonly string[]): Promise<RefundRow[]> =>
  orders.length === 0 ? Promise.resolve([]) : refunds(req, { order: { in: [...orders] } })

export const paymentsOfOrders = (req: PayloadRequest, orders: readonly string[]): Promise<PaymentRow[]> =>
  orders.length === 0 ? Promise.resolve([]) : payments(req, { order: { in: [...orders] } })

/** A refund of this payment under the provider's own id, null when there is none. */
export const findRefundByReference = async (req: PayloadRequest, payment: string, providerReference: string): Promise<RefundRow | null> =>
  (await refunds(req, { and: [{ payment: { equals: payment } }, { providerReference: { equals: providerReference } }] }))[0] ?? null

/** Refunds that have been waiting since before a moment. */
export const waitingRefunds = (req: PayloadRequest, before: Date, limit: number): Promise<RefundRow[]> =>
  refunds(req, { and: [{ state: { equals: 'pending' } }, { at: { less_than: before.toISOString() } }] }, limit)

/** The provider has taken a refund on: its id, while nothing is decided. */
export async function referRefund(req: PayloadRequest, id: string, providerReference: string): Promise<void> {
  await req.payload.db.updateOne({
    collection: 'refunds',
    where: { and: [{ id: { equals: id } }, { state: { equals: 'pending' } }] },
    data: { providerReference },
    options: { atomic: true },
    req,
  })
}

/** One conditional write: false when the refund is no longer pending. */
export async function endRefund(req: PayloadRequest, id: string, to: 'settled' | 'failed', providerReference: string): Promise<boolean> {
  const moved = await req.payload.db.updateOne({
    collection: 'refunds',
    where: { and: [{ id: { equals: id } }, { state: { equals: 'pending' } }] },
    data: { state: to, providerReference },
    options: { atomic: true },
    req,
  })
  return moved !== null
}

type Row = Record<string, unknown>
const idOf = (value: unknown): string => String(value && typeof value === 'object' ? (value as { id: unknown }).id : value)

async function rows(req: PayloadRequest, collection: 'payments' | 'refunds', where: object, limit = 0): Promise<Row[]> {
  const { docs } = await req.payload.db.find<Row>({
    collection,
    where: where as never,
    sort: 'createdAt',
    limit,
    pagination: false,
    req,
  })
  // Ids grow with time: rows of one moment stay in the order in which they were made.
  return docs.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1))
}

async function payments(req: PayloadRequest, where: object, limit = 0): Promise<PaymentRow[]> {
  const found = await rows(req, 'payments', where, limit)
  return found.map((row) => ({
    ...(row as unknown as PaymentRow),
    order: idOf(row.order),
    test: Boolean(row.test),
    settledAt: (row.settledAt as string | null) ?? null,
  }))
}

async function refunds(req: PayloadRequest, where: object, limit = 0): Promise<RefundRow[]> {
  const found = await rows(req, 'refunds', where, limit)
  return found.map((row) => ({
    ...(row as unknown as RefundRow),
    order: idOf(row.order),
    payment: idOf(row.payment),
    providerReference: (row.providerReference as string | null) ?? null,
    lines: ((row.lines as RefundLineRow[] | null) ?? []).map((line) => ({
      ...line,
      taxAmount: line.taxAmount ?? 0,
      restock: Boolean(line.restock),
    })),
  }))
}
