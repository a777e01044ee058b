import { redirect } from 'react-router'
import { answerClaimByStaff, listClaims } from '../../../flows/claims/answer-claim.ts'
import { failureStatus } from '../../../lib/result.ts'
import { localePath } from '../../../ui/i18n/index.ts'
import { DeskClaims } from '../../../ui/risk/index.ts'
import { Shell } from '../../../ui/shell/index.ts'
import { textFields, valueOr404 } from '../../lib/answers.ts'
import { rolesOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import { privateHeaders, privately } from '../commerce/private.ts'
import type { Route } from './+types/desk-claims'
import { outcomeOf, riskTitle } from './page.ts'

export { riskLinks as links } from './page.ts'
export const headers = privateHeaders
export const meta = (args: Route.MetaArgs) => pageMeta(args, { title: riskTitle(args.params.lang, 'claims'), noindex: true })

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor } = await rolesOnly(args, 'finance', 'admin')
  const { open, closed } = valueOr404(await listClaims(ctx, actor))
  const done = new URL(args.request.url).searchParams.has('done')
  return privately({ open, closed, outcome: done ? ('done' as const) : null })
}

/** `answer` (`claimId`, `answer`). */
export async function action(args: Route.ActionArgs) {
  const { ctx, actor, locale } = await rolesOnly(args, 'finance', 'admin')
  const { claimId = '', answer = '' } = textFields(await args.request.formData())
  const done = await answerClaimByStaff(ctx, actor, { claimId, answer })
  if (!done.ok) return privately({ outcome: outcomeOf(done.failure.code) }, failureStatus[done.failure.code])
  return redirect(`${localePath(locale, '/desk/claims')}?done`, { headers: privateHeaders() })
}

export default function DeskClaimsPage({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <Shell section="sales">
      <DeskClaims {...loaderData} outcome={actionData?.outcome ?? loaderData.outcome} />
    </Shell>
  )
}
