import { redirect } from 'react-router'
import { answerClaimByStaff, listClaims } from '../../../flows/claims/answer-claim.ts'
import { upholdClaim } from '../../../flows/corrections/uphold-claim.ts'
import { hasRole } from '../../../lib/actor.ts'
import { newId } from '../../../lib/ids.ts'
import { parseMajor } from '../../../lib/money.ts'
import { failureStatus } from '../../../lib/result.ts'
import { localePath } from '../../../ui/i18n/index.ts'
import { DeskClaims } from '../../../ui/risk/index.ts'
import { Shell } from '../../../ui/shell/index.ts'
import { textFields, valueOr404 } from '../../lib/answers.ts'
import { rolesOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import { privateHeaders, privately } from '../commerce/private.ts'
import type { Route } from './+types/desk-claims'
import { leftOf, outcomeOf, riskTitle } from './page.ts'

const nothingTyped = { claimId: null, values: {}, error: null }

export { riskLinks as links } from './page.ts'
export const headers = privateHeaders
export const meta = (args: Route.MetaArgs) => pageMeta(args, { title: riskTitle(args.params.lang, 'claims'), noindex: true })

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor } = await rolesOnly(args, 'finance', 'admin')
  const { open, closed, currency } = valueOr404(await listClaims(ctx, actor))
  const done = new URL(args.request.url).searchParams.has('done')
  const uphold = hasRole(actor, 'finance') ? { currency, typed: nothingTyped, idempotencyKey: newId() } : null
  return privately({ open, closed, uphold, outcome: done ? ('done' as const) : null })
}

/** `answer` (`claimId`, `answer`), `uphold` (`claimId`, `answer`, `orderNumber`, `amount` as people write it). */
export async function action(args: Route.ActionArgs) {
  const { ctx, actor, locale } = await rolesOnly(args, 'finance', 'admin')
  const { intent, idempotencyKey = newId(), ...fields } = textFields(await args.request.formData())
  const { claimId = '', answer = '', orderNumber = '', amount = '' } = fields
  if (intent === 'uphold') {
    const { currency } = valueOr404(await listClaims(ctx, actor))
    const read = parseMajor(amount.trim(), currency)
    const input = { claimId, answer, orderNumber, amount: read.ok ? read.value : 0 }
    const upheld = await upholdClaim(ctx, actor, input, idempotencyKey)
    if (upheld.ok) return redirect(`${localePath(locale, '/desk/claims')}?done`, { headers: privateHeaders() })
    const { code, field } = upheld.failure
    const typed = { claimId, values: { answer, orderNumber, amount }, error: field ?? null, left: leftOf(upheld.failure) }
    return privately({ outcome: outcomeOf(code), typed }, failureStatus[code])
  }
  const done = await answerClaimByStaff(ctx, actor, { claimId, answer })
  if (!done.ok) return privately({ outcome: outcomeOf(done.failure.code), typed: nothingTyped }, failureStatus[done.failure.code])
  return redirect(`${localePath(locale, '/desk/claims')}?done`, { headers: privateHeaders() })
}

export default function DeskClaimsPage({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <Shell section="sales">
      <DeskClaims
        {...loaderData}
        outcome={actionData?.outcome ?? loaderData.outcome}
        uphold={loaderData.uphold && { ...loaderData.uphold, typed: actionData?.typed ?? loaderData.uphold.typed }}
      />
    </Shell>
  )
}
