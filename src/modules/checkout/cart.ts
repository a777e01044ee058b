import { type Failure, fail, ok, type Result } from '../../lib/result.ts'
import { isQuantity, maxLines, maxQuantity } from './totals.ts'

/** A line of a basket: what is wanted, and what was seen when it was put there. Never what it costs. */
export interface CartItem {
  id: string
  variant: string
  quantity: number
  /** Code of the product link it came by, or null. */
  linkCode: string | null
  /** Price of one piece when it was put in, minor units. */
  seenPrice: number | null
  addedAt: Date
}

/** What stands between a line and its being bought. `price` alone does not hinder it. */
export type LineTrouble = 'price' | 'short' | 'sold_out' | 'gone'

/** What the shop has to say about a variant now; `price` in minor units. */
export interface Offer {
  price: number
  available: number
}

/** Judges a line against the shop as it is now; no offer is a variant that is no longer sold. */
export function troubleOf(line: Pick<CartItem, 'quantity' | 'seenPrice'>, offer: Offer | null): LineTrouble | null {
  if (!offer) return 'gone'
  if (offer.available < 1) return 'sold_out'
  if (offer.available < line.quantity) return 'short'
  return line.seenPrice !== null && line.seenPrice !== offer.price ? 'price' : null
}

/** Whether a line with this trouble can be bought as it stands. */
export const isBuyable = (trouble: LineTrouble | null): boolean => trouble === null || trouble === 'price'

/**
 * Puts pieces into a basket. The same variant joins its line: quantities add up, the newest price and link count.
 * Fails with `invalid` on a quantity that is not 1 to 99, also in sum, and on too many lines.
 */
export function addItem(lines: readonly CartItem[], item: CartItem): Result<CartItem[]> {
  if (!isQuantity(item.quantity)) return { ok: false, failure: badQuantity(item.quantity) }
  const same = lines.find(({ variant }) => variant === item.variant)
  if (!same) {
    if (lines.length >= maxLines) return fail('invalid', `Expected at most ${maxLines} different items in a cart.`, { field: 'variantId' })
    return ok([...lines, item])
  }
  const quantity = same.quantity + item.quantity
  if (!isQuantity(quantity)) return { ok: false, failure: badQuantity(quantity) }
  const joined = { ...same, quantity, seenPrice: item.seenPrice, linkCode: item.linkCode ?? same.linkCode }
  return ok(lines.map((line) => (line === same ? joined : line)))
}

/** Joins a guest's basket to an account's: quantities add up to 99 at most, and what does not fit into 50 lines is left out. */
export function mergeItems(own: readonly CartItem[], guest: readonly CartItem[]): CartItem[] {
  const merged = [...own]
  for (const item of guest) {
    const at = merged.findIndex(({ variant }) => variant === item.variant)
    const same = merged[at]
    if (same)
      merged[at] = { ...same, quantity: Math.min(maxQuantity, same.quantity + item.quantity), linkCode: item.linkCode ?? same.linkCode }
    else if (merged.length < maxLines) merged.push(item)
  }
  return merged
}

export const badQuantity = (quantity: unknown): Failure =>
  fail('invalid', `Expected a quantity from 1 to ${maxQuantity}, got ${String(quantity).slice(0, 20)}`, { field: 'quantity' }).failure
