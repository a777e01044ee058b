import type { PayloadRequest, Where } from 'payload'
import { idOf, newId } from '../../lib/ids.ts'
import type { ReviewHistory, ReviewItem } from '../../payload-types.ts'
import type { QueueItem } from './queue.ts'

export interface Change {
  pieceKind: ReviewItem['pieceKind']
  piece: string
  version: string | null
  /** Such as `submit` or `take_down`. */
  event: string
  from: string
  to: string
  /** Account; null for the system. */
  actor: string | null
  rule?: string | null
  reason?: string | null
  at: Date
}

/** Appends one change of a piece's state or restriction. */
export async function appendHistory(req: PayloadRequest, { at, ...change }: Change): Promise<void> {
  await req.payload.create({
    collection: 'review-history',
    data: { ...change, id: newId(), at: at.toISOString() },
    depth: 0,
    overrideAccess: true,
    req,
  })
}

/** What happened to a piece, newest first, at most `limit`. */
export async function findHistory(req: PayloadRequest, piece: string, limit: number): Promise<ReviewHistory[]> {
  const where: Where = { piece: { equals: piece } }
  return (
    await req.payload.find({
      collection: 'review-history',
      where,
      sort: ['-at', '-id'],
      limit,
      pagination: false,
      depth: 0,
      overrideAccess: true,
      req,
    })
  ).docs
}

interface Submission {
  pieceKind: ReviewItem['pieceKind']
  piece: string
  author: string
  version: string
  submittedAt: Date
  dueAt: Date
}

/**
 * Puts a version into the queue. A piece has one open item (unique key): a second submission renews it, so that an
 * editor who saw the first cannot decide on the second, keeps its place in the queue and lets go of the claim.
 */
export async function openItem(req: PayloadRequest, { submittedAt, dueAt, ...item }: Submission): Promise<ReviewItem> {
  const known = await findOpenItem(req, item.piece)
  if (known) {
    const renewed = await changeItem(req, known, { version: item.version, claimedBy: null, claimedUntil: null })
    if (!renewed) throw new Error('An open review item changed inside its own transaction')
    return renewed
  }
  const data = {
    ...item,
    id: newId(),
    key: `open:${item.piece}`,
    state: 'open' as const,
    submittedAt: submittedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    lockVersion: 0,
  }
  return req.payload.create({ collection: 'review-items', data, depth: 0, overrideAccess: true, req })
}

export async function findOpenItem(req: PayloadRequest, piece: string): Promise<ReviewItem | null> {
  return (await find(req, { key: { equals: `open:${piece}` } }))[0] ?? null
}

export async function findItem(req: PayloadRequest, id: string): Promise<ReviewItem | null> {
  return (await find(req, { id: { equals: id } }))[0] ?? null
}

/** The newest closed item of a piece, for screens that show what was said last. */
export async function findItemsOfPiece(req: PayloadRequest, piece: string): Promise<ReviewItem[]> {
  return find(req, { piece: { equals: piece } })
}

export type ItemChange = Partial<
  Pick<ReviewItem, 'version' | 'state' | 'claimedBy' | 'claimedUntil' | 'decidedBy' | 'decidedAt' | 'rule' | 'reason' | 'spans'>
>

/**
 * Changes an open item that nobody changed since it was seen: one conditional write, so that of two editors one
 * succeeds (MOD-05). Null for the other. A decision closes it and frees the piece's key.
 */
export async function changeItem(
  req: PayloadRequest,
  seen: Pick<ReviewItem, 'id' | 'lockVersion'>,
  change: ItemChange,
): Promise<ReviewItem | null> {
  const where: Where = { and: [{ id: { equals: seen.id } }, { state: { equals: 'open' } }, { lockVersion: { equals: seen.lockVersion } }] }
  const closes = change.state !== undefined && change.state !== 'open'
  const data = { ...change, lockVersion: seen.lockVersion + 1, ...(closes ? { key: `closed:${seen.id}` } : {}) }
  return (await req.payload.db.updateOne({ collection: 'review-items', where, data, req })) as unknown as ReviewItem | null
}

