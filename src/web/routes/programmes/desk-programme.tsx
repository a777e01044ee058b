import { redirect } from 'react-router'
import type { Ctx } from '../../../context.ts'
import { inviteMember, removeMember } from '../../../flows/programmes/members.ts'
import { previewRate } from '../../../flows/programmes/preview-rate.ts'
import { programmeCurrency, readProgramme } from '../../../flows/programmes/read-programmes.ts'
import { changeProgramme, createProgramme } from '../../../flows/programmes/save-programme.ts'
import { setRate } from '../../../flows/programmes/set-rate.ts'
import type { Actor } from '../../../lib/actor.ts'
import { fail, failureStatus, ok, type Result } from '../../../lib/result.ts'
import { indirectTarget, maxRateBps, ratePrecedence } from '../../../modules/attribution/index.ts'
import styles from '../../../ui/commerce/commerce.css?url'
import { isLocale, type Locale, localePath, translate } from '../../../ui/i18n/index.ts'
import { programmes as messages } from '../../../ui/i18n/messages/programmes.ts'
import payoutStyles from '../../../ui/payouts/payouts.css?url'
import { DeskProgramme, type ProgrammeView, type Told } from '../../../ui/programmes/index.ts'
import ownStyles from '../../../ui/programmes/programmes.css?url'
import { Shell } from '../../../ui/shell/index.ts'
import { textFields, valueOr404 } from '../../lib/answers.ts'
import { rolesOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import { privateHeaders, privately } from '../commerce/private.ts'
import type { Route } from './+types/desk-programme'
import { bpsOf, draftOf, errorsOf, firstValues, oopsOf, valuesOf } from './terms-form.ts'
import { memberView, previewView, rateView } from './views.ts'

export const links = () => [styles, payoutStyles, ownStyles].map((href) => ({ rel: 'stylesheet', href }))
export const headers = privateHeaders
export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(messages, isLocale(args.params.lang) ? args.params.lang : 'zh', 'title'), noindex: true })

const isNew = (id: string) => id === 'new'

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor, locale } = await rolesOnly(args, 'finance', 'admin')
  const asked = new URL(args.request.url).searchParams
  const view = isNew(args.params.id)
    ? await newView(ctx, locale)
    : await viewOf(ctx, actor, args.params.id, { locale, try: asked.get('try') })
  return privately({ view, told: toldBy(asked) })
}

async function newView(ctx: Ctx, locale: Locale): Promise<ProgrammeView> {
  const currency = await programmeCurrency(ctx)
  const backHref = localePath(locale, '/desk/programmes')
  const own = { rateBps: null, isDefault: false, values: firstValues }
  return { id: null, name: '', currency, ...own, rates: [], members: [], preview: null, backHref }
}

async function viewOf(ctx: Ctx, actor: Actor, id: string, asked: { locale: Locale; try: string | null }): Promise<ProgrammeView> {
  const { locale } = asked
  const { programme, rates, members } = valueOr404(await readProgramme(ctx, actor, { id }))
  const tried = bpsOf(asked.try ?? '')
  const rateBps = Number.isNaN(tried) ? programme.rateBps : Math.min(maxRateBps, tried)
  const preview = valueOr404(await previewRate(ctx, actor, { programmeId: id, rateBps }))
  return {
    ...{ id, name: programme[locale], currency: preview.currency, values: valuesOf(programme, preview.currency) },
    ...{ rateBps: programme.rateBps, isDefault: programme.isDefault },
    rates: rates.map((row) => rateView(row, locale, ctx.clock.now())),
    members: members.map(memberView),
    preview: previewView(preview, locale),
    backHref: localePath(locale, '/desk/programmes'),
  }
}

