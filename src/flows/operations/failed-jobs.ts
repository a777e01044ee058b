import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { shortFault } from '../../modules/operations/index.ts'
import { failedJobs } from '../../modules/operations/store.ts'

/** A job that failed for good. Its input is not told: it may hold secrets of mails. Times as ISO strings. */
export interface FailedJob {
  id: string
  task: string
  fault: string
  tries: number
  queuedAt: string
  failedAt: string
}

/** Jobs that failed for good, the latest first, 50 at most. Failure `forbidden` unless an admin asks. */
export async function listFailedJobs(ctx: Ctx, actor: Actor): Promise<Result<{ jobs: FailedJob[] }>> {
  if (!hasRole(actor, 'admin')) return fail('forbidden', 'Jobs are seen by admins.')
  const rows = await failedJobs(await ctx.req(), 50)
  const jobs = rows.map(({ id, taskSlug, error, log, totalTried, createdAt, updatedAt }) => ({
    id: String(id),
    task: taskSlug ?? 'unknown',
    fault: shortFault(log?.at(-1)?.error ?? error),
    tries: totalTried ?? 0,
    queuedAt: createdAt,
    failedAt: updatedAt,
  }))
  return ok({ jobs })
}
