import { readHome } from '../../../flows/shop/read-home.ts'
import { anonymous } from '../../../lib/actor.ts'
import { translate } from '../../../ui/i18n/index.ts'
import { shop } from '../../../ui/i18n/messages/shop.ts'
import { type FeedName, Home } from '../../../ui/shop/Home.tsx'
import { valueOr404 } from '../../lib/answers.ts'
import { pageMeta } from '../../lib/meta.ts'
import { useGrowingList } from '../../lib/use-growing-list.ts'
import type { Route } from './+types/home'
import { openShop, withQuery } from './door.ts'

export { unlessOnlyMarked as shouldRevalidate } from '../../lib/revalidation.ts'

export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, {
    description: translate(shop, args.params.lang === 'en' ? 'en' : 'zh', 'siteDescription'),
    ...(args.loaderData?.feed === 'following' ? { noindex: true } : {}),
  })

/** `?feed=following` is one person's page; the newest are the same for everybody. */
export async function loader(args: Route.LoaderArgs) {
  const { ctx, visit, locale, query, to } = openShop(args)
  const feed: FeedName = query.get('feed') === 'following' ? 'following' : 'newest'
  const after = query.get('after') ?? ''
  const actor = feed === 'following' ? await visit.actor() : anonymous
  const read = await readHome(ctx, actor, { locale, feed, after })
  if (!read.ok && read.failure.code === 'unauthenticated') {
    return { feed, after, pieces: [], topics: [], next: null, needsLogin: true }
  }
  const { pieces, topics, next } = valueOr404(read)
  const more = next === null ? undefined : withQuery(to('/'), { feed: feed === 'following' ? feed : null, after: next })
  return { feed, after, pieces, topics, next, more }
}

export default function HomePage({ loaderData }: Route.ComponentProps) {
  const { feed, after, next, pieces: items, ...view } = loaderData
  const pieces = useGrowingList({ list: feed, after, next, items })
  return <Home view={{ ...view, feed, pieces: [...pieces] }} />
}
