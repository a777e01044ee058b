import type { Ctx } from '../../context.ts'
import { salesAfter } from '../../modules/conversions/store/sales.ts'
import type { PastOrder } from '../../modules/fraud/store/past.ts'
import { saleDecisionOf } from '../conversions/countable.ts'

const part = 100

/** Sales elsewhere since a moment, by credited creator, as her past orders are. One walk for all of them, each part by a request of its own. */
export async function creditedSales(ctx: Pick<Ctx, 'req'>, since: Date): Promise<Map<string, PastOrder[]>> {
  const byCreator = new Map<string, PastOrder[]>()
  for (let after = ''; ; ) {
    const some = await salesAfter(await ctx.req(), since, after, part)
    const last = some.at(-1)
    if (!last) return byCreator
    for (const { id, soldAt: placedAt, lines } of some) {
      const own = new Map<string, PastOrder>()
      for (const line of lines) {
        const { winner, coupon } = saleDecisionOf(line) ?? {}
        if (!winner) continue
        const known = own.get(winner.creatorId) ?? { id, placedAt, coupon: coupon?.couponId ?? null, lineIds: [] }
        own.set(winner.creatorId, { ...known, lineIds: [...known.lineIds, line.id] })
      }
      for (const [creator, order] of own) byCreator.set(creator, [...(byCreator.get(creator) ?? []), order])
    }
    after = last.id
  }
}
