import type { PayloadRequest, Where } from 'payload'
import { paidStates } from '../states.ts'
import type { OrderRow } from './order-state.ts'

/** Of one account or one product more orders than this are not looked through. */
const MOST = 5_000

/**
 * Paid orders of these accounts, newest first; with `products` those that hold one of them. Orders paid with play money off this
 * machine (`test`) are no purchases, as they are none in the books.
 */
export async function findPaidOrders(
  req: PayloadRequest,
  { users, products }: { users: readonly string[]; products?: readonly string[] | undefined },
): Promise<OrderRow[]> {
  if (users.length === 0 || products?.length === 0) return []
  const and: Where[] = [{ user: { in: [...new Set(users)] } }, { state: { in: [...paidStates] } }, { test: { not_equals: true } }]
  if (products) and.push({ 'lines.product': { in: [...new Set(products)] } })
  const { docs } = await req.payload.db.find<OrderRow>({
    collection: 'orders',
    where: { and },
    sort: '-placedAt',
    limit: MOST,
    pagination: false,
    req,
  })
  return docs
}