/** What the step before this page came to: told once, by its address. */
function toldBy(asked: URLSearchParams): Told {
  const done = asked.get('done')
  const rate = (['set', 'cut', 'same'] as const).find((one) => one === asked.get('rate'))
  const on = asked.get('on') ?? ''
  if (rate && !Number.isNaN(Date.parse(on))) return { oops: null, errors: {}, done: { rate, told: Number(asked.get('told')) || 0, on } }
  const admitted = Number(asked.get('stay')) || 0
  if (done === 'saved' && admitted > 0) return { oops: null, errors: {}, done: { admitted } }
  return { oops: null, errors: {}, done: (['saved', 'invited', 'removed'] as const).find((one) => one === done) ?? null }
}

/** `terms`, `rate` (`source`, `target`, `percent` or `end`), `invite` (`handle`), `remove` (`creatorId`). */
export async function action(args: Route.ActionArgs) {
  const { ctx, actor, locale } = await rolesOnly(args, 'finance', 'admin')
  const fields = textFields(await args.request.formData())
  const done = await doStep(ctx, actor, args.params.id, fields)
  if (done.ok) return redirect(localePath(locale, `/desk/programmes/${done.value.id}?${done.value.tell}`), { headers: privateHeaders() })
  const { failure } = done
  const told: Told = { oops: oopsOf(failure), errors: errorsOf(failure), done: null }
  return privately({ told, values: fields.intent === 'terms' ? fields : null }, failureStatus[failure.code])
}

type Step = Result<{ id: string; tell: string }>

async function doStep(ctx: Ctx, actor: Actor, id: string, fields: Record<string, string>): Promise<Step> {
  const told = (result: Result<unknown>, tell: string): Step => (result.ok ? ok({ id, tell }) : result)
  switch (fields.intent) {
    case 'terms':
      return saveTerms(ctx, actor, id, fields)
    case 'rate':
      return saveRate(ctx, actor, id, fields)
    case 'invite':
      return told(await inviteMember(ctx, actor, { programmeId: id, handle: fields.handle ?? '' }), 'done=invited')
    case 'remove':
      return told(await removeMember(ctx, actor, { programmeId: id, creatorId: fields.creatorId ?? '' }), 'done=removed')
    default:
      return fail('bad_request', 'Expected one of the forms of this page.')
  }
}

async function saveTerms(ctx: Ctx, actor: Actor, id: string, fields: Record<string, string>): Promise<Step> {
  const draft = draftOf(fields, await programmeCurrency(ctx))
  if (isNew(id)) {
    const made = await createProgramme(ctx, actor, { ...draft, rateBps: bpsOf(fields.rateBps ?? '') })
    return made.ok ? ok({ id: made.value.id, tell: 'done=saved' }) : made
  }
  const saved = await changeProgramme(ctx, actor, { ...draft, id, updatedAt: fields.updatedAt ?? '' })
  return saved.ok ? ok({ id, tell: `done=saved&stay=${saved.value.admitted}` }) : saved
}

async function saveRate(
  ctx: Ctx,
  actor: Actor,
  id: string,
  { source: asked, target, percent = '', end }: Record<string, string>,
): Promise<Step> {
  const isIndirect = asked === 'indirect'
  const source = isIndirect ? 'programme' : (ratePrecedence.find((one) => one === asked) ?? 'programme')
  const about = isIndirect ? indirectTarget : source === 'programme' ? null : (target ?? '').trim()
  const set = await setRate(ctx, actor, { programmeId: id, source, target: about, bps: end === '1' ? null : bpsOf(percent) })
  if (!set.ok) return set
  const { changed, isCut, effectiveAt, told } = set.value
  const tell = new URLSearchParams({ rate: changed ? (isCut ? 'cut' : 'set') : 'same', told: String(told), on: effectiveAt })
  return ok({ id, tell: tell.toString() })
}

export default function DeskProgrammePage({ loaderData, actionData }: Route.ComponentProps) {
  const { view } = loaderData
  const values = actionData?.values ?? view.values
  return (
    <Shell section="sales">
      <DeskProgramme view={{ ...view, values: { ...view.values, ...values } }} told={actionData?.told ?? loaderData.told} />
    </Shell>
  )
}
