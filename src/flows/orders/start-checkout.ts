import type { Ctx } from '../../context.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Visit } from '../../lib/visit.ts'
import { stampCheckout } from '../../modules/checkout/store/carts.ts'
import { findOwnCart } from '../carts/whose-cart.ts'

/**
 * Notes that the visitor reached checkout with what is in the basket: from now on no new touch takes credit from one before
 * (ATT-05). Once per basket; a basket that was emptied, or ordered, starts anew. Fails with `state` when there is nothing in it.
 */
export async function startCheckout(ctx: Ctx, visit: Visit): Promise<Result<{ checkoutStartedAt: string }>> {
  const actor = await visit.actor()
  const now = ctx.clock.now()
  return ctx.tx('start checkout', async (req) => {
    const cart = await findOwnCart(req, visit, actor)
    if (!cart || cart.lines.length === 0) return fail('state', 'Expected something in the cart, it is empty.', { field: 'lines' })
    if (!cart.checkoutStartedAt) await stampCheckout(req, cart.id, now)
    return ok({ checkoutStartedAt: (cart.checkoutStartedAt ?? now).toISOString() })
  })
}
