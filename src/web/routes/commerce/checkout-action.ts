import { redirect } from 'react-router'
import { type AddressInput, saveAddress } from '../../../flows/addresses/address-book.ts'
import { removeCartLine } from '../../../flows/carts/remove-cart-line.ts'
import { setCartQuantity } from '../../../flows/carts/set-cart-quantity.ts'
import { removeCoupon } from '../../../flows/carts/set-coupon.ts'
import { placeOrder } from '../../../flows/orders/place-order.ts'
import { isId, newId } from '../../../lib/ids.ts'
import { type Failure, failureStatus } from '../../../lib/result.ts'
import { checkoutFields } from '../../../ui/commerce/index.ts'
import { failurePage } from '../../lib/answers.ts'
import type { CartParts } from './cart-view.ts'
import { type CheckoutValues, checkoutErrors, checkoutValues, contactOf, fieldOfFailure } from './checkout-form.ts'
import { checkoutPage, emailOf, isReady, type PageState } from './checkout-page.ts'
import { type Quote, readQuote } from './checkout-quote.ts'
import { standardShipping } from './checkout-view.ts'
import { type Door, withCookies } from './door.ts'
import { loadCart } from './load-cart.ts'
import { privateHeaders, privately } from './private.ts'

type Fields = Readonly<Record<string, string>>

/** What was posted, read once. */
interface Posted {
  values: CheckoutValues
  idempotencyKey: string
  quote: Quote | null
  /** A member wants the address kept. */
  keep: boolean
}

/**
 * Places the order, or shows the form again with what was typed. What the buyer was shown (`quote`) is only compared: on a
 * difference nothing is placed, and the next answer must say `acceptChanges`.
 */
export async function place(door: Door, fields: Fields) {
  const key = fields[checkoutFields.idempotencyKey]
  const values = checkoutValues(fields, { country: 'CN', shipping: standardShipping })
  const posted: Posted = {
    values,
    idempotencyKey: isId(key) ? key : newId(),
    quote: readQuote(fields[checkoutFields.quote]),
    keep: fields[checkoutFields.keepAddress] === '1',
  }
  const { quote } = posted
  if (fields[checkoutFields.showCountry] !== undefined) return again(door, posted, { was: quote?.was }, 200)
  const { cart } = await loadCart(door, deliveryOf(values))
  // A cart of which nothing can be bought, or that was ordered a moment ago, is for the flow to judge.
  const shippingIds = cart.buyable === 0 ? [values.shipping] : cart.deliveries.map(({ id }) => id)
  // A way that does not lead to another country is no mistake of the buyer's: the first that does is chosen, and its total agreed to.
  const chosen = shippingIds.includes(values.shipping) || shippingIds.length === 0 ? values : { ...values, shipping: shippingIds[0]! }
  posted.values = chosen
  const errors = checkoutErrors(chosen, { signedIn: (await emailOf(door)) !== null, shippingIds })
  if (shippingIds.length === 0) errors.country = { code: 'country' }
  if (quote?.was && values.acceptChanges !== '1') errors.acceptChanges = { code: 'confirm' }
  if (Object.keys(errors).length > 0) return again(door, posted, { errors, was: quote?.was }, 422)
  if (!quote) return again(door, posted, { failed: true }, 422)
  await leaveOut(door, quote)
  return send(door, posted, quote)
}

async function send(door: Door, posted: Posted, quote: Quote) {
  const { ctx, visit, locale } = door
  const { shipping } = posted.values
  // What was not on the page has no total that could be agreed to: zero is never right, and the answer shows the true one.
  const expectedTotal = quote.now.totals[shipping] ?? 0
  const placed = await placeOrder(ctx, visit, { contact: contactOf(posted.values), locale, shipping, expectedTotal }, posted.idempotencyKey)
  // The order stands whether or not the book has room for its address.
  if (placed.ok && posted.keep) await saveAddress(ctx, await visit.actor(), addressOf(posted.values))
  if (placed.ok) return redirect(placed.value.payment.url, { headers: withCookies(placed.value.setCookies, privateHeaders()) })
  return refused(door, posted, quote, placed.failure)
}

function addressOf(values: CheckoutValues): AddressInput {
  const { email: _, note: __, ...address } = contactOf(values)
  return address
}

async function refused(door: Door, posted: Posted, quote: Quote, failure: Failure) {
  switch (failure.code) {
    case 'price_changed':
    case 'sold_out':
    case 'gone':
      await settleCart(door)
      return again(door, posted, { was: quote.now }, failureStatus[failure.code])
    case 'conflict':
      return failure.field === 'couponCode' ? withoutCode(door, posted, quote) : again(door, posted, { failed: true }, 409)
    case 'state':
      return redirect(door.to('/cart'), { headers: privateHeaders() })
    case 'idempotency_mismatch':
      return again(door, { ...posted, idempotencyKey: newId() }, { failed: true }, 409)
    case 'unavailable':
      throw failurePage(failure)
    default: {
      const field = fieldOfFailure(failure.field)
      return again(door, posted, field ? { errors: { [field]: { code: 'invalid' } } } : { failed: true }, failureStatus[failure.code])
    }
  }
}

/** The code is taken out of the cart, and the buyer asked whether he buys without it. */
async function withoutCode(door: Door, posted: Posted, quote: Quote) {
  const { coupon } = (await loadCart(door)).cart
  await removeCoupon(door.ctx, door.visit)
  return again(door, posted, { was: quote.now, lostCode: coupon?.code }, 409)
}

const deliveryOf = ({ country, region }: CheckoutValues) => ({ country, region })

/** The form again, with the cart as it is now. When nothing is left to confirm, the cart says why. */
async function again(door: Door, { values, idempotencyKey }: Posted, state: Partial<PageState>, status: number) {
  const parts = await loadCart(door, deliveryOf(values))
  if (!isReady(parts)) return redirect(door.to('/cart'), { headers: privateHeaders() })
  return privately(await checkoutPage(door, parts, { values, idempotencyKey, ...state }), status)
}

/** Lines that were not on the page, since they could not be bought when it was made, must not hold up those that were. */
async function leaveOut(door: Door, { now }: Quote): Promise<void> {
  const { cart } = await loadCart(door)
  const shown = new Set(now.lines.map(({ id }) => id))
  for (const { id, trouble } of cart.lines) {
    if (!shown.has(id) && (trouble === 'gone' || trouble === 'sold_out')) await removeCartLine(door.ctx, door.visit, { lineId: id })
  }
}

/** Brings the cart to what can be bought: what is gone is taken out, of what ran short as many as there are. The page names each. */
async function settleCart(door: Door): Promise<void> {
  const { ctx, visit } = door
  const { cart }: CartParts = await loadCart(door)
  for (const { id, trouble, available } of cart.lines) {
    if (trouble === 'gone' || trouble === 'sold_out') await removeCartLine(ctx, visit, { lineId: id })
    if (trouble === 'short') await setCartQuantity(ctx, visit, { lineId: id, quantity: available })
  }
}
