import type { PayloadRequest } from 'payload'
import { readRows } from '../../../database/read-rows.ts'
import { groupBy } from '../../../lib/group.ts'
import { idOf } from '../../../lib/ids.ts'
import type { LedgerEntry } from '../../../payload-types.ts'

/** What a creator has outstanding on one line (or grant), with what its first entry says of it. */
export interface OutstandingPair {
  creator: string
  orderLine: string
  order: string | null
  pieceKind: 'posts' | 'video-notes' | null
  piece: string | null
  currency: string
  test: boolean
  /** When it was credited first. */
  at: Date
  /** Sum of its entries, minor units, never 0. */
  amount: number
}

/**
 * Every pair with something outstanding, by creator and then as they began: the sums of the whole books in one statement of SQLite, where
 * reading each entry took minutes of a year's orders; elsewhere from the entries themselves, with the same answer.
 */
export async function outstandingPairs(req: PayloadRequest): Promise<OutstandingPair[]> {
  const rows = await readRows(req, summed)
  return rows ? rows.map(pairOfRow) : summedHere(await entries(req))
}

// With min() alone among the sums, SQLite takes the other columns from the row that has the minimum: the first entry.
const summed = `SELECT creator_id AS creator, order_line, "order", piece_kind, piece, currency, test, at, sum(amount) AS amount, min(sequence) AS first
  FROM ledger_entries WHERE creator_id IS NOT NULL AND order_line IS NOT NULL
  GROUP BY creator_id, order_line HAVING sum(amount) <> 0 ORDER BY creator_id, min(sequence)`

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const pairOfRow = (row: Readonly<Record<string, unknown>>): OutstandingPair => ({
  ...{ creator: String(row.creator), orderLine: String(row.order_line), order: text(row.order), piece: text(row.piece) },
  ...{ pieceKind: text(row.piece_kind) as OutstandingPair['pieceKind'], currency: String(row.currency) },
  ...{ test: Boolean(row.test), at: new Date(String(row.at)), amount: Number(row.amount) },
})

type Entry = Pick<LedgerEntry, 'creator' | 'orderLine' | 'order' | 'pieceKind' | 'piece' | 'currency' | 'test' | 'at' | 'amount'>

async function entries(req: PayloadRequest): Promise<Entry[]> {
  const { docs } = await req.payload.db.find<Entry & { id: string }>({
    collection: 'ledger-entries',
    where: { and: [{ creator: { exists: true } }, { orderLine: { exists: true } }] },
    sort: 'sequence',
    limit: 0,
    pagination: false,
    req,
  })
  return docs
}

/** The same sums over entries in the order of their sequence. */
export function summedHere(all: readonly Entry[]): OutstandingPair[] {
  const pairs = [...groupBy(all, ({ creator, orderLine }) => `${idOf(creator!)} ${orderLine}`).values()].flatMap((own) => {
    const first = own[0]!
    const amount = own.reduce((sum, entry) => sum + entry.amount, 0)
    if (amount === 0) return []
    return {
      ...{ creator: idOf(first.creator!), orderLine: first.orderLine!, order: first.order ?? null, amount },
      ...{ pieceKind: first.pieceKind ?? null, piece: first.piece ?? null, currency: first.currency },
      ...{ test: Boolean(first.test), at: new Date(first.at) },
    }
  })
  return [...groupBy(pairs, ({ creator }) => creator)].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, own]) => own)
}
