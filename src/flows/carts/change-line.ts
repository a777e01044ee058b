import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Visit } from '../../lib/visit.ts'
import type { CartItem } from '../../modules/checkout/index.ts'
import { saveCart } from '../../modules/checkout/store/carts.ts'
import { findOwnCart } from './whose-cart.ts'

/** Changes one line of the basket of who is here, or takes it out where `change` answers null. Nobody reaches another's: `not_found`. */
export async function changeLine(
  ctx: Ctx,
  visit: Visit,
  lineId: string,
  change: (req: PayloadRequest, line: CartItem) => Promise<Result<CartItem | null>>,
): Promise<Result<{ cartCount: number }>> {
  const actor = await visit.actor()
  return ctx.tx('change cart', async (req) => {
    const cart = await findOwnCart(req, visit, actor)
    const line = cart?.lines.find(({ id }) => id === lineId)
    if (!cart || !line) return fail('not_found', 'There is no such line in this cart.')
    const changed = await change(req, line)
    if (!changed.ok) return changed
    const lines = cart.lines.flatMap((one) => (one === line ? (changed.value ? [changed.value] : []) : [one]))
    // An emptied basket starts anew: what it is filled with next has not been to checkout (ATT-05).
    await saveCart(req, cart.id, lines, lines.length === 0 ? { checkoutStartedAt: null } : {})
    return ok({ cartCount: lines.reduce((sum, { quantity }) => sum + quantity, 0) })
  })
}
