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
const next = () => ++serial
const AT = '2026-11-02T04:00:00.000Z'

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

type Data = Record<string, unknown>

/** Straight into the database: what is tried here is the door, not validation. */
async function put(payload: Payload, collection: string, data: Data): Promise<string> {
  // Payload's own collections count their ids themselves.
  const id = collection.startsWith('payload-') ? {} : { id: newId() }
  const made = await payload.db.create({ collection: collection as 'touches', data: { ...id, ...data }, req: undefined as never })
  return String((made as unknown as { id: string | number }).id)
}

/** Through Payload, for localized fields and versions. */
async function make(
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

const mediaData = (owner: string): Data => ({
  owner,
  kind: 'image',
  state: 'ready',
  hash: `h${next()}`,
  type: 'image/webp',
  bytes: 10,
  alt: 'x',
})
const variantData = (product: string, status: string): Data => ({
  product,
  sku: `SKU-${next()}`,
  price: 1000,
  currency: 'CNY',
  cost: secrets.cost,
  status,
  position: 0,
})
const paymentData = (order: string): Data => ({
  order,
  provider: 'sandbox',
  reference: `ref-${next()}`,
  state: 'pending',
  amount: 1000,
  currency: 'CNY',
  test: false,
})
const linkData = (creatorId: string, product: string): Data => ({ code: `code${next()}`, creator: creatorId, product, status: 'active' })

function orderData(user: string | null, variant: string, product: string): Data {
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

type Maker = (ground: Ground) => Promise<Record<string, string>>

/** One row for every label of expected.ts. */
const all =
  (labels: Record<string, (ground: Ground) => Promise<string>>): Maker =>
  async (ground) => {
    const made: Record<string, string> = {}
    for (const [label, one] of Object.entries(labels)) made[label] = await one(ground)
    return made
  }

const raw =
  (collection: string, data: (ground: Ground) => Data) =>
  (ground: Ground): Promise<string> =>
    put(ground.payload, collection, data(ground))

const shelf = (collection: 'categories' | 'topics'): Maker =>
  all({
    active: ({ payload }) => make(payload, collection, { name: 'x', slug: `s-${next()}`, status: 'active' }),
    archived: ({ payload }) => make(payload, collection, { name: 'x', slug: `s-${next()}`, status: 'archived' }),
  })

const piece = (collection: 'posts' | 'video-notes'): Maker =>
  all({
    owner: ({ payload, people }) =>
      make(payload, collection, { author: people.owner.creatorId, title: 'draft', language: 'zh', disclosure: 'none' }),
    other: ({ payload, people }) =>
      make(payload, collection, {
        author: people.other.creatorId,
        title: 'public',
        language: 'zh',
        disclosure: 'none',
        _status: 'published',
      }),
  })

/** The same row once for the creator `owner` and once for `other`. */
const perCreator = (collection: string, data: (creatorId: string, ground: Ground) => Data): Maker =>
  all({
    owner: raw(collection, (ground) => data(ground.people.owner.creatorId, ground)),
    other: raw(collection, (ground) => data(ground.people.other.creatorId, ground)),
  })

const perFan = (collection: string, data: (userId: string, ground: Ground) => Data): Maker =>
  all({
    fan: raw(collection, (ground) => data(ground.people.fan.userId, ground)),
    other: raw(collection, (ground) => data(ground.people.other.userId, ground)),
  })

const one = (collection: string, data: (ground: Ground) => Data): Maker => all({ one: raw(collection, data) })

export const makers: Record<string, Maker> = {
  users: async ({ people }) => Object.fromEntries(Object.entries(people).map(([label, { userId }]) => [label, userId])),
  creators: async ({ payload, people }) => {
    const user = await make(payload, 'users', {
      email: `suspended-${next()}@example.test`,
      password: 'correct horse 7',
      name: 'x',
      roles: ['fan'],
      locale: 'zh',
    })
    const suspended = await put(payload, 'creators', { user, handle: `s${next()}`, displayName: 'x', level: 'none', status: 'suspended' })
    return { owner: people.owner.creatorId, other: people.other.creatorId, suspended }
  },
  posts: piece('posts'),
  'video-notes': piece('video-notes'),
  'piece-states': perCreator('piece-states', (author) => ({
    kind: 'posts',
    author,
    state: 'draft',
    restriction: 'none',
    isPublic: false,
    lockVersion: 0,
  })),
  'piece-stats': perCreator('piece-stats', (author) => ({
    key: `k${next()}`,
    piece: newId(),
    author,
    day: '2026-11-02',
    views: 0,
    clicks: 0,
    orders: 0,
    units: 0,
    commission: 0,
  })),
  media: all({
    owner: raw('media', ({ people }) => mediaData(people.owner.userId)),
    other: raw('media', ({ people }) => mediaData(people.other.userId)),
  }),
  'product-links': perCreator('product-links', (id, { product }) => linkData(id, product)),
  'review-items': one('review-items', ({ people }) => ({
    key: `k${next()}`,
    pieceKind: 'posts',
    piece: newId(),
    author: people.owner.creatorId,
    version: newId(),
    state: 'open',
    submittedAt: AT,
    dueAt: AT,
    lockVersion: 0,
  })),
  'review-history': one('review-history', () => ({
    pieceKind: 'posts',
    piece: newId(),
    event: 'submit',
    from: 'draft',
    to: 'submitted',
    at: AT,
  })),
  categories: shelf('categories'),
  topics: shelf('topics'),
  products: all({
    active: ({ payload }) =>
      make(payload, 'products', { title: 'x', slug: `p-${next()}`, status: 'active', merchant: 'house', importKey: secrets.all }),
    draft: ({ payload }) => make(payload, 'products', { title: 'x', slug: `p-${next()}`, status: 'draft', merchant: 'house' }),
  }),
  variants: all({
    active: raw('variants', ({ product }) => variantData(product, 'active')),
    archived: raw('variants', ({ product }) => variantData(product, 'archived')),
  }),
  'stock-levels': async (ground) => {
    const variant = await put(ground.payload, 'variants', variantData(ground.product, 'active'))
    return { one: await put(ground.payload, 'stock-levels', { variant, available: 5, reserved: 0 }) }
  },
  'stock-movements': one('stock-movements', ({ variant }) => ({
    key: `k${next()}`,
    variant,
    kind: 'receive',
    available: 5,
    reserved: 0,
    at: AT,
  })),
  'price-changes': one('price-changes', ({ variant }) => ({ variant, from: null, to: 1000, currency: 'CNY', actor: 'system', at: AT })),
  carts: one('carts', ({ people }) => ({ secretHash: `${secrets.all}-${next()}`, user: people.fan.userId, lines: [] })),
  orders: all({
    fan: raw('orders', ({ people, variant, product }) => orderData(people.fan.userId, variant, product)),
    guest: raw('orders', ({ variant, product }) => orderData(null, variant, product)),
  }),
  'order-contacts': async (ground) => {
    const order = await put(ground.payload, 'orders', orderData(null, ground.variant, ground.product))
    return { one: await put(ground.payload, 'order-contacts', { order, email: 'buyer@example.test', name: 'x' }) }
  },
  'order-history': one('order-history', ({ order }) => ({
    order,
    subject: 'order',
    subjectId: order,
    event: 'place',
    from: '-',
    to: 'awaiting_payment',
    at: AT,
  })),
  payments: one('payments', ({ order }) => paymentData(order)),
  'provider-events': one('provider-events', () => ({
    key: `k${next()}`,
    provider: 'sandbox',
    type: 'x',
    reference: 'x',
    outcome: 'x',
    receivedAt: AT,
  })),
  refunds: one('refunds', ({ order, payment }) => ({
    key: `k${next()}`,
    order,
    payment,
    state: 'pending',
    amount: 1,
    shippingAmount: 0,
    currency: 'CNY',
    reason: 'x',
    actor: 'x',
    at: AT,
    lines: [],
  })),
  'idempotency-keys': one('idempotency-keys', () => ({ key: `k${next()}`, requestHash: 'x', status: 200, at: AT, expiresAt: AT })),
  programmes: all({
    one: ({ payload }) =>
      make(payload, 'programmes', { name: 'x', rateBps: 800, windowDays: 30, model: 'last_touch', holdDays: '15', status: 'active' }),
  }),
  touches: one('touches', () => ({ kind: 'click', at: AT })),
  'ledger-entries': all({
    owner: raw('ledger-entries', ({ people }) => entryData(people.owner.creatorId)),
    shop: raw('ledger-entries', () => entryData(null)),
  }),
  follows: perFan('follows', (user, { people }) => ({ key: `k${next()}`, user, creator: people.owner.creatorId, at: AT })),
  reactions: perFan('reactions', (user) => ({ key: `k${next()}`, user, pieceKind: 'posts', piece: newId(), kind: 'like', at: AT })),
  counters: one('counters', () => ({ key: `k${next()}`, value: 1 })),
  notifications: perFan('notifications', (user) => ({ user, kind: 'order-paid' })),
  'payload-jobs': async ({ payload }) => {
    const job = await payload.jobs.queue({
      task: 'send-mail',
      input: { template: 'x', subject: newId(), secret: secrets.all },
      queue: 'mail',
    })
    return { one: String(job.id) }
  },
  'payload-kv': one('payload-kv', () => ({ key: `k${next()}`, data: { mark: secrets.all } })),
  'payload-migrations': one('payload-migrations', () => ({ name: secrets.all, batch: 99 })),
  'payload-locked-documents': one('payload-locked-documents', ({ people }) => ({
    globalSlug: 'shop-settings',
    user: { relationTo: 'users', value: people.editor.userId },
  })),
  'payload-preferences': all({
    fan: raw('payload-preferences', ({ people }) => ({
      key: `k${next()}`,
      user: { relationTo: 'users', value: people.fan.userId },
      value: { a: 1 },
    })),
    editor: raw('payload-preferences', ({ people }) => ({
      key: `k${next()}`,
      user: { relationTo: 'users', value: people.editor.userId },
      value: { a: 1 },
    })),
  }),
}

function entryData(creatorId: string | null): Data {
  const n = next()
  return {
    key: `k${n}`,
    sequence: n,
    transaction: 't',
    account: 'x',
    creator: creatorId,
    kind: 'accrue',
    amount: 1,
    currency: 'CNY',
    sourceKind: 'order_line',
    sourceId: 'x',
    test: false,
    at: AT,
  }
}

/** A body that would be accepted from whoever may create. */
export function newBody(collection: string, ground: Ground): Data {
  const n = next()
  const bodies: Record<string, Data> = {
    users: { email: `made-${n}@example.test`, password: 'correct horse 7', name: 'x', locale: 'zh' },
    categories: { name: 'x', slug: `new-${n}`, status: 'active' },
    topics: { name: 'x', slug: `new-${n}`, status: 'active' },
    products: { title: 'x', slug: `new-${n}`, status: 'draft' },
    variants: { product: ground.product, sku: `NEW-${n}`, price: 10, currency: 'CNY', status: 'active' },
    programmes: { name: 'x', rateBps: 100, windowDays: 30, model: 'last_touch', holdDays: '15', status: 'active' },
    'payload-locked-documents': { globalSlug: 'shop-settings', user: { relationTo: 'users', value: ground.people.editor.userId } },
    'payload-preferences': { key: `k${n}`, value: { a: 1 } },
  }
  return bodies[collection] ?? { key: `k${n}` }
}

/** A change that would be accepted from whoever may update, and hurts nobody. */
export function harmlessChange(collection: string): Data {
  const n = next()
  const changes: Record<string, Data> = {
    users: { name: `name ${n}` },
    creators: { displayName: `name ${n}` },
    categories: { name: `name ${n}` },
    topics: { name: `name ${n}` },
    products: { title: `name ${n}` },
    variants: { position: n },
    programmes: { name: `name ${n}` },
    'payload-locked-documents': { globalSlug: `g${n}` },
    'payload-preferences': { value: { a: n } },
    posts: { title: `name ${n}` },
    'video-notes': { title: `name ${n}` },
  }
  return changes[collection] ?? { key: `changed-${n}`, at: AT, piece: `changed-${n}`, code: `changed${n}`, alt: `changed-${n}` }
}

export const accountOf = (people: People, role: RoleName) => (role === 'anonymous' ? null : people[role])
