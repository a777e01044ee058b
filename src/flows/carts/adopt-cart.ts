import type { Ctx } from '../../context.ts'
import { cookieNames, expiredCookie } from '../../lib/cookies.ts'
import type { Visit } from '../../lib/visit.ts'
import { mergeItems } from '../../modules/checkout/index.ts'
import { deleteCart, findCart, insertCart, saveCart } from '../../modules/checkout/store/carts.ts'
import { againOnDuplicate } from '../accounts/again-on-duplicate.ts'
import { findGuestCart } from './whose-cart.ts'

/**
 * At log-in: the guest's basket of this browser joins the account's and is gone. Checkout that had begun in either stays
 * begun (ATT-05). Answers the cookies to set; without a guest's basket nothing happens.
 */
export async function adoptCart(ctx: Ctx, visit: Visit, userId: string): Promise<{ setCookies: string[] }> {
  if (visit.cookies[cookieNames.cart] === undefined) return { setCookies: [] }
  await againOnDuplicate(() =>
    ctx.tx('adopt cart', async (req) => {
      const guest = await findGuestCart(req, visit)
      if (!guest) return
      const own = await findCart(req, userId)
      const lines = mergeItems(own?.lines ?? [], guest.lines)
      const checkoutStartedAt = lines.length === 0 ? null : earliest(own?.checkoutStartedAt ?? null, guest.checkoutStartedAt)
      // First: line ids are unique, so the guest's lines must be gone before the account's have them.
      await deleteCart(req, guest.id)
      const couponCode = guest.couponCode ?? own?.couponCode ?? null
      if (own) await saveCart(req, userId, lines, { checkoutStartedAt, couponCode })
      else
        await insertCart(req, {
          id: userId,
          user: userId,
          secretHash: null,
          checkoutStartedAt,
          couponCode,
          visitor: visit.visitorId,
          lines,
        })
    }),
  )
  return { setCookies: [expiredCookie(cookieNames.cart, visit.secure)] }
}

const earliest = (a: Date | null, b: Date | null): Date | null => (a && b ? (a < b ? a : b) : (a ?? b))
