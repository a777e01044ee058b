import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findHold, findHoldByKey, type HoldReason, insertRelease, releaseOf } from '../../modules/ledger/store/holds.ts'
import { notify } from '../accounts/notify.ts'
import { onceOnly } from '../orders/once-only.ts'
import { userOfCreator } from '../payments/user-of-creator.ts'

export interface Release {
  /** Id of the hold, or the key under which it was placed. */
  hold: { id: string } | { key: string }
  reason: Extract<HoldReason, 'reviewed_fine' | 'expired' | 'dispute_won' | 'request_closed'>
  note?: string | null
  actor?: string | null
}

/** Ends a hold in the caller's transaction, and tells the creator. False when there is none, or it ended before. */
export async function releaseHold(req: PayloadRequest, { hold, reason, note = null, actor = null }: Release, at: Date): Promise<boolean> {
  const known = 'id' in hold ? await findHold(req, hold.id) : await findHoldByKey(req, hold.key)
  if (known?.kind !== 'hold' || (await releaseOf(req, known.id))) return false
  await insertRelease(req, known, { reason, note, actor, at })
  const userId = await userOfCreator(req, known.creator)
  if (userId) await notify(req, { userId, kind: 'commission-released', data: {} })
  return true
}

/** Staff (finance, admin) looked at a hold and found nothing. Nobody releases what is held of himself. Fails with `forbidden`, `state`. */
export async function releaseByStaff(
  ctx: Ctx,
  actor: Actor,
  { holdId, note }: { holdId: string; note: string },
  idempotencyKey: string,
): Promise<Result<{ holdId: string }>> {
  if (!actor.userId || !hasRole(actor, 'finance', 'admin')) return fail('forbidden', 'Holds are reviewed by the roles finance and admin.')
  const { userId, creatorId } = actor
  const text = note.trim()
  if (text.length < 1 || text.length > 500)
    return fail('invalid', `Expected a note of 1 to 500 characters, got ${text.length}`, { field: 'note' })
  const once = { label: 'release hold', key: `release:${userId}:${idempotencyKey}`, request: { holdId, note: text } }
  return onceOnly<{ holdId: string }>(ctx, once, async (req) => {
    const hold = await findHold(req, holdId)
    if (hold?.kind !== 'hold') return fail('not_found', 'There is no such hold.')
    if (hold.creator === creatorId) return fail('forbidden', 'Somebody else reviews a hold on your own commissions.')
    const done = await releaseHold(req, { hold: { id: holdId }, reason: 'reviewed_fine', note: text, actor: userId }, ctx.clock.now())
    return done ? ok({ holdId }) : fail('state', 'This hold has ended already.')
  })
}
