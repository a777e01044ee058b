import type { PayloadRequest } from 'payload'
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
