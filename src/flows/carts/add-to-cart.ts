import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { sha256 } from '../../lib/hash.ts'
import { isId, newId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Visit } from '../../lib/visit.ts'
import { findOffers } from '../../modules/catalogue/store/offers.ts'
import { addItem, badQuantity, type CartItem, isQuantity } from '../../modules/checkout/index.ts'
import { type CartRow, insertCart, saveCart } from '../../modules/checkout/store/carts.ts'
import { availableOf } from '../../modules/checkout/store/stock.ts'
import { againOnDuplicate } from '../accounts/again-on-duplicate.ts'
import { knownLink } from '../touches/known-links.ts'
import { recordTagOpen } from '../touches/record-tag-open.ts'
import { cartCookie, findOwnCart, newGuestKey } from './whose-cart.ts'

export interface AddToCart {
  variantId: string
  quantity: number
  /** Code of the product link by which it came. */
  linkCode?: string | undefined
}

/**
 * Puts pieces into the basket of who is here; a guest's first makes the basket and its cookie. From a piece it records a
 * tag-open touch, after the goods are in. An unknown link code is dropped (ATT-06). Fails with `invalid` (quantity),
 * `not_found` (no such goods on sale), `sold_out` with what is left.
 */
export async function addToCart(ctx: Ctx, visit: Visit, input: AddToCart): Promise<Result<{ setCookies: string[]; cartCount: number }>> {
  const { variantId, quantity, linkCode } = input
  if (!isQuantity(quantity)) return { ok: false, failure: badQuantity(quantity) }
  const actor = await visit.actor()
  const link = linkCode ? await knownLink(ctx, linkCode) : null
  const guest = newGuestKey()
  const item = { id: newId(), variant: variantId, quantity, linkCode: link?.code ?? null, addedAt: ctx.clock.now() }
  const added = await againOnDuplicate(() =>
    ctx.tx('add to cart', async (req) => {
      const cart = await findOwnCart(req, visit, actor)
      const lines = await withItem(req, cart?.lines ?? [], item)
      if (!lines.ok) return lines
      if (cart) await saveCart(req, cart.id, lines.value)
      else await insertCart(req, newCart(actor.userId ? { userId: actor.userId } : guest, visit.visitorId, lines.value))
      return ok({ lines: lines.value, isNew: !cart })
    }),
  )
  if (!added.ok) return added
  const touch = link ? await recordTagOpen(ctx, visit, { code: link.code }) : null
  const setCookies = [...(added.value.isNew && !actor.userId ? [cartCookie(guest, visit.secure)] : []), ...(touch?.setCookies ?? [])]
  return ok({ setCookies, cartCount: added.value.lines.reduce((sum, line) => sum + line.quantity, 0) })
}

/** The lines with this item in, at today's price, as far as there is stock. */
async function withItem(req: PayloadRequest, lines: readonly CartItem[], item: Omit<CartItem, 'seenPrice'>): Promise<Result<CartItem[]>> {
  const offer = isId(item.variant) ? (await findOffers(req, [item.variant], 'zh')).get(item.variant) : undefined
  if (!offer?.onSale) return fail('not_found', 'There are no such goods on sale.', { field: 'variantId' })
  const result = addItem(lines, { ...item, seenPrice: offer.price })
  if (!result.ok) return result
  const wanted = result.value.find(({ variant }) => variant === item.variant)!.quantity
  const available = (await availableOf(req, [item.variant])).get(item.variant) ?? 0
  return wanted <= available ? result : soldOut(wanted, available)
}

export const soldOut = (wanted: number, available: number): Result<never> =>
  fail('sold_out', `Expected ${wanted} in stock, there are ${available}.`, { field: 'quantity', details: { available } })

type Owner = { userId: string } | { id: string; secret: string }

function newCart(owner: Owner, visitor: string | null, lines: CartItem[]): CartRow & { visitor: string | null } {
  const rest = { checkoutStartedAt: null, couponCode: null, visitor, lines }
  if ('userId' in owner) return { id: owner.userId, user: owner.userId, secretHash: null, ...rest }
  return { id: owner.id, user: null, secretHash: sha256(owner.secret), ...rest }
}
