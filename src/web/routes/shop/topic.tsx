import { readTopic } from '../../../flows/shop/read-topic.ts'
import { Topic } from '../../../ui/shop/Topic.tsx'
import { topicPath } from '../../../ui/view/piece.ts'
import { valueOr404 } from '../../lib/answers.ts'
import { loaderMeta } from '../../lib/public-meta.ts'
import { useGrowingList } from '../../lib/use-growing-list.ts'
import type { Route } from './+types/topic'
import { openShop, withQuery } from './door.ts'
import { topicPage } from './page-facts.ts'
import { verticalNames } from './views.ts'

export { unlessOnlyMarked as shouldRevalidate } from '../../lib/revalidation.ts'

export const meta = (args: Route.MetaArgs) => args.loaderData?.meta ?? []

export async function loader(args: Route.LoaderArgs) {
  const { ctx, locale, query, to } = openShop(args)
  const after = query.get('after') ?? ''
  const sort = query.get('sort') === 'hot' ? 'hot' : 'newest'
  const { next, ...topic } = valueOr404(await readTopic(ctx, { slug: args.params.slug, locale, sort, after }))
  const more = next === null ? undefined : withQuery(to(topicPath(topic)), { sort: sort === 'hot' ? sort : null, after: next })
  const creators = topic.creators.map((creator) => ({ ...creator, verticals: verticalNames(creator.verticals, locale) }))
  return { meta: loaderMeta(args, topicPage(topic, locale)), topic: { ...topic, creators, more }, after, next }
}

export default function TopicPage({ loaderData }: Route.ComponentProps) {
  const { topic, after, next } = loaderData
  const pieces = useGrowingList({ list: `topic ${topic.slug} ${topic.sort}`, after, next, items: topic.pieces })
  return <Topic topic={{ ...topic, pieces }} />
}
