import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { isId, newId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { holdReviewDays } from '../../modules/ledger/index.ts'
import { findHoldByKey, type HoldReason, insertHold } from '../../modules/ledger/store/holds.ts'
import { entriesOfLines } from '../../modules/ledger/store.ts'
import { notify } from '../accounts/notify.ts'
import { onceOnly } from '../orders/once-only.ts'
import { userOfCreator } from '../payments/user-of-creator.ts'

export interface HoldAsk {
  /** What it is about, such as `signal:<id>` or `dispute:<id>:<creator>`: the same hold is placed once. */
  key: string
  creator: string
  /** Null: everything that she has outstanding, also what is still to come. */
  orderLine: string | null
  reason: Extract<HoldReason, 'fraud_signal' | 'dispute' | 'refund_request' | 'staff' | 'ban'>
  signal?: string | null
  note?: string | null
  actor?: string | null
}

/**
 * Holds a commission back (ATT-26, ATT-37) in the caller's transaction: it is not payable until a release. It has to be reviewed
 * within 30 days. The creator is told. Answers the hold's id, the earlier one when this key was used.
 */
export async function holdCommission(req: PayloadRequest, ask: HoldAsk, at: Date): Promise<string> {
  const known = await findHoldByKey(req, ask.key)
  if (known) return known.id
  const until = new Date(at.getTime() + holdReviewDays * 86_400_000)
  const { signal = null, note = null, actor = null } = ask
  const id = await insertHold(req, { ...ask, signal, note, actor, until, at })
  const userId = await userOfCreator(req, ask.creator)
  if (userId)
    await notify(req, { userId, kind: 'commission-held', data: { until: until.toISOString(), amount: await outstandingOn(req, ask) } })
  return id
}

async function outstandingOn(req: PayloadRequest, { creator, orderLine }: HoldAsk) {
  const own = orderLine ? (await entriesOfLines(req, [orderLine])).filter((entry) => entry.creator === creator) : []
  const [first] = own
  return first ? { amount: own.reduce((sum, { amount }) => sum + amount, 0), currency: first.currency } : null
}

export interface StaffHold {
  creator: string
  orderLine: string | null
  note: string
}

/** Staff (finance, admin) hold a commission by hand, with a note. Fails with `forbidden`, `invalid`, `not_found`. */
export async function holdByStaff(ctx: Ctx, actor: Actor, input: StaffHold, idempotencyKey: string): Promise<Result<{ holdId: string }>> {
  if (!actor.userId || !hasRole(actor, 'finance', 'admin')) return fail('forbidden', 'Commissions are held by the roles finance and admin.')
  const { userId } = actor
  const note = input.note.trim()
  if (note.length < 1 || note.length > 500)
    return fail('invalid', `Expected a note of 1 to 500 characters, got ${note.length}`, { field: 'note' })
  const once = { label: 'hold commission', key: `hold:${userId}:${idempotencyKey}`, request: { ...input, note } }
  return onceOnly<{ holdId: string }>(ctx, once, async (req) => {
    if (!isId(input.creator) || !(await userOfCreator(req, input.creator))) return fail('not_found', 'There is no such creator.')
    if (input.orderLine && !(await entriesOfLines(req, [input.orderLine])).some(({ creator }) => creator === input.creator))
      return fail('not_found', 'This creator earned nothing on such a line.')
    const ask = {
      key: `staff:${newId()}`,
      creator: input.creator,
      orderLine: input.orderLine,
      reason: 'staff' as const,
      note,
      actor: userId,
    }
    return ok({ holdId: await holdCommission(req, ask, ctx.clock.now()) })
  })
}
