import { readHome } from '../../../flows/shop/read-home.ts'
import { tag } from '../../../lib/page-tags.ts'
import { type Locale, translate } from '../../../ui/i18n/index.ts'
import { discovery } from '../../../ui/i18n/messages/discovery.ts'
import { Home, type HomeTab } from '../../../ui/shop/Home.tsx'
import { pageTags } from '../../contexts.ts'
import { valueOr404 } from '../../lib/answers.ts'
import { loaderMeta, type PublicFacts } from '../../lib/public-meta.ts'
import { useGrowingList } from '../../lib/use-growing-list.ts'
import { useOwnFeed } from '../../lib/use-own-feed.ts'
import type { Route } from './+types/home'
import { openShop, withQuery } from './door.ts'
import { homePage } from './page-facts.ts'
import { verticalNames } from './views.ts'

export { unlessOnlyMarked as shouldRevalidate } from '../../lib/revalidation.ts'

export const meta = (args: Route.MetaArgs) => args.loaderData?.meta ?? []

const tabs: readonly string[] = ['following', 'trending']

/** `?tab=following|trending`, `?after=`. The same for everybody: what is one reader's own, her browser fetches. */
export async function loader(args: Route.LoaderArgs) {
  const { ctx, locale, query, to } = openShop(args)
  const asked = query.get('tab') ?? ''
  const tab = (tabs.includes(asked) ? asked : 'for-you') as HomeTab
  const tags = args.context.get(pageTags)
  tags.add(tag.feed(tab === 'trending' ? 'trending' : 'home'))
  const after = tab === 'following' ? '' : (query.get('after') ?? '')
  const { pieces, topics, next, suggested } = valueOr404(await readHome(ctx, { locale, tab, after }))
  for (const { id, creator } of pieces) tags.add(tag.piece(id), tag.creator(creator.id))
  for (const { id } of suggested) tags.add(tag.creator(id))
  const more = next === null ? undefined : withQuery(to('/'), { tab: tab === 'for-you' ? null : tab, after: next })
  const people = suggested.map((creator) => ({ ...creator, verticals: verticalNames(creator.verticals, locale) }))
  return { meta: loaderMeta(args, tabPage(tab, locale)), tab, after, pieces, topics, next, more, suggested: people }
}

const tabPage = (tab: HomeTab, locale: Locale): PublicFacts => ({
  ...homePage(locale),
  ...(tab === 'trending' ? { title: translate(discovery, locale, 'trending'), query: 'tab=trending' } : {}),
  ...(tab === 'following' ? { title: translate(discovery, locale, 'following'), noindex: true } : {}),
})

export default function HomePage({ loaderData }: Route.ComponentProps) {
  const { tab, after, next, pieces: items, ...view } = loaderData
  const pieces = useGrowingList({ list: `home ${tab}`, after, next, items })
  const own = useOwnFeed(tab)
  return <Home view={{ ...view, tab, pieces, own, later: after !== '' && pieces.length === items.length }} />
}
