import type { PayloadRequest, Where } from 'payload'
import { newId } from '../../../lib/ids.ts'
import type { TouchJoin } from '../../../payload-types.ts'

/** A row of the log of joins (ATT-18). */
export interface JoinRow {
  id: string
  visitor: string
  account: string
  kind: 'join' | 'undo'
  /** `login`, `second_account`, `asked`. */
  reason: string
  at: Date
}

async function find(req: PayloadRequest, where: Where): Promise<JoinRow[]> {
  const { docs } = await req.payload.db.find<TouchJoin>({ collection: 'touch-joins', where, limit: 0, pagination: false, sort: 'id', req })
  return docs.map(({ reason, at, ...row }) => ({ ...row, reason: reason ?? '', at: new Date(at) }))
}

export const joinsOfVisitor = (req: PayloadRequest, visitor: string): Promise<JoinRow[]> => find(req, { visitor: { equals: visitor } })
export const joinsOfAccount = (req: PayloadRequest, account: string): Promise<JoinRow[]> => find(req, { account: { equals: account } })

/** The joins of these rows that stand: of each visitor and account the newest row, when it joins. */
export function standingJoins(rows: readonly JoinRow[]): JoinRow[] {
  const newest = new Map<string, JoinRow>()
  for (const row of rows) newest.set(`${row.visitor} ${row.account}`, row)
  return [...newest.values()].filter(({ kind }) => kind === 'join')
}

/** What a row tells of who was there: its account; or, where the join of the one who asks was undone for somebody, that one. */
export function seenBy({ account, kind, reason, at }: JoinRow, asking: string): { account: string; at: Date }[] {
  if (kind === 'join') return [{ account, at }]
  return reason === 'second_account' && account === asking ? [{ account: `not ${asking}`, at }] : []
}

/** Appends a row. The key counts the rows of this visitor and account, so that two at once make one. */
export async function appendJoin(req: PayloadRequest, { rows, at, ...join }: Omit<JoinRow, 'id'> & { rows: number }): Promise<void> {
  const data = { id: newId(), ...join, key: `${join.visitor}:${join.account}:${rows + 1}`, at: at.toISOString() }
  await req.payload.db.create({ collection: 'touch-joins', data, returning: false, req })
}

/** Accounts that made touches on this visitor's device since a moment. */
export async function accountsSeen(req: PayloadRequest, visitor: string, since: Date): Promise<{ account: string; at: Date }[]> {
  const { docs } = await req.payload.db.find<{ account?: string | null; at: string }>({
    collection: 'touches',
    where: { and: [{ visitor: { equals: visitor } }, { account: { exists: true } }, { at: { greater_than_equal: since.toISOString() } }] },
    limit: 100,
    pagination: false,
    sort: '-at',
    req,
  })
  return docs.flatMap(({ account, at }) => (account ? [{ account, at: new Date(at) }] : []))
}

/** What kind of device each of these visitors was seen on last; those without a touch are absent. */
export async function devicesOf(req: PayloadRequest, visitors: readonly string[]): Promise<Map<string, string>> {
  const devices = new Map<string, string>()
  for (const visitor of new Set(visitors)) {
    const { docs } = await req.payload.db.find<{ device?: string | null }>({
      collection: 'touches',
      where: { and: [{ visitor: { equals: visitor } }, { device: { exists: true } }] },
      select: { device: true },
      limit: 1,
      pagination: false,
      sort: '-at',
      req,
    })
    if (docs[0]?.device) devices.set(visitor, docs[0].device)
  }
  return devices
}
