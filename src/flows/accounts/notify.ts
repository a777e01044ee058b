import type { PayloadRequest } from 'payload'
import { newId } from '../../lib/ids.ts'

export interface Notice {
  userId: string
  /** What it is about, such as `review-decided`; the interface has the words. */
  kind: string
  /** Facts for the words: ids, titles, rules. No personal data of others. */
  data: Record<string, unknown>
}

/** Leaves a notification in the caller's transaction: it is there exactly when the change is. */
export async function notify(req: PayloadRequest, { userId, kind, data }: Notice): Promise<void> {
  await req.payload.create({
    collection: 'notifications',
    data: { id: newId(), user: userId, kind, data },
    depth: 0,
    overrideAccess: true,
    req,
  })
}
