import type { Ctx } from '../../context.ts'
import { deleteGuestCarts } from '../../modules/checkout/store/carts.ts'
import { deleteExpiredKeys } from '../../modules/checkout/store/idempotency.ts'
import { deleteOldEvents } from '../../modules/engagement/store/events.ts'
import { deleteEndedJobs } from '../../modules/operations/store.ts'
import { deleteOldPurges } from '../pages/read-purges.ts'

const hour = 3_600_000
const day = 24 * hour
/** A guest's browser forgets its basket after 90 days, and no touch of it could earn any more (ATT-07). */
const cartDays = 91
/** The ranking looks back no further (src/flows/feed). */
const eventDays = 90

/** Rows of one transaction: others want to write, too. */
const part = 200

export interface Swept {
  idempotencyKeys: number
  carts: number
  jobs: number
  purges: number
  events: number
}

/**
 * Deletes what nobody can ask for any more: answers kept for retries past their term, and guests' baskets that their
 * browsers have forgotten, rows of jobs that a crash left behind when they had ended, purges of pages that every server has long read, and what was seen three months ago. Baskets of accounts stay. In parts, each a transaction of its own. Answers how many.
 */
export async function sweepRows(ctx: Ctx): Promise<Swept> {
  const now = ctx.clock.now()
  const left = new Date(now.getTime() - cartDays * day)
  return {
    idempotencyKeys: await inParts(() => ctx.tx('sweep kept answers', (req) => deleteExpiredKeys(req, now, part))),
    carts: await inParts(() => ctx.tx('sweep old carts', (req) => deleteGuestCarts(req, left, part))),
    jobs: await inParts(() => ctx.tx('sweep ended jobs', (req) => deleteEndedJobs(req, new Date(now.getTime() - hour), part))),
    purges: await inParts(() => ctx.tx('sweep old purges', (req) => deleteOldPurges(req, new Date(now.getTime() - hour), part))),
    events: await inParts(() => ctx.tx('sweep old events', (req) => deleteOldEvents(req, new Date(now.getTime() - eventDays * day), part))),
  }
}

async function inParts(deletePart: () => Promise<number>): Promise<number> {
  let total = 0
  for (let deleted = part; deleted === part; total += deleted) deleted = await deletePart()
  return total
}
