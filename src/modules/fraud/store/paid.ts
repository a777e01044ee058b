import type { PayloadRequest } from 'payload'
import type { Order } from '../../../payload-types.ts'

/** A paid order by the time of its payment. */
export interface Paid {
  id: string
  paidAt: string
}

/** The next orders by time of payment, up to a moment. `after` is the last that was seen. */
export async function paidBetween(req: PayloadRequest, after: Paid, until: Date, limit: number): Promise<Paid[]> {
  const { docs } = await req.payload.db.find<Order>({
    collection: 'orders',
    where: {
      and: [
        { paidAt: { less_than_equal: until.toISOString() } },
        {
          or: [
            { paidAt: { greater_than: after.paidAt } },
            { and: [{ paidAt: { equals: after.paidAt } }, { id: { greater_than: after.id } }] },
          ],
        },
      ],
    },
    select: { paidAt: true },
    sort: ['paidAt', 'id'],
    limit,
    pagination: false,
    req,
  })
  return docs.flatMap(({ id, paidAt }) => (paidAt ? [{ id, paidAt }] : []))
}
