import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { ordersByIds } from '../../modules/checkout/store/walk.ts'
import { type ConversionRow, conversionsByIds } from '../../modules/conversions/store.ts'
import { decisionsByIds } from '../../modules/fraud/store/decisions.ts'
import { checkEntry, type Finding, finding, isOfCause, isPayoutKind, Transactions } from '../../modules/ledger/index.ts'
import { bonusesByIds } from '../../modules/ledger/store/bonuses.ts'
import { correctionsByIds } from '../../modules/ledger/store/corrections.ts'
import { payoutsByIds } from '../../modules/ledger/store/payouts.ts'
import { entriesAfter, lastNumber, type StoredEntry } from '../../modules/ledger/store.ts'
import { disputesByIds } from '../../modules/payments/store/disputes.ts'
import { countableOf } from '../conversions/countable.ts'
import type { PieceSums } from './check-piece-stats.ts'

/**
 * All entries in the order of their numbers (ATT-26): none missing, each in the shape that the chart of accounts gives it, every
 * transaction balanced by currency, each about a line, a grant, a payout, a dispute or a decision that exists. In parts, of which each
 * asks for a request of its own; one transaction at a time is held, which may stand in two of them.
 */
export async function checkEntries(ctx: Pick<Ctx, 'req'>, sums: PieceSums, batch = 250): Promise<{ findings: Finding[]; count: number }> {
  const result = { findings: [] as Finding[], count: 0 }
  const transactions = new Transactions()
  const written = await lastNumber(await ctx.req())
  let last = 0
  for (;;) {
    const req = await ctx.req()
    const entries = await entriesAfter(req, last, batch)
    if (entries.length === 0) break
    const about = await readAbout(req, entries)
    for (const entry of entries) {
      const { sequence } = entry
      if (sequence !== last + 1) result.findings.push(finding('sequence_gap', String(sequence), `entry ${sequence} follows ${last}`))
      last = sequence
      result.findings.push(...checkEntry(entry), ...transactions.take(entry), ...strangers(entry, about))
      count(entry, about, sums)
    }
    result.count += entries.length
  }
  result.findings.push(...transactions.end())
  if (last < written)
    result.findings.push(finding('sequence_gap', String(written), `${written} entries were numbered, the last there is is ${last}`))
  return result
}

/** What the entries of a part name, as far as it exists. */
interface About {
  /** Lines of orders and of sales elsewhere, and grants. */
  lines: ReadonlySet<string>
  payouts: ReadonlySet<string>
  /** What may take commission back, beside refunds: of disputes the order, of decisions and corrections the creator that they are about. */
  causes: ReadonlyMap<string, { order: string } | { creator: string }>
  /** Lines whose pieces are not counted. */
  uncounted: ReadonlySet<string>
}

async function readAbout(req: PayloadRequest, entries: readonly StoredEntry[]): Promise<About> {
  const known = await ordersByIds(
    req,
    distinct(entries, ({ order }) => order),
  )
  const found = new Set(known.map(({ id }) => id))
  // Sales of other shops stand where an order would, and a bonus or a correction where a line of one would.
  const told = await conversionsByIds(
    req,
    distinct(entries, ({ order }) => (order && !found.has(order) ? order : null)),
  )
  const grants = distinct(entries, ({ order, orderLine }) => (order === null ? orderLine : null))
  const bonuses = await bonusesByIds(req, grants)
  const payouts = await payoutsByIds(
    req,
    distinct(entries, ({ sourceKind, sourceId }) => (sourceKind === 'payout' ? sourceId : null)),
  )
  const sources = distinct(entries, ({ transaction, sourceId }) => (isOfCause(transaction) ? sourceId : null))
  const disputes = await disputesByIds(req, sources)
  const decisions = await decisionsByIds(req, sources)
  const corrections = await correctionsByIds(req, [...new Set([...grants, ...sources])])
  const credited = corrections.filter(({ kind }) => kind === 'credited')
  const taken = corrections.filter(({ kind }) => kind === 'taken')
  return {
    lines: new Set([...known.flatMap(linesOf), ...told.flatMap(linesOf), ...[...bonuses, ...credited].map(({ id }) => id)]),
    payouts: new Set(payouts.map(({ id }) => id)),
    causes: new Map<string, { order: string } | { creator: string }>([
      ...disputes.map(({ id, order }) => [id, { order }] as const),
      ...[...decisions, ...taken].map(({ id, creator }) => [id, { creator }] as const),
    ]),
    uncounted: new Set(told.flatMap((sale) => linesOf(sale).filter((id) => !isCounted(sale, id)))),
  }
}

const distinct = (entries: readonly StoredEntry[], idOf: (entry: StoredEntry) => string | null): string[] => [
  ...new Set(entries.flatMap((entry) => idOf(entry) ?? [])),
]

const linesOf = ({ lines }: { lines: readonly { id?: string | null }[] }): string[] => lines.map(({ id }) => String(id))

/** Sales elsewhere of before parts knew their pieces were counted for none. */
const isCounted = (sale: ConversionRow, line: string): boolean => countableOf(sale).some(({ id }) => id === line)

/** What an entry names that does not exist, or is about something else. */
function strangers(
  { key, orderLine, order, creator, sourceKind, sourceId, transaction, kind, test }: StoredEntry,
  about: About,
): Finding[] {
  const cause = isOfCause(transaction) ? about.causes.get(sourceId) : undefined
  const fits = cause && ('order' in cause ? cause.order === order : creator === null || cause.creator === creator)
  return [
    ...(orderLine && !about.lines.has(orderLine)
      ? [finding('unknown_line', key, 'the entry names an order line that does not exist')]
      : []),
    ...(sourceKind === 'payout' && !about.payouts.has(sourceId)
      ? [finding('unknown_payout', key, 'the entry names a payout that does not exist')]
      : []),
    ...(isOfCause(transaction) && !fits
      ? [
          finding(
            'unknown_cause',
            key,
            `the entry names ${sourceId}, which is no dispute of its order and no decision or correction about its creator`,
          ),
        ]
      : []),
    ...(test && isPayoutKind(kind) ? [finding('wrong_test', key, 'what is paid out is no test')] : []),
  ]
}

function count({ creator, piece, kind, orderLine, amount }: StoredEntry, { uncounted }: About, sums: PieceSums): void {
  if (creator && piece && !isPayoutKind(kind) && !uncounted.has(orderLine ?? '')) sums.countCommission(piece, amount)
}
