import type { PayloadRequest } from 'payload'
import type { Order } from '../../../payload-types.ts'

/** The next orders by time of payment, up to a moment. `after` is the last that was seen. */
export async function paidBetween(
  req: PayloadRequest,
  after: { paidAt: string; id: string },
  until: Date,
  limit: number,
): Promise<Order[]> {
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
    sort: ['paidAt', 'id'],
    limit,
    pagination: false,
    req,
  })
  return docs
}
