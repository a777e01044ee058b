import type { PayloadRequest } from 'payload'
import { groupBy } from '../../lib/group.ts'
import { consequenceOf, scoreOf, standingDecision } from '../../modules/fraud/index.ts'
import { decisionsOfSignals, type StoredDecision } from '../../modules/fraud/store/decisions.ts'
import { type StoredSignal, signalsOfCreator, signalsOfOrder } from '../../modules/fraud/store/signals.ts'
import { liveHolds } from '../../modules/ledger/index.ts'
import { holdsOf } from '../../modules/ledger/store/holds.ts'
import { entriesOfLines } from '../../modules/ledger/store.ts'
import { holdCommission } from '../holds/hold-commission.ts'
import { releaseHold } from '../holds/release-hold.ts'
import { lineIdsOf } from './lines-of.ts'

/** What signals are about: a creator's part of an order, or the creator over weeks (`order` null). */
export interface Subject {
  creator: string
  order: string | null
}

/** How long a signal about a creator herself counts. */
const creatorSignalDays = 30

/** A signal with the decision that stands about it; null while nobody has looked. */
export interface JudgedSignal {
  signal: StoredSignal
  decision: StoredDecision | null
}

export async function judgedSignals(req: PayloadRequest, { creator, order }: Subject, now: Date): Promise<JudgedSignal[]> {
  const since = new Date(now.getTime() - creatorSignalDays * 86_400_000)
  const signals = order ? await signalsOfOrder(req, creator, order) : await signalsOfCreator(req, creator, since)
  return judged(req, signals)
}

/** These signals with what was decided about each. */
export async function judged(req: PayloadRequest, signals: readonly StoredSignal[]): Promise<JudgedSignal[]> {
  const decisions = groupBy(
    await decisionsOfSignals(
      req,
      signals.map(({ id }) => id),
    ),
    ({ signal }) => signal,
  )
  return signals.map((signal) => ({ signal, decision: standingDecision(decisions.get(signal.id) ?? []) }))
}

/**
 * Which signals still count for a hold: those that nobody looked at; about a creator herself also those that were confirmed, since
 * nothing was taken back for them.
 */
export const counting = (all: readonly JudgedSignal[], order: string | null): StoredSignal[] =>
  all.filter(({ decision }) => decision === null || (order === null && decision.kind === 'confirmed')).map(({ signal }) => signal)

/**
 * ATT-37: holds what a subject's points ask for, and releases what they ask for no more. 60 points about an order hold its lines; 85, or 60
 * about the creator herself, hold all that she has coming. In the caller's transaction. Can run again.
 */
export async function applyConsequence(req: PayloadRequest, subject: Subject, at: Date): Promise<void> {
  const { creator, order } = subject
  const signals = counting(await judgedSignals(req, subject, at), order)
  const consequence = consequenceOf(scoreOf(signals))
  const strongest = signals.reduce<StoredSignal | null>((best, one) => (best && best.points >= one.points ? best : one), null)
  const lines = order && consequence !== 'none' ? await linesOf(req, creator, order) : []
  const wanted = new Map<string, string | null>(lines.map((line) => [`risk:${order}:${creator}:${line}`, line]))
  if (consequence === 'block' || (consequence === 'hold' && order === null)) wanted.set(`risk:${order ?? 'creator'}:${creator}:all`, null)
  const rows = await holdsOf(req, [creator])
  const stem = `risk:${order ?? 'creator'}:${creator}:`
  const live = liveHolds(rows).filter(({ id }) => rows.find((row) => row.id === id)?.key.startsWith(stem))
  for (const hold of live) {
    const isWanted = [...wanted].some(([, line]) => line === hold.orderLine)
    if (!isWanted) await releaseHold(req, { hold: { id: hold.id }, reason: 'reviewed_fine' }, at)
  }
  for (const [name, orderLine] of wanted) {
    if (live.some((hold) => hold.orderLine === orderLine)) continue
    const before = rows.filter(({ key, kind }) => kind === 'hold' && key.startsWith(`${name}:`)).length
    const ask = { key: `${name}:${before}`, creator, orderLine, reason: 'fraud_signal' as const, signal: strongest?.id ?? null }
    await holdCommission(req, ask, at)
  }
}

/** Her lines in the order, or in the sale elsewhere. */
async function linesOf(req: PayloadRequest, creator: string, order: string): Promise<string[]> {
  const ids = await lineIdsOf(req, order)
  const entries = await entriesOfLines(req, ids)
  return ids.filter((id) => entries.some((entry) => entry.creator === creator && entry.orderLine === id))
}
