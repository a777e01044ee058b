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
  /** Whether somebody whom this run pays locked it. */
  paysLocker: boolean
}

/** Two persons from a limit up, and whenever a run pays the one who locked it. */
export const needsSecondPerson = ({ total, twoPersonsFrom, paysLocker }: ApprovalFacts): boolean => paysLocker || total >= twoPersonsFrom
