import type { Ctx } from '../../context.ts'
import type { Visit } from '../../lib/visit.ts'
import type { OrderContact } from '../../modules/checkout/index.ts'
import { lastOrderOfCart } from '../../modules/checkout/store/last-order.ts'
import { findContact } from '../../modules/checkout/store/order-reads.ts'
import { findOwnCart } from '../carts/whose-cart.ts'

/**
 * Where the last order of who is here went, so that buying again needs no typing. Known by the basket, whose secret never
 * leaves this browser: whoever only has the link of an order does not learn its address. Null for a first order, and when
 * the contact was erased.
 */
export async function lastContact(ctx: Ctx, visit: Visit): Promise<OrderContact | null> {
  const req = await ctx.req()
  const cart = await findOwnCart(req, visit, await visit.actor())
  const order = cart && (await lastOrderOfCart(req, cart.id))
  return order ? await findContact(req, order) : null
}
