import { cookie, cookieNames } from '../../../lib/cookies.ts'
import { type GuestOrder, withGuestOrder } from '../../../lib/guest-orders.ts'
import type { Visit } from '../../../lib/visit.ts'

/** As long as a return is thinkable. */
const keptSeconds = 180 * 86_400

/** A `Set-Cookie` by which this browser keeps the key of an order that it opened, so that the key need not stay in an address. */
export function keepOrderKey(visit: Pick<Visit, 'cookies' | 'secure'>, key: GuestOrder): string {
  const value = withGuestOrder(visit.cookies[cookieNames.orders], key)
  return cookie(cookieNames.orders, value, { maxAgeSeconds: keptSeconds, secure: visit.secure })
}
