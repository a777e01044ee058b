import { data } from 'react-router'
import { listNotifications, markNotificationsRead } from '../../../flows/accounts/list-notifications.ts'
import { readShopFrame } from '../../../flows/shop/read-shop-frame.ts'
import { isNotificationKind, type NotificationData, notificationText } from '../../../modules/notifications/index.ts'
import { AccountFrame } from '../../../ui/account/AccountFrame.tsx'
import { Notifications } from '../../../ui/account/Notifications.tsx'
import { localePath, translate } from '../../../ui/i18n/index.ts'
import { choices } from '../../../ui/i18n/messages/choices.ts'
import { valueOr404 } from '../../lib/answers.ts'
import { membersOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import type { Route } from './+types/notifications'
import { accountHeaders, accountLinks, answered } from './door.ts'

export const links = accountLinks
export const headers = accountHeaders
export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(choices, args.params.lang === 'en' ? 'en' : 'zh', 'notifications'), noindex: true })

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor, locale } = await membersOnly(args)
  const { notifications, unread } = valueOr404(await listNotifications(ctx, actor))
  const { timeZone } = await readShopFrame(ctx)
  const items = notifications.flatMap(({ id, kind, data: facts, at, read }) => {
    if (!isNotificationKind(kind)) return []
    const { text, path } = notificationText(kind, facts as NotificationData[typeof kind], { locale, timeZone })
    return [{ id, text, href: localePath(locale, path), at, read }]
  })
  return data({ items, unread }, { headers: accountHeaders() })
}

export async function action(args: Route.ActionArgs) {
  const { ctx, actor } = await membersOnly(args)
  return answered(valueOr404(await markNotificationsRead(ctx, actor)))
}

export default function NotificationsPage({ loaderData }: Route.ComponentProps) {
  return (
    <AccountFrame part="notifications">
      <Notifications {...loaderData} />
    </AccountFrame>
  )
}
