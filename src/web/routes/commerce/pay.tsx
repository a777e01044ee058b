import { redirect } from 'react-router'
import { readOrder } from '../../../flows/orders/read-order.ts'
import { goToPayment } from '../../../flows/payments/go-to-payment.ts'
import { playSandbox, readSandboxPayment, sandboxDelaySeconds } from '../../../flows/payments/play-sandbox.ts'
import styles from '../../../ui/commerce/commerce.css?url'
import { payFields, SandboxPay } from '../../../ui/commerce/index.ts'
import { isLocale, translate } from '../../../ui/i18n/index.ts'
import { commerce } from '../../../ui/i18n/messages/commerce.ts'
import { common } from '../../../ui/i18n/messages/common.ts'
import { failurePage, textFields, valueOr404 } from '../../lib/answers.ts'
import { pageMeta } from '../../lib/meta.ts'
import type { Route } from './+types/pay'
import { type Door, openDoor } from './door.ts'
import { FreshNow } from './FreshNow.tsx'
import { playOf, sandboxPayView } from './pay-view.ts'
import { privateHeaders, privately } from './private.ts'

export const links = () => [{ rel: 'stylesheet', href: styles }]
export const headers = privateHeaders

export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(commerce, isLocale(args.params.lang) ? args.params.lang : 'zh', 'pay'), noindex: true })

export async function loader(args: Route.LoaderArgs) {
  const { ctx, visit, locale, to } = openDoor(args)
  await leaveToPay(openDoor(args), args.params.paymentId)
  const payment = valueOr404(await readSandboxPayment(ctx, visit, { paymentId: args.params.paymentId }))
  const order = valueOr404(await readOrder(ctx, visit, { orderId: payment.orderId }))
  const now = ctx.clock.now().toISOString()
  const view = sandboxPayView({
    payment,
    reservedUntil: order.reservedUntil,
    merchant: translate(common, locale, 'siteName'),
    orderHref: to(`/orders/${payment.orderId}`),
    delaySeconds: sandboxDelaySeconds,
    now,
  })
  return privately({ view, now })
}

/** On to the provider's page, when it is none of ours; back to the order when nothing is to be paid there. */
async function leaveToPay({ ctx, visit, to }: Door, paymentId: string): Promise<void> {
  const away = await goToPayment(ctx, visit, { paymentId })
  if (away.ok && away.value.url) throw redirect(away.value.url, { headers: privateHeaders() })
  if (!away.ok && away.failure.code === 'unavailable') throw failurePage(away.failure)
  const order = away.ok ? null : away.failure.details?.orderId
  if (order) throw redirect(to(`/orders/${String(order)}`), { headers: privateHeaders() })
}

/** Plays what was chosen. A payment that has its result already leads to the order, which says what is true. */
export async function action(args: Route.ActionArgs) {
  const { ctx, visit, to } = openDoor(args)
  const fields = textFields(await args.request.formData())
  const { paymentId } = args.params
  const payment = valueOr404(await readSandboxPayment(ctx, visit, { paymentId }))
  const order = to(`/orders/${payment.orderId}`)
  if (fields[payFields.intent] === 'cancel') return redirect(order, { headers: privateHeaders() })
  const play = playOf(fields[payFields.outcome])
  if (!play) throw failurePage({ code: 'bad_request', message: 'Expected one of the outcomes of the page.', field: payFields.outcome })
  const played = await playSandbox(ctx, visit, { paymentId, choice: play.choice })
  if (!played.ok && played.failure.code !== 'state') throw failurePage(played.failure)
  const goTo = played.ok && (play.goTo !== 'returned' || played.value.open) ? play.goTo : 'order'
  const target = { order, returned: `${order}?returned=1`, stay: to(`/pay/${paymentId}`) }[goTo]
  return redirect(target, { headers: privateHeaders() })
}

export default function Pay({ loaderData }: Route.ComponentProps) {
  return (
    <FreshNow now={loaderData.now}>
      <SandboxPay view={loaderData.view} />
    </FreshNow>
  )
}
