import type { PayloadRequest } from 'payload'
import type { ProviderName } from '../index.ts'

/** A payment that a buyer's bank questions (ATT-30). Times as ISO strings. */
export interface DisputeRow {
  id: string
  key: string
  payment: string
  order: string
  state: 'open' | 'won' | 'lost'
  /** Minor units; may be a part of the payment. */
  amount: number
  currency: string
  reason: string | null
  openedAt: string
  closedAt: string | null
}

export const keyOfDispute = (provider: ProviderName, dispute: string): string => `${provider}:${dispute}`

/** Writes a dispute once: its unique key makes a second one impossible. Throws on a duplicate. */
export async function insertDispute(req: PayloadRequest, dispute: DisputeRow): Promise<void> {
  await req.payload.db.create({ collection: 'disputes', data: { ...dispute }, returning: false, req })
}

export const findDispute = async (req: PayloadRequest, key: string): Promise<DisputeRow | null> =>
  (await disputes(req, { key: { equals: key } }))[0] ?? null

/** The disputes of an order, oldest first. */
export const disputesOfOrder = (req: PayloadRequest, order: string): Promise<DisputeRow[]> => disputes(req, { order: { equals: order } })

export const disputesByIds = async (req: PayloadRequest, ids: readonly string[]): Promise<DisputeRow[]> =>
  ids.length === 0 ? [] : disputes(req, { id: { in: [...ids] } })

/** One conditional write: false when the dispute is closed. */
export async function closeDispute(req: PayloadRequest, id: string, to: 'won' | 'lost', at: Date): Promise<boolean> {
  const moved = await req.payload.db.updateOne({
    collection: 'disputes',
    where: { and: [{ id: { equals: id } }, { state: { equals: 'open' } }] },
    data: { state: to, closedAt: at.toISOString() },
    options: { atomic: true },
    req,
  })
  return moved !== null
}

const idOf = (value: unknown): string => String(value && typeof value === 'object' ? (value as { id: unknown }).id : value)

async function disputes(req: PayloadRequest, where: object): Promise<DisputeRow[]> {
  const { docs } = await req.payload.db.find<Record<string, unknown>>({
    collection: 'disputes',
    where: where as never,
    sort: 'openedAt',
    limit: 0,
    pagination: false,
    req,
  })
  return docs.map((row) => ({
    ...(row as unknown as DisputeRow),
    payment: idOf(row.payment),
    order: idOf(row.order),
    reason: (row.reason as string | null) ?? null,
    closedAt: (row.closedAt as string | null) ?? null,
  }))
}
