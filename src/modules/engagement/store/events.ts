import type { PayloadRequest } from 'payload'
import { newId } from '../../../lib/ids.ts'
import type { EngagementEvent } from '../../../payload-types.ts'

export interface EventRow {
  kind: 'view' | 'impression' | 'share'
  targetKind: 'posts' | 'video-notes' | 'products'
  target: string
  /** Null without consent: then the row says what was seen and never by whom. */
  visitor: string | null
  feed: string | null
  position: number | null
  dwellMs: number | null
  consent: 'granted' | 'denied' | 'unknown'
  /** ISO. */
  at: string
}

export async function insertEvents(req: PayloadRequest, rows: readonly EventRow[]): Promise<void> {
  for (const row of rows)
    await req.payload.db.create({ collection: 'engagement-events', data: { id: newId(), ...row }, returning: false, req })
}

/** Deletes at most `limit` rows from before then. Answers how many. */
export async function deleteOldEvents(req: PayloadRequest, before: Date, limit: number): Promise<number> {
  const { docs } = await req.payload.db.find<EngagementEvent>({
    collection: 'engagement-events',
    where: { at: { less_than: before.toISOString() } },
    select: { at: true },
    limit,
    pagination: false,
    req,
  })
  if (docs.length > 0)
    await req.payload.db.deleteMany({ collection: 'engagement-events', where: { id: { in: docs.map(({ id }) => id) } }, req })
  return docs.length
}
