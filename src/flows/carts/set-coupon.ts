import type { Ctx } from '../../context.ts'
import { type Attempts, countAttempts } from '../../lib/attempts.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Visit } from '../../lib/visit.ts'
import { couponKey } from '../../modules/checkout/index.ts'
import { setCartCoupon } from '../../modules/checkout/store/carts.ts'
import { readTerms } from '../../modules/checkout/store/settings.ts'
import { couponOfCart } from './cart-coupon.ts'
import { type CouponNow, valueCart } from './value-cart.ts'
import { findOwnCart } from './whose-cart.ts'

/** Codes typed into one basket, right or wrong: enough for a person who mistypes. */
const OWN = { tries: 10, windowMs: 15 * 60_000, keys: 20_000 }
/** Codes that nobody knows, in all baskets of guests together: a new basket costs a guesser nothing, so they share this. */
const GUESTS = { tries: 300, windowMs: 15 * 60_000, keys: 1 }

interface Guessing {
  own: Attempts
  guests: Attempts
  /** While guests have guessed too much, not even a right code is looked at. Milliseconds. */
  guestsUntil: number
}

const perContext = new WeakMap<Ctx, Guessing>()

function guessingOf(ctx: Ctx): Guessing {
  const known = perContext.get(ctx) ?? { own: countAttempts(OWN), guests: countAttempts(GUESTS), guestsUntil: 0 }
  perContext.set(ctx, known)
  return known
}

/**
 * Puts a code into the basket of who is here, and answers what it comes to now. One that does not work is not kept, and
 * answers the same whether it never existed, is paused, over or used up. One that works, but not on this basket, is kept and says why. Fails with
 * `state` (empty basket), `invalid` (`couponCode`: it does not work), `too_many` (guessing).
 */
export async function setCoupon(ctx: Ctx, visit: Visit, { code }: { code: string }): Promise<Result<{ coupon: CouponNow }>> {
  const actor = await visit.actor()
  const at = ctx.clock.now()
  const cart = await findOwnCart(await ctx.req(), visit, actor)
  if (!cart || cart.lines.length === 0) return fail('state', 'Expected something in the cart, it is empty.', { field: 'lines' })
  const guest = actor.userId === null
  const wait = waitOf(guessingOf(ctx), cart.id, guest, at.getTime())
  if (wait > 0) return fail('too_many', `Too many codes; wait ${wait} seconds.`, { details: { retryAfterSeconds: wait } })
  return ctx.tx('set coupon', async (req) => {
    const wanted = { couponCode: code.trim().slice(0, 60) }
    const known = await couponOfCart(ctx, req, wanted, { actor })
    const { coupon } = await valueCart(req, cart.lines, await readTerms(req), 'zh', { ...known, code: wanted.couponCode, at })
    if (coupon && coupon.refused !== 'unknown') {
      await setCartCoupon(req, cart.id, known.coupon?.code ?? wanted.couponCode)
      return ok({ coupon })
    }
    if (guest) countMiss(guessingOf(ctx), at.getTime())
    return fail('invalid', `The code ${couponKey(code).slice(0, 24)} does not work.`, { field: 'couponCode' })
  })
}

/** Seconds until a code may be tried from this basket; 0 when it may now. */
function waitOf({ own, guestsUntil }: Guessing, basket: string, guest: boolean, now: number): number {
  const shared = guest ? Math.max(0, Math.ceil((guestsUntil - now) / 1000)) : 0
  return shared > 0 ? shared : own.take(basket, now)
}

function countMiss(state: Guessing, now: number): void {
  const wait = state.guests.take('guests', now)
  if (wait > 0) state.guestsUntil = now + wait * 1000
}

/** Takes the code out of the basket. Nothing happens without one. */
export async function removeCoupon(ctx: Ctx, visit: Visit): Promise<Result<{ coupon: null }>> {
  const actor = await visit.actor()
  return ctx.tx('remove coupon', async (req) => {
    const cart = await findOwnCart(req, visit, actor)
    if (cart?.couponCode) await setCartCoupon(req, cart.id, null)
    return ok({ coupon: null })
  })
}
