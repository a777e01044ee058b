import { defineTransitions } from '../../lib/transitions.ts'

/** `preview` is a plan that nothing was written of. */
export type RunState = 'preview' | 'locked' | 'sent' | 'confirmed' | 'cancelled'
export type RunEvent = 'lock' | 'send' | 'end' | 'cancel'

/** ATT-33: preview → lock → send → confirm. What was sent cannot be cancelled any more: payouts fail one by one. */
export const runTransitions = defineTransitions<RunState, RunEvent>('payout runs', 'preview', {
  preview: { lock: 'locked' },
  locked: { send: 'sent', cancel: 'cancelled' },
  sent: { end: 'confirmed' },
  confirmed: {},
  cancelled: {},
})

export type PayoutState = 'planned' | 'locked' | 'sent' | 'confirmed' | 'failed' | 'cancelled'
export type PayoutEvent = 'lock' | 'send' | 'cancel' | 'confirm' | 'fail'

/** A confirmed one may still fail: banks send money back days later. What failed or was cancelled is payable again. */
export const payoutTransitions = defineTransitions<PayoutState, PayoutEvent>('payouts', 'planned', {
  planned: { lock: 'locked' },
  locked: { send: 'sent', cancel: 'cancelled' },
  sent: { confirm: 'confirmed', fail: 'failed' },
  confirmed: { fail: 'failed' },
  failed: {},
  cancelled: {},
})

/** What decides whether a second person has to agree to a run. */
export interface ApprovalFacts {
  total: number
  /** Setting, minor units. */
  twoPersonsFrom: number
  /** What the same person locked or sent alone within the day, beside this run (`aloneBeside`). Minor units, from zero up. */
  beside: number
  /** Whether somebody whom this run pays locked it. */
  paysLocker: boolean
}

/** Two persons from a limit up, which is not passed by splitting, and whenever a run pays the one who locked it. */
export const needsSecondPerson = ({ total, twoPersonsFrom, beside, paysLocker }: ApprovalFacts): boolean =>
  paysLocker || total + beside >= twoPersonsFrom

/** How far back what one person did alone counts together, ms. */
export const aloneWithinMs = 24 * 3_600_000

/** A run, for what one person did alone. */
export interface RunByPerson {
  id: string
  total: number
  lockedBy: string
  lockedAt: Date
  sentBy: string | null
  sentAt: Date | null
  /** A second person agreed to it: nobody did that one alone. */
  approved: boolean
  cancelled: boolean
}

/**
 * What a person did alone in the 24 hours before `now`, beside `run`: runs that he sent, or locked and somebody sent, and those that
 * he locked before it and that still wait. What was locked after it counts when its own turn comes: in whatever order they
 * are sent, what goes out alone within a day stays below the limit.
 */
export function aloneBeside(run: Pick<RunByPerson, 'id' | 'lockedAt'>, others: readonly RunByPerson[], person: string, now: Date): number {
  const recent = (at: Date | null) => at !== null && at <= now && now.getTime() - at.getTime() < aloneWithinMs
  return others
    .filter(({ id, approved, cancelled }) => id !== run.id && !approved && !cancelled)
    .filter((other) => {
      if (recent(other.sentAt)) return other.sentBy === person || other.lockedBy === person
      return other.sentAt === null && other.lockedBy === person && recent(other.lockedAt) && before(other, run)
    })
    .reduce((sum, { total }) => sum + total, 0)
}

const before = (a: Pick<RunByPerson, 'id' | 'lockedAt'>, b: Pick<RunByPerson, 'id' | 'lockedAt'>): boolean =>
  a.lockedAt.getTime() - b.lockedAt.getTime() < 0 || (a.lockedAt.getTime() === b.lockedAt.getTime() && a.id < b.id)
