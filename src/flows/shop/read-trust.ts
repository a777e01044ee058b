import type { Ctx } from '../../context.ts'
import { readCreditedOrders } from '../../modules/ledger/store/credited-orders.ts'
import { countRestricted } from '../../modules/publishing/store/restricted.ts'

/** From so many orders on a share says something. */
const ENOUGH = 5

export interface TrustFacts {
  /** Orders that were credited to her. */
  orders: number
  /** Share that refunds took back, in basis points; absent below five orders, where one would be everything. */
  returnedBps?: number
  /** Her pieces that editors limit or have taken down now. */
  restricted: number
  /** When this was computed (ISO): the page is kept, these figures go on. */
  at: string
}

/** A creator's trust record, from the books and the editors' decisions; she cannot edit any of it. */
export async function readTrust(ctx: Ctx, { creatorId }: { creatorId: string }): Promise<TrustFacts> {
  const req = await ctx.req()
  const { orders, takenBackBps } = await readCreditedOrders(req, creatorId)
  return {
    orders,
    ...(takenBackBps !== null && orders >= ENOUGH ? { returnedBps: takenBackBps } : {}),
    restricted: await countRestricted(req, creatorId),
    at: ctx.clock.now().toISOString(),
  }
}
