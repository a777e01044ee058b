import { redirect } from 'react-router'
import { holdByHand } from '../../../flows/holds/hold-by-hand.ts'
import { type HoldView, listHolds } from '../../../flows/holds/list-holds.ts'
import { releaseByStaff } from '../../../flows/holds/release-hold.ts'
import { newId } from '../../../lib/ids.ts'
import { failureStatus } from '../../../lib/result.ts'
import { DeskHolds, type HoldRowView } from '../../../ui/finance/index.ts'
import { localePath } from '../../../ui/i18n/index.ts'
import { Shell } from '../../../ui/shell/index.ts'
import { textFields, valueOr404 } from '../../lib/answers.ts'
import { rolesOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import { privateHeaders, privately } from '../commerce/private.ts'
import type { Route } from './+types/desk-holds'
import { financeTitle, nothingTyped, outcomeOf, typedOf } from './page.ts'

export { financeLinks as links } from './page.ts'
export const headers = privateHeaders
export const meta = (args: Route.MetaArgs) => pageMeta(args, { title: financeTitle(args.params.lang, 'holds'), noindex: true })

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor } = await rolesOnly(args, 'finance', 'admin')
  const { holds } = valueOr404(await listHolds(ctx, actor))
  const { searchParams } = new URL(args.request.url)
  const given = (name: string) => searchParams.get(name)?.slice(0, 60) ?? ''
  return privately({
    holds: holds.map(rowOf),
    outcome: searchParams.has('done') ? ('done' as const) : null,
    // Pages about a creator or an order lead here with what they are about.
    typed: { ...nothingTyped, values: { handle: given('creator'), orderNumber: given('order') } },
    idempotencyKey: newId(),
  })
}

const rowOf = ({ orderLine, order, amount, creator: { name, handle }, ...hold }: HoldView): HoldRowView => ({
  ...{ id: hold.id, own: hold.own, reason: hold.reason, note: hold.note, by: hold.by },
  ...{ at: hold.at, until: hold.until, overdue: hold.overdue, creator: { name, handle } },
  line: orderLine === null ? null : { order, amount },
})

/** `hold` (`handle`, `orderNumber`, `note`), `release` (`holdId`, `note`). */
export async function action(args: Route.ActionArgs) {
  const { ctx, actor, locale } = await rolesOnly(args, 'finance', 'admin')
  const { intent, idempotencyKey = newId(), ...fields } = textFields(await args.request.formData())
  const { holdId = '', handle = '', orderNumber = '', note = '' } = fields
  const values = { handle, orderNumber, note }
  const done =
    intent === 'release'
      ? await releaseByStaff(ctx, actor, { holdId, note }, idempotencyKey)
      : await holdByHand(ctx, actor, values, idempotencyKey)
  if (done.ok) return redirect(`${localePath(locale, '/desk/holds')}?done`, { headers: privateHeaders() })
  const release = intent === 'release'
  return privately(
    {
      outcome: release && done.failure.field === 'note' ? ('note' as const) : outcomeOf(done.failure, Object.keys(values)),
      typed: release ? nothingTyped : typedOf(values, done.failure),
    },
    failureStatus[done.failure.code],
  )
}

export default function DeskHoldsPage({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <Shell section="sales">
      <DeskHolds {...loaderData} outcome={actionData?.outcome ?? loaderData.outcome} typed={actionData?.typed ?? loaderData.typed} />
    </Shell>
  )
}
