import { redirect } from 'react-router'
import { decideBonus } from '../../../flows/bonuses/bonuses.ts'
import { type DeskBonus, proposeByHand, readDeskBonuses } from '../../../flows/bonuses/desk-bonuses.ts'
import { newId } from '../../../lib/ids.ts'
import { failureStatus } from '../../../lib/result.ts'
import { type BonusRowView, DeskBonuses } from '../../../ui/finance/index.ts'
import { localePath } from '../../../ui/i18n/index.ts'
import { Shell } from '../../../ui/shell/index.ts'
import { textFields, valueOr404 } from '../../lib/answers.ts'
import { rolesOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import { privateHeaders, privately } from '../commerce/private.ts'
import type { Route } from './+types/desk-bonuses'
import { bonusFields, readBonus } from './bonus-form.ts'
import { financeTitle, nothingTyped, outcomeOf, typedOf } from './page.ts'

export { financeLinks as links } from './page.ts'
export const headers = privateHeaders
export const meta = (args: Route.MetaArgs) => pageMeta(args, { title: financeTitle(args.params.lang, 'bonuses'), noindex: true })

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor } = await rolesOnly(args, 'finance', 'admin')
  const { bonuses, currency } = valueOr404(await readDeskBonuses(ctx, actor))
  const done = new URL(args.request.url).searchParams.has('done')
  return privately({ bonuses: bonuses.map(rowOf), currency, outcome: done ? ('done' as const) : null, idempotencyKey: newId() })
}

function rowOf({ creator, currency, amount, cap, views, perThousand, pieceKind, piece, ...bonus }: DeskBonus): BonusRowView {
  const money = (minor: number) => ({ amount: minor, currency })
  return {
    ...{ id: bonus.id, kind: bonus.kind, state: bonus.state, proof: bonus.proof, mayNot: bonus.mayNot },
    ...{ proposedBy: bonus.proposedBy, at: bonus.at, decidedBy: bonus.decidedBy, decidedAt: bonus.decidedAt ?? null },
    creator: { name: creator.name, handle: creator.handle },
    ...{ amount: money(amount), cap: money(cap) },
    perView: bonus.kind === 'per_view' ? { views: views ?? 0, perThousand: money(perThousand ?? 0) } : null,
    piecePath: piece ? `/${pieceKind === 'posts' ? 'p' : 'v'}/${piece}` : null,
  }
}

/** `propose` (`bonusFields`), `decide` (`bonusId`, `grant`). */
export async function action(args: Route.ActionArgs) {
  const { ctx, actor, locale } = await rolesOnly(args, 'finance', 'admin')
  const { intent, idempotencyKey = newId(), ...fields } = textFields(await args.request.formData())
  const back = () => redirect(`${localePath(locale, '/desk/bonuses')}?done`, { headers: privateHeaders() })
  if (intent === 'decide') {
    const grant = fields.grant === '1'
    // The same form sends either word: each has a key of its own.
    const done = await decideBonus(ctx, actor, { bonusId: fields.bonusId ?? '', grant }, `${idempotencyKey}:${grant}`)
    if (done.ok) return back()
    return privately({ outcome: outcomeOf(done.failure, []), typed: nothingTyped }, failureStatus[done.failure.code])
  }
  const { currency } = valueOr404(await readDeskBonuses(ctx, actor))
  const values = Object.fromEntries(bonusFields.map((name) => [name, fields[name] ?? '']))
  const read = readBonus(values, currency)
  if (!read.ok) return privately({ outcome: 'invalid' as const, typed: typedOf(values, read.failure) }, 422)
  const done = await proposeByHand(ctx, actor, read.value, idempotencyKey)
  if (done.ok) return back()
  const failure = { ...done.failure, ...(done.failure.field === 'amount' ? { field: 'fee' } : {}) }
  return privately({ outcome: outcomeOf(failure, bonusFields), typed: typedOf(values, failure) }, failureStatus[failure.code])
}

export default function DeskBonusesPage({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <Shell section="sales">
      <DeskBonuses {...loaderData} outcome={actionData?.outcome ?? loaderData.outcome} typed={actionData?.typed ?? nothingTyped} />
    </Shell>
  )
}
