import { redirect } from 'react-router'
import { listPaymentTroubles, markTroublesSeen, type PaymentTrouble } from '../../../flows/payments/list-troubles.ts'
import { failureStatus } from '../../../lib/result.ts'
import { DeskTroubles, type TroubleRowView } from '../../../ui/finance/index.ts'
import { localePath } from '../../../ui/i18n/index.ts'
import { Shell } from '../../../ui/shell/index.ts'
import { textFields, valueOr404 } from '../../lib/answers.ts'
import { rolesOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import { privateHeaders, privately } from '../commerce/private.ts'
import type { Route } from './+types/desk-troubles'
import { financeTitle, outcomeOf } from './page.ts'

export { financeLinks as links } from './page.ts'
export const headers = privateHeaders
export const meta = (args: Route.MetaArgs) => pageMeta(args, { title: financeTitle(args.params.lang, 'troubles'), noindex: true })

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor } = await rolesOnly(args, 'finance', 'admin')
  const troubles = valueOr404(await listPaymentTroubles(ctx, actor, { limit: 200 }))
  const done = new URL(args.request.url).searchParams.has('done')
  return privately({ troubles: troubles.map(rowOf), outcome: done ? ('done' as const) : null })
}

const rowOf = ({ orderId, orderNumber, type: _type, ...trouble }: PaymentTrouble): TroubleRowView => ({
  ...trouble,
  order: orderId ? { id: orderId, number: orderNumber ?? '' } : null,
})

/** `seen` (`until`: the newest that was on the page). */
export async function action(args: Route.ActionArgs) {
  const { ctx, actor, locale } = await rolesOnly(args, 'finance', 'admin')
  const { until = '' } = textFields(await args.request.formData())
  const done = await markTroublesSeen(ctx, actor, { until })
  if (!done.ok) return privately({ outcome: outcomeOf(done.failure, []) }, failureStatus[done.failure.code])
  return redirect(`${localePath(locale, '/desk/payment-troubles')}?done`, { headers: privateHeaders() })
}

export default function DeskTroublesPage({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <Shell section="sales">
      <DeskTroubles {...loaderData} outcome={actionData?.outcome ?? loaderData.outcome} />
    </Shell>
  )
}
