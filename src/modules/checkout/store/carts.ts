import type { PayloadRequest, Where } from 'payload'
import type { CartItem } from '../cart.ts'

/** A stored basket. An account's has the account's own id; a guest's is opened by a secret of which only the hash is kept. */
export interface CartRow {
  id: string
  secretHash: string | null
  user: string | null
  checkoutStartedAt: Date | null
  /** A code as it was typed, whether or not it works. */
  couponCode: string | null
  lines: CartItem[]
}

interface Stored {
  id: string
  secretHash?: string | null
  user?: string | null
  checkoutStartedAt?: string | null
  couponCode?: string | null
  lines?: { id: string; variant: string; quantity: number; linkCode?: string | null; seenPrice?: number | null; addedAt: string }[] | null
}

export async function findCart(req: PayloadRequest, id: string): Promise<CartRow | null> {
  const { docs } = await req.payload.db.find<Stored>({
    collection: 'carts',
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    req,
  })
  const row = docs[0]
  if (!row) return null
  return {
    id: row.id,
    secretHash: row.secretHash ?? null,
    user: row.user ?? null,
    checkoutStartedAt: row.checkoutStartedAt ? new Date(row.checkoutStartedAt) : null,
    couponCode: row.couponCode || null,
    lines: (row.lines ?? []).map(({ id, variant, quantity, linkCode = null, seenPrice = null, addedAt }) => ({
      id,
      variant,
      quantity,
      linkCode,
      seenPrice,
      addedAt: new Date(addedAt),
    })),
  }
}

/** Throws a duplicate-key error when there is one with this id. */
export async function insertCart(req: PayloadRequest, cart: CartRow & { visitor: string | null }): Promise<void> {
  const data = { ...cart, checkoutStartedAt: cart.checkoutStartedAt?.toISOString() ?? null, order: null, lines: stored(cart.lines) }
  await req.payload.db.create({ collection: 'carts', data, returning: false, req })
}

/** Replaces what is in a basket. `more` holds other columns that change with it. */
export async function saveCart(
  req: PayloadRequest,
  id: string,
  lines: readonly CartItem[],
  more: { checkoutStartedAt?: Date | null; order?: string; couponCode?: string | null } = {},
): Promise<void> {
  const { checkoutStartedAt, order, couponCode } = more
  const data = {
    lines: stored(lines),
    ...(checkoutStartedAt === undefined ? {} : { checkoutStartedAt: checkoutStartedAt?.toISOString() ?? null }),
    ...(order === undefined ? {} : { order }),
    ...(couponCode === undefined ? {} : { couponCode }),
  }
  await req.payload.db.updateOne({ collection: 'carts', id, data, returning: false, req })
}

/** Notes when checkout began, unless it is noted already (ATT-05). */
export async function stampCheckout(req: PayloadRequest, id: string, at: Date): Promise<void> {
  await req.payload.db.updateOne({
    collection: 'carts',
    where: { and: [{ id: { equals: id } }, { checkoutStartedAt: { exists: false } }] },
    data: { checkoutStartedAt: at.toISOString() },
    options: { atomic: true },
    req,
  })
}

/** Writes or takes away the code of a basket. */
export async function setCartCoupon(req: PayloadRequest, id: string, couponCode: string | null): Promise<void> {
  await req.payload.db.updateOne({
    collection: 'carts',
    where: { id: { equals: id } },
    data: { couponCode },
    options: { atomic: true },
    req,
  })
}

export async function deleteCart(req: PayloadRequest, id: string): Promise<void> {
  await req.payload.db.deleteOne({ collection: 'carts', where: { id: { equals: id } }, req })
}

/** Deletes at most `limit` baskets of guests that were last changed before `left`. Answers how many. */
export async function deleteGuestCarts(req: PayloadRequest, left: Date, limit: number): Promise<number> {
  const where: Where = { and: [{ user: { exists: false } }, { updatedAt: { less_than: left.toISOString() } }] }
  const { docs } = await req.payload.db.find<{ id: string }>({ collection: 'carts', where, limit, pagination: false, req })
  for (const { id } of docs) await deleteCart(req, id)
  return docs.length
}

const stored = (lines: readonly CartItem[]) => lines.map((line) => ({ ...line, addedAt: line.addedAt.toISOString() }))
