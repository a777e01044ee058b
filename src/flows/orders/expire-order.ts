import type { Ctx } from '../../context.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { isExpired } from '../../modules/checkout/index.ts'
import { findOrder } from '../../modules/checkout/store/order-state.ts'
import { allOrNothing } from './all-or-nothing.ts'
import { letGo } from './let-go.ts'

/**
 * Lets the goods of an unpaid order go once its reservation is over. Safe to run at any time and any number of times:
 * `expired` says whether this run did it. Fails with `not_found`.
 */
export function expireOrder(ctx: Ctx, { orderId }: { orderId: string }): Promise<Result<{ expired: boolean }>> {
  const at = ctx.clock.now()
  return allOrNothing(ctx, 'expire order', async (req) => {
    const order = await findOrder(req, orderId)
    if (!order) return fail('not_found', 'There is no such order.')
    if (!order.reservedUntil || !isExpired(order.state, new Date(order.reservedUntil), at)) return ok({ expired: false })
    return ok({ expired: await letGo(req, order, { event: 'expire', actor: null, reason: 'reservation over', at }) })
  })
}
