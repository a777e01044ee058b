import { redirect } from 'react-router'
import { choosePersonalFeed } from '../../../flows/feed/choose-personal-feed.ts'
import { explainFeed } from '../../../flows/feed/explain-feed.ts'
import { type Signal, weights } from '../../../modules/feed/index.ts'
import { translate } from '../../../ui/i18n/index.ts'
import { whyFeed } from '../../../ui/i18n/messages/why-feed.ts'
import { WhyFeed } from '../../../ui/shop/WhyFeed.tsx'
import { textFields, valueOr404 } from '../../lib/answers.ts'
import { pageMeta } from '../../lib/meta.ts'
import type { Route } from './+types/why-feed'
import { openShop, withQuery } from './door.ts'

export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(whyFeed, args.params.lang === 'en' ? 'en' : 'zh', 'whyTitle'), noindex: true })

/** `?piece=` tells of that piece alone. */
export async function loader(args: Route.LoaderArgs) {
  const { ctx, visit, locale, query } = openShop(args)
  const piece = query.get('piece')
  const told = valueOr404(await explainFeed(ctx, await visit.actor(), { locale, ...(piece ? { piece } : {}) }))
  const shown = (Object.entries(weights) as [Signal, number][]).map(([signal, weight]) => ({ signal, weight }))
  return { view: { ...told, weights: shown } }
}

/** `on`: `1` or `0`. */
export async function action(args: Route.ActionArgs) {
  const { ctx, visit, query, to } = openShop(args)
  const { on } = textFields(await args.request.formData())
  const back = withQuery(to('/why-feed'), { piece: query.get('piece') })
  const actor = await visit.actor()
  if (!actor.userId) return redirect(`${to('/login')}?next=${encodeURIComponent(back)}`)
  valueOr404(await choosePersonalFeed(ctx, actor, on === '1'))
  return redirect(back)
}

export default function WhyFeedPage({ loaderData }: Route.ComponentProps) {
  return <WhyFeed view={loaderData.view} />
}
