import { redirect } from 'react-router'
import { readFinanceWaits } from '../../../flows/operations/finance-waits.ts'
import { lockRun } from '../../../flows/payouts/lock-run.ts'
import { listRuns, previewRun } from '../../../flows/payouts/read-runs.ts'
import { hasRole } from '../../../lib/actor.ts'
import { newId } from '../../../lib/ids.ts'
import { failureStatus } from '../../../lib/result.ts'
import styles from '../../../ui/commerce/commerce.css?url'
import { isLocale, localePath, translate } from '../../../ui/i18n/index.ts'
import { payouts as messages } from '../../../ui/i18n/messages/payouts.ts'
import { DeskPayouts } from '../../../ui/payouts/index.ts'
import payoutStyles from '../../../ui/payouts/payouts.css?url'
import { Shell } from '../../../ui/shell/index.ts'
import { textFields, valueOr404 } from '../../lib/answers.ts'
import { rolesOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import { privateHeaders, privately } from '../commerce/private.ts'
import type { Route } from './+types/desk-payouts'
import { oopsOf } from './oops.ts'
import { deskPayoutsView } from './views.ts'

export const links = () => [styles, payoutStyles].map((href) => ({ rel: 'stylesheet', href }))
export const headers = privateHeaders
export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(messages, isLocale(args.params.lang) ? args.params.lang : 'zh', 'title'), noindex: true })

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor, locale } = await rolesOnly(args, 'finance', 'admin')
  const preview = valueOr404(await previewRun(ctx, actor))
  const { runs } = valueOr404(await listRuns(ctx, actor))
  const waits = valueOr404(await readFinanceWaits(ctx, actor))
  const mayLock = hasRole(actor, 'finance')
  return privately({ view: deskPayoutsView({ preview, runs, waits, mayLock, locale, idempotencyKey: newId() }) })
}

/** `lock` (`pay.<creator>` = its amount in the preview). */
export async function action(args: Route.ActionArgs) {
  const { ctx, actor, locale } = await rolesOnly(args, 'finance', 'admin')
  const { idempotencyKey = newId(), ...fields } = textFields(await args.request.formData())
  const chosen = Object.entries(fields).flatMap(([name, value]) =>
    name.startsWith('pay.') ? [{ creator: name.slice(4), amount: Number(value) }] : [],
  )
  if (chosen.length === 0) return privately({ oops: 'nothing' as const }, 422)
  const expectedTotal = chosen.reduce((sum, { amount }) => sum + amount, 0)
  const locked = await lockRun(ctx, actor, { expectedTotal, creators: chosen.map(({ creator }) => creator) }, idempotencyKey)
  if (!locked.ok) return privately({ oops: oopsOf(locked.failure) }, failureStatus[locked.failure.code])
  return redirect(localePath(locale, `/desk/payouts/${locked.value.runId}`), { headers: privateHeaders() })
}

export default function DeskPayoutsPage({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <Shell section="sales">
      <DeskPayouts view={loaderData.view} oops={actionData?.oops ?? null} />
    </Shell>
  )
}
