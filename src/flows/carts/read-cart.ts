import type { Ctx } from '../../context.ts'
import type { Visit } from '../../lib/visit.ts'
import { readTerms } from '../../modules/checkout/store/settings.ts'
import { type CartValue, valueCart } from './value-cart.ts'
import { findOwnCart } from './whose-cart.ts'

export type { CartLineNow, CartValue } from './value-cart.ts'

/** The basket of who is here. */
export interface CartNow extends CartValue {
  checkoutStartedAt: Date | null
}

/** Everything about the basket from the database as it is now. Nothing is changed. */
export async function readCart(ctx: Ctx, visit: Visit, locale: 'zh' | 'en'): Promise<CartNow> {
  const req = await ctx.req()
  const cart = await findOwnCart(req, visit, await visit.actor())
  const { offers: _, ...value } = await valueCart(req, cart?.lines ?? [], await readTerms(req), locale)
  return { ...value, checkoutStartedAt: cart?.checkoutStartedAt ?? null }
}
