import type { PayloadRequest, Where } from 'payload'
import { idOf, newId } from '../../../lib/ids.ts'
import type { FraudDecision } from '../../../payload-types.ts'

/** A decision as it is kept: about a signal, or a ban and its end. */
export interface StoredDecision {
  id: string
  key: string
  creator: string
  signal: string | null
  kind: FraudDecision['kind']
  reason: FraudDecision['reason']
  note: string | null
  actor: string
  at: string
}

export type NewDecision = Omit<StoredDecision, 'id' | 'at'> & { at: Date }

/** Writes a decision; throws on a key that was used. Answers its id. */
export async function insertDecision(req: PayloadRequest, { at, ...row }: NewDecision): Promise<string> {
  const id = newId()
  const data = { id, ...row, at: at.toISOString() }
  await req.payload.db.create({ collection: 'fraud-decisions', data, returning: false, req })
  return id
}

/** Decisions about these signals, oldest first. */
export const decisionsOfSignals = async (req: PayloadRequest, signals: readonly string[]): Promise<StoredDecision[]> =>
  signals.length === 0 ? [] : find(req, { signal: { in: [...signals] } })

export const decisionsByIds = async (req: PayloadRequest, ids: readonly string[]): Promise<StoredDecision[]> =>
  ids.length === 0 ? [] : find(req, { id: { in: [...ids] } })

/** Bans of these creators and their ends, oldest first. */
export const bansOf = async (req: PayloadRequest, creators: readonly string[]): Promise<StoredDecision[]> =>
  creators.length === 0 ? [] : find(req, { and: [{ creator: { in: [...creators] } }, { kind: { in: ['ban', 'unban'] } }] })

/** The newest bans and their ends there are, newest first. */
export const latestBans = async (req: PayloadRequest, limit: number): Promise<StoredDecision[]> =>
  (await find(req, { kind: { in: ['ban', 'unban'] } }, limit, true)).slice(0, limit)

async function find(req: PayloadRequest, where: Where, limit = 0, newestFirst = false): Promise<StoredDecision[]> {
  const { docs } = await req.payload.db.find<FraudDecision>({
    collection: 'fraud-decisions',
    where,
    sort: newestFirst ? ['-at', '-id'] : ['at', 'id'],
    limit,
    pagination: false,
    req,
  })
  return docs.map((row) => ({
    id: row.id,
    key: row.key,
    creator: idOf(row.creator),
    signal: row.signal ?? null,
    kind: row.kind,
    reason: row.reason,
    note: row.note ?? null,
    actor: row.actor,
    at: row.at,
  }))
}
