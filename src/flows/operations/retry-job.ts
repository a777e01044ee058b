import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { retryFailedJob } from '../../modules/operations/store.ts'

/**
 * Has a job that failed for good run again, with all its tries. Handlers are idempotent, so what was half done is
 * finished and not done twice. Failures: `forbidden`, `not_found` when it is no failed job (any more).
 */
export async function retryJob(ctx: Ctx, actor: Actor, { id }: { id: string }): Promise<Result<{ queued: true }>> {
  if (!hasRole(actor, 'admin')) return fail('forbidden', 'Jobs are run again by admins.')
  const found = await ctx.tx('retry job', (req) => retryFailedJob(req, id))
  return found ? ok({ queued: true }) : fail('not_found', 'There is no job of this number that failed for good; it may be running again.')
}
