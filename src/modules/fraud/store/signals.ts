import type { PayloadRequest, Where } from 'payload'
import { idOf, newId } from '../../../lib/ids.ts'
import type { FraudSignal } from '../../../payload-types.ts'
import type { SignalFacts } from '../types.ts'

/** A signal as it is kept. */
export interface StoredSignal {
  id: string
  key: string
  creator: string
  /** Null: it is about the creator over weeks. */
  order: string | null
  code: string
  points: number
  facts: SignalFacts
  at: string
}

export type NewSignal = Omit<StoredSignal, 'id' | 'at'> & { at: Date }

/** Writes a signal; its key makes that possible once. */
export async function insertSignal(req: PayloadRequest, { at, ...row }: NewSignal): Promise<string> {
  const id = newId()
  const data = { id, ...row, orderLine: null, at: at.toISOString() }
  await req.payload.db.create({ collection: 'fraud-signals', data, returning: false, req })
  return id
}

/** Which of these keys were used. */
export async function knownSignals(req: PayloadRequest, keys: readonly string[]): Promise<Set<string>> {
  return new Set(keys.length === 0 ? [] : (await find(req, { key: { in: [...keys] } })).map(({ key }) => key))
}

export const findSignal = async (req: PayloadRequest, id: string): Promise<StoredSignal | null> =>
  (await find(req, { id: { equals: id } }, 1))[0] ?? null

/** All signals about a creator's part of an order. */
export const signalsOfOrder = (req: PayloadRequest, creator: string, order: string): Promise<StoredSignal[]> =>
  find(req, { and: [{ creator: { equals: creator } }, { order: { equals: order } }] })

/** Signals about creators themselves since a moment, of one of them or of all. */
export const signalsOfCreator = (req: PayloadRequest, creator: string, since: Date): Promise<StoredSignal[]> =>
  find(req, { and: [{ creator: { equals: creator } }, { order: { exists: false } }, { at: { greater_than_equal: since.toISOString() } }] })

/** The newest signals there are, newest first. */
export const latestSignals = (req: PayloadRequest, limit: number): Promise<StoredSignal[]> => find(req, {}, limit)

async function find(req: PayloadRequest, where: Where, limit = 0): Promise<StoredSignal[]> {
  const { docs } = await req.payload.db.find<FraudSignal>({
    collection: 'fraud-signals',
    where,
    sort: ['-at', '-id'],
    limit,
    pagination: false,
    req,
  })
  return docs.map((row) => ({
    id: row.id,
    key: row.key,
    creator: idOf(row.creator),
    order: row.order ?? null,
    code: row.code,
    points: row.points,
    facts: (row.facts ?? {}) as SignalFacts,
    at: row.at,
  }))
}
