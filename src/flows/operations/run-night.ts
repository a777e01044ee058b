import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { dayIn } from '../../lib/calendar.ts'
import { moveMark, readMark } from '../../modules/operations/store/marks.ts'
import { sealLedger } from '../earnings/seal-ledger.ts'
import { signalCreators } from '../fraud/signal-creators.ts'
import { tellOverdueHolds } from '../holds/tell-overdue-holds.ts'
import { siteTimeZone } from '../payments/site-day.ts'
import { closeMonths } from '../statements/close-month.ts'
import { reviewTiers } from '../tiers/review-tiers.ts'
import { checkBooksNow } from './check-books-now.ts'
import { scanLabels } from './scan-labels.ts'

/** What is done once a day, in this order. Each can run twice without harm: a day that was not marked is done again. */
const chores: readonly { name: string; run: (ctx: Ctx) => Promise<unknown> }[] = [
  { name: 'seals', run: sealLedger },
  { name: 'tiers', run: reviewTiers },
  { name: 'statements', run: closeMonths },
  { name: 'books', run: checkBooksNow },
  { name: 'signals', run: signalCreators },
  { name: 'labels', run: scanLabels },
  { name: 'holds', run: tellOverdueHolds },
]

/** The hour of the shop's calendar from which on a day's chores are done. */
const hour = 3

/**
 * Does the chores of the day that were not done yet, from three in the morning on: a shop that is off at night does them when it
 * starts. A chore that fails is logged and tried again at the next call, and holds no other up. Answers the names of what was done.
 */
export async function runNight(ctx: Ctx): Promise<string[]> {
  const now = ctx.clock.now()
  const day = await nightOf(await ctx.req(), now)
  const done: string[] = []
  for (const { name, run } of chores) {
    const key = `night:${name}`
    if (((await readMark(await ctx.req(), key)) ?? 0) >= day) continue
    try {
      await run(ctx)
      await ctx.tx('mark chore', (req) => moveMark(req, key, day))
      done.push(name)
    } catch (error) {
      ctx.log.error({ err: error, chore: name }, 'A chore of the night failed; it is tried again')
    }
  }
  return done
}

/** The day whose night has come, as a number such as 20261102: before three it is still yesterday's. */
async function nightOf(req: PayloadRequest, now: Date): Promise<number> {
  const early = new Date(now.getTime() - hour * 3_600_000)
  const text = dayIn(await siteTimeZone(req))(early)
  return Number(text.replaceAll('-', ''))
}
