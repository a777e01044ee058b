import type { ReactNode } from 'react'
import { useT, useTo } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { shop } from '../i18n/messages/shop.ts'
import { LinkButton } from '../primitives/Button.tsx'
import { ChipLink } from '../primitives/Chip.tsx'
import { Empty, VisuallyHidden } from '../primitives/Notice.tsx'
import { Tabs } from '../primitives/Tabs.tsx'
import type { TopicRef } from '../shell/Navigation.tsx'
import { Shell } from '../shell/Shell.tsx'
import { type PieceCardView, topicPath } from '../view/piece.ts'
import { Feed } from './Feed.tsx'

export type FeedName = 'newest' | 'following'

export interface HomeView {
  feed: FeedName
  pieces: PieceCardView[]
  topics: TopicRef[]
  /** Path with query of the next part, absent at the end. Works as a link; with script the route appends it. */
  more?: string
  /** The Following feed needs an account. */
  needsLogin?: boolean
}

/** The home page: `/:locale`, the other feed at `?feed=following`. */
export function Home({ view, extra }: { view: HomeView; extra?: ReactNode }) {
  const t = useT(shop)
  const to = useTo()
  const tab = (name: FeedName, label: string) => ({
    to: name === 'newest' ? to('/') : `${to('/')}?feed=${name}`,
    label,
    current: view.feed === name,
  })
  return (
    <Shell section="home" topics={view.topics}>
      <main id="main" className="pad feedpage">
        <VisuallyHidden as="h1">{t('homeTitle')}</VisuallyHidden>
        <Tabs label={t('feed')} items={[tab('newest', t('newest')), tab('following', t('following'))]} />
        {view.topics.length > 0 ? <TopicChips topics={view.topics} /> : null}
        {view.pieces.length > 0 ? (
          <>
            <Feed pieces={view.pieces} label={t('feed')} priority={2} />
            <More to={view.more} shown={view.pieces.length} />
          </>
        ) : (
          <EmptyFeed view={view} />
        )}
        {extra}
      </main>
    </Shell>
  )
}

function TopicChips({ topics }: { topics: readonly TopicRef[] }) {
  const tc = useT(common)
  const t = useT(shop)
  const to = useTo()
  return (
    <nav className="hscroll topics only-d" aria-label={tc('topics')}>
      <ChipLink to={to('/')} current>
        {t('all')}
      </ChipLink>
      {topics.map((topic) => (
        <ChipLink key={topic.slug} to={to(topicPath(topic))}>
          {topic.name}
        </ChipLink>
      ))}
    </nav>
  )
}

/** The link to the next part of a list, or the end with its count. */
export function More({ to, shown }: { to?: string; shown: number }) {
  const t = useT(shop)
  return (
    <p className="feed-more">
      {to ? (
        <LinkButton to={to} variant="line" preventScrollReset>
          {t('loadMore')}
        </LinkButton>
      ) : (
        <span className="t13 c3">{t('feedEnd', { count: shown })}</span>
      )}
    </p>
  )
}

function EmptyFeed({ view }: { view: HomeView }) {
  const t = useT(shop)
  const tc = useT(common)
  const to = useTo()
  if (view.needsLogin) {
    const logIn = (
      <LinkButton to={`${to('/login')}?next=${encodeURIComponent(`${to('/')}?feed=following`)}`} variant="main">
        {tc('logIn')}
      </LinkButton>
    )
    return (
      <Empty title={t('followingLogIn')} icon="user" action={logIn}>
        {t('followingEmptyText')}
      </Empty>
    )
  }
  if (view.feed === 'following') {
    const find = (
      <LinkButton to={`${to('/search')}?kind=creator`} variant="main">
        {t('findCreators')}
      </LinkButton>
    )
    return (
      <Empty title={t('followingEmpty')} icon="clock" action={find}>
        {t('followingEmptyText')}
      </Empty>
    )
  }
  return (
    <Empty title={t('feedEmpty')} icon="sprout">
      {t('feedEmptyText')}
    </Empty>
  )
}
