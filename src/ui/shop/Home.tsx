import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useT, useTo } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { discovery } from '../i18n/messages/discovery.ts'
import { shop } from '../i18n/messages/shop.ts'
import { Button, LinkButton } from '../primitives/Button.tsx'
import { ChipLink } from '../primitives/Chip.tsx'
import { Icon } from '../primitives/Icon.tsx'
import { Callout, Empty, VisuallyHidden } from '../primitives/Notice.tsx'
import { SkeletonCards } from '../primitives/Skeleton.tsx'
import { Tabs } from '../primitives/Tabs.tsx'
import type { TopicRef } from '../shell/Navigation.tsx'
import { Shell } from '../shell/Shell.tsx'
import type { CreatorHit } from '../view/lists.ts'
import { type PieceCardView, topicPath } from '../view/piece.ts'
import { Feed } from './Feed.tsx'
import { Headline } from './Highlight.tsx'
import { More } from './More.tsx'
import { Person } from './Person.tsx'

export type HomeTab = 'for-you' | 'following' | 'trending'

/** A list that is one person's: fetched by the browser, in the place of what everybody sees. */
export interface OwnFeed {
  state: 'loading' | 'ready' | 'failed' | 'anonymous'
  pieces: readonly PieceCardView[]
  /** Fetches the next part; absent at the end. */
  onMore?: (() => void) | undefined
  busy: boolean
  onRetry: () => void
}

export interface HomeView {
  tab: HomeTab
  pieces: readonly PieceCardView[]
  topics: TopicRef[]
  /** Path with query of the next part, absent at the end. Works as a link; with script it is followed by itself. */
  more?: string | undefined
  /** This is a later part of the list, opened by its address. */
  later?: boolean
  /** Whom one could follow, on the Following tab. */
  suggested: readonly CreatorHit[]
  /** Absent: what the page has is what is shown. */
  own?: OwnFeed | null
}

/** The home page: `/:locale`, the other feeds at `?tab=following` and `?tab=trending`. */
export function Home({ view, extra }: { view: HomeView; extra?: ReactNode }) {
  const t = useT(shop)
  return (
    <Shell section="home" topics={view.topics}>
      <main id="main" className="pad feedpage">
        <VisuallyHidden as="h1">{t('homeTitle')}</VisuallyHidden>
        <FeedTabs current={view.tab} />
        {view.topics.length > 0 ? <TopicChips topics={view.topics} /> : null}
        {view.own?.state === 'failed' ? (
          <FeedFailed some={view.own.pieces.length > 0 || view.pieces.length > 0} onRetry={view.own.onRetry} />
        ) : null}
        {view.own && view.own.state !== 'anonymous' ? <Own own={view.own} view={view} /> : <Shared view={view} />}
        {extra}
      </main>
    </Shell>
  )
}

function FeedTabs({ current }: { current: HomeTab }) {
  const t = useT(discovery)
  const ts = useT(shop)
  const to = useTo()
  const tab = (name: HomeTab, label: string) => ({
    to: name === 'for-you' ? to('/') : `${to('/')}?tab=${name}`,
    label,
    current: current === name,
  })
  return (
    <div className="row between feedtabs">
      <Tabs label={ts('feed')} items={[tab('for-you', t('forYou')), tab('following', t('following')), tab('trending', t('trending'))]} />
      <Link className="row t13 c2 hit why-link" to={to('/why-feed')}>
        <Icon name="info" size={16} />
        {t('whyThese')}
      </Link>
    </div>
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

/** One person's list. Mounted anew in the place of the shared one, so that no card is seen to jump. */
function Own({ own, view }: { own: OwnFeed; view: HomeView }) {
  const t = useT(shop)
  const tc = useT(common)
  if (own.pieces.length > 0)
    return (
      <>
        <Feed pieces={own.pieces} label={t('feed')} priority={2} />
        <More onMore={own.onMore} busy={own.busy} shown={own.pieces.length} />
      </>
    )
  if (own.state === 'loading') return <SkeletonCards label={tc('loading')} />
  // Whom she follows did not come: that she follows nobody is not known. What stands below stays where it was.
  return own.state === 'failed' && view.tab === 'following' ? <div className="feed-gone" /> : <Shared view={view} />
}

function Shared({ view }: { view: HomeView }) {
  const t = useT(shop)
  const td = useT(discovery)
  const to = useTo()
  if (view.tab === 'following') return <Following view={view} />
  if (view.pieces.length === 0)
    return view.tab === 'trending' ? (
      <Empty title={td('trendingEmpty')} icon="chart">
        {td('trendingEmptyText')}
      </Empty>
    ) : (
      <Empty title={t('feedEmpty')} icon="sprout">
        {t('feedEmptyText')}
      </Empty>
    )
  return (
    <>
      {view.later ? (
        <p className="feed-start">
          <LinkButton to={view.tab === 'trending' ? `${to('/')}?tab=trending` : to('/')} variant="soft" size="sm">
            {td('toStart')}
          </LinkButton>
        </p>
      ) : null}
      <Feed pieces={view.pieces} label={t('feed')} priority={2} />
      <More to={view.more} shown={view.pieces.length} />
    </>
  )
}

/** What Following is and whom one could follow: for guests, without script, and for who follows nobody yet. */
function Following({ view }: { view: HomeView }) {
  const t = useT(discovery)
  const ts = useT(shop)
  const tc = useT(common)
  const to = useTo()
  const guest = view.own?.state === 'anonymous'
  const action = guest ? (
    <LinkButton to={`${to('/login')}?next=${encodeURIComponent(`${to('/')}?tab=following`)}`} variant="main">
      {tc('logIn')}
    </LinkButton>
  ) : (
    <LinkButton to={`${to('/search')}?kind=creator`} variant="main">
      {ts('findCreators')}
    </LinkButton>
  )
  return (
    <>
      <Empty title={t(guest ? 'followingLogIn' : 'followingTitle')} icon={guest ? 'user' : 'clock'} action={action}>
        <Headline title={t('followingText')} />
      </Empty>
      {view.suggested.length > 0 ? (
        <section className="suggested">
          <h2 className="h2">{t('whomToFollow')}</h2>
          <div className="people">
            {view.suggested.map((creator) => (
              <Person key={creator.id} creator={creator} />
            ))}
          </div>
        </section>
      ) : null}
    </>
  )
}

/** `some`: whether there is anything below that was seen before. */
function FeedFailed({ some, onRetry }: { some: boolean; onRetry: () => void }) {
  const t = useT(discovery)
  const tc = useT(common)
  return (
    <Callout tone="honey" live>
      <span className="row between wrapx">
        {t(some ? 'feedFailed' : 'feedFailedAll')}
        <Button type="button" size="sm" variant="line" onClick={onRetry}>
          {tc('retry')}
        </Button>
      </span>
    </Callout>
  )
}
