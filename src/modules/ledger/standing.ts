import { groupBy } from '../../lib/group.ts'
import { creatorOf } from './accounts.ts'
import { type EntryDraft, isPayoutKind } from './types.ts'

/** How one creator stands on one line. All from zero up but `paid`, which failures bring back and recoveries lower. */
export interface Standing {
  creator: string
  /** The entry that credited her first: what later entries copy order, piece and rate from. */
  first: EntryDraft
  /** Accrued, and what adjustments added or took. */
  earned: number
  /** Taken back by refunds, and what a dispute that was won did not restore because of refunds meanwhile. */
  reversed: number
  /** Taken back by a dispute, a ban or by hand and not restored. */
  withdrawn: number
  /** What is left of it all: earned − reversed − withdrawn. */
  net: number
  /** Paid out or on its way, less what failed. May differ from `net`: the rest is outstanding. */
  paid: number
  /** net − paid. Below zero after a clawback. */
  outstanding: number
  /** `net` by the pieces that brought it, in the order in which they were credited. */
  pieces: PieceStanding[]
}

/** What is left of a creator's commission on a line for one piece; null when no piece brought it. */
export interface PieceStanding extends Pick<EntryDraft, 'pieceKind' | 'piece'> {
  net: number
}

/** How each creator of a line stands, in the order in which they were credited. `entries` in the order of their sequence. */
export function standingsOf(entries: readonly EntryDraft[], orderLine: string): Standing[] {
  const own = entries.filter((entry) => entry.orderLine === orderLine && creatorOf(entry.account) !== null)
  const sorted = [...own].sort((a, b) => Number(b.kind === 'accrue') - Number(a.kind === 'accrue'))
  return [...groupBy(sorted, ({ account }) => account)].map(([account, list]) => standing(creatorOf(account)!, list))
}

/** How one creator stands on one line, from her own entries about it (at least one). */
export function standing(creator: string, entries: readonly EntryDraft[]): Standing {
  const first = entries[0]!
  const causes = withdrawalsIn(entries)
  const sums = { earned: 0, reversed: 0, withdrawn: 0, paid: 0 }
  for (const entry of entries) {
    if (isPayoutKind(entry.kind)) sums.paid -= entry.amount
    else if (entry.sourceKind === 'refund_line') sums.reversed -= entry.amount
    else if (causes.get(entry.sourceId) === 'restored') sums.reversed -= entry.amount
    else if (causes.has(entry.sourceId)) sums.withdrawn -= entry.amount
    else sums.earned += entry.amount
  }
  const net = sums.earned - sums.reversed - sums.withdrawn
  return { creator, first, ...sums, net, outstanding: net - sums.paid, pieces: piecesOf(entries) }
}

/** Payouts move a line whole and name no piece. */
function piecesOf(entries: readonly EntryDraft[]): PieceStanding[] {
  const pieces = new Map<string, PieceStanding>()
  for (const { kind, pieceKind, piece, amount } of entries) {
    if (isPayoutKind(kind)) continue
    const known = pieces.get(piece ?? '')
    if (known) known.net += amount
    else pieces.set(piece ?? '', { pieceKind, piece, net: amount })
  }
  return [...pieces.values()]
}

/** Disputes and bans among the sources: they took something back, and what they restore belongs to them, not to an exchange. */
function withdrawalsIn(entries: readonly EntryDraft[]): Map<string, 'open' | 'restored'> {
  const causes = new Map<string, 'open' | 'restored'>()
  for (const { kind, sourceKind, sourceId } of entries) {
    if (sourceKind !== 'adjustment') continue
    if (kind === 'reverse' || kind === 'clawback') causes.set(sourceId, 'open')
    else if (causes.has(sourceId)) causes.set(sourceId, 'restored')
  }
  return causes
}
