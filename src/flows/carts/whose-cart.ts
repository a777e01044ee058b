import { randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { Actor } from '../../lib/actor.ts'
import { cookie, cookieNames } from '../../lib/cookies.ts'
import { sameSecret, sha256 } from '../../lib/hash.ts'
import { isId, newId } from '../../lib/ids.ts'
import type { Visit } from '../../lib/visit.ts'
import { type CartRow, findCart } from '../../modules/checkout/store/carts.ts'

/** A basket left alone for longer is forgotten by the browser. */
const keptSeconds = 90 * 86_400

/** What a guest's browser says about its basket: `<cart id>.<secret>`. */
interface GuestKey {
  id: string
  secret: string
}

export function guestKey(visit: Pick<Visit, 'cookies'>): GuestKey | null {
  const [id, secret = '', more] = (visit.cookies[cookieNames.cart] ?? '').split('.')
  return isId(id) && /^[\w-]{20,64}$/.test(secret) && more === undefined ? { id, secret } : null
}

/** A key for a new basket: 32 random bytes, of which only the hash is stored. */
export const newGuestKey = (): GuestKey => ({ id: newId(), secret: randomBytes(32).toString('base64url') })

export const cartCookie = ({ id, secret }: GuestKey, secure: boolean): string =>
  cookie(cookieNames.cart, `${id}.${secret}`, { maxAgeSeconds: keptSeconds, secure })

/** The guest's basket that this browser holds the secret of; null for none, a wrong secret and somebody's account. */
export async function findGuestCart(req: PayloadRequest, visit: Pick<Visit, 'cookies'>): Promise<CartRow | null> {
  const key = guestKey(visit)
  const cart = key && (await findCart(req, key.id))
  return cart && cart.user === null && cart.secretHash !== null && sameSecret(sha256(key.secret), cart.secretHash) ? cart : null
}

/** The basket of who is here: the account's where somebody is logged in (its id is the account's), else the guest's. */
export const findOwnCart = (req: PayloadRequest, visit: Pick<Visit, 'cookies'>, actor: Actor): Promise<CartRow | null> =>
  actor.userId ? findCart(req, actor.userId) : findGuestCart(req, visit)
