import type { PayloadRequest, Where } from 'payload'
import { newId } from '../../../lib/ids.ts'
import type { Json } from '../../../lib/json.ts'

export interface KeptAnswer {
  id: string
  key: string
  requestHash: string
  response: Json
  expiresAt: Date
}

/** What was answered under this key, or null. */
export async function findAnswer(req: PayloadRequest, key: string): Promise<KeptAnswer | null> {
  const { docs } = await req.payload.db.find<Omit<KeptAnswer, 'expiresAt'> & { expiresAt: string }>({
    collection: 'idempotency-keys',
    where: { key: { equals: key } },
    limit: 1,
    pagination: false,
    req,
  })
  const row = docs[0]
  return row ? { ...row, response: row.response ?? null, expiresAt: new Date(row.expiresAt) } : null
}

/** Claims a key before anything else is written. Throws a duplicate-key error when somebody has it. Answers the row's id. */
export async function claimKey(req: PayloadRequest, row: { key: string; requestHash: string; at: Date; expiresAt: Date }): Promise<string> {
  const id = newId()
  const data = { id, ...row, status: 202, response: null, at: row.at.toISOString(), expiresAt: row.expiresAt.toISOString() }
  await req.payload.db.create({ collection: 'idempotency-keys', data, returning: false, req })
  return id
}

/** Keeps the answer of a claimed key. */
export async function keepAnswer(req: PayloadRequest, id: string, response: Json): Promise<void> {
  await req.payload.db.updateOne({
    collection: 'idempotency-keys',
    where: { id: { equals: id } },
    data: { status: 200, response },
    options: { atomic: true },
    req,
  })
}

export async function forgetKey(req: PayloadRequest, id: string): Promise<void> {
  await req.payload.db.deleteOne({ collection: 'idempotency-keys', where: { id: { equals: id } }, req })
}

/** Deletes at most `limit` kept answers whose term ended before `now`. Answers how many. */
export async function deleteExpiredKeys(req: PayloadRequest, now: Date, limit: number): Promise<number> {
  const where: Where = { expiresAt: { less_than: now.toISOString() } }
  const { docs } = await req.payload.db.find<{ id: string }>({ collection: 'idempotency-keys', where, limit, pagination: false, req })
  if (docs.length === 0) return 0
  await req.payload.db.deleteMany({ collection: 'idempotency-keys', where: { id: { in: docs.map(({ id }) => id) } }, req })
  return docs.length
}
