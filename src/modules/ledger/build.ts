import { isMinor } from '../../lib/money.ts'
import { halfEven, prorate } from '../../lib/prorate.ts'
import { commissionExpense, creatorOf, payableTo } from './accounts.ts'
import type { EntryDraft, RateSnapshot } from './types.ts'

/** What of a paid order line is needed to credit it. */
export interface AccrualFacts {
  order: string
  orderLine: string
  currency: string
  /** Shares as the decision weighed them; weights of one creator add up. */
  shares: readonly { creatorId: string; weight: number }[]
  /** `rate.commission` is what is split. */
  rate: RateSnapshot
  piece?: { kind: 'posts' | 'video-notes'; id: string } | null
}

/**
 * The entries that credit one paid line: for each creator her share on her account and its opposite on the shop's cost
 * (ATT-12, ATT-26). Empty when there is nothing to credit. Keys hold line and creator, so that a line is credited once (ATT-32).
 */
export function accrualEntries(line: AccrualFacts): EntryDraft[] {
  const weights = new Map<string, number>()
  for (const { creatorId, weight } of line.shares) weights.set(creatorId, (weights.get(creatorId) ?? 0) + weight)
  const creators = [...weights.keys()]
  const { commission } = line.rate
  if (!isMinor(commission) || commission < 0) throw new RangeError(`Expected a commission in whole minor units from 0, got ${commission}`)
  if (commission === 0 || creators.length === 0) return []
  const parts = prorate(commission, [...weights.values()])
  // A share that rounds to nothing leaves no entry.
  const credited = creators.map((creator, index) => ({ creator, amount: parts[index]! })).filter(({ amount }) => amount > 0)
  return credited.flatMap(({ creator, amount }) =>
    pair(`earned:${line.orderLine}:${creator}`, creator, amount, {
      transaction: `earned:${line.orderLine}`,
      kind: 'accrue',
      currency: line.currency,
      sourceKind: 'order_line',
      sourceId: line.orderLine,
      order: line.order,
      orderLine: line.orderLine,
      pieceKind: line.piece?.kind ?? null,
      piece: line.piece?.id ?? null,
      rate: line.rate,
      reason: null,
    }),
  )
}

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
 * is split over the creators by what each still has outstanding. So no share rises or goes below zero, and the refund that
 * completes the base brings every share to exactly zero. Throws a RangeError when more than the base is refunded.
 */
export function reversalEntries(refund: ReversalFacts, written: readonly EntryDraft[]): EntryDraft[] {
  const { base, refundedBase } = refund
  if (!isMinor(refundedBase) || refundedBase < 0 || refundedBase > base) {
    throw new RangeError(`Expected a refunded base from 0 to ${base}, got ${refundedBase}`)
  }
  const standing = standingOf(written, refund.orderLine)
  const creators = [...standing.keys()]
  const outstanding = creators.map((creator) => Math.max(0, standing.get(creator)!.outstanding))
  const left = outstanding.reduce((sum, amount) => sum + amount, 0)
  if (left === 0) return []
  const due = refundedBase === base ? left : Math.min(left, Math.max(0, dueNow(refund, [...standing.values()])))
  const parts = prorate(due, outstanding)
  return creators.flatMap((creator, index) => {
    if (parts[index] === 0) return []
    const accrual = standing.get(creator)!.accrual
    return pair(`reversed:${refund.refundLine}:${creator}`, creator, -parts[index]!, {
      transaction: `reversed:${refund.refundLine}`,
      kind: 'reverse',
      currency: accrual.currency,
      sourceKind: 'refund_line',
      sourceId: refund.refundLine,
      order: accrual.order,
      orderLine: refund.orderLine,
      pieceKind: accrual.pieceKind,
      piece: accrual.piece,
      rate: accrual.rate,
      reason: refund.reason,
    })
  })
}

function dueNow({ base, refundedBase }: ReversalFacts, standing: readonly Standing[]): number {
  const earned = standing.reduce((sum, share) => sum + share.earned, 0)
  const reversed = standing.reduce((sum, share) => sum + share.reversed, 0)
  return halfEven(BigInt(earned) * BigInt(refundedBase), base) - reversed
}

interface Standing {
  accrual: EntryDraft
  earned: number
  /** From zero up. */
  reversed: number
  outstanding: number
}

/** How each creator of a line stands, in the order in which they were credited. */
function standingOf(entries: readonly EntryDraft[], orderLine: string): Map<string, Standing> {
  const standing = new Map<string, Standing>()
  const own = entries.filter((entry) => entry.orderLine === orderLine && creatorOf(entry.account) !== null)
  for (const entry of [...own].sort((a, b) => Number(b.kind === 'accrue') - Number(a.kind === 'accrue'))) {
    const creator = creatorOf(entry.account)!
    const share = standing.get(creator) ?? { accrual: entry, earned: 0, reversed: 0, outstanding: 0 }
    if (entry.kind === 'accrue') share.earned += entry.amount
    if (entry.kind === 'reverse') share.reversed -= entry.amount
    share.outstanding += entry.amount
    standing.set(creator, share)
  }
  return standing
}

type Common = Omit<EntryDraft, 'key' | 'account' | 'creator' | 'amount'>

/** An amount on the creator's account and its opposite on the shop's. Keys differ by the side that they stand on. */
const pair = (key: string, creator: string, amount: number, common: Common): EntryDraft[] => [
  { ...common, key: `payable:${key}`, account: payableTo(creator), creator, amount },
  { ...common, key: `expense:${key}`, account: commissionExpense, creator: null, amount: -amount },
]
