import type { PayloadRequest } from 'payload'
import { readRows } from '../../../database/read-rows.ts'
import type { Order } from '../../../payload-types.ts'

/** What of an order decides when its commissions become payable (ATT-27). */
export interface OrderDates {
  paidAt: Date | null
  fulfilledAt: Date | null
  deliveredAt: Date | null
  receivedAt: Date | null
  /** Hold of each line in days, as it was frozen; null on lines from before holds. */
  holds: ReadonlyMap<string, number | null>
}

/** Ids in one question: a statement has room for so many. */
const part = 500

/** The dates of these orders, by id; ids that are no orders are absent. Reads nothing else of them. */
export async function orderDates(req: PayloadRequest, ids: readonly string[]): Promise<Map<string, OrderDates>> {
  if (ids.length === 0) return new Map()
  const rows = await readRows(req, datesAndHolds, [JSON.stringify(ids)])
  if (rows) return datesOfRows(rows)
  const dates = new Map<string, OrderDates>()
  for (let from = 0; from < ids.length; from += part) {
    const { docs } = await req.payload.db.find<Order>({
      collection: 'orders',
      where: { id: { in: ids.slice(from, from + part) } },
      select: { paidAt: true, fulfilledAt: true, deliveredAt: true, receivedAt: true, lines: { id: true, holdDays: true } } as never,
      limit: 0,
      pagination: false,
      req,
    })
    for (const order of docs) dates.set(order.id, datesOf(order))
  }
  return dates
}

// One row for each line; the ids come as one JSON text, so that there may be as many as there are orders.
const datesAndHolds = `SELECT o.id, o.paid_at, o.fulfilled_at, o.delivered_at, o.received_at, l.id AS line, l.hold_days
  FROM json_each(?) AS asked JOIN orders AS o ON o.id = asked.value LEFT JOIN orders_lines AS l ON l._parent_id = o.id`

function datesOfRows(rows: readonly Readonly<Record<string, unknown>>[]): Map<string, OrderDates> {
  const dates = new Map<string, OrderDates & { holds: Map<string, number | null> }>()
  const date = (value: unknown) => (typeof value === 'string' ? new Date(value) : null)
  for (const row of rows) {
    const id = String(row.id)
    let known = dates.get(id)
    if (!known) {
      const { paid_at, fulfilled_at, delivered_at, received_at } = row
      const moments = { paidAt: date(paid_at), fulfilledAt: date(fulfilled_at), deliveredAt: date(delivered_at) }
      known = { ...moments, receivedAt: date(received_at), holds: new Map() }
      dates.set(id, known)
    }
    if (row.line !== null) known.holds.set(String(row.line), row.hold_days === null ? null : Number(row.hold_days))
  }
  return dates
}

/** The same of an order that was read already. */
export function datesOf({ paidAt, fulfilledAt, deliveredAt, receivedAt, lines }: Order): OrderDates {
  const date = (text: string | null | undefined) => (text ? new Date(text) : null)
  return {
    paidAt: date(paidAt),
    fulfilledAt: date(fulfilledAt),
    deliveredAt: date(deliveredAt),
    receivedAt: date(receivedAt),
    holds: new Map((lines ?? []).map(({ id, holdDays }) => [String(id), holdDays ?? null])),
  }
}
