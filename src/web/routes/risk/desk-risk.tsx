import { redirect } from 'react-router'
import { clawBack } from '../../../flows/corrections/claw-back.ts'
import { listTakings } from '../../../flows/corrections/list-takings.ts'
import { banCreator, unbanCreator } from '../../../flows/fraud/ban-creator.ts'
import { judgeSignal } from '../../../flows/fraud/judge-signal.ts'
import { listRisks } from '../../../flows/fraud/list-risks.ts'
import { hasRole } from '../../../lib/actor.ts'
import { newId } from '../../../lib/ids.ts'
import { parseMajor } from '../../../lib/money.ts'
import { failureStatus } from '../../../lib/result.ts'
import { banReasons } from '../../../modules/fraud/index.ts'
import { takingReasons } from '../../../modules/ledger/index.ts'
import { localePath } from '../../../ui/i18n/index.ts'
import { DeskRisk } from '../../../ui/risk/index.ts'
import { Shell } from '../../../ui/shell/index.ts'
import { textFields, valueOr404 } from '../../lib/answers.ts'
import { rolesOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import { privateHeaders, privately } from '../commerce/private.ts'
import type { Route } from './+types/desk-risk'
import { leftOf, outcomeOf, riskTitle } from './page.ts'

export { riskLinks as links } from './page.ts'
export const headers = privateHeaders
export const meta = (args: Route.MetaArgs) => pageMeta(args, { title: riskTitle(args.params.lang, 'risk'), noindex: true })

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor } = await rolesOnly(args, 'finance', 'admin')
  const { creators } = valueOr404(await listRisks(ctx, actor))
  const { searchParams } = new URL(args.request.url)
  const given = (name: string) => searchParams.get(name)?.slice(0, 60) ?? ''
  // Pages about a creator or an order lead here with what they are about.
  const typed = { values: { handle: given('creator'), orderNumber: given('order') }, error: null }
  const { takings, currency } = valueOr404(await listTakings(ctx, actor))
  const takeBack = hasRole(actor, 'finance') ? { takings, currency, reasons: takingReasons, typed } : null
  const outcome = searchParams.has('done') ? ('done' as const) : null
  return privately({ creators, banReasons, takeBack, outcome, idempotencyKey: newId() })
}

/** `verdict` (`signalId`, `verdict`, `note`), `ban` or `unban` (`creatorId`, `reason`, `note`), `take` (`TakeBack`; `amount` as people write it). */
export async function action(args: Route.ActionArgs) {
  const { ctx, actor, locale } = await rolesOnly(args, 'finance', 'admin')
  const { intent, idempotencyKey = newId(), ...fields } = textFields(await args.request.formData())
  const { signalId = '', verdict, creatorId = '', reason = '', note = '' } = fields
  if (intent === 'take') return takeAction({ ctx, actor, locale }, fields, idempotencyKey)
  // The same form sends either word: each has a key of its own.
  const key = `${idempotencyKey}:${verdict ?? intent}`
  const done =
    intent === 'ban'
      ? await banCreator(ctx, actor, { creatorId, reason, note }, key)
      : intent === 'unban'
        ? await unbanCreator(ctx, actor, { creatorId, reason, note }, key)
        : await judgeSignal(ctx, actor, { signalId, verdict: verdict === 'fine' ? 'fine' : 'confirmed', note }, key)
  if (!done.ok) return privately({ outcome: outcomeOf(done.failure.code), typed: null }, failureStatus[done.failure.code])
  return redirect(`${localePath(locale, '/desk/risk')}?done`, { headers: privateHeaders() })
}

type Staff = Pick<Awaited<ReturnType<typeof rolesOnly>>, 'ctx' | 'actor' | 'locale'>

async function takeAction({ ctx, actor, locale }: Staff, fields: Record<string, string>, idempotencyKey: string) {
  const { handle = '', orderNumber = '', amount = '', reason = '', note = '' } = fields
  const { currency } = valueOr404(await listTakings(ctx, actor, 1))
  // Empty is all that is left; what cannot be read is refused with its field.
  const read = amount.trim() === '' ? undefined : parseMajor(amount.trim(), currency)
  const part = read && (read.ok ? read.value : 0)
  const done = await clawBack(ctx, actor, { handle, orderNumber, amount: part, reason, note }, idempotencyKey)
  if (done.ok) return redirect(`${localePath(locale, '/desk/risk')}?done`, { headers: privateHeaders() })
  const { code, field } = done.failure
  const typed = { values: { handle, orderNumber, amount, reason, note }, error: field ?? null, left: leftOf(done.failure) }
  return privately({ outcome: field ? null : outcomeOf(code), typed }, failureStatus[code])
}

export default function DeskRiskPage({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <Shell section="sales">
      <DeskRisk
        {...loaderData}
        outcome={actionData ? actionData.outcome : loaderData.outcome}
        takeBack={loaderData.takeBack && { ...loaderData.takeBack, typed: actionData?.typed ?? loaderData.takeBack.typed }}
      />
    </Shell>
  )
}
