import { useFormat, useT, useTo } from '../i18n/index.ts'
import { boards as boardMessages } from '../i18n/messages/boards.ts'
import { common } from '../i18n/messages/common.ts'
import { creator as messages } from '../i18n/messages/creator.ts'
import { shop } from '../i18n/messages/shop.ts'
import { Avatar } from '../primitives/Avatar.tsx'
import { VerifiedBadge } from '../primitives/Badge.tsx'
import { IconLink, LinkButton } from '../primitives/Button.tsx'
import { Empty } from '../primitives/Notice.tsx'
import { Picture } from '../primitives/Picture.tsx'
import { Tabs } from '../primitives/Tabs.tsx'
import { CartLink } from '../shell/CartLink.tsx'
import { Shell } from '../shell/Shell.tsx'
import { BoardGrid } from '../social/BoardCard.tsx'
import type { CreatorView } from '../view/lists.ts'
import { usePersonal } from '../view/personal.tsx'
import { creatorPath } from '../view/piece.ts'
import { Feed } from './Feed.tsx'
import { FollowButton } from './FollowButton.tsx'
import { More } from './More.tsx'
import { ShareButton } from './ShareButton.tsx'
import { TrustRecord } from './TrustRecord.tsx'

/** A creator's page: `/:locale/creator/:handle`, one kind at `?kind=post|video-note`. Face, one sentence, figures, pieces. */
export function Creator({ creator }: { creator: CreatorView }) {
  const tc = useT(common)
  const to = useTo()
  // Who chose no cover shows the picture of her newest piece.
  const cover = creator.cover ?? creator.pieces.find(({ picture }) => picture)?.picture
  return (
    <Shell section="none" top="none">
      <main id="main">
        <div className="cover">
          {cover ? <Picture media={cover} sizes="100vw" decorative priority /> : null}
          <div className="galtop">
            <IconLink to={to('/')} icon="back" label={tc('back')} onPicture className="only-m" />
            <span className="grow" />
            <ShareButton title={creator.name} onPicture />
            <span className="only-m">
              <CartLink onPicture />
            </span>
          </div>
        </div>
        <div className="pad cr">
          <Head creator={creator} />
          {creator.suspended ? <Suspended /> : <Content creator={creator} />}
        </div>
      </main>
    </Shell>
  )
}

function Head({ creator }: { creator: CreatorView }) {
  return (
    <header className="ch">
      <Avatar media={creator.avatar} name={creator.name} size={88} />
      <div className="grow ch-name">
        <h1 className="display t24">
          {creator.name} {creator.verified ? <VerifiedBadge /> : null}
        </h1>
        <p className="t13 c2">{[`@${creator.handle}`, ...creator.verticals].join(' · ')}</p>
      </div>
      {creator.suspended ? null : <FollowOrWrite creator={creator} className="ch-follow only-d" />}
    </header>
  )
}

/** On her own page a creator goes to her studio from where others follow her: nothing moves when the browser knows who looks. */
function FollowOrWrite({ creator, className }: { creator: CreatorView; className: string }) {
  const tc = useT(common)
  const to = useTo()
  const { creatorHandle } = usePersonal()
  if (creatorHandle !== creator.handle) return <FollowButton creator={creator} className={className} />
  return (
    <div className={className}>
      <LinkButton to={to('/studio')} variant="line" block>
        {tc('studio')}
      </LinkButton>
    </div>
  )
}

function Content({ creator }: { creator: CreatorView }) {
  const t = useT(messages)
  const ts = useT(shop)
  const to = useTo()
  const path = to(creatorPath(creator))
  const tb = useT(boardMessages)
  const boards = creator.boards ?? []
  return (
    <>
      {creator.bio ? <p className="ch-bio">{creator.bio}</p> : null}
      <Figures creator={creator} />
      <FollowOrWrite creator={creator} className="ch-follow-m only-m" />
      {creator.trust ? <TrustRecord trust={creator.trust} joinedAt={creator.joinedAt} /> : null}
      <Tabs
        className="ctabs"
        label={t('creatorPieces')}
        items={[
          { to: path, label: ts('all'), count: creator.posts + creator.videos, current: creator.kind === 'all' },
          { to: `${path}?kind=post`, label: t('postsTab'), count: creator.posts, current: creator.kind === 'post' },
          { to: `${path}?kind=video-note`, label: t('videosTab'), count: creator.videos, current: creator.kind === 'video-note' },
          ...(boards.length > 0
            ? [{ to: `${path}?kind=boards`, label: tb('boards'), count: boards.length, current: creator.kind === 'boards' }]
            : []),
        ]}
      />
      {creator.kind === 'boards' ? (
        <BoardGrid boards={boards} hrefOf={({ id }) => to(`/boards/${id}`)} />
      ) : creator.pieces.length > 0 ? (
        <>
          {/* The cover above is what one sees first: no picture of the list is fetched beside it. */}
          <Feed pieces={creator.pieces} label={t('creatorPieces')} most={4} />
          <More to={creator.more} shown={creator.pieces.length} />
        </>
      ) : (
        <Empty title={t('creatorEmpty', { name: creator.name })} icon="sprout" />
      )}
    </>
  )
}

function Figures({ creator }: { creator: CreatorView }) {
  const t = useT(messages)
  const format = useFormat()
  const figures = [
    { label: t('statFollowers'), value: creator.followers },
    { label: t('statPieces'), value: creator.posts + creator.videos },
    { label: t('statLikes'), value: creator.likes },
  ]
  return (
    <dl className="st">
      {figures.map((figure) => (
        <div key={figure.label}>
          <dt>{figure.label}</dt>
          <dd className="num">{format.count(figure.value)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Suspended() {
  const t = useT(messages)
  return (
    <Empty title={t('creatorSuspended')} icon="ban">
      {t('creatorSuspendedText')}
    </Empty>
  )
}
