import type { Ctx } from '../../context.ts'
import type { Visit } from '../../lib/visit.ts'
import { readTerms } from '../../modules/checkout/store/settings.ts'
import { couponOfCart } from './cart-coupon.ts'
import { type CartValue, valueCart } from './value-cart.ts'
import { findOwnCart } from './whose-cart.ts'

export type { CartLineNow, CartValue, CouponNow } from './value-cart.ts'

/** The basket of who is here. */
export interface CartNow extends CartValue {
  checkoutStartedAt: Date | null
}

/** Where it goes and how, once somebody has said so. */
export interface Delivery {
  country?: string | undefined
  region?: string | undefined
  /** Id of a way of delivery. */
  shipping?: string | undefined
}

/** Everything about the basket from the database as it is now. Nothing is changed. */
export async function readCart(ctx: Ctx, visit: Visit, locale: 'zh' | 'en', delivery: Delivery = {}): Promise<CartNow> {
  const req = await ctx.req()
  const actor = await visit.actor()
  const cart = await findOwnCart(req, visit, actor)
  const known = await couponOfCart(ctx, req, cart, { actor })
  const choice = { ...known, ...(cart?.couponCode ? { code: cart.couponCode } : {}), ...given(delivery), at: ctx.clock.now() }
  const { offers: _, priced: __, ...value } = await valueCart(req, cart?.lines ?? [], await readTerms(req, locale), locale, choice)
  return { ...value, checkoutStartedAt: cart?.checkoutStartedAt ?? null }
}

const given = ({ country, region, shipping }: Delivery) => ({
  ...(country ? { country } : {}),
  ...(region ? { region } : {}),
  ...(shipping ? { shipping } : {}),
})
