import type { Ctx } from '../../context.ts'
import { deleteGuestCarts } from '../../modules/checkout/store/carts.ts'
import { deleteExpiredKeys } from '../../modules/checkout/store/idempotency.ts'

const day = 86_400_000
/** A guest's browser forgets its basket after 90 days, and no touch of it could earn any more (ATT-07). */
const cartDays = 91

/** Rows of one transaction: others want to write, too. */
const part = 200

export interface Swept {
  idempotencyKeys: number
  carts: number
}

/**
 * Deletes what nobody can ask for any more: answers kept for retries past their term, and guests' baskets that their
 * browsers have forgotten. Baskets of accounts stay. In parts, each a transaction of its own. Answers how many.
 */
export async function sweepRows(ctx: Ctx): Promise<Swept> {
  const now = ctx.clock.now()
  const left = new Date(now.getTime() - cartDays * day)
  return {
    idempotencyKeys: await inParts(() => ctx.tx('sweep kept answers', (req) => deleteExpiredKeys(req, now, part))),
    carts: await inParts(() => ctx.tx('sweep old carts', (req) => deleteGuestCarts(req, left, part))),
  }
}

async function inParts(deletePart: () => Promise<number>): Promise<number> {
  let total = 0
  for (let deleted = part; deleted === part; total += deleted) deleted = await deletePart()
  return total
}
