import type { PayloadRequest } from 'payload'
import { newId } from '../../lib/ids.ts'
import type { NotificationData, NotificationKind } from '../../modules/notifications/index.ts'

/** A notification of one kind with the facts for its words: ids, titles, amounts. No personal data of others. */
export type Notice = { [Kind in NotificationKind]: { userId: string; kind: Kind; data: NotificationData[Kind] } }[NotificationKind]

/** Leaves a notification in the caller's transaction: it is there exactly when the change is. */
export async function notify(req: PayloadRequest, { userId, kind, data }: Notice): Promise<void> {
  // No hook of this collection does anything, and nobody reads back what was just left.
  await req.payload.db.create({
    collection: 'notifications',
    data: { id: newId(), user: userId, kind, data: { ...data }, readAt: null },
    returning: false,
    req,
  })
}
