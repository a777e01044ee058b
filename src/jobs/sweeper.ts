import type { PayloadRequest } from 'payload'
import { taskSlugs } from './tasks.ts'

/**
 * Frees jobs that are marked as running though nobody runs them: a killed process leaves them so, and no run selects
 * them again. Call it only while no jobs run. Answers how many. They run again, from their start: handlers are idempotent.
 */
export async function freeStuckJobs(req: PayloadRequest): Promise<number> {
  const { docs } = await req.payload.find({
    collection: 'payload-jobs',
    where: { processing: { equals: true } },
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  for (const { id } of docs) await req.payload.db.updateOne({ collection: 'payload-jobs', id, data: { processing: false }, req })
  return docs.length
}

/** Takes away jobs of tasks that this version does not have any more: nobody runs them, and in a queue they would only fail. Call it only while no jobs run. */
export async function forgetUnknownJobs(req: PayloadRequest): Promise<void> {
  await req.payload.db.deleteMany({ collection: 'payload-jobs', where: { taskSlug: { not_in: [...taskSlugs] } }, req })
}
