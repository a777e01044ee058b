import type { Ctx } from '../../../context.ts'
import { pastMark } from '../../../lib/past.ts'

const dayMs = 86_400_000
/** The newest that happens here lies so long ago, so that nothing of it is younger than the first visitor. */
const restMs = 2 * 3_600_000

/** The moment some days ago. `minutes` shifts it. */
export const momentAgo = (now: Date, days: number, minutes = 0): Date =>
  new Date(now.getTime() - restMs - Math.round(days * dayMs) + minutes * 60_000)

/**
 * The same shop some days ago: what happens in it is stamped then, rows that hooks write too, and nobody gets a letter
 * about it today.
 */
export function daysAgo(ctx: Ctx, days: number, minutes = 0): Ctx {
  const at = momentAgo(ctx.clock.now(), days, minutes)
  const tx: Ctx['tx'] = (label, fn, from) =>
    ctx.tx(
      label,
      (req) => {
        req.context[pastMark] = at.toISOString()
        return fn(req)
      },
      from,
    )
  // What was bought in the demo world was paid with play money, whatever the shop is paid with now.
  const past = { payments: { ...ctx.payments, stripe: null }, sandbox: { ...ctx.sandbox, enabled: true } }
  return { ...ctx, ...past, tx, clock: { now: () => new Date(at) } }
}
