import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findCreatorRows } from '../../modules/accounts/store/creators.ts'
import { liveHolds } from '../../modules/ledger/index.ts'
import { allHolds, type StoredHold } from '../../modules/ledger/store/holds.ts'

export interface HoldView {
  id: string
  creator: { id: string; name: string }
  orderLine: string | null
  reason: string
  signal: string | null
  note: string | null
  at: string
  until: string | null
  /** ATT-37: nobody has looked at it within 30 days. It still holds, and stands first until somebody does. */
  overdue: boolean
}

/** Holds that stand, those that wait too long first. For finance and admin. */
export async function listHolds(ctx: Ctx, actor: Actor): Promise<Result<{ holds: HoldView[] }>> {
  if (!hasRole(actor, 'finance', 'admin')) return fail('forbidden', 'Holds are reviewed by the roles finance and admin.')
  const req = await ctx.req()
  const live = liveHolds(await allHolds(req)) as StoredHold[]
  const creators = await findCreatorRows(req, [...new Set(live.map(({ creator }) => creator))])
  const now = ctx.clock.now()
  const holds = live.map((hold) => ({
    ...{ id: hold.id, orderLine: hold.orderLine, reason: hold.reason, signal: hold.signal, note: hold.note, at: hold.at.toISOString() },
    creator: { id: hold.creator, name: creators.get(hold.creator)?.displayName ?? hold.creator },
    until: hold.until?.toISOString() ?? null,
    overdue: hold.until !== null && hold.until < now,
  }))
  return ok({ holds: holds.sort((a, b) => ((a.until ?? a.at) < (b.until ?? b.at) ? -1 : 1)) })
}
