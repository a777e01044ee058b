import type { Ctx } from '../../../context.ts'

const dayMs = 86_400_000

/** The same shop some days ago, at a time of that day: what happens in it is stamped then. `minutes` shifts it. */
export function daysAgo(ctx: Ctx, days: number, minutes = 0): Ctx {
  const at = ctx.clock.now().getTime() - days * dayMs - 3 * 3_600_000 + minutes * 60_000
  return { ...ctx, clock: { now: () => new Date(at) } }
}
