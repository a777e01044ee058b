import type { Ctx } from '../../context.ts'
import { findUnread, removeNotification } from '../../modules/accounts/store/notices.ts'
import { findUserIdsWithRole } from '../../modules/accounts/store.ts'
import { notify } from '../accounts/notify.ts'
import { countHolds } from './list-holds.ts'

/**
 * ATT-37: tells everybody of finance, and the log, how many holds nobody has looked at within 30 days. Once a night while there are
 * some; what she has not read yet makes room for the newer count. Answers how many there are.
 */
export async function tellOverdueHolds(ctx: Ctx): Promise<number> {
  const { overdue: count, since } = await countHolds(await ctx.req(), ctx.clock.now())
  if (count === 0 || !since) return 0
  ctx.log.warn({ count, since }, 'Commissions are on hold past the day by which somebody had to look')
  await ctx.tx('tell of overdue holds', async (req) => {
    for (const userId of await findUserIdsWithRole(req, 'finance')) {
      for (const id of await findUnread(req, { userId, kind: 'holds-overdue' })) await removeNotification(req, id)
      await notify(req, { userId, kind: 'holds-overdue', data: { count, since: since.toISOString() } })
    }
  })
  return count
}
