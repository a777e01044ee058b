import type { Ctx } from '../../context.ts'
import { findOverdueOrders } from '../../modules/checkout/store/order-state.ts'
import { expireOrder } from './expire-order.ts'

/** Orders of one look; what is left comes with the next. */
const PART = 50

/**
 * Lets the goods of all unpaid orders go whose reservation is over, each in a transaction of its own. Most orders are paid
 * by then and cost nothing here. One that fails is logged, left for the next time and keeps no other waiting: `failed` counts them.
 */
export async function expireOverdue(ctx: Ctx): Promise<{ expired: number; failed: number }> {
  const overdue = await findOverdueOrders(await ctx.req(), { now: ctx.clock.now(), limit: PART })
  let [expired, failed] = [0, 0]
  for (const orderId of overdue) {
    try {
      const done = await expireOrder(ctx, { orderId })
      if (done.ok && done.value.expired) expired += 1
    } catch (error) {
      failed += 1
      ctx.log.error({ err: error, order: orderId }, 'An unpaid order could not be let go')
    }
  }
  return { expired, failed }
}
