import { z } from 'zod'

/** Schemas of payouts, holds and bonuses: they validate, and the OpenAPI document is made from them. */
const amount = z.int().describe('Minor units')
const at = z.string().describe('ISO 8601, UTC')
export const idParams = z.strictObject({ id: z.uuid() })

const method = z.enum(['bank', 'paypal', 'stripe'])
const text = (max: number) => z.string().max(max).optional()

export const accountBody = z.strictObject({
  method,
  holder: text(120),
  bank: text(120),
  account: text(60),
  email: text(120),
  password: z.string().min(1).max(1000).describe('Your password, asked again'),
})
const account = z.object({ method, masked: z.string(), changedAt: at })
export const accountAnswer = z.object({
  account: account.extend({ opens: z.boolean().describe('False when it has to be given again') }).nullable(),
})
export const changedAccount = account

const payee = z.object({ id: z.string(), name: z.string() })
const payoutState = z.enum(['locked', 'sent', 'confirmed', 'failed', 'cancelled'])
const payout = z.object({
  id: z.string(),
  creator: payee,
  state: payoutState,
  amount,
  taxAmount: amount,
  currency: z.string(),
  masked: z.string(),
  failure: z.string().nullable(),
  at,
})
const run = z.object({
  id: z.string(),
  number: z.string(),
  state: z.enum(['locked', 'sent', 'confirmed', 'cancelled']),
  total: amount,
  currency: z.string(),
  count: z.int(),
  lockedBy: z.string(),
  lockedAt: at,
  approvedBy: z.string().nullable(),
  sentAt: at.nullable(),
  endedAt: at.nullable(),
})
export const runsAnswer = z.object({ runs: z.array(run) })
export const runAnswer = run.extend({
  payouts: z.array(
    payout.extend({
      stop: z.enum(['held', 'banned']).nullable().describe('Why it may not be sent while the run is locked'),
      mayTakeOut: z.boolean(),
    }),
  ),
  needsSecond: z.boolean().describe('Somebody else than who locked it has to approve'),
  waitsForSecond: z.boolean(),
  may: z.array(z.enum(['approve', 'send', 'cancel'])).describe('What you may do now'),
})
export const previewAnswer = z.object({
  currency: z.string(),
  total: amount,
  minPayout: amount,
  twoPersonsFrom: amount,
  nextRun: z.object({ day: z.string(), overdue: z.boolean() }).describe('When this is due, and whether that day is over'),
  payouts: z.array(
    z.object({ creator: payee, gross: amount, tax: amount, net: amount, lines: z.int(), masked: z.string(), more: z.boolean() }),
  ),
  left: z.array(
    z.object({
      creator: payee,
      amount,
      why: z.enum(['negative', 'below_minimum', 'no_account', 'account_lost', 'blocked', 'not_selected', 'run_full']),
    }),
  ),
})
export const lockBody = z.strictObject({
  creators: z.array(z.uuid()).min(1).max(500).optional().describe('Only these; everybody without'),
  expectedTotal: z.int().describe('Total of the preview that was looked at'),
})
export const lockedAnswer = z.object({ runId: z.string(), number: z.string(), total: amount, count: z.int(), currency: z.string() })
export const runStep = z.object({ runId: z.string(), state: z.string() })
export const failBody = z.strictObject({ reason: z.string().trim().min(1).max(300) })
export const payoutStep = z.object({ payoutId: z.string(), state: z.string() })

export const myPayoutsAnswer = z.object({
  payouts: z.array(
    z.object({
      id: z.string(),
      state: payoutState,
      amount,
      taxAmount: amount,
      currency: z.string(),
      masked: z.string(),
      failure: z.string().nullable(),
      at,
    }),
  ),
})
export const statementsAnswer = z.object({
  statements: z.array(
    z.object({
      month: z.string(),
      currency: z.string(),
      ...{ opening: amount, earned: amount, reversed: amount, adjusted: amount, paidOut: amount, closing: amount },
    }),
  ),
})

export const holdBody = z.strictObject({
  creator: z.uuid(),
  orderLine: z.string().max(64).nullable().describe('Null: everything that she has outstanding'),
  note: z.string().trim().min(1).max(500),
})
export const noteBody = z.strictObject({ note: z.string().trim().min(1).max(500) })
export const heldAnswer = z.object({ holdId: z.string() })
export const holdsAnswer = z.object({
  holds: z.array(
    z.object({
      id: z.string(),
      creator: payee.extend({ handle: z.string() }),
      own: z.boolean(),
      orderLine: z.string().nullable(),
      order: z.object({ id: z.string(), number: z.string() }).nullable(),
      amount: z.object({ amount, currency: z.string() }).nullable().describe('Null for a hold of everything'),
      by: z.string().nullable().describe('Who placed it; null where a rule did'),
      reason: z.string(),
      signal: z.string().nullable(),
      note: z.string().nullable(),
      at,
      until: at.nullable(),
      overdue: z.boolean(),
    }),
  ),
})

const bonusParts = {
  creator: z.uuid(),
  piece: z
    .strictObject({ kind: z.enum(['posts', 'video-notes']), id: z.uuid() })
    .nullable()
    .optional(),
  proof: z.string().trim().min(1).max(1000),
  cap: z.int().min(1).describe('Most that it may come to, minor units'),
}
export const bonusBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('flat'), fee: z.int().min(1).describe('Minor units'), ...bonusParts }),
  z.strictObject({ kind: z.literal('per_view'), views: z.int().min(1), perThousand: z.int().min(1), ...bonusParts }),
])
export const bonusAnswer = z.object({ bonusId: z.string(), amount })
export const decideBody = z.strictObject({ grant: z.boolean() })
export const decidedBonus = z.object({ bonusId: z.string(), state: z.enum(['granted', 'refused']) })
export const bonusesAnswer = z.object({
  bonuses: z.array(
    z.looseObject({
      id: z.string(),
      creator: z.string(),
      kind: z.enum(['flat', 'per_view']),
      state: z.enum(['proposed', 'granted', 'refused']),
      amount,
    }),
  ),
})
