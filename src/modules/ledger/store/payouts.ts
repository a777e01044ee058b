import type { PayloadRequest, Where } from 'payload'
import { idOf } from '../../../lib/ids.ts'
import type { Payout, PayoutLine, PayoutRun } from '../../../payload-types.ts'

/** Rows with references as ids and times as ISO strings. */
export type RunRow = Omit<PayoutRun, 'createdAt' | 'updatedAt'>
export type PayoutRow = Omit<Payout, 'createdAt' | 'updatedAt' | 'run' | 'creator'> & { run: string; creator: string }
export type PayoutLineRow = Omit<PayoutLine, 'createdAt' | 'updatedAt' | 'payout' | 'creator'> & { payout: string; creator: string }

const insert = async (req: PayloadRequest, collection: 'payout-runs' | 'payouts' | 'payout-lines', data: object): Promise<void> =>
  void (await req.payload.db.create({ collection, data: { ...data }, returning: false, req }))

export const insertRun = (req: PayloadRequest, row: RunRow): Promise<void> => insert(req, 'payout-runs', row)
export const insertPayout = (req: PayloadRequest, row: PayoutRow): Promise<void> => insert(req, 'payouts', row)
export const insertPayoutLine = (req: PayloadRequest, row: PayoutLineRow): Promise<void> => insert(req, 'payout-lines', row)

async function rows<T>(req: PayloadRequest, collection: 'payout-runs' | 'payouts' | 'payout-lines', where: Where, limit = 0): Promise<T[]> {
  const sort = collection === 'payout-runs' ? ['-lockedAt', '-id'] : ['at', 'id']
  const { docs } = await req.payload.db.find<Record<string, unknown>>({ collection, where, sort, limit, pagination: false, req })
  return docs as T[]
}

/** The newest runs first. */
export const latestRuns = (req: PayloadRequest, limit: number): Promise<RunRow[]> => rows<RunRow>(req, 'payout-runs', {}, limit)

/** Runs that are not over: their money is on its way, or waits for somebody. */
export const openRuns = (req: PayloadRequest): Promise<RunRow[]> =>
  rows<RunRow>(req, 'payout-runs', { state: { in: ['locked', 'sent'] } }, 0)

/** Runs that were locked or sent from a moment on. */
export const runsTouchedSince = (req: PayloadRequest, since: Date): Promise<RunRow[]> => {
  const from = { greater_than_equal: since.toISOString() }
  return rows<RunRow>(req, 'payout-runs', { or: [{ lockedAt: from }, { sentAt: from }] })
}

export const findRun = async (req: PayloadRequest, id: string): Promise<RunRow | null> =>
  (await rows<RunRow>(req, 'payout-runs', { id: { equals: id } }, 1))[0] ?? null

const payouts = async (req: PayloadRequest, where: Where, limit = 0): Promise<PayoutRow[]> =>
  (await rows<Payout>(req, 'payouts', where, limit)).map((row) => ({ ...row, run: idOf(row.run), creator: idOf(row.creator) }))

export const payoutsOfRun = (req: PayloadRequest, run: string): Promise<PayoutRow[]> => payouts(req, { run: { equals: run } })
export const payoutsOfCreator = (req: PayloadRequest, creator: string): Promise<PayoutRow[]> =>
  payouts(req, { creator: { equals: creator } })
export const findPayout = async (req: PayloadRequest, id: string): Promise<PayoutRow | null> =>
  (await payouts(req, { id: { equals: id } }, 1))[0] ?? null

/** The next payouts after an id, for who walks through all of them. */
export async function payoutsAfter(req: PayloadRequest, id: string, limit: number): Promise<PayoutRow[]> {
  const where: Where = { id: { greater_than: id } }
  const { docs } = await req.payload.db.find<Payout>({ collection: 'payouts', where, sort: 'id', limit, pagination: false, req })
  return docs.map((row) => ({ ...row, run: idOf(row.run), creator: idOf(row.creator) }))
}

export const payoutsByIds = async (req: PayloadRequest, ids: readonly string[]): Promise<PayoutRow[]> =>
  ids.length === 0 ? [] : payouts(req, { id: { in: [...ids] } })

const payoutLineOf = (row: PayoutLine): PayoutLineRow => ({ ...row, payout: idOf(row.payout), creator: idOf(row.creator) })

/** The next payout lines after an id, for who walks through all of them. */
export async function payoutLinesAfter(req: PayloadRequest, id: string, limit: number): Promise<PayoutLineRow[]> {
  const where: Where = { id: { greater_than: id } }
  const { docs } = await req.payload.db.find<PayoutLine>({ collection: 'payout-lines', where, sort: 'id', limit, pagination: false, req })
  return docs.map(payoutLineOf)
}

export async function linesOfPayouts(req: PayloadRequest, ids: readonly string[]): Promise<PayoutLineRow[]> {
  if (ids.length === 0) return []
  const found = await rows<PayoutLine>(req, 'payout-lines', { payout: { in: [...ids] } })
  return found.map(payoutLineOf)
}

/** How many payout lines a creator's lines had before: the next of each has this number in its key. */
export async function countPayoutLines(req: PayloadRequest, creator: string): Promise<Map<string, number>> {
  const { docs } = await req.payload.db.find<Pick<PayoutLine, 'id' | 'orderLine'>>({
    collection: 'payout-lines',
    where: { creator: { equals: creator } },
    select: { orderLine: true },
    limit: 0,
    pagination: false,
    req,
  })
  const counts = new Map<string, number>()
  for (const { orderLine } of docs) counts.set(orderLine, (counts.get(orderLine) ?? 0) + 1)
  return counts
}

/** One conditional write: false when the row is not in `from` (with `where`) any more. */
export async function moveRun(
  req: PayloadRequest,
  id: string,
  from: RunRow['state'],
  data: Partial<RunRow>,
  more: Where[] = [],
): Promise<boolean> {
  const where: Where = { and: [{ id: { equals: id } }, { state: { equals: from } }, ...more] }
  return (await req.payload.db.updateOne({ collection: 'payout-runs', where, data, options: { atomic: true }, req })) !== null
}

export async function movePayout(req: PayloadRequest, id: string, from: PayoutRow['state'], data: Partial<PayoutRow>): Promise<boolean> {
  const where: Where = { and: [{ id: { equals: id } }, { state: { equals: from } }] }
  return (await req.payload.db.updateOne({ collection: 'payouts', where, data, options: { atomic: true }, req })) !== null
}
