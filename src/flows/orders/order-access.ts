import type { Ctx } from '../../context.ts'
import { hasRole } from '../../lib/actor.ts'
import { cookieNames } from '../../lib/cookies.ts'
import { sameSecret, sha256 } from '../../lib/hash.ts'
import { idOf, isId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Visit } from '../../lib/visit.ts'
import { findOrder, type OrderRow } from '../../modules/checkout/store/order-state.ts'
import { isGuestToken } from './guest-token.ts'

/** As whom somebody may see an order. */
export type OrderReader = 'owner' | 'guest' | 'staff'

export interface OrderAsk {
  orderId: string
  /** Secret of the guest's link, or the token of a mail. */
  secret?: string | undefined
}

/**
 * The order and as whom this visit may see it: its account, finance and admin, whoever holds its link (by the address or the
 * cookie). Everybody else gets the answer that an unknown order gets.
 */
export async function openOrder(
  ctx: Ctx,
  visit: Visit,
  { orderId, secret }: OrderAsk,
): Promise<Result<{ order: OrderRow; reader: OrderReader }>> {
  const order = isId(orderId) ? await findOrder(await ctx.req(), orderId) : null
  const reader = order ? await readerOf(ctx, visit, order, secret) : null
  return order && reader ? ok({ order, reader }) : noSuchOrder
}

export const noSuchOrder = fail('not_found', 'There is no such order, or it is not yours to see.')

async function readerOf(ctx: Ctx, visit: Visit, order: OrderRow, secret: string | undefined): Promise<OrderReader | null> {
  const actor = await visit.actor()
  if (actor.userId && order.user && idOf(order.user) === actor.userId) return 'owner'
  if (hasRole(actor, 'finance', 'admin')) return 'staff'
  const keys = [secret, ...cookieSecrets(visit, order.id)].filter((key) => key !== undefined && key.length > 0 && key.length <= 200)
  return keys.some((key) => opens(ctx, order, key!)) ? 'guest' : null
}

const opens = (ctx: Ctx, order: OrderRow, key: string): boolean =>
  isGuestToken(ctx, order.id, key) || (Boolean(order.guestHash) && sameSecret(sha256(key), order.guestHash!))

/** Secrets that this browser keeps for the order: `<order id>.<secret>`, with anything that is no part of a secret between them. */
function cookieSecrets(visit: Visit, orderId: string): string[] {
  const kept = visit.cookies[cookieNames.orders] ?? ''
  return kept.split(/[^\w.-]+/).flatMap((pair) => (pair.startsWith(`${orderId}.`) ? [pair.slice(orderId.length + 1)] : []))
}
