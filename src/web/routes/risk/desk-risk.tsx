import { redirect } from 'react-router'
import { banCreator, unbanCreator } from '../../../flows/fraud/ban-creator.ts'
import { judgeSignal } from '../../../flows/fraud/judge-signal.ts'
import { listRisks } from '../../../flows/fraud/list-risks.ts'
import { newId } from '../../../lib/ids.ts'
import { failureStatus } from '../../../lib/result.ts'
import { banReasons } from '../../../modules/fraud/index.ts'
import { localePath } from '../../../ui/i18n/index.ts'
import { DeskRisk } from '../../../ui/risk/index.ts'
import { Shell } from '../../../ui/shell/index.ts'
import { textFields, valueOr404 } from '../../lib/answers.ts'
import { rolesOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import { privateHeaders, privately } from '../commerce/private.ts'
import type { Route } from './+types/desk-risk'
import { outcomeOf, riskTitle } from './page.ts'

export { riskLinks as links } from './page.ts'
export const headers = privateHeaders
export const meta = (args: Route.MetaArgs) => pageMeta(args, { title: riskTitle(args.params.lang, 'risk'), noindex: true })

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor } = await rolesOnly(args, 'finance', 'admin')
  const { creators } = valueOr404(await listRisks(ctx, actor))
  const done = new URL(args.request.url).searchParams.has('done')
  return privately({ creators, banReasons, outcome: done ? ('done' as const) : null, idempotencyKey: newId() })
}

/** `verdict` (`signalId`, `verdict`, `note`), `ban` or `unban` (`creatorId`, `reason`, `note`). */
export async function action(args: Route.ActionArgs) {
  const { ctx, actor, locale } = await rolesOnly(args, 'finance', 'admin')
  const { intent, idempotencyKey = newId(), ...fields } = textFields(await args.request.formData())
  const { signalId = '', verdict, creatorId = '', reason = '', note = '' } = fields
  // The same form sends either word: each has a key of its own.
  const key = `${idempotencyKey}:${verdict ?? intent}`
  const done =
    intent === 'ban'
      ? await banCreator(ctx, actor, { creatorId, reason, note }, key)
      : intent === 'unban'
        ? await unbanCreator(ctx, actor, { creatorId, reason, note }, key)
        : await judgeSignal(ctx, actor, { signalId, verdict: verdict === 'fine' ? 'fine' : 'confirmed', note }, key)
  if (!done.ok) return privately({ outcome: outcomeOf(done.failure.code) }, failureStatus[done.failure.code])
  return redirect(`${localePath(locale, '/desk/risk')}?done`, { headers: privateHeaders() })
}

export default function DeskRiskPage({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <Shell section="sales">
      <DeskRisk {...loaderData} outcome={actionData?.outcome ?? loaderData.outcome} />
    </Shell>
  )
}
