import type { Ctx } from '../../context.ts'
import type { Visit } from '../../lib/visit.ts'
import { findOwnCart } from './whose-cart.ts'

/** Pieces in the basket of who is here. */
export async function countCart(ctx: Ctx, visit: Visit): Promise<number> {
  const cart = await findOwnCart(await ctx.req(), visit, await visit.actor())
  return cart?.lines.reduce((sum, { quantity }) => sum + quantity, 0) ?? 0
}
