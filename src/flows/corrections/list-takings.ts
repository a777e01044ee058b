import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { ok, type Result } from '../../lib/result.ts'
import { findCreatorRows } from '../../modules/accounts/store/creators.ts'
import { orderNumbers } from '../../modules/checkout/store/hinted-orders.ts'
import { latestCorrections } from '../../modules/ledger/store/corrections.ts'
import { readPayoutSettings } from '../../modules/ledger/store/settings.ts'
import { namesOf } from '../../modules/operations/store.ts'
import { riskStaff } from '../fraud/judge-signal.ts'

/** What finance took back by hand, as the desk shows it. Amount in minor units, from one up. */
export interface TakingView {
  id: string
  creator: { name: string; handle: string }
  /** Null for a sale of another shop. */
  order: { id: string; number: string } | null
  amount: { amount: number; currency: string }
  reason: string
  note: string
  /** Name of who took it. */
  by: string
  at: string
}

/** The latest that was taken back by hand, the newest first, and the currency of the shop. For finance and admin. */
export async function listTakings(ctx: Ctx, actor: Actor, limit = 10): Promise<Result<{ takings: TakingView[]; currency: string }>> {
  const who = riskStaff(actor)
  if (!who.ok) return who
  const req = await ctx.req()
  const rows = await latestCorrections(req, 'taken', limit)
  const { currency } = await readPayoutSettings(req)
  const creators = await findCreatorRows(req, [...new Set(rows.map(({ creator }) => creator))])
  const numbers = await orderNumbers(
    req,
    rows.map(({ order }) => order),
  )
  const names = await namesOf(
    req,
    rows.map((row) => row.actor),
  )
  const takings = rows.map(({ id, creator, order, amount, reason, note, at, ...row }): TakingView => {
    const number = numbers.get(order)
    return {
      ...{ id, reason, note, at, by: names.get(row.actor) ?? row.actor },
      creator: { name: creators.get(creator)?.displayName ?? creator, handle: creators.get(creator)?.handle ?? '' },
      order: number ? { id: order, number } : null,
      amount: { amount: -amount, currency: row.currency },
    }
  })
  return ok({ takings, currency })
}
