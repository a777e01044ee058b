import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { homeText } from '../../../lib/home.ts'
import { idOf } from '../../../lib/ids.ts'
import type { Address, Order, Payment, PayoutAccount, User } from '../../../payload-types.ts'
import type { CreatorStanding, SameAs } from '../index.ts'

/** What the shop knows of a buyer at placement. */
export interface BuyerFacts {
  userId: string | null
  creatorId: string | null
  visitor: string | null
  /** Where the order's letters and goods go. */
  contact: Readonly<Record<'email' | 'phone' | 'country' | 'region' | 'city' | 'district' | 'street' | 'postcode', string>>
}

/** Whose contact is not known: it is like nobody's. */
export const noContact: BuyerFacts['contact'] = {
  ...{ email: '', phone: '', country: '', region: '', city: '', district: '', street: '', postcode: '' },
}

const many = { limit: 0, pagination: false } as const

async function find<T>(req: PayloadRequest, collection: CollectionSlug, where: Where): Promise<T[]> {
  return (await req.payload.db.find({ collection, where, ...many, req })).docs as unknown as T[]
}

/**
 * ATT-20: what each creator has in common with the buyer: a confirmed e-mail address, a payment instrument that paid for both
 * before, a payout account, a phone number, a home. Only what the shop has been told; an account of her own is not looked at here.
 */
export async function findSameness(
  req: PayloadRequest,
  buyer: BuyerFacts,
  creators: ReadonlyMap<string, CreatorStanding>,
): Promise<Map<string, SameAs[]>> {
  const owners = new Map(
    [...creators.values()].flatMap(({ id, userId }) => (userId && userId !== buyer.userId ? [[userId, id] as const] : [])),
  )
  const same = new Map<string, SameAs[]>()
  const note = (creator: string | undefined, what: SameAs) => {
    if (creator && !same.get(creator)?.includes(what)) same.set(creator, [...(same.get(creator) ?? []), what])
  }
  if (owners.size === 0) return same
  const users = [...owners.keys()]
  for (const { id, email, _verified } of await find<User>(req, 'users', { id: { in: users } }))
    if (_verified && tidyMail(email) === tidyMail(buyer.contact.email)) note(owners.get(id), 'email')
  for (const address of await find<Address>(req, 'addresses', { owner: { in: users } })) {
    if (homeText(address) !== null && homeText(address) === homeText(buyer.contact)) note(owners.get(idOf(address.owner)), 'household')
    if (digits(address.phone) !== '' && digits(address.phone) === digits(buyer.contact.phone))
      note(owners.get(idOf(address.owner)), 'phone')
  }
  for (const creator of await samePayoutAccount(req, buyer, [...creators.keys()])) note(creator, 'payout_account')
  for (const user of await sameInstrument(req, buyer, users)) note(owners.get(user), 'instrument')
  return same
}

/** Two profiles that are paid to one account are one person's. */
async function samePayoutAccount(req: PayloadRequest, { creatorId }: BuyerFacts, creators: readonly string[]): Promise<string[]> {
  if (!creatorId) return []
  const rows = await find<PayoutAccount>(req, 'payout-accounts', { creator: { in: [creatorId, ...creators] } })
  const own = new Set(rows.filter(({ creator }) => idOf(creator) === creatorId).map(({ fingerprint }) => fingerprint))
  return rows.filter(({ creator, fingerprint }) => idOf(creator) !== creatorId && own.has(fingerprint)).map(({ creator }) => idOf(creator))
}

/** Paid orders of one side that are looked at, the newest first: more of them say nothing new about who pays. */
const looked = 200

/** Users of whose earlier orders one was paid with what paid for one of the buyer's. */
async function sameInstrument(req: PayloadRequest, { userId, visitor }: BuyerFacts, users: readonly string[]): Promise<string[]> {
  const theirs = await paidBy(req, [{ user: { in: [...users] } }])
  if (theirs.length === 0) return []
  const own = await paidBy(req, [...(userId ? [{ user: { equals: userId } }] : []), ...(visitor ? [{ visitor: { equals: visitor } }] : [])])
  const used = new Set(own.map(({ instrument }) => instrument))
  return theirs.flatMap(({ instrument, user }) => (user !== null && used.has(instrument) ? [user] : []))
}

/** What paid for these buyers' orders. Orders first, then their payments: most have none, and a join is composed anew each time. */
async function paidBy(req: PayloadRequest, who: readonly Where[]): Promise<{ instrument: string; user: string | null }[]> {
  if (who.length === 0) return []
  const where: Where = { and: [{ paidAt: { exists: true } }, { or: [...who] }] }
  const select = { user: true } as const
  const orders = await req.payload.db.find<Order>({
    collection: 'orders',
    where,
    select,
    sort: '-paidAt',
    limit: looked,
    pagination: false,
    req,
  })
  const userOf = new Map(orders.docs.map(({ id, user }) => [id, user ? idOf(user) : null]))
  if (userOf.size === 0) return []
  const payments = await find<Payment>(req, 'payments', { order: { in: [...userOf.keys()] } })
  return payments.flatMap(({ instrument, order }) => (instrument ? [{ instrument, user: userOf.get(idOf(order)) ?? null }] : []))
}

/** `A+b@Example.com` and `a@example.com` reach the same person. */
const tidyMail = (email: string): string =>
  email
    .trim()
    .toLowerCase()
    .replace(/\+[^@]*@/, '@')

const digits = (phone: string | null | undefined): string => (phone ?? '').replace(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '')
