import { data, redirect } from 'react-router'
import { addToCart } from '../../../flows/carts/add-to-cart.ts'
import { chooseVariant } from '../../../flows/commerce/choose-variant.ts'
import { ownPath } from '../../../lib/own-path.ts'
import { type Failure, failureStatus, ok, type Result } from '../../../lib/result.ts'
import { translate } from '../../../ui/i18n/index.ts'
import { commerce } from '../../../ui/i18n/messages/commerce.ts'
import { type Door, withCookies } from './door.ts'
import { privateHeaders } from './private.ts'

/** What the buttons of the shop post to the cart. */
export type AddIntent = 'add' | 'buy'

export const isAddIntent = (intent: string | undefined): intent is AddIntent => intent === 'add' || intent === 'buy'

/** Prefix of the fields that choose a variant: `option:<option>`. */
const optionPrefix = 'option:'

/**
 * Puts something into the cart from a page of the shop: by `variant`, or by `product` with its options. With script it answers
 * `{ ok }` (a sentence in the reader's language when it did not work); without, it leads back to `back`. `buy` leads on to the checkout.
 */
export async function addFromShop(door: Door, request: Request, intent: AddIntent, fields: Readonly<Record<string, string>>) {
  const chosen = await variantOf(door, fields)
  const input = { quantity: Number(fields.quantity ?? 1), linkCode: fields.link || undefined }
  const added = chosen.ok ? await addToCart(door.ctx, door.visit, { variantId: chosen.value.variantId, ...input }) : chosen
  if (!added.ok) {
    if (intent === 'buy' && added.failure.code === 'sold_out') return redirect(door.to('/cart'), { headers: privateHeaders() })
    return isDocument(request) ? back(door, fields, []) : refusal(door, added.failure)
  }
  const { setCookies } = added.value
  if (intent === 'buy') return redirect(door.to('/checkout'), { headers: withCookies(setCookies, privateHeaders()) })
  if (isDocument(request)) return back(door, fields, setCookies)
  return data({ ok: true as const }, { headers: withCookies(setCookies, privateHeaders()) })
}

async function variantOf({ ctx }: Door, fields: Readonly<Record<string, string>>): Promise<Result<{ variantId: string }>> {
  if (fields.variant) return ok({ variantId: fields.variant })
  const chosen = Object.entries(fields).filter(([name]) => name.startsWith(optionPrefix))
  const options = Object.fromEntries(chosen.map(([name, value]) => [name.slice(optionPrefix.length), value]))
  return chooseVariant(ctx, { productId: fields.product ?? '', options })
}

/** Without script the answer is a page: where the reader was, or the cart, which says what is wrong. */
const back = ({ to }: Door, fields: Readonly<Record<string, string>>, cookies: readonly string[]) =>
  redirect(ownPath(fields.back, to('/cart')), { headers: withCookies(cookies, privateHeaders()) })

function refusal({ locale }: Door, failure: Failure) {
  const available = Number(failure.details?.available ?? 0)
  const message =
    failure.code === 'sold_out' && available > 0
      ? translate(commerce, locale, 'addShort', { count: available })
      : translate(commerce, locale, failure.code === 'invalid' ? 'addTooMany' : 'addGone')
  return data({ ok: false as const, message }, { status: failureStatus[failure.code], headers: privateHeaders() })
}

/** Whether a browser asks for a page: then the form was sent without our script. */
const isDocument = (request: Request): boolean =>
  request.headers.get('sec-fetch-dest') === 'document' || (request.headers.get('accept') ?? '').includes('text/html')
