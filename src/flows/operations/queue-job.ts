import type { PayloadRequest } from 'payload'

interface WantedJob {
  task: string
  input: Record<string, string | number>
  queue: 'default' | 'index' | 'media' | 'mail'
  /** Not before this moment. */
  waitUntil?: Date
}

/**
 * Queues a job in the caller's transaction: it exists exactly when the change is committed. What Payload's own `jobs.queue`
 * writes here, without reading it back: nobody looks at a job that was just made.
 */
export async function queueJob(req: PayloadRequest, { task, input, queue, waitUntil }: WantedJob): Promise<void> {
  const data = { taskSlug: task, input, queue, ...(waitUntil ? { waitUntil: waitUntil.toISOString() } : {}) }
  await req.payload.db.create({ collection: 'payload-jobs', data, returning: false, req })
}
