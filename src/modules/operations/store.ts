import type { PayloadRequest, Where } from 'payload'
import { idOf } from '../../lib/ids.ts'
import type { PayloadJob } from '../../payload-types.ts'

const base = { depth: 0, overrideAccess: true } as const
type Counted = 'review-items' | 'orders' | 'stock-levels' | 'payload-jobs'

const count = async (req: PayloadRequest, collection: Counted, where: Where): Promise<number> =>
  (await req.payload.count({ collection, where, overrideAccess: true, req })).totalDocs

export const countOpenReviews = (req: PayloadRequest): Promise<number> => count(req, 'review-items', { state: { equals: 'open' } })

/** Orders that are paid and not yet sent. Test orders are sent nowhere. */
export const countToShip = (req: PayloadRequest): Promise<number> =>
  count(req, 'orders', { and: [{ state: { equals: 'paid' } }, { test: { not_equals: true } }] })

export const countFailedJobs = (req: PayloadRequest): Promise<number> => count(req, 'payload-jobs', { hasError: { equals: true } })

/** Orders whose money came at or after a moment, with their sum in minor units. Test orders are no sales. */
export async function paidSince(req: PayloadRequest, since: Date): Promise<{ orders: number; total: number }> {
  const { docs } = await req.payload.find({
    ...base,
    collection: 'orders',
    where: { and: [{ paidAt: { greater_than_equal: since.toISOString() } }, { test: { not_equals: true } }] },
    select: { total: true },
    limit: 0,
    pagination: false,
    req,
  })
  return { orders: docs.length, total: docs.reduce((sum, { total }) => sum + total, 0) }
}

export interface LowStock {
  variantId: string
  sku: string
  available: number
}

/** Variants on sale with fewer than `below` pieces, the fewest first: how many there are, and the first of them. */
export async function lowStock(req: PayloadRequest, below: number, limit: number): Promise<{ count: number; first: LowStock[] }> {
  const where: Where = {
    and: [
      { available: { less_than: below } },
      { 'variant.status': { equals: 'active' } },
      { 'variant.deletedAt': { exists: false } },
      { 'variant.product.status': { equals: 'active' } },
      { 'variant.product.deletedAt': { exists: false } },
    ],
  }
  const { docs, totalDocs } = await req.payload.find({ ...base, collection: 'stock-levels', where, sort: ['available', 'id'], limit, req })
  const skus = await skusOf(
    req,
    docs.map(({ variant }) => idOf(variant)),
  )
  const first = docs.map(({ variant, available }) => ({ variantId: idOf(variant), sku: skus.get(idOf(variant)) ?? '', available }))
  return { count: totalDocs, first }
}

async function skusOf(req: PayloadRequest, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const where: Where = { id: { in: [...ids] } }
  const { docs } = await req.payload.find({
    ...base,
    collection: 'variants',
    where,
    select: { sku: true },
    limit: 0,
    pagination: false,
    req,
  })
  return new Map(docs.map(({ id, sku }) => [id, sku]))
}

/** The product of a variant that is not in the bin; null when there is none. */
export async function productOfVariant(req: PayloadRequest, variant: string): Promise<string | null> {
  const where: Where = { id: { equals: variant } }
  const select = { product: true } as const
  const { docs } = await req.payload.find({ ...base, collection: 'variants', where, select, limit: 1, pagination: false, req })
  return docs[0] ? idOf(docs[0].product) : null
}

export interface Level {
  available: number
  reserved: number
}

/** The level of a variant; null when it never had one. */
export async function readLevel(req: PayloadRequest, variant: string): Promise<Level | null> {
  const where: Where = { id: { equals: variant } }
  const { docs } = await req.payload.find({ ...base, collection: 'stock-levels', where, limit: 1, pagination: false, req })
  return docs[0] ? { available: docs[0].available, reserved: docs[0].reserved } : null
}

/** A movement as a list shows it. `actor` is an account's id, `import`, or null for the system. Times as ISO strings. */
export interface MovementView {
  id: string
  kind: string
  available: number
  reserved: number
  order: string | null
  reason: string | null
  actor: string | null
  at: string
}

/** What moved a variant's stock, newest first. */
export async function lastMovements(req: PayloadRequest, variant: string, limit: number): Promise<MovementView[]> {
  const where: Where = { variant: { equals: variant } }
  const { docs } = await req.payload.find({
    ...base,
    collection: 'stock-movements',
    where,
    sort: ['-at', '-id'],
    limit,
    pagination: false,
    req,
  })
  return docs.map(({ id, kind, available, reserved, order, reason, actor, at }) => ({
    id,
    kind,
    available,
    reserved,
    order: order ?? null,
    reason: reason ?? null,
    actor: actor ?? null,
    at,
  }))
}

/** Names of accounts, for lists that only the staff sees. */
export async function namesOf(req: PayloadRequest, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const where: Where = { id: { in: [...new Set(ids)] } }
  const { docs } = await req.payload.find({ ...base, collection: 'users', where, select: { name: true }, limit: 0, pagination: false, req })
  return new Map(docs.map(({ id, name }) => [id, name]))
}

const find = { pagination: false, ...base } as const

/** Jobs that failed for good, the latest first. */
export async function failedJobs(req: PayloadRequest, limit: number): Promise<PayloadJob[]> {
  const where: Where = { hasError: { equals: true } }
  return (await req.payload.find({ ...find, collection: 'payload-jobs', where, sort: '-updatedAt', limit, req })).docs
}

/**
 * Makes a job that failed for good one that is due: as it was when it was queued, its input kept. Payload counts tries in
 * the log of the job, so that goes too. False when there is no such failed job (any more).
 */
export async function retryFailedJob(req: PayloadRequest, id: string): Promise<boolean> {
  const known = req.payload.db.defaultIDType === 'number' ? Number(id) : id
  if (Number.isNaN(known)) return false
  const { docs } = await req.payload.update({
    ...base,
    collection: 'payload-jobs',
    where: { and: [{ id: { equals: known } }, { hasError: { equals: true } }] },
    data: { hasError: false, error: null, log: [], totalTried: 0, processing: false, waitUntil: null },
    req,
  })
  return docs.length > 0
}

/**
 * Deletes jobs that ended before `before`: a process that died between a job's end and the deletion of its row leaves
 * one. At most `limit`; answers how many. What failed for good stays: somebody has to see it.
 */
export async function deleteEndedJobs(req: PayloadRequest, before: Date, limit: number): Promise<number> {
  const { docs } = await req.payload.db.find<{ id: string | number }>({
    collection: 'payload-jobs',
    where: { and: [{ completedAt: { less_than: before.toISOString() } }, { hasError: { not_equals: true } }] },
    limit,
    pagination: false,
    req,
  })
  if (docs.length === 0) return 0
  await req.payload.db.deleteMany({ collection: 'payload-jobs', where: { id: { in: docs.map(({ id }) => id) } }, req })
  return docs.length
}
