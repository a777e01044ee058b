import { readFaces } from '../../../flows/commerce/read-faces.ts'
import { listOrders } from '../../../flows/orders/list-orders.ts'
import { AccountFrame } from '../../../ui/account/index.ts'
import styles from '../../../ui/commerce/commerce.css?url'
import { OrderList } from '../../../ui/commerce/index.ts'
import { isLocale, translate } from '../../../ui/i18n/index.ts'
import { order as messages } from '../../../ui/i18n/messages/order.ts'
import { valueOr404 } from '../../lib/answers.ts'
import { membersOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import type { Route } from './+types/orders'
import { openDoor } from './door.ts'
import { orderRows } from './order-rows.ts'
import { privateHeaders, privately } from './private.ts'

export const links = () => [{ rel: 'stylesheet', href: styles }]
export const headers = privateHeaders

export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(messages, isLocale(args.params.lang) ? args.params.lang : 'zh', 'orders'), noindex: true })

export async function loader(args: Route.LoaderArgs) {
  const { actor, locale } = await membersOnly(args)
  const { ctx, to } = openDoor(args)
  const cursor = new URL(args.request.url).searchParams.get('after') ?? undefined
  const { orders, nextCursor } = valueOr404(await listOrders(ctx, actor, { cursor }))
  const faces = await readFaces(ctx, { locale, pictures: orders.flatMap(({ pictures }) => pictures) })
  return privately({
    orders: orderRows(orders, faces, locale),
    shopHref: to('/'),
    olderHref: nextCursor ? `${to('/orders')}?after=${nextCursor}` : null,
  })
}

export default function Orders({ loaderData }: Route.ComponentProps) {
  return (
    <AccountFrame part="orders" ownMain>
      <OrderList {...loaderData} />
    </AccountFrame>
  )
}
