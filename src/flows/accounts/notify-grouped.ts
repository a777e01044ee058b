import type { PayloadRequest } from 'payload'
import { findUnreadAbout, removeNotification } from '../../modules/accounts/store/notices.ts'
import type { GroupedNotice } from '../../modules/notifications/index.ts'
import { type Notice, notify } from './notify.ts'

/**
 * Leaves a notification in the caller's transaction; one of the same kind about the same thing that is still unread is
 * taken up into it, so that ten comments on a piece are one line with a count, at the place of the newest.
 */
export async function notifyGrouped(req: PayloadRequest, notice: Extract<Notice, { kind: GroupedNotice }>): Promise<void> {
  const { userId, kind, data } = notice
  const known = await findUnreadAbout(req, { userId, kind, target: data.target })
  if (known) await removeNotification(req, known.id)
  await notify(req, { ...notice, data: { ...data, count: data.count + (known?.count ?? 0) } } as Notice)
}
