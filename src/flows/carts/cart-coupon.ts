import { createHmac } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { findUserById } from '../../modules/accounts/store.ts'
import { couponKey, isCouponKey } from '../../modules/checkout/index.ts'
import type { CartRow } from '../../modules/checkout/store/carts.ts'
import { type CouponRow, findCouponByKey, usesOfPerson } from '../../modules/checkout/store/coupons.ts'

/**
 * Who uses a code, as limits count people: a keyed hash of the address of mail, so that somebody is one person with and without an
 * account, and nobody can be read out of it.
 */
export const couponPerson = (ctx: Pick<Ctx, 'keyFor'>, email: string): string =>
  createHmac('sha256', ctx.keyFor('coupon-persons')).update(email.trim().toLowerCase()).digest('base64url')

/** The code of a basket as it stands: `coupon` undefined without a code, null for one that nobody knows. */
export interface CartCoupon {
  coupon: CouponRow | null | undefined
  usesOfPerson: number | null
}

/** What the code of a basket is now, and how often this person used it: by `email`, else by the account's; null when nobody knows yet who it is. */
export async function couponOfCart(
  ctx: Pick<Ctx, 'keyFor'>,
  req: PayloadRequest,
  cart: Pick<CartRow, 'couponCode'> | null,
  who: { actor: Actor; email?: string },
): Promise<CartCoupon> {
  if (!cart?.couponCode) return { coupon: undefined, usesOfPerson: null }
  const key = couponKey(cart.couponCode)
  const coupon = isCouponKey(key) ? await findCouponByKey(req, key) : null
  if (!coupon || coupon.limitPerPerson === null) return { coupon, usesOfPerson: null }
  const email = who.email ?? (who.actor.userId ? (await findUserById(req, who.actor.userId))?.email : undefined)
  return { coupon, usesOfPerson: email ? await usesOfPerson(req, coupon.id, couponPerson(ctx, email)) : null }
}
