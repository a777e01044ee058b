import { groupBy } from '../../lib/group.ts'
import { shareOf } from '../../lib/prorate.ts'

/** What a creator has outstanding on one line and may be paid now: payable, or below zero and so always to be filled (ATT-29). */
export interface PayablePair {
  creator: string
  orderLine: string
  order: string | null
  pieceKind: 'posts' | 'video-notes' | null
  piece: string | null
  /** Signed minor units, not 0. */
  amount: number
  /** When it became payable (of a negative one: any time). The oldest are paid first. */
  since: Date
}

export interface PayoutTerms {
  /** Least amount of a payout before tax, minor units. */
  minPayout: number
  /** Withheld of each payout, basis points. */
  taxBps: number
  /** Most lines of one run: it is written in one transaction. */
  maxLines?: number
}

export interface PlannedPayout {
  creator: string
  pairs: PayablePair[]
  /** Sum of the pairs. */
  gross: number
  tax: number
  /** What is sent: gross − tax. */
  net: number
  /** Whether lines were left for the next run. */
  more: boolean
}

/** Why somebody with something payable is not in a run. */
export type LeftOut = 'negative' | 'below_minimum' | 'no_account' | 'account_lost' | 'blocked' | 'not_selected' | 'run_full'

export interface PayoutPlan {
  payouts: PlannedPayout[]
  left: { creator: string; amount: number; why: LeftOut }[]
}

/** What bars a creator from a run; the plan asks for each. */
export interface PlanBars {
  /** Creators with somewhere to send money to. */
  hasAccount(creator: string): boolean
  /** Whether her account can be opened; every one when left out. */
  opensAccount?(creator: string): boolean
  /** Payouts that wait for a review (ATT-37: 85 points and more). */
  blocked?(creator: string): boolean
  /** Partial selection; everybody without. */
  selected?(creator: string): boolean
}

const maxLinesOfRun = 1_000

/**
 * ATT-33: what a run would pay. All of a creator's pairs together, the negative ones first, so that what was clawed back is
 * filled before anything is sent; she is paid only when the sum reaches the minimum and is above zero. Pure: creators in the
 * order of their first pair. Every pair given is in exactly one payout or of somebody who is left out or has `more`.
 */
export function planPayout(pairs: readonly PayablePair[], terms: PayoutTerms, bars: PlanBars): PayoutPlan {
  const plan: PayoutPlan = { payouts: [], left: [] }
  let room = terms.maxLines ?? maxLinesOfRun
  for (const [creator, own] of groupBy(pairs, (pair) => pair.creator)) {
    const whole = sum(own)
    const taken = [...own].sort(negativeThenOldest).slice(0, room)
    const why = whyNot(creator, whole, sum(taken), terms, bars, room)
    if (why) {
      plan.left.push({ creator, amount: whole, why })
      continue
    }
    room -= taken.length
    const gross = sum(taken)
    const tax = shareOf(gross, terms.taxBps, 10_000)
    plan.payouts.push({ creator, pairs: taken, gross, tax, net: gross - tax, more: taken.length < own.length })
  }
  return plan
}

function whyNot(creator: string, whole: number, taken: number, terms: PayoutTerms, bars: PlanBars, room: number): LeftOut | null {
  if (whole <= 0) return 'negative'
  if (bars.selected && !bars.selected(creator)) return 'not_selected'
  if (bars.blocked?.(creator)) return 'blocked'
  if (whole < terms.minPayout) return 'below_minimum'
  if (!bars.hasAccount(creator)) return 'no_account'
  if (bars.opensAccount && !bars.opensAccount(creator)) return 'account_lost'
  return room === 0 || taken <= 0 || taken < terms.minPayout ? 'run_full' : null
}

const negativeThenOldest = (a: PayablePair, b: PayablePair): number =>
  Number(b.amount < 0) - Number(a.amount < 0) || a.since.getTime() - b.since.getTime() || (a.orderLine < b.orderLine ? -1 : 1)

const sum = (pairs: readonly PayablePair[]): number => pairs.reduce((all, { amount }) => all + amount, 0)
