import type { PayloadRequest } from 'payload'
import { homeHash } from '../../../lib/home.ts'
import { newId } from '../../../lib/ids.ts'
import type { OrderContact } from '../contact.ts'
import type { FrozenLine, OrderTotals } from '../totals.ts'

/** A line as it is stored: what was bought, and who is credited for it. `credit` is the attribution's own, taken as it is. */
export type NewOrderLine<Credit extends object> = FrozenLine & Credit & { id: string; picture: string | null; linkCode: string | null }

export interface NewOrder<Credit extends object> {
  id: string
  number: string
  user: string | null
  guestHash: string | null
  visitor: string | null
  scene: string
  originPieceKind: string | null
  originPiece: string | null
  locale: 'zh' | 'en'
  test: boolean
  placedAt: Date
  reservedUntil: Date
  checkoutStartedAt: Date | null
  coupon: string | null
  couponCode: string | null
  /** Name of the way of delivery in the order's language; null for the settings' own. */
  shippingMethod: string | null
  weightGrams: number
  /** The order whose pieces this one exchanges for dearer ones; null for what is bought (ATT-31). */
  exchangeOf: string | null
  totals: Omit<OrderTotals, 'lines'>
  lines: NewOrderLine<Credit>[]
}

/** Writes an order that waits for its payment. A raw write: every column is given here. */
export async function insertOrder<Credit extends object>(req: PayloadRequest, order: NewOrder<Credit>): Promise<void> {
  const { totals, placedAt, reservedUntil, checkoutStartedAt, ...rest } = order
  const { taxRateBps: _, ...sums } = totals
  const data = {
    ...rest,
    ...sums,
    state: 'awaiting_payment',
    merchant: 'house',
    placedAt: placedAt.toISOString(),
    reservedUntil: reservedUntil.toISOString(),
    checkoutStartedAt: checkoutStartedAt?.toISOString() ?? null,
    paidAt: null,
  }
  await req.payload.db.create({ collection: 'orders', data, returning: false, req })
}

/** Personal data of an order, in a row of its own. */
export async function insertContact(req: PayloadRequest, order: string, contact: OrderContact): Promise<void> {
  await req.payload.db.create({
    collection: 'order-contacts',
    data: { id: newId(), order, ...contact, home: homeHash(contact), erasedAt: null },
    returning: false,
    req,
  })
}
