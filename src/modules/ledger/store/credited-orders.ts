import type { PayloadRequest } from 'payload'
import type { LedgerEntry } from '../../../payload-types.ts'

/** The newest entries that are looked at: enough for years of a busy creator, and a bound for the page. */
const NEWEST = 5_000

export interface CreditedOrders {
  /** Orders with a line that was credited to her. */
  orders: number
  /** Share of the credited commission that refunds took back, in basis points; null where nothing was credited. */
  takenBackBps: number | null
}

/** What the books say about the orders that came through a creator, over her newest entries. */
export async function readCreditedOrders(req: PayloadRequest, creator: string): Promise<CreditedOrders> {
  const { docs } = await req.payload.db.find<Pick<LedgerEntry, 'kind' | 'amount' | 'order' | 'id'>>({
    collection: 'ledger-entries',
    where: { and: [{ creator: { equals: creator } }, { kind: { in: ['accrue', 'reverse'] } }] },
    select: { kind: true, amount: true, order: true },
    sort: '-sequence',
    limit: NEWEST,
    pagination: false,
    req,
  })
  const sum = (kind: LedgerEntry['kind']) => docs.reduce((total, one) => total + (one.kind === kind ? Math.abs(one.amount) : 0), 0)
  const orders = new Set(docs.flatMap(({ kind, order }) => (kind === 'accrue' && order ? [order] : []))).size
  const credited = sum('accrue')
  return { orders, takenBackBps: credited > 0 ? Math.min(10_000, Math.round((sum('reverse') * 10_000) / credited)) : null }
}
