import type { PayloadRequest, Where } from 'payload'
import { type ConversionRow, conversionOf } from '../store.ts'

/** Sales of some days that are looked through at most. */
const most = 2_000

/** Sales that a shop elsewhere calls by this number; several shops may have the same. As it was typed, or in capitals. */
export const salesOfNumber = (req: PayloadRequest, number: string): Promise<ConversionRow[]> =>
  find(req, [{ externalId: { in: [...new Set([number, number.toUpperCase()])] } }], ['id'], 20)

/** Sales between two moments of the other shops' clocks, the newest first. */
export const salesOfDays = (req: PayloadRequest, { from, to }: { from: Date; to: Date }): Promise<ConversionRow[]> =>
  find(req, [{ soldAt: { greater_than_equal: from.toISOString() } }, { soldAt: { less_than: to.toISOString() } }], ['-soldAt', '-id'], most)

/** The next sales that were made since a moment, in the order of their ids. */
export const salesAfter = (req: PayloadRequest, since: Date, after: string, limit: number): Promise<ConversionRow[]> =>
  find(req, [{ id: { greater_than: after } }, { soldAt: { greater_than_equal: since.toISOString() } }], ['id'], limit)

/** Where a look at told sales got to. */
export interface ToldMark {
  id: string
  at: string
}

/** The next sales by the time at which they were told, up to a moment. */
export const salesToldBetween = (req: PayloadRequest, after: ToldMark, until: Date, limit: number): Promise<ConversionRow[]> =>
  find(
    req,
    [
      { at: { less_than_equal: until.toISOString() } },
      { or: [{ at: { greater_than: after.at } }, { and: [{ at: { equals: after.at } }, { id: { greater_than: after.id } }] }] },
    ],
    ['at', 'id'],
    limit,
  )

async function find(req: PayloadRequest, and: Where[], sort: string[], limit: number): Promise<ConversionRow[]> {
  const { docs } = await req.payload.db.find<Record<string, unknown>>({
    collection: 'conversions',
    where: { and: [{ kind: { equals: 'sale' } }, ...and] },
    sort,
    limit,
    pagination: false,
    req,
  })
  return docs.map(conversionOf)
}
