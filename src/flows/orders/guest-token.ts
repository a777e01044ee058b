import { createHmac } from 'node:crypto'
import type { Ctx } from '../../context.ts'
import { sameSecret } from '../../lib/hash.ts'

/**
 * Opens one order without an account, for links in mails that are written when the guest's own secret is long gone. Signed
 * with a key of this site, bound to the order, without an end: it opens what the buyer may see anyway.
 */
export const guestToken = (ctx: Pick<Ctx, 'keyFor'>, orderId: string): string =>
  `t${createHmac('sha256', ctx.keyFor('guest-orders')).update(orderId).digest('base64url')}`

export const isGuestToken = (ctx: Pick<Ctx, 'keyFor'>, orderId: string, given: string): boolean =>
  sameSecret(given, guestToken(ctx, orderId))
