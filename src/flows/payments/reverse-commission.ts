import type { PayloadRequest } from 'payload'
import type { OrderRow } from '../../modules/checkout/store/order-state.ts'
import { type EntryDraft, reversalEntries } from '../../modules/ledger/index.ts'
import { appendEntries, entriesOfLines } from '../../modules/ledger/store.ts'
import { type RefundRow, refundsOfOrder } from '../../modules/payments/store.ts'
import { countCommission } from './piece-counts.ts'
import { siteDay } from './site-day.ts'
import { tellCreators } from './tell-creators.ts'

/**
 * Takes back what a refund that was just settled makes unearned (ATT-28). Cumulative over the settled refunds of each line,
 * whatever order they end in, so that the last one brings it to exactly zero. In the caller's transaction, after `lockRefunds`.
 */
export async function reverseCommission(
  req: PayloadRequest,
  order: OrderRow,
  refund: RefundRow,
  at: Date,
  reason: 'refunded' | 'canceled' = 'refunded',
): Promise<void> {
  if (refund.lines.length === 0) return
  const settled = (await refundsOfOrder(req, order.id)).filter(({ state, id }) => state === 'settled' || id === refund.id)
  const written = await entriesOfLines(
    req,
    refund.lines.map(({ orderLine }) => orderLine),
  )
  const entries = refund.lines.flatMap((part) => {
    const line = order.lines.find(({ id }) => id === part.orderLine)
    if (!line) throw new Error(`Refund ${refund.id} names a line that order ${order.id} does not have`)
    const refundedBase = settled
      .flatMap(({ lines }) => lines)
      .reduce((sum, { orderLine, baseAmount }) => (orderLine === part.orderLine ? sum + baseAmount : sum), 0)
    return reversalEntries({ refundLine: part.id, orderLine: part.orderLine, base: line.baseAmount, refundedBase, reason }, written)
  })
  await writeChange(req, order, entries, { at, actor: refund.actor })
}

/** When, and the account of who caused it; without one a rule did. */
export interface ChangedBy {
  at: Date
  actor?: string | undefined
}

/** What a paid line's creators have less, or more again: entries, the counters of the pieces, notices. In the caller's transaction. */
export async function writeChange(req: PayloadRequest, order: OrderRow, entries: readonly EntryDraft[], by: ChangedBy): Promise<void> {
  await bookChange(req, order, entries, by)
  await tellCreators(req, order, entries)
}

/** The same without notices, for who tells the creator in words of his own. */
export async function bookChange(
  req: PayloadRequest,
  order: OrderRow,
  entries: readonly EntryDraft[],
  { at, actor }: ChangedBy,
): Promise<void> {
  if (entries.length === 0) return
  await appendEntries(req, entries, { at, actor, test: Boolean(order.test) })
  await correctStats(req, order, entries)
}

/** On the row of the day of payment, where the commission was counted. */
async function correctStats(req: PayloadRequest, order: OrderRow, entries: readonly EntryDraft[]): Promise<void> {
  if (!order.paidAt) throw new Error(`Order ${order.id} was refunded without having been paid`)
  await countCommission(req, order.lines, entries, await siteDay(req, new Date(order.paidAt)))
}
