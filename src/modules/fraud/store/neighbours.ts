import type { PayloadRequest } from 'payload'
import { sha256 } from '../../../lib/hash.ts'
import { homeText } from '../../../lib/home.ts'
import { idOf } from '../../../lib/ids.ts'
import type { Order, OrderContact } from '../../../payload-types.ts'

/** Orders of one creator that are looked through for others from the same device or home. */
const most = 300

/** An order beside another: who bought, on which device and for which home, as hashes alone. */
export interface Neighbour {
  order: string
  person: string
  device: string | null
  home: string | null
}

/** The newest paid orders since a moment that credit a creator, as neighbours. Hashes leave this function, no address does. */
export async function neighboursOf(
  req: PayloadRequest,
  creator: string,
  { since, until }: { since: Date; until: Date },
): Promise<Neighbour[]> {
  const { docs } = await req.payload.db.find<Order>({
    collection: 'orders',
    where: {
      and: [
        { placedAt: { greater_than_equal: since.toISOString() } },
        { placedAt: { less_than_equal: until.toISOString() } },
        { 'lines.creator': { equals: creator } },
        { paidAt: { exists: true } },
      ],
    },
    select: { user: true, visitor: true },
    sort: '-placedAt',
    limit: most,
    pagination: false,
    req,
  })
  const contacts = await contactsOf(
    req,
    docs.map(({ id }) => id),
  )
  return docs.map(({ id, user, visitor }) => {
    const contact = contacts.get(id)
    const person = user ? idOf(user) : (contact?.email ?? '').trim().toLowerCase() || id
    return { order: id, person: sha256(person), device: visitor ?? null, home: contact ? hashed(homeText(contact)) : null }
  })
}

async function contactsOf(req: PayloadRequest, orders: readonly string[]): Promise<Map<string, OrderContact>> {
  if (orders.length === 0) return new Map()
  const where = { order: { in: [...orders] } }
  const { docs } = await req.payload.db.find<OrderContact>({ collection: 'order-contacts', where, limit: 0, pagination: false, req })
  return new Map(docs.filter(({ erasedAt }) => !erasedAt).map((row) => [idOf(row.order), row]))
}

const hashed = (text: string | null): string | null => (text === null ? null : sha256(text))

/** How many different buyers there are on this order's device and at its home, itself among them. */
export function crowdOf(order: string, all: readonly Neighbour[]): { buyersOnDevice: number; buyersAtHome: number } {
  const own = all.find((one) => one.order === order)
  const count = (field: 'device' | 'home') =>
    own?.[field] == null ? 1 : new Set(all.filter((one) => one[field] === own[field]).map(({ person }) => person)).size
  return { buyersOnDevice: count('device'), buyersAtHome: count('home') }
}
