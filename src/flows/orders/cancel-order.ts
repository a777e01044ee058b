import type { Ctx } from '../../context.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Visit } from '../../lib/visit.ts'
import { allOrNothing } from './all-or-nothing.ts'
import { letGo } from './let-go.ts'
import { noSuchOrder, type OrderAsk, openOrder } from './order-access.ts'

/**
 * The buyer takes back an order that is not paid. Somebody else's order is `not_found`, for staff too: the shop cancels by
 * a refund. One that is paid, or over, is `state`.
 */
export async function cancelOrder(ctx: Ctx, visit: Visit, ask: OrderAsk): Promise<Result<{ state: 'cancelled' }>> {
  const opened = await openOrder(ctx, visit, ask)
  if (!opened.ok) return opened
  const { order, reader } = opened.value
  if (reader === 'staff') return noSuchOrder
  const { userId: actor } = await visit.actor()
  const at = ctx.clock.now()
  return allOrNothing(ctx, 'cancel order', async (req) => {
    if (await letGo(req, order, { event: 'cancel', actor, reason: 'by the buyer', at })) return ok({ state: 'cancelled' as const })
    return fail('state', 'Only an order that waits for its payment can be cancelled.', { details: { state: order.state } })
  })
}
