import { data, redirect } from 'react-router'
import { readTarget } from '../../../flows/comments/read-target.ts'
import { promoteProduct } from '../../../flows/promoters/promote-product.ts'
import { readPromotion } from '../../../flows/promoters/read-promotion.ts'
import { failureStatus } from '../../../lib/result.ts'
import { isLocale, localePath, translate } from '../../../ui/i18n/index.ts'
import { social } from '../../../ui/i18n/messages/social.ts'
import { Shell } from '../../../ui/shell/Shell.tsx'
import { PromotePage, type PromoteView } from '../../../ui/social/PromotePage.tsx'
import { valueOr404 } from '../../lib/answers.ts'
import { membersOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import type { Route } from './+types/promote'
import { privateHeaders } from './target.ts'

export { personalLinks as links } from './links.ts'
export const headers = privateHeaders
export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(social, isLocale(args.params.lang) ? args.params.lang : 'zh', 'promote'), noindex: true })

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor, visit, locale } = await membersOnly(args)
  const productId = args.params.product
  const product = valueOr404(await readTarget(ctx, { kind: 'products', id: productId }, locale))
  const { may, why, code, terms } = valueOr404(await readPromotion(ctx, actor, { productId }))
  const shown = terms && { rateBps: terms.rateBps, windowDays: terms.windowDays, holdDays: terms.holdDays }
  const view: PromoteView = { product, may, why, code, terms: shown, origin: visit.origin }
  return data({ view }, { headers: privateHeaders() })
}

/** Makes the link, or answers why there is none. */
export async function action(args: Route.ActionArgs) {
  const { ctx, actor, locale } = await membersOnly(args)
  const productId = args.params.product
  const made = await promoteProduct(ctx, actor, { productId })
  if (made.ok) return redirect(`${localePath(locale, `/promote/${productId}`)}#link`, { headers: privateHeaders() })
  return data({ refused: true as const }, { status: failureStatus[made.failure.code], headers: privateHeaders() })
}

export default function PromoteRoute({ loaderData: { view }, actionData }: Route.ComponentProps) {
  return (
    <Shell section="me">
      <main id="main">
        <PromotePage view={actionData && view.why === null ? { ...view, why: 'refused' } : view} />
      </main>
    </Shell>
  )
}
