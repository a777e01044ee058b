import type { Payload } from 'payload'
import type { Ctx } from '../../src/context.ts'
import { sha256 } from '../../src/lib/hash.ts'

type Row = Record<string, unknown>

/** Names of columns that are ids, secrets or moments of writing: they differ between two worlds that are the same. */
const passing = new Set(['createdAt', 'updatedAt', 'id', '_status', 'sessions', 'hash', 'salt'])
const idLike = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

const collections = {
  users: ['email', 'name', 'locale', 'roles', 'demo'],
  // A promoter's handle follows from the id of the account.
  creators: ['kind', 'displayName', 'bio', 'verticals', 'status'],
  categories: ['slug', 'name', 'description', 'position'],
  topics: ['slug', 'name', 'description', 'position'],
  products: ['slug', 'title', 'description', 'brand', 'optionNames', 'optionWords', 'status'],
  variants: ['sku', 'options', 'price', 'cost', 'weightGrams', 'position'],
  'price-changes': ['from', 'to', 'at'],
  'stock-levels': ['available', 'reserved'],
  media: ['kind', 'state', 'type', 'hash', 'width', 'height', 'durationSeconds', 'thumbhash'],
  posts: ['title', 'body', 'language', 'disclosure', 'pictures', 'placements', 'editNote', 'firstPublishedAt'],
  'video-notes': ['title', 'body', 'language', 'disclosure', 'captions', 'placements', 'firstPublishedAt'],
  'piece-states': ['kind', 'state', 'restriction', 'isPublic', 'publishedAt', 'submittedAt'],
  'review-items': ['state', 'rule', 'reason', 'spans', 'submittedAt', 'decidedAt'],
  orders: [
    'state',
    'locale',
    'placedAt',
    'itemsTotal',
    'shippingTotal',
    'total',
    'test',
    'lines',
    'fulfilledAt',
    'deliveredAt',
    'receivedAt',
  ],
  refunds: ['state', 'amount', 'reason', 'at'],
  'ledger-entries': ['sequence', 'account', 'kind', 'amount', 'currency', 'at'],
  coupons: ['code', 'kind', 'bps', 'amount', 'isPublic', 'used', 'status'],
  shipments: ['state', 'carrier', 'tracking', 'shippedAt', 'deliveredAt', 'lines'],
  'refund-requests': ['state', 'reasonCode', 'words', 'expectedAmount', 'answer', 'at'],
  'payout-runs': ['state', 'total', 'count', 'lockedAt', 'endedAt'],
  payouts: ['state', 'amount', 'method', 'masked', 'failure', 'endedAt'],
  'payout-lines': ['amount', 'at'],
  'order-claims': ['state', 'hint', 'dueAt'],
  touches: ['kind', 'at', 'channel', 'device', 'consent', 'referrerHost'],
  'piece-stats': ['day', 'views', 'clicks', 'orders', 'units', 'commission'],
  comments: ['targetKind', 'body', 'state', 'rule', 'reason', 'at'],
  boards: ['title', 'visibility', 'changedAt'],
  'board-items': ['targetKind', 'at'],
  reactions: ['kind', 'pieceKind', 'at'],
  follows: ['at'],
} as const

/**
 * What a shop says and counts, without what is different in every copy of it: ids, codes, numbers of orders, passwords.
 * One hash for each collection, so that a difference names its place.
 */
export async function worldDigest(payload: Payload): Promise<Record<string, string>> {
  const digest: Record<string, string> = {}
  for (const [collection, columns] of Object.entries(collections)) {
    const find = { collection: collection as 'posts', limit: 0, pagination: false, depth: 0, locale: 'all', overrideAccess: true } as const
    const rows = (await payload.find(find)).docs as unknown as Row[]
    const texts = rows.map((row) => JSON.stringify(columns.map((name) => [name, bare(row[name])]))).sort()
    digest[collection] = `${rows.length} ${sha256(texts.join('\n')).slice(0, 16)}`
  }
  return digest
}

function bare(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(idLike, 'id')
  if (Array.isArray(value)) return value.map(bare)
  if (!value || typeof value !== 'object') return value ?? null
  const kept = Object.entries(value).filter(([name]) => !passing.has(name) && !/Code$|^code$|^touch|Version$/.test(name))
  return Object.fromEntries(kept.map(([name, one]) => [name, bare(one)]))
}

/** Views are counted in the transaction that keeps their mark: a crash before it leaves none. */
export async function forgetViews(ctx: Ctx): Promise<void> {
  const { docs } = await ctx.payload.find({ collection: 'piece-stats', limit: 0, pagination: false, depth: 0 })
  await ctx.tx('forget views', async (req) => {
    for (const { id } of docs)
      await ctx.payload.db.updateOne({ collection: 'piece-stats', where: { id: { equals: id } }, data: { views: 0 }, req })
  })
}
