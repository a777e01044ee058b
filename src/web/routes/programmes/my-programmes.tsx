import { redirect } from 'react-router'
import { joinProgramme, leaveProgramme } from '../../../flows/programmes/members.ts'
import { ownProgrammes } from '../../../flows/programmes/own-programmes.ts'
import { failureStatus } from '../../../lib/result.ts'
import styles from '../../../ui/commerce/commerce.css?url'
import { isLocale, localePath, translate } from '../../../ui/i18n/index.ts'
import { programmes as messages } from '../../../ui/i18n/messages/programmes.ts'
import payoutStyles from '../../../ui/payouts/payouts.css?url'
import { MyProgrammes } from '../../../ui/programmes/index.ts'
import ownStyles from '../../../ui/programmes/programmes.css?url'
import { StudioShell } from '../../../ui/studio/StudioShell.tsx'
import studioStyles from '../../../ui/studio/studio.css?url'
import { textFields, valueOr404 } from '../../lib/answers.ts'
import { creatorsOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import { privateHeaders, privately } from '../commerce/private.ts'
import type { Route } from './+types/my-programmes'
import { oopsOf } from './terms-form.ts'
import { ownView } from './views.ts'

export const links = () => [studioStyles, styles, payoutStyles, ownStyles].map((href) => ({ rel: 'stylesheet', href }))
export const headers = privateHeaders
export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(messages, isLocale(args.params.lang) ? args.params.lang : 'zh', 'mine'), noindex: true })

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor, locale } = await creatorsOnly(args)
  const { programmes } = valueOr404(await ownProgrammes(ctx, actor))
  const done = new URL(args.request.url).searchParams.get('done')
  return privately({
    programmes: programmes.map((own) => ownView(own, locale)),
    backHref: localePath(locale, '/studio/earnings'),
    done: (['joined', 'left'] as const).find((one) => one === done) ?? null,
  })
}

/** `join` and `leave`, of the programme `id`. */
export async function action(args: Route.ActionArgs) {
  const { ctx, actor, locale } = await creatorsOnly(args)
  const { intent, id: programmeId = '' } = textFields(await args.request.formData())
  const step = intent === 'leave' ? leaveProgramme : joinProgramme
  const done = await step(ctx, actor, { programmeId })
  if (!done.ok) return privately({ oops: oopsOf(done.failure) }, failureStatus[done.failure.code])
  const told = intent === 'leave' ? 'left' : 'joined'
  return redirect(localePath(locale, `/studio/programmes?done=${told}`), { headers: privateHeaders() })
}

export default function MyProgrammesPage({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <StudioShell part="earnings" ownMain>
      <MyProgrammes {...loaderData} oops={actionData?.oops ?? null} />
    </StudioShell>
  )
}
