import { newId } from '../../../src/lib/ids.ts'
import { AT, type Data, type Ground, linkData, make, mediaData, next, orderData, paymentData, put, secrets, variantData } from './ground.ts'
import { moneyMakers } from './money-rows.ts'

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
  ...moneyMakers,
  follows: perFan('follows', (user, { people }) => ({ key: `k${next()}`, user, creator: people.owner.creatorId, at: AT })),
  reactions: perFan('reactions', (user) => ({ key: `k${next()}`, user, pieceKind: 'posts', piece: newId(), kind: 'like', at: AT })),
  boards: perFan('boards', (owner) => ({ owner, title: 'x', visibility: 'public', changedAt: AT })),
  'board-items': async (ground) => {
    const rows: Record<string, string> = {}
    for (const label of ['fan', 'other'] as const) {
      const owner = ground.people[label].userId
      const board = await put(ground.payload, 'boards', { owner, title: 'x', visibility: 'private', changedAt: AT })
      rows[label] = await put(ground.payload, 'board-items', {
        key: `k${next()}`,
        board,
        owner,
        targetKind: 'posts',
        target: newId(),
        at: AT,
      })
    }
    return rows
  },
  comments: perFan('comments', (author) => ({ targetKind: 'posts', target: newId(), author, body: 'x', state: 'shown', at: AT })),
  'engagement-events': one('engagement-events', () => ({ kind: 'view', targetKind: 'posts', target: newId(), at: AT })),
  addresses: perFan('addresses', (owner) => ({ owner, name: 'x', isDefault: false })),
  'cache-purges': one('cache-purges', () => ({ tags: ['x'] })),
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
