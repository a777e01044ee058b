import { redirect } from 'react-router'
import type { Ctx } from '../../../context.ts'
import { approveRun } from '../../../flows/payouts/approve-run.ts'
import { cancelRun } from '../../../flows/payouts/cancel-run.ts'
import { endPayout } from '../../../flows/payouts/end-payout.ts'
import { readRun } from '../../../flows/payouts/read-runs.ts'
import { sendRun } from '../../../flows/payouts/send-run.ts'
import { takeOutPayout } from '../../../flows/payouts/take-out-payout.ts'
import { type Actor, hasRole } from '../../../lib/actor.ts'
import { newId } from '../../../lib/ids.ts'
import { fail, failureStatus, type Result } from '../../../lib/result.ts'
import styles from '../../../ui/commerce/commerce.css?url'
import { isLocale, localePath, translate } from '../../../ui/i18n/index.ts'
import { payouts as messages } from '../../../ui/i18n/messages/payouts.ts'
import { PayoutRun } from '../../../ui/payouts/index.ts'
import payoutStyles from '../../../ui/payouts/payouts.css?url'
import { Shell } from '../../../ui/shell/index.ts'
import { textFields, valueOr404 } from '../../lib/answers.ts'
import { rolesOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import { privateHeaders, privately } from '../commerce/private.ts'
import type { Route } from './+types/payout-run'
import { oopsOf } from './oops.ts'
import { runView } from './views.ts'

export const links = () => [styles, payoutStyles].map((href) => ({ rel: 'stylesheet', href }))
export const headers = privateHeaders
export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(messages, isLocale(args.params.lang) ? args.params.lang : 'zh', 'runs'), noindex: true })

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor, locale } = await rolesOnly(args, 'finance', 'admin')
  const run = valueOr404(await readRun(ctx, actor, { runId: args.params.id }))
  return privately({ view: runView(run, { mayEnd: hasRole(actor, 'finance'), locale, idempotencyKey: newId() }) })
}

/** `approve`, `send`, `cancel`; `takeOut` and `confirm` (`payoutId`), `fail` (`payoutId`, `reason`). */
export async function action(args: Route.ActionArgs) {
  const { ctx, actor, locale } = await rolesOnly(args, 'finance', 'admin')
  const done = await doStep(ctx, actor, args.params.id, textFields(await args.request.formData()))
  if (!done.ok) return privately({ oops: oopsOf(done.failure) }, failureStatus[done.failure.code])
  return redirect(localePath(locale, `/desk/payouts/${args.params.id}`), { headers: privateHeaders() })
}

function doStep(ctx: Ctx, actor: Actor, runId: string, fields: Record<string, string>): Promise<Result<unknown>> | Result<unknown> {
  const { intent, idempotencyKey: key = newId(), payoutId = '', reason = '' } = fields
  switch (intent) {
    case 'approve':
      return approveRun(ctx, actor, { runId }, key)
    case 'send':
      return sendRun(ctx, actor, { runId }, key)
    case 'cancel':
      return cancelRun(ctx, actor, { runId }, key)
    case 'takeOut':
      return takeOutPayout(ctx, actor, { payoutId }, key)
    case 'confirm':
      return endPayout(ctx, actor, { payoutId, outcome: 'confirm' }, key)
    case 'fail':
      return endPayout(ctx, actor, { payoutId, outcome: 'fail', reason }, key)
    default:
      return fail('bad_request', 'Expected one of the steps of a run.')
  }
}

export default function PayoutRunPage({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <Shell section="sales">
      <PayoutRun view={loaderData.view} oops={actionData?.oops ?? null} />
    </Shell>
  )
}
