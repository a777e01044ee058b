import { isMinor } from '../../lib/money.ts'
import { halfEven, prorate } from '../../lib/prorate.ts'
import { earnedPair } from './earned-pair.ts'
import { overPieces, pieceKey } from './pieces.ts'
import { type Standing, standingsOf } from './standing.ts'
import type { EntryDraft } from './types.ts'

/** What of a refund line is needed to take its commission back. */
export interface ReversalFacts {
  refundLine: string
  orderLine: string
  /** Commission base of the whole line, as frozen at placement. */
  base: number
  /** Base refunded so far, this refund included: cumulative, at most `base`. */
  refundedBase: number
  /** Why, as a code: `refunded`, `canceled`, `duplicate`, `fraud` (ATT-25). */
  reason: string
}

/**
 * The entries that take back what a refund makes unearned, from the entries that the line already has (ATT-28): the whole
 * line's reversal is cumulative, `commission × refundedBase / base` half-even, less what was reversed before; the increment
 * is split over the creators by what each still has. So no share rises or goes below zero, and the refund that completes the
 * base brings every share to exactly zero, and under each creator likewise what her pieces brought. What was paid out already is clawed back by the same arithmetic (ATT-29): then
 * what is outstanding goes below zero and new earnings fill it first. Throws a RangeError when more than the base is refunded.
 */
export function reversalEntries(refund: ReversalFacts, written: readonly EntryDraft[]): EntryDraft[] {
  checkBase(refund)
  const { base, refundedBase } = refund
  // Who lost all to a dispute or a ban has nothing that a refund could take, and does not raise the part of the others.
  const standings = standingsOf(written, refund.orderLine).filter(({ withdrawn, net }) => withdrawn === 0 || net > 0)
  const kept = standings.map(({ net }) => Math.max(0, net))
  const left = sum(kept)
  if (left === 0) return []
  const due =
    refundedBase === base ? left : Math.min(left, Math.max(0, dueOf(refund, standings) - sum(standings.map(({ reversed }) => reversed))))
  const parts = prorate(due, kept)
  return standings.flatMap((one, index) =>
    takeBack(one, parts[index]!, {
      key: `reversed:${refund.refundLine}`,
      sourceKind: 'refund_line',
      sourceId: refund.refundLine,
      reason: refund.reason,
    }),
  )
}

export interface WithdrawalFacts {
  /** Id of the dispute, the ban's decision … : its own source, so that it takes back once. */
  cause: string
  orderLine: string
  /** Only this creator's share; all of the line without. */
  creator?: string | undefined
  /** `dispute`, `fraud` … (ATT-25, ATT-29). */
  reason: string
}

/** Takes back all that is left of a line (ATT-30: a chargeback at its notice; ATT-38: a ban). Empty when nothing is left, and of whom this cause has taken from before. */
export function withdrawalEntries({ cause, orderLine, creator, reason }: WithdrawalFacts, written: readonly EntryDraft[]): EntryDraft[] {
  const before = new Set(written.filter((one) => one.sourceId === cause && one.orderLine === orderLine).map((one) => one.creator))
  return standingsOf(written, orderLine)
    .filter((one) => (creator === undefined || one.creator === creator) && !before.has(one.creator))
    .flatMap((one) =>
      takeBack(one, Math.max(0, one.net), { key: `withdrawn:${cause}:${orderLine}`, sourceKind: 'adjustment', sourceId: cause, reason }),
    )
}

export interface TakingFacts extends Pick<WithdrawalFacts, 'orderLine' | 'reason'> {
  /** Id of the correction that finance wrote (ATT-29). */
  correction: string
  creator: string
  /** Minor units, from 1 to what is left of her commission on the line. */
  amount: number
}

/** Takes a part, or all, of what a creator has left of a line back by hand (ATT-29), over her pieces by what each has left. */
export function takingEntries(
  { correction, orderLine, creator, amount, reason }: TakingFacts,
  written: readonly EntryDraft[],
): EntryDraft[] {
  const one = standingsOf(written, orderLine).find((standing) => standing.creator === creator)
  const left = Math.max(0, one?.net ?? 0)
  if (!isMinor(amount) || amount < 1 || amount > left) throw new RangeError(`Expected an amount from 1 to ${left}, got ${amount}`)
  return takeBack(one!, amount, { key: `corrected:${correction}:${orderLine}`, sourceKind: 'adjustment', sourceId: correction, reason })
}

