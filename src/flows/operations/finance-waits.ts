import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { bonusesByState } from '../../modules/ledger/store/bonuses.ts'
import { countHolds } from '../holds/list-holds.ts'
import { countNewTroubles } from '../payments/list-troubles.ts'

/** What waits for somebody of finance. */
export interface FinanceWaits {
  holds: number
  /** Of these, past the day by which they had to be looked at (ATT-37). */
  overdueHolds: number
  /** Bonuses that were proposed and not decided. */
  bonuses: number
  /** Notices of payment that nobody has seen. */
  troubles: number
}

/** Counts for the first pages of finance. For finance and admin. */
export async function readFinanceWaits(ctx: Ctx, actor: Actor): Promise<Result<FinanceWaits>> {
  if (!hasRole(actor, 'finance', 'admin')) return fail('forbidden', 'What waits for finance is seen by the roles finance and admin.')
  const req = await ctx.req()
  const { live: holds, overdue: overdueHolds } = await countHolds(req, ctx.clock.now())
  const bonuses = (await bonusesByState(req, 'proposed')).length
  return ok({ holds, overdueHolds, bonuses, troubles: await countNewTroubles(req) })
}
