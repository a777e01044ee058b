import { redirect } from 'react-router'
import { readOrder } from '../../../flows/orders/read-order.ts'
import { promotable } from '../../../flows/promoters/read-promotion.ts'
import { hasRole } from '../../../lib/actor.ts'
import { newId } from '../../../lib/ids.ts'
import styles from '../../../ui/commerce/commerce.css?url'
import { OrderPage, orderFields, RefundPanel } from '../../../ui/commerce/index.ts'
import { isLocale, translate } from '../../../ui/i18n/index.ts'
import { order as messages } from '../../../ui/i18n/messages/order.ts'
import { Shell } from '../../../ui/shell/index.ts'
import { textFields, valueOr404 } from '../../lib/answers.ts'
import { pageMeta } from '../../lib/meta.ts'
import type { Route } from './+types/order'
import { afterSales } from './after-sales-action.ts'
import { openDoor, withCookies } from './door.ts'
import { FreshNow } from './FreshNow.tsx'
import { loadOrder } from './load-order.ts'
import { cancel, retry } from './order-action.ts'
import { keepOrderKey } from './order-key.ts'
import { orderView, refundPanelView } from './order-view.ts'
import { privateHeaders, privately } from './private.ts'
import { refund } from './refund-action.ts'
import { usePolling } from './use-polling.ts'

export const links = () => [{ rel: 'stylesheet', href: styles }]
export const headers = privateHeaders

export const meta = (args: Route.MetaArgs) => {
  const locale = isLocale(args.params.lang) ? args.params.lang : 'zh'
  const number = args.loaderData?.order.number
  return pageMeta(args, {
    title: number ? translate(messages, locale, 'order', { number }) : translate(messages, locale, 'orderShort'),
    noindex: true,
  })
}

export async function loader(args: Route.LoaderArgs) {
  const door = openDoor(args)
  const orderId = args.params.id
  const { searchParams } = new URL(args.request.url)
  const secret = searchParams.get('key')
  if (secret !== null) return keepKey(door, orderId, secret)
  const parts = await loadOrder(door, orderId, searchParams.has('returned'))
  const actor = await door.visit.actor()
  const mayRefund = hasRole(actor, 'finance', 'admin')
  const products = parts.order.reader === 'owner' ? parts.order.lines.map(({ productId }) => productId) : []
  return privately({
    order: orderView({ ...parts, promotable: await promotable(door.ctx, actor, products) }),
    // What pays the difference of an exchange goes back with its goods, on the other order.
    refund: mayRefund && parts.order.exchangeOf === null ? refundPanelView(parts, newId()) : null,
    now: door.ctx.clock.now().toISOString(),
  })
}

/** A guest's link: the key moves from the address, where it would stay in histories and referrers, into the cookie. */
async function keepKey({ ctx, visit, to }: ReturnType<typeof openDoor>, orderId: string, secret: string): Promise<never> {
  valueOr404(await readOrder(ctx, visit, { orderId, secret }))
  throw redirect(to(`/orders/${orderId}`), { headers: withCookies([keepOrderKey(visit, { orderId, secret })], privateHeaders()) })
}

/** What the order's page and the staff's refund form post. */
export async function action(args: Route.ActionArgs) {
  const door = openDoor(args)
  const form = await args.request.formData()
  const fields = textFields(form)
  const orderId = args.params.id
  switch (fields[orderFields.intent]) {
    case 'retry':
      return retry(door, orderId)
    case 'cancel':
      return cancel(door, orderId)
    case 'refund':
      return refund(door, orderId, form, fields)
    default:
      return afterSales(door, orderId, form, fields)
  }
}

export default function Order({ loaderData, actionData }: Route.ComponentProps) {
  const { order, refund, now } = loaderData
  const waiting = order.state === 'awaiting_payment' || order.state === 'payment_failed'
  const refresh = usePolling(waiting && !order.checking)
  const answer = actionData && 'refund' in actionData ? actionData.refund : undefined
  const after = actionData && 'after' in actionData ? actionData.after : undefined
  return (
    <FreshNow now={now}>
      <Shell section={order.reader === 'staff' ? 'sales' : 'me'}>
        <OrderPage order={order} onRefresh={refresh} answer={after}>
          {refund ? <RefundPanel key={refund.seen} view={refund} {...(answer ?? {})} /> : null}
        </OrderPage>
      </Shell>
    </FreshNow>
  )
}