export type RestoreFacts = WithdrawalFacts & Pick<ReversalFacts, 'base' | 'refundedBase'>

/** Gives back what a withdrawal took (ATT-30: restored if won), less what refunds made unearned meanwhile. */
export function restoreEntries(facts: RestoreFacts, written: readonly EntryDraft[]): EntryDraft[] {
  checkBase(facts)
  const { cause, orderLine, base, refundedBase, reason } = facts
  const taken = new Map<string, number>()
  for (const { creator, sourceId, orderLine: line, amount } of written)
    if (creator && sourceId === cause && line === orderLine) taken.set(creator, (taken.get(creator) ?? 0) - amount)
  const standings = standingsOf(written, orderLine).filter(({ creator }) => (taken.get(creator) ?? 0) > 0)
  const weights = standings.map(({ creator }) => taken.get(creator)!)
  // What others took by hand stays taken.
  const others = standingsOf(
    written.filter(({ sourceId }) => sourceId !== cause),
    orderLine,
  )
  const without = standings.map(({ creator, earned }) => {
    return { earned, withdrawn: others.find((one) => one.creator === creator)?.withdrawn ?? 0 }
  })
  const earned = sum(without.map(keptOf))
  const reversed = sum(standings.map((one) => one.reversed))
  const unearned = refundedBase === base && base > 0 ? earned : Math.max(reversed, dueOf({ base, refundedBase }, without))
  const back = Math.max(0, Math.min(sum(weights), earned - unearned - sum(standings.map(({ net }) => net))))
  if (back === 0) return []
  const parts = prorate(back, weights)
  return standings.flatMap((one, index) => {
    // By piece as the withdrawal took it.
    const takenOf = one.pieces.map(({ piece }) =>
      sum(written.filter((entry) => isOf(entry, one) && entry.piece === piece && entry.sourceId === cause).map(({ amount }) => -amount)),
    )
    const source = { sourceKind: 'adjustment', sourceId: cause, reason } as const
    return move(one, parts[index]!, takenOf, { key: `restored:${cause}:${orderLine}`, kind: 'adjust', ...source })
  })
}

const isOf = ({ creator, orderLine }: EntryDraft, one: Standing): boolean => creator === one.creator && orderLine === one.first.orderLine

interface Cause extends Pick<EntryDraft, 'sourceKind' | 'sourceId' | 'reason'> {
  /** Of the transaction: what the keys begin with. */
  key: string
}

const takeBack = (one: Standing, amount: number, cause: Cause): EntryDraft[] =>
  move(one, -amount, leftOf(one), { ...cause, kind: one.paid > 0 ? 'clawback' : 'reverse' })

const leftOf = ({ pieces }: Standing): number[] => pieces.map(({ net }) => Math.max(0, net))

/** Moves a signed amount on a creator's line, split over her pieces by these weights. */
function move(
  one: Standing,
  amount: number,
  weights: readonly number[],
  { key, ...cause }: Cause & Pick<EntryDraft, 'kind'>,
): EntryDraft[] {
  if (amount === 0) return []
  const { creator, first, pieces } = one
  const { currency, order, orderLine, rate } = first
  return overPieces(amount, weights).flatMap((part, index) => {
    const { pieceKind, piece } = pieces[index]!
    const common = { ...cause, currency, order, orderLine, rate, pieceKind, piece, transaction: key }
    const own = pieceKey(`${key}:${creator}`, piece === null ? null : { id: piece }, index > 0)
    return part === 0 ? [] : earnedPair(own, creator, part, common)
  })
}

type Kept = Pick<Standing, 'earned' | 'withdrawn'>

/** What refunds are counted from: of a commission of which a part was taken back by hand, the rest. */
const keptOf = ({ earned, withdrawn }: Kept): number => earned - withdrawn

const dueOf = ({ base, refundedBase }: Pick<ReversalFacts, 'base' | 'refundedBase'>, standings: readonly Kept[]): number =>
  base === 0 ? 0 : halfEven(BigInt(sum(standings.map(keptOf))) * BigInt(refundedBase), BigInt(base))

function checkBase({ base, refundedBase }: Pick<ReversalFacts, 'base' | 'refundedBase'>): void {
  if (!isMinor(refundedBase) || refundedBase < 0 || refundedBase > base) {
    throw new RangeError(`Expected a refunded base from 0 to ${base}, got ${refundedBase}`)
  }
}

const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0)
