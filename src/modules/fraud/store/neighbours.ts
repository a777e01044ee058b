import type { PayloadRequest, Where } from 'payload'
import { homeHash } from '../../../lib/home.ts'
import { idOf } from '../../../lib/ids.ts'
import type { Order, OrderContact } from '../../../payload-types.ts'

/** Orders of one device or home that are looked at, the newest: three buyers are enough to be told of. */
const most = 200

/** Where an order came from and where it goes. */
export interface Place {
  order: string
  /** The browser, null when it was not to be known. */
  visitor: string | null
  contact: Partial<Record<'country' | 'region' | 'city' | 'district' | 'street', string | null>> | null
}

/** A creator's orders of some days. */
interface Span {
  creator: string
  since: Date
  until: Date
}

/**
 * How many different buyers paid for orders that credit a creator on this order's device and at its home (ATT-37), the order's own
 * among them; 1 where neither is known. Numbers leave this function, no address does.
 */
export async function crowdAround(
  req: PayloadRequest,
  place: Place,
  span: Span,
): Promise<{ buyersOnDevice: number; buyersAtHome: number }> {
  const home = place.contact && homeHash(place.contact)
  return {
    buyersOnDevice: place.visitor ? await buyersOf(req, place.order, { visitor: { equals: place.visitor } }, span) : 1,
    buyersAtHome: home ? await buyersOf(req, place.order, { id: { in: await ordersTo(req, home) } }, span) : 1,
  }
}

async function buyersOf(req: PayloadRequest, order: string, where: Where, { creator, since, until }: Span): Promise<number> {
  const { docs } = await req.payload.db.find<Order>({
    collection: 'orders',
    where: {
      and: [
        where,
        { placedAt: { greater_than_equal: since.toISOString() } },
        { placedAt: { less_than_equal: until.toISOString() } },
        { 'lines.creator': { equals: creator } },
        { paidAt: { exists: true } },
      ],
    },
    select: { user: true },
    sort: '-placedAt',
    limit: most,
    pagination: false,
    req,
  })
  // Most are alone.
  if (docs.every(({ id }) => id === order)) return 1
  const mails = await mailsOf(
    req,
    docs.map(({ id }) => id),
  )
  return new Set(docs.map(({ id, user }) => (user ? idOf(user) : mails.get(id) || id))).size
}

/** The newest orders that go to a home. */
async function ordersTo(req: PayloadRequest, home: string): Promise<string[]> {
  const { docs } = await req.payload.db.find<OrderContact>({
    collection: 'order-contacts',
    where: { home: { equals: home } },
    select: { order: true },
    sort: '-id',
    limit: most,
    pagination: false,
    req,
  })
  return docs.map(({ order }) => idOf(order))
}

async function mailsOf(req: PayloadRequest, orders: readonly string[]): Promise<Map<string, string>> {
  const { docs } = await req.payload.db.find<OrderContact>({
    collection: 'order-contacts',
    where: { order: { in: [...orders] } },
    select: { order: true, email: true, erasedAt: true },
    limit: orders.length,
    pagination: false,
    req,
  })
  return new Map(docs.filter(({ erasedAt }) => !erasedAt).map(({ order, email }) => [idOf(order), (email ?? '').trim().toLowerCase()]))
}
