import type { PayloadRequest, Where } from 'payload'
import { idOf, newId } from '../../../lib/ids.ts'
import type { Statement } from '../../../payload-types.ts'

/** A month of one creator, frozen. Minor units: opening + earned − reversed + adjusted − paidOut = closing. */
export interface StatementRow {
  creator: string
  /** Such as `2026-11`. */
  month: string
  currency: string
  opening: number
  earned: number
  reversed: number
  adjusted: number
  paidOut: number
  closing: number
  lastSequence: number
  at: string
}

/** Its key makes one statement of a month possible: a second throws. */
export async function insertStatement(req: PayloadRequest, row: StatementRow): Promise<void> {
  const key = `${row.creator}:${row.month}:${row.currency}`
  await req.payload.db.create({ collection: 'statements', data: { id: newId(), key, ...row }, returning: false, req })
}

/** The statements of a creator, the newest month first. */
export const statementsOf = (req: PayloadRequest, creator: string): Promise<StatementRow[]> => find(req, { creator: { equals: creator } })

export const statementsOfMonth = (req: PayloadRequest, month: string): Promise<StatementRow[]> => find(req, { month: { equals: month } })

async function find(req: PayloadRequest, where: Where): Promise<StatementRow[]> {
  const { docs } = await req.payload.db.find<Statement>({
    collection: 'statements',
    where,
    sort: '-month',
    limit: 0,
    pagination: false,
    req,
  })
  return docs.map(({ creator, month, currency, opening, earned, reversed, adjusted, paidOut, closing, lastSequence, at }) => ({
    ...{ creator: idOf(creator), month, currency, opening, earned, reversed, adjusted, paidOut, closing, lastSequence, at },
  }))
}
