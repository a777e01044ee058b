import type { PayloadRequest } from 'payload'
import type { OrderRow } from '../../modules/checkout/store/order-state.ts'
import { type EntryDraft, restoreEntries, withdrawalEntries } from '../../modules/ledger/index.ts'
import { entriesOfLines } from '../../modules/ledger/store.ts'
import { disputesOfOrder } from '../../modules/payments/store/disputes.ts'
import { refundsOfOrder } from '../../modules/payments/store.ts'
import { writeChange } from './reverse-commission.ts'

const linesOf = (order: OrderRow): string[] => order.lines.map(({ id }) => String(id))

/** ATT-30: takes back all that is left of an order's commissions at the notice of a dispute. In the caller's transaction, after `lockRefunds`. */
export async function withdrawCommission(req: PayloadRequest, order: OrderRow, dispute: string, at: Date): Promise<EntryDraft[]> {
  const written = await entriesOfLines(req, linesOf(order))
  const entries = linesOf(order).flatMap((orderLine) => withdrawalEntries({ cause: dispute, orderLine, reason: 'dispute' }, written))
  await writeChange(req, order, entries, { at })
  return entries
}

/**
 * ATT-30: something was given back while a bank's question about the order stands, which had found nothing left to take: it takes that.
 * Answers what was written. In the caller's transaction, after `lockRefunds`.
 */
export async function withdrawForOpenDisputes(req: PayloadRequest, order: OrderRow, at: Date): Promise<EntryDraft[]> {
  const written: EntryDraft[] = []
  for (const { id, state } of await disputesOfOrder(req, order.id))
    if (state === 'open') written.push(...(await withdrawCommission(req, order, id, at)))
  return written
}

/** ATT-30: gives back what a dispute took, less what refunds made unearned meanwhile. In the caller's transaction, after `lockRefunds`. */
export async function restoreCommission(req: PayloadRequest, order: OrderRow, dispute: string, at: Date): Promise<void> {
  const written = await entriesOfLines(req, linesOf(order))
  const gone = (await refundsOfOrder(req, order.id)).filter(({ state }) => state === 'settled').flatMap(({ lines }) => lines)
  const entries = order.lines.flatMap((line) => {
    const orderLine = String(line.id)
    const refundedBase = gone.reduce((sum, part) => (part.orderLine === orderLine ? sum + part.baseAmount : sum), 0)
    return restoreEntries({ cause: dispute, orderLine, base: line.baseAmount, refundedBase, reason: 'dispute_won' }, written)
  })
  await writeChange(req, order, entries, { at })
}
