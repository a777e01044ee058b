import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { idOf } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Visit } from '../../lib/visit.ts'
import { findOrder, lockRefunds, moveOrder, type OrderRow, writeHistory } from '../../modules/checkout/store/order-state.ts'
import { notify } from '../accounts/notify.ts'
import { queueMail } from '../accounts/queue-mail.ts'
import { allOrNothing } from './all-or-nothing.ts'
import { noSuchOrder, type OrderAsk, openOrder } from './order-access.ts'

/**
 * 确认收货: the buyer, by account or by the guest's link, says that everything arrived; the hold of every commission starts
 * (ATT-27). Saying it twice is once. Staff cannot say it for him: `not_found`, as for anybody else's order. Fails with `state`
 * while something is still to be sent.
 */
export async function receiveOrder(ctx: Ctx, visit: Visit, ask: OrderAsk): Promise<Result<{ state: 'completed'; receivedAt: string }>> {
  const opened = await openOrder(ctx, visit, ask)
  if (!opened.ok) return opened
  const { order, reader } = opened.value
  if (reader === 'staff') return noSuchOrder
  const { userId: actor } = await visit.actor()
  const at = ctx.clock.now()
  return allOrNothing(ctx, 'receive order', (req) => receive(req, order.id, { actor, at }))
}

/** Ends an order that was sent, in the caller's transaction; `reason` where it was not the buyer who said so. */
export async function receive(
  req: PayloadRequest,
  orderId: string,
  { actor, reason, at }: { actor: string | null; reason?: string; at: Date },
): Promise<Result<{ state: 'completed'; receivedAt: string }>> {
  await lockRefunds(req, orderId)
  const order = await findOrder(req, orderId)
  if (!order) return noSuchOrder
  if (order.state === 'completed') return ok({ state: 'completed' as const, receivedAt: order.receivedAt ?? at.toISOString() })
  if (order.state !== 'fulfilled') return notSent(order)
  const moved = await moveOrder(req, { order: order.id, from: 'fulfilled', to: 'completed', stamps: { receivedAt: at } })
  if (!moved) throw new Error(`Order ${order.id} changed while it was received`)
  await writeHistory(req, {
    order: order.id,
    subject: 'order',
    subjectId: order.id,
    event: 'receive',
    from: 'fulfilled',
    to: 'completed',
    actor,
    at,
    ...(reason ? { reason } : {}),
  })
  if (reason) await tellReceived(req, order)
  return ok({ state: 'completed' as const, receivedAt: at.toISOString() })
}

/** Who did not say so himself is told, with or without an account: his time for asking for help runs. */
async function tellReceived(req: PayloadRequest, { id, number, user }: OrderRow): Promise<void> {
  await queueMail(req, { template: 'order-received', subject: id })
  if (user) await notify(req, { userId: idOf(user), kind: 'order-received', data: { orderId: id, orderNumber: number } })
}

const notSent = ({ state }: OrderRow): Result<never> =>
  fail('state', `Expected an order of which everything was sent, this one is ${state}`, { details: { state } })
