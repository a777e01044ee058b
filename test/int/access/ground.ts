import type { Payload, RequiredDataFromCollectionSlug } from 'payload'
import type { Actor } from '../../../src/lib/actor.ts'
import { newId } from '../../../src/lib/ids.ts'
import { creator, person } from '../../builders/people.ts'
import type { RoleName } from './expected.ts'

export interface People {
  fan: Actor & { userId: string; email: string }
  owner: Actor & { userId: string; creatorId: string; email: string }
  other: Actor & { userId: string; creatorId: string; email: string }
  editor: Actor & { userId: string; email: string }
  finance: Actor & { userId: string; email: string }
  admin: Actor & { userId: string; email: string }
}

/** Marks that must never leave by this door, and those that only some roles may see. */
export const secrets = { all: 'SECRET-FOR-ALL', cost: 987_650_001 }

let serial = 0
export const next = () => ++serial
export const AT = '2026-11-02T04:00:00.000Z'

export async function makePeople(payload: Payload): Promise<People> {
  const world = { payload }
  return {
    fan: await person(world, ['fan']),
    owner: await creator(world),
    other: await creator(world),
    editor: await person(world, ['fan', 'editor']),
    finance: await person(world, ['fan', 'finance']),
    admin: await person(world, ['fan', 'admin']),
  }
}

export type Rows = Record<string, Record<string, string>>

/** What stands around the rows: they refer to it. */
export interface Ground {
  payload: Payload
  people: People
  product: string
  variant: string
  order: string
  payment: string
  media: string
  link: string
}

export type Data = Record<string, unknown>

/** Straight into the database: what is tried here is the door, not validation. */
export async function put(payload: Payload, collection: string, data: Data): Promise<string> {
  // Payload's own collections count their ids themselves.
  const id = collection.startsWith('payload-') ? {} : { id: newId() }
  const made = await payload.db.create({ collection: collection as 'touches', data: { ...id, ...data }, req: undefined as never })
  return String((made as unknown as { id: string | number }).id)
}

/** Through Payload, for localized fields and versions. */
export async function make(
  payload: Payload,
  collection: 'categories' | 'topics' | 'products' | 'programmes' | 'posts' | 'video-notes' | 'users',
  data: Data,
): Promise<string> {
  const made = await payload.create({
    collection,
    data: { id: newId(), ...data } as RequiredDataFromCollectionSlug<typeof collection>,
    locale: 'zh',
    depth: 0,
    disableVerificationEmail: true,
    ...(collection === 'posts' || collection === 'video-notes' ? { draft: data._status !== 'published' } : {}),
  } as Parameters<Payload['create']>[0])
  return String((made as { id: string }).id)
}

export async function makeGround(payload: Payload, people: People): Promise<Ground> {
  const media = await put(payload, 'media', mediaData(people.owner.userId))
  const product = await make(payload, 'products', {
    title: 'ground',
    slug: `ground-${next()}`,
    status: 'active',
    merchant: 'house',
    importKey: secrets.all,
  })
  const variant = await put(payload, 'variants', variantData(product, 'active'))
  const order = await put(payload, 'orders', orderData(people.fan.userId, variant, product))
  const payment = await put(payload, 'payments', paymentData(order))
  const link = await put(payload, 'product-links', linkData(people.owner.creatorId, product))
  return { payload, people, product, variant, order, payment, media, link }
}

export const mediaData = (owner: string): Data => ({
  owner,
  kind: 'image',
  state: 'ready',
  hash: `h${next()}`,
  type: 'image/webp',
  bytes: 10,
  alt: 'x',
})
export const variantData = (product: string, status: string): Data => ({
  product,
  sku: `SKU-${next()}`,
  price: 1000,
  currency: 'CNY',
  cost: secrets.cost,
  status,
  position: 0,
})
export const paymentData = (order: string): Data => ({
  order,
  provider: 'sandbox',
  reference: `ref-${next()}`,
  state: 'pending',
  amount: 1000,
  currency: 'CNY',
  test: false,
})
export const linkData = (creatorId: string, product: string): Data => ({
  code: `code${next()}`,
  creator: creatorId,
  product,
  status: 'active',
})

export function orderData(user: string | null, variant: string, product: string): Data {
  const line = {
    id: newId(),
    variant,
    product,
    sku: 'x',
    title: 'x',
    quantity: 1,
    unitPrice: 1000,
    listAmount: 1000,
    discountAmount: 0,
    taxAmount: 0,
    paidAmount: 1000,
    baseAmount: 1000,
    commission: 0,
    cost: secrets.cost,
    decision: { mark: secrets.all },
  }
  const money = { currency: 'CNY', itemsTotal: 1000, discountTotal: 0, shippingTotal: 0, taxTotal: 0, taxIncluded: true, total: 1000 }
  return {
    number: `N${next()}`,
    user,
    guestHash: `${secrets.all}-${next()}`,
    visitor: secrets.all,
    state: 'awaiting_payment',
    merchant: 'house',
    scene: 'direct',
    locale: 'zh',
    test: false,
    placedAt: AT,
    lines: [line],
    ...money,
  }
}

export const accountOf = (people: People, role: RoleName) => (role === 'anonymous' ? null : people[role])
