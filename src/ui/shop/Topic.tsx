import { useT, useTo } from '../i18n/index.ts'
import { shop } from '../i18n/messages/shop.ts'
import { ChipLink } from '../primitives/Chip.tsx'
import { Empty } from '../primitives/Notice.tsx'
import { Shell } from '../shell/Shell.tsx'
import type { TopicView } from '../view/lists.ts'
import { topicPath } from '../view/piece.ts'
import { Feed } from './Feed.tsx'
import { More } from './More.tsx'

/** A topic's page: `/:locale/topic/:slug`. */
export function Topic({ topic }: { topic: TopicView }) {
  const t = useT(shop)
  const to = useTo()
  return (
    <Shell section="home" topics={topic.near}>
      <main id="main" className="pad feedpage">
        <header className="topic-head">
          <h1 className="display t24"># {topic.name}</h1>
          {topic.description ? <p className="c2">{topic.description}</p> : null}
          <p className="t13 c3">{t('piecesCount', { count: topic.count })}</p>
        </header>
        {topic.pieces.length > 0 ? (
          <>
            <Feed pieces={topic.pieces} label={topic.name} priority={2} />
            <More to={topic.more} shown={topic.pieces.length} />
          </>
        ) : (
          <Empty title={t('topicEmpty')} icon="sprout" />
        )}
        {topic.near.length > 0 ? (
          <nav className="row wrapx near" aria-label={t('nearTopics')}>
            {topic.near.map((near) => (
              <ChipLink key={near.slug} to={to(topicPath(near))}>
                # {near.name}
              </ChipLink>
            ))}
          </nav>
        ) : null}
      </main>
    </Shell>
  )
}