/** One page of open items: overdue before the rest, the oldest first in each, ties by id; and how many there are. */
export async function findQueue(
  req: PayloadRequest,
  now: Date,
  page: number,
  perPage: number,
): Promise<{ items: ReviewItem[]; total: number; overdue: number }> {
  const open: Where = { state: { equals: 'open' } }
  const late: Where = { and: [open, { dueAt: { less_than: now.toISOString() } }] }
  const rest: Where = { and: [open, { dueAt: { greater_than_equal: now.toISOString() } }] }
  const count = async (where: Where) =>
    (await req.payload.count({ collection: 'review-items', where, overrideAccess: true, req })).totalDocs
  const [overdue, total] = [await count(late), await count(open)]
  const from = (page - 1) * perPage
  const items = [...(await slice(req, late, from, perPage)), ...(await slice(req, rest, from - overdue, perPage))]
  return { items: items.slice(0, perPage), total, overdue }
}

/** Rows `from` to `from + size` of an ordered list; what lies before the list's beginning is left out. */
async function slice(req: PayloadRequest, where: Where, from: number, size: number): Promise<ReviewItem[]> {
  const end = from + size
  if (end <= 0) return []
  const sort = ['submittedAt', 'id']
  return (
    await req.payload.find({ collection: 'review-items', where, sort, limit: end, pagination: false, depth: 0, overrideAccess: true, req })
  ).docs.slice(Math.max(0, from))
}

/** As the pure rules see an item. */
export const queueItemOf = (item: ReviewItem, authorUserId: string | null): QueueItem => ({
  id: item.id,
  state: item.state,
  authorUserId,
  submittedAt: new Date(item.submittedAt),
  dueAt: new Date(item.dueAt),
  claimedBy: item.claimedBy ? idOf(item.claimedBy) : null,
  claimedUntil: item.claimedUntil ? new Date(item.claimedUntil) : null,
  lockVersion: item.lockVersion,
})

export interface AuthorFacts {
  id: string
  userId: string | null
  handle: string
  displayName: string
  avatar: string | null
  status: 'active' | 'suspended'
}

/** Creators by id, with the account behind each. */
export async function findAuthors(req: PayloadRequest, ids: readonly string[]): Promise<Map<string, AuthorFacts>> {
  if (ids.length === 0) return new Map()
  const wanted = [...new Set(ids)]
  const { docs } = await req.payload.find({
    collection: 'creators',
    where: { id: { in: wanted } },
    limit: wanted.length,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return new Map(
    docs.map(({ id, user, handle, displayName, avatar, status }) => [
      id,
      { id, userId: user ? idOf(user) : null, handle, displayName, avatar: avatar ? idOf(avatar) : null, status },
    ]),
  )
}

/** Names of accounts by id, for the desk. */
export async function findNames(req: PayloadRequest, users: readonly string[]): Promise<Map<string, string>> {
  if (users.length === 0) return new Map()
  const wanted = [...new Set(users)]
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { id: { in: wanted } },
    select: { name: true },
    limit: wanted.length,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return new Map(docs.map(({ id, name }) => [id, name]))
}

/** How the shop reviews: hours until a decision is due, and whether every buyable piece is an ad (DIS-1). */
export async function readReviewSettings(req: PayloadRequest): Promise<{ reviewHours: number; market: 'cn' | 'other' }> {
  const { reviewHours, adLabelMode } = await req.payload.findGlobal({ slug: 'shop-settings', depth: 0, overrideAccess: true, req })
  return { reviewHours: reviewHours ?? 24, market: adLabelMode === 'commission' ? 'other' : 'cn' }
}

const find = async (req: PayloadRequest, where: Where): Promise<ReviewItem[]> =>
  (
    await req.payload.find({
      collection: 'review-items',
      where,
      sort: '-submittedAt',
      limit: 50,
      pagination: false,
      depth: 0,
      overrideAccess: true,
      req,
    })
  ).docs
