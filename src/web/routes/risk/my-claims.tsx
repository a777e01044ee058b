import { redirect } from 'react-router'
import { listMyClaims } from '../../../flows/claims/answer-claim.ts'
import { appealBan, askPerson, fileClaim } from '../../../flows/claims/file-claim.ts'
import { readShopFrame } from '../../../flows/shop/read-shop-frame.ts'
import { dayIn } from '../../../lib/calendar.ts'
import { newId } from '../../../lib/ids.ts'
import { type Failure, failureStatus } from '../../../lib/result.ts'
import { localePath } from '../../../ui/i18n/index.ts'
import { type ClaimProblem, MyClaims } from '../../../ui/risk/index.ts'
import { StudioShell } from '../../../ui/studio/StudioShell.tsx'
import { textFields, valueOr404 } from '../../lib/answers.ts'
import { earnersOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import { privateHeaders, privately } from '../commerce/private.ts'
import type { Route } from './+types/my-claims'
import { riskTitle } from './page.ts'

export { studioRiskLinks as links } from './page.ts'
export const headers = privateHeaders
export const meta = (args: Route.MetaArgs) => pageMeta(args, { title: riskTitle(args.params.lang, 'myClaims'), noindex: true })

const outcomes = ['filed', 'appealed'] as const

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor } = await earnersOnly(args)
  const { claims, banned } = valueOr404(await listMyClaims(ctx, actor))
  const { timeZone } = await readShopFrame(ctx)
  const today = dayIn(timeZone)(ctx.clock.now())
  const asked = new URL(args.request.url).searchParams.get('done')
  return privately({ claims, banned, today, done: outcomes.find((one) => one === asked) ?? null, idempotencyKey: newId() })
}

/** `file` (`number`, `product`, `day`, `words`), `ask` (`claimId`), `appeal` (`words`). */
export async function action(args: Route.ActionArgs) {
  const { ctx, actor, locale } = await earnersOnly(args)
  const { intent, idempotencyKey = newId(), claimId = '', ...values } = textFields(await args.request.formData())
  const { number, product, day, words = '' } = values
  const done =
    intent === 'ask'
      ? await askPerson(ctx, actor, { claimId })
      : intent === 'appeal'
        ? await appealBan(ctx, actor, { words }, idempotencyKey)
        : await fileClaim(ctx, actor, { number, product, day, words }, idempotencyKey)
  if (!done.ok) return privately({ problem: problemOf(done.failure), values }, failureStatus[done.failure.code])
  const query = intent === 'ask' ? '' : intent === 'appeal' ? '?done=appealed' : '?done=filed'
  return redirect(`${localePath(locale, '/studio/claims')}${query}`, { headers: privateHeaders() })
}

const problemOf = ({ code, field }: Failure): ClaimProblem =>
  code === 'conflict' ? 'conflict' : field === 'number' || field === 'day' ? field : 'failed'

export default function MyClaimsPage({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <StudioShell part="earnings" ownMain>
      <MyClaims
        {...loaderData}
        done={actionData ? null : loaderData.done}
        problem={actionData?.problem ?? null}
        values={actionData?.values ?? {}}
      />
    </StudioShell>
  )
}
