import type { PayloadRequest } from 'payload'
import { groupBy } from '../../lib/group.ts'
import { findOrder, lockRefunds, type OrderRow } from '../../modules/checkout/store/order-state.ts'
import { conversionsByIds, refundsOfSale } from '../../modules/conversions/store.ts'
import { type EntryDraft, restoreEntries, withdrawalEntries } from '../../modules/ledger/index.ts'
import { appendEntries, entriesOfLines, entriesOfSources, type StoredEntry } from '../../modules/ledger/store.ts'
import { refundsOfOrder } from '../../modules/payments/store.ts'
import { countableOf } from '../conversions/countable.ts'
import { countCommission } from '../payments/piece-counts.ts'
import { bookChange, type ChangedBy } from '../payments/reverse-commission.ts'
import { siteDay } from '../payments/site-day.ts'
import { withdrawForOpenDisputes } from '../payments/withdraw-commission.ts'

/** A creator's lines of one order, or of a sale that another shop told; `order` null for grants, which have neither. */
export interface OwnLines {
  order: string | null
  lineIds: readonly string[]
}

/** What was taken or given back, by currency, from zero up. */
export type Moved = ReadonlyMap<string, number>

/**
 * ATT-38: takes back all that is left of a creator's commission on these lines, for fraud. `cause` is the decision, so that it takes
 * once and can be given back. Other creators of the lines keep theirs. In the caller's transaction.
 */
export async function takeCommission(
  req: PayloadRequest,
  creator: string,
  own: readonly OwnLines[],
  cause: string,
  by: ChangedBy,
): Promise<Moved> {
  const moved = new Map<string, number>()
  for (const { order: id, lineIds } of own) {
    const order = await locked(req, id)
    const written = await entriesOfLines(req, lineIds)
    const entries = lineIds.flatMap((orderLine) => withdrawalEntries({ cause, orderLine, creator, reason: 'fraud' }, written))
    await bookFor(req, { id, order, written }, entries, by)
    add(moved, entries, creator)
  }
  return moved
}

/**
 * Gives back what a decision took, less what refunds made unearned meanwhile. What a bank still questions goes to that question (ATT-30)
 * and is no part of the answer. In the caller's transaction.
 */
export async function giveCommissionBack(req: PayloadRequest, creator: string, cause: string, by: ChangedBy): Promise<Moved> {
  const moved = new Map<string, number>()
  const taken = (await entriesOfSources(req, 'adjustment', [cause])).filter((entry) => entry.creator === creator && entry.orderLine)
  for (const [id, list] of groupBy(taken, ({ order }) => order)) {
    const order = await locked(req, id)
    const lineIds = [...new Set(list.map(({ orderLine }) => orderLine!))]
    const written = await entriesOfLines(req, lineIds)
    const bases = order ? await basesOfOrder(req, order) : await basesOfSale(req, id)
    const entries = lineIds.flatMap((orderLine) => {
      // A grant has no base that could be refunded: what was taken comes back whole.
      const { base, refundedBase } = bases.get(orderLine) ?? { base: 0, refundedBase: 0 }
      return restoreEntries({ cause, orderLine, base, refundedBase, reason: 'appeal_upheld' }, written)
    })
    await bookFor(req, { id, order, written }, entries, by)
    const again = order ? await withdrawForOpenDisputes(req, order, by.at) : []
    // Entry by entry the question takes what was given back, or nothing.
    if (!again.some((entry) => entry.creator === creator)) add(moved, entries, creator)
  }
  return moved
}

/** Commission base of each line and what of it was refunded, in minor units. */
type Bases = ReadonlyMap<string, { base: number; refundedBase: number }>

async function basesOfOrder(req: PayloadRequest, order: OrderRow): Promise<Bases> {
  const gone = (await refundsOfOrder(req, order.id)).filter(({ state }) => state === 'settled').flatMap(({ lines }) => lines)
  return new Map(
    order.lines.map(({ id, baseAmount }) => {
      const back = gone.filter(({ orderLine }) => orderLine === id)
      return [String(id), { base: baseAmount, refundedBase: total(back) }]
    }),
  )
}

/** Of a sale that another shop told (its entries name it where an order stands); of anything else, none. */
async function basesOfSale(req: PayloadRequest, id: string | null): Promise<Bases> {
  const [sale] = id === null ? [] : await conversionsByIds(req, [id])
  if (!sale) return new Map()
  const gone = (await refundsOfSale(req, sale.id)).flatMap(({ lines }) => lines)
  return new Map(
    sale.lines.map(({ id: lineId, line, baseAmount }) => {
      return [lineId, { base: baseAmount, refundedBase: total(gone.filter((back) => back.line === line)) }]
    }),
  )
}

const total = (parts: readonly { baseAmount: number }[]): number => parts.reduce((sum, { baseAmount }) => sum + baseAmount, 0)

async function locked(req: PayloadRequest, id: string | null): Promise<OrderRow | null> {
  if (id === null) return null
  await lockRefunds(req, id)
  return findOrder(req, id)
}

export type About = { id: string | null; order: OrderRow | null; written: readonly StoredEntry[] }

/** A sale elsewhere is counted for its pieces, as an order is; a grant is no piece's. */
export async function bookFor(
  req: PayloadRequest,
  { id, order, written }: About,
  entries: readonly EntryDraft[],
  by: ChangedBy,
): Promise<void> {
  if (order) return bookChange(req, order, entries, by)
  await appendEntries(req, entries, { ...by, test: written.some(({ test }) => test) })
  const [sale] = id === null ? [] : await conversionsByIds(req, [id])
  if (sale) await countCommission(req, countableOf(sale), entries, await siteDay(req, new Date(sale.at)))
}

function add(moved: Map<string, number>, entries: readonly EntryDraft[], creator: string): void {
  for (const entry of entries)
    if (entry.creator === creator) moved.set(entry.currency, (moved.get(entry.currency) ?? 0) + Math.abs(entry.amount))
}
