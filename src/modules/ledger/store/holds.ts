import type { PayloadRequest, Where } from 'payload'
import { idOf, newId } from '../../../lib/ids.ts'
import type { Hold } from '../../../payload-types.ts'
import type { HoldRow } from '../hold.ts'
import { bumpCounter } from './bump-counter.ts'

export type HoldReason = Hold['reason']

export interface NewHold {
  /** Unique: what it is about, such as `signal:<id>` or `dispute:<id>`. With it the same hold is placed once. */
  key: string
  creator: string
  orderLine: string | null
  reason: HoldReason
  signal: string | null
  note: string | null
  actor: string | null
  until: Date
  at: Date
}

/** A hold as staff see it. */
export interface StoredHold extends HoldRow {
  key: string
  note: string | null
  actor: string | null
}

/** Writes a hold; throws on a key that was used. Answers its id. */
export async function insertHold(req: PayloadRequest, { until, at, ...row }: NewHold): Promise<string> {
  await lockHolds(req, [row.creator])
  const id = newId()
  const data = { id, kind: 'hold', hold: null, ...row, until: until.toISOString(), at: at.toISOString() }
  await req.payload.db.create({ collection: 'holds', data, returning: false, req })
  return id
}

/**
 * Makes holds of a creator and the sending of what they hold pass one at a time, in the caller's transaction: both write this first, so
 * that neither reads the books as they were before the other (SQLite has one writer anyhow).
 */
export async function lockHolds(req: PayloadRequest, creators: readonly string[]): Promise<void> {
  for (const creator of [...new Set(creators)].sort()) await bumpCounter(req, `holds:${creator}`)
}

/** Ends a hold. Its key makes that possible once: a second release throws. */
export async function insertRelease(
  req: PayloadRequest,
  hold: StoredHold,
  { reason, note, actor, at }: { reason: HoldReason; note: string | null; actor: string | null; at: Date },
): Promise<void> {
  const { creator, orderLine, signal } = hold
  const about = { id: newId(), key: `release:${hold.id}`, kind: 'release', hold: hold.id, creator, orderLine, signal, until: null }
  await req.payload.db.create({ collection: 'holds', data: { ...about, reason, note, actor, at: at.toISOString() }, returning: false, req })
}

/** All rows of these creators, oldest first: `liveHolds` says what stands. */
export const holdsOf = async (req: PayloadRequest, creators: readonly string[]): Promise<StoredHold[]> =>
  creators.length === 0 ? [] : find(req, { creator: { in: [...creators] } })

/** All rows there are, oldest first. */
export const allHolds = (req: PayloadRequest): Promise<StoredHold[]> => find(req, {})

/** The next rows after an id, for who walks through all of them. */
export const holdsAfter = (req: PayloadRequest, id: string, limit: number): Promise<StoredHold[]> =>
  find(req, { id: { greater_than: id } }, { sort: ['id'], limit })

export const holdsByIds = async (req: PayloadRequest, ids: readonly string[]): Promise<StoredHold[]> =>
  ids.length === 0 ? [] : find(req, { id: { in: [...ids] } })

export const findHold = async (req: PayloadRequest, id: string): Promise<StoredHold | null> =>
  (await find(req, { id: { equals: id } }))[0] ?? null

export const findHoldByKey = async (req: PayloadRequest, key: string): Promise<StoredHold | null> =>
  (await find(req, { key: { equals: key } }))[0] ?? null

export const releaseOf = async (req: PayloadRequest, hold: string): Promise<StoredHold | null> =>
  (await find(req, { key: { equals: `release:${hold}` } }))[0] ?? null

async function find(req: PayloadRequest, where: Where, { sort = ['at', 'id'], limit = 0 } = {}): Promise<StoredHold[]> {
  const { docs } = await req.payload.db.find<Hold>({ collection: 'holds', where, sort, limit, pagination: false, req })
  return docs.map((row) => ({
    id: row.id,
    key: row.key,
    kind: row.kind,
    hold: row.hold ?? null,
    creator: idOf(row.creator),
    orderLine: row.orderLine ?? null,
    reason: row.reason,
    signal: row.signal ?? null,
    note: row.note ?? null,
    actor: row.actor ?? null,
    until: row.until ? new Date(row.until) : null,
    at: new Date(row.at),
  }))
}
