import type { PayloadRequest, Where } from 'payload'
import type { OrderRow } from './order-state.ts'

/** Orders of some days that are looked through at most. */
const most = 2_000

/** The order with this number, whole; letters in any case. */
export const ordersOfNumber = (req: PayloadRequest, number: string): Promise<OrderRow[]> =>
  find(req, { number: { in: [...new Set([number, number.toUpperCase()])] } }, 1)

/** Orders placed between two moments, the newest first. */
export const ordersOfDays = (req: PayloadRequest, { from, to }: { from: Date; to: Date }): Promise<OrderRow[]> =>
  find(req, { and: [{ placedAt: { greater_than_equal: from.toISOString() } }, { placedAt: { less_than: to.toISOString() } }] }, most)

/** The next paid orders since a moment, in the order of their ids, test orders left out. */
export const paidOrdersAfter = (req: PayloadRequest, since: Date, after: string, limit: number): Promise<OrderRow[]> =>
  find(
    req,
    {
      and: [
        { id: { greater_than: after } },
        { placedAt: { greater_than_equal: since.toISOString() } },
        { paidAt: { exists: true } },
        { test: { not_equals: true } },
      ],
    },
    limit,
    ['id'],
  )

async function find(req: PayloadRequest, where: Where, limit: number, sort: string[] = ['-placedAt', '-id']): Promise<OrderRow[]> {
  const { docs } = await req.payload.db.find<OrderRow>({ collection: 'orders', where, sort, limit, pagination: false, req })
  return docs
}

/** Numbers of these orders, by id. */
export async function orderNumbers(req: PayloadRequest, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const where: Where = { id: { in: [...new Set(ids)] } }
  const { docs } = await req.payload.db.find<OrderRow>({
    collection: 'orders',
    where,
    select: { number: true },
    limit: 0,
    pagination: false,
    req,
  })
  return new Map(docs.map(({ id, number }) => [id, number]))
}
