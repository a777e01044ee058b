import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { idOf } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { isExpired } from '../../modules/checkout/index.ts'
import { findOrder, type OrderRow } from '../../modules/checkout/store/order-state.ts'
import { notify } from '../accounts/notify.ts'
import { queueMail } from '../accounts/queue-mail.ts'
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
    const expired = await letGo(req, order, { event: 'expire', actor: null, reason: 'reservation over', at })
    if (expired) await tell(req, order)
    return ok({ expired })
  })
}

/** Whoever ordered is told, with or without an account: he may believe that he paid. */
async function tell(req: PayloadRequest, { id, number, user }: OrderRow): Promise<void> {
  await queueMail(req, { template: 'order-expired', subject: id })
  if (user) await notify(req, { userId: idOf(user), kind: 'order-expired', data: { orderId: id, orderNumber: number } })
}
