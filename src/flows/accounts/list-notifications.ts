import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { countUnread, findNotifications, markRead } from '../../modules/accounts/store.ts'

export interface NotificationView {
  id: string
  kind: string
  data: Record<string, unknown>
  at: string
  read: boolean
}

/** The latest fifty notifications of the account, newest first, and how many are unread. */
export async function listNotifications(ctx: Ctx, actor: Actor): Promise<Result<{ notifications: NotificationView[]; unread: number }>> {
  if (!actor.userId) return fail('unauthenticated', 'Log in to see notifications.')
  const rows = await findNotifications(await ctx.req(), actor.userId, 50)
  const notifications = rows.map(({ id, kind, data, createdAt, readAt }) => ({
    id,
    kind,
    data: (data ?? {}) as Record<string, unknown>,
    at: createdAt,
    read: Boolean(readAt),
  }))
  return ok({ notifications, unread: await countUnread(await ctx.req(), actor.userId) })
}

/** Marks all notifications of the account as read. */
export async function markNotificationsRead(ctx: Ctx, actor: Actor): Promise<Result<{ unread: 0 }>> {
  const { userId } = actor
  if (!userId) return fail('unauthenticated', 'Log in to change notifications.')
  const at = ctx.clock.now().toISOString()
  await ctx.tx('mark notifications read', (req) => markRead(req, userId, at))
  return ok({ unread: 0 })
}
