import { redirect } from 'react-router'
import { addToCart } from '../../../flows/carts/add-to-cart.ts'
import { readCart } from '../../../flows/carts/read-cart.ts'
import { removeCartLine } from '../../../flows/carts/remove-cart-line.ts'
import { setCartQuantity } from '../../../flows/carts/set-cart-quantity.ts'
import { removeCoupon, setCoupon } from '../../../flows/carts/set-coupon.ts'
import { failureStatus } from '../../../lib/result.ts'
import { type CartView, cartFields } from '../../../ui/commerce/index.ts'
import { type Door, withCookies } from './door.ts'
import { privateHeaders, privately } from './private.ts'

type Fields = Readonly<Record<string, string>>

/**
 * What the cart's own forms do. A refusal needs no sentence of its own: the cart is read again, and its lines say what is
 * wrong with them. What was removed is kept in the answer, by its variant, so that it can be put back.
 */
export async function changeCart(door: Door, intent: string | undefined, fields: Fields) {
  if (intent === 'remove') return remove(door, fields)
  if (intent === 'restore') return restore(door, fields)
  if (intent === 'coupon') return coupon(door, fields)
  if (intent === 'coupon-remove') await removeCoupon(door.ctx, door.visit)
  if (intent === 'quantity') {
    await setCartQuantity(door.ctx, door.visit, { lineId: fields[cartFields.lineId] ?? '', quantity: Number(fields[cartFields.quantity]) })
  }
  return again(door)
}

/** A code that does not work is shown again as it was typed; nothing else of the page changes. */
async function coupon(door: Door, fields: Fields) {
  const typed = (fields[cartFields.code] ?? '').slice(0, 60)
  if (typed.trim() === '') return again(door)
  const set = await setCoupon(door.ctx, door.visit, { code: typed })
  if (set.ok || set.failure.code === 'state') return again(door)
  const seconds = set.failure.details?.retryAfterSeconds
  const waitMinutes = typeof seconds === 'number' ? Math.ceil(seconds / 60) : null
  return privately({ wrongCode: { typed, waitMinutes } satisfies CartView['wrongCode'] }, failureStatus[set.failure.code])
}

async function remove(door: Door, fields: Fields) {
  const { ctx, visit, locale } = door
  const lineId = fields[cartFields.lineId] ?? ''
  const line = (await readCart(ctx, visit, locale)).lines.find(({ id }) => id === lineId)
  const removed = await removeCartLine(ctx, visit, { lineId })
  if (!line || !removed.ok) return again(door)
  const kept: CartView['removed'] = { lineId: line.variantId, title: line.title, quantity: line.quantity }
  return privately({ removed: line.trouble === 'gone' ? null : kept })
}

/** Without the link's code: putting something back is no new contact with a piece, so it must not make a touch. */
async function restore(door: Door, fields: Fields) {
  const quantity = Number(fields[cartFields.quantity])
  const added = await addToCart(door.ctx, door.visit, { variantId: fields[cartFields.lineId] ?? '', quantity })
  return again(door, added.ok ? added.value.setCookies : [])
}

const again = ({ to }: Door, cookies: readonly string[] = []) => redirect(to('/cart'), { headers: withCookies(cookies, privateHeaders()) })
