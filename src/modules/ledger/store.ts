import type { PayloadRequest } from 'payload'
import { newId } from '../../lib/ids.ts'
import { bumpCounter } from './store/bump-counter.ts'
import type { EntryDraft } from './types.ts'

/** An entry as it stands in the books. `at` is an ISO string. */
export interface StoredEntry extends EntryDraft {
  id: string
  sequence: number
  test: boolean
  at: string
  /** Account of who caused it, `system` where a rule did; null in rows from before it was kept (ATT-25). */
  actor: string | null
}

/** Stands where no person acted: a payment that came, a rule, a provider. */
export const bySystem = 'system'

/** Name of the counter that numbers entries without a gap. */
const sequenceKey = 'ledger:sequence'

/**
 * Appends entries inside the caller's transaction. Their numbers come from one counter that moves in the same transaction,
 * so the sequence has no gap: what is rolled back gives its numbers back. A duplicate key throws: the caller runs again. `actor` is the
 * account of who caused them; never a buyer's.
 */
export async function appendEntries(
  req: PayloadRequest,
  drafts: readonly EntryDraft[],
  { at, test, actor = bySystem }: { at: Date; test: boolean; actor?: string | undefined },
): Promise<void> {
  if (drafts.length === 0) return
  const last = await bumpCounter(req, sequenceKey, drafts.length)
  for (const [index, draft] of drafts.entries()) {
    const sequence = last - drafts.length + index + 1
    await req.payload.db.create({
      collection: 'ledger-entries',
      data: { ...draft, id: newId(), sequence, test, at: at.toISOString(), actor },
      returning: false,
      req,
    })
  }
}

/** All entries of these order lines, oldest first. */
export async function entriesOfLines(req: PayloadRequest, orderLines: readonly string[]): Promise<StoredEntry[]> {
  if (orderLines.length === 0) return []
  return findEntries(req, { orderLine: { in: [...orderLines] } })
}

/** All entries of these sources, oldest first. */
export async function entriesOfSources(
  req: PayloadRequest,
  kind: EntryDraft['sourceKind'],
  ids: readonly string[],
): Promise<StoredEntry[]> {
  if (ids.length === 0) return []
  return findEntries(req, { and: [{ sourceKind: { equals: kind } }, { sourceId: { in: [...ids] } }] })
}

/** All entries of one creator, oldest first: what her balance is the sum of. */
export const entriesOfCreator = (req: PayloadRequest, creatorId: string): Promise<StoredEntry[]> =>
  findEntries(req, { creator: { equals: creatorId } })

/** The next entries after a sequence number, for who walks through all the books in order. */
export async function entriesAfter(req: PayloadRequest, sequence: number, limit: number): Promise<StoredEntry[]> {
  return findEntries(req, { sequence: { greater_than: sequence } }, limit)
}

/** The number of the last entry that was appended, by the counter that gave it; 0 before the first. */
export async function lastNumber(req: PayloadRequest): Promise<number> {
  const { docs } = await req.payload.db.find<{ id: string; value: number }>({
    collection: 'counters',
    where: { key: { equals: sequenceKey } },
    limit: 1,
    pagination: false,
    req,
  })
  return Number(docs[0]?.value ?? 0)
}

async function findEntries(req: PayloadRequest, where: Record<string, unknown>, limit = 0): Promise<StoredEntry[]> {
  const { docs } = await req.payload.db.find<Record<string, unknown>>({
    collection: 'ledger-entries',
    where: where as never,
    sort: 'sequence',
    limit,
    pagination: false,
    req,
  })
  return docs.map(entryOf)
}

const text = (value: unknown): string | null =>
  typeof value === 'string' ? value : value && typeof value === 'object' ? String((value as { id: unknown }).id) : null

function entryOf(row: Record<string, unknown>): StoredEntry {
  const entry = row as unknown as StoredEntry
  return {
    id: String(row.id),
    key: entry.key,
    sequence: Number(entry.sequence),
    transaction: entry.transaction,
    account: entry.account,
    creator: text(row.creator),
    kind: entry.kind,
    amount: Number(entry.amount),
    currency: entry.currency,
    sourceKind: entry.sourceKind,
    sourceId: entry.sourceId,
    order: text(row.order),
    orderLine: text(row.orderLine),
    pieceKind: entry.pieceKind ?? null,
    piece: text(row.piece),
    rate: entry.rate ?? null,
    reason: text(row.reason),
    test: Boolean(row.test),
    at: new Date(row.at as string).toISOString(),
    actor: text(row.actor),
  }
}
