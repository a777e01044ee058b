import { useT, useTo } from '../i18n/index.ts'
import { discovery } from '../i18n/messages/discovery.ts'
import { ChipLink } from '../primitives/Chip.tsx'
import { Empty } from '../primitives/Notice.tsx'
import { Tabs } from '../primitives/Tabs.tsx'
import { Shell } from '../shell/Shell.tsx'
import type { TopicView } from '../view/lists.ts'
import { topicPath } from '../view/piece.ts'
import { Feed } from './Feed.tsx'
import { More } from './More.tsx'
import { Person } from './Person.tsx'
import { ProductCard } from './ProductCard.tsx'

/** A topic's page: `/:locale/topic/:slug`, by the ranking at `?sort=hot`. Products and people come first: they are few. */
export function Topic({ topic }: { topic: TopicView }) {
  const td = useT(discovery)
  const to = useTo()
  const path = to(topicPath(topic))
  return (
    <Shell section="home" topics={topic.near}>
      <main id="main" className="pad feedpage">
        <header className="topic-head">
          <h1 className="display t24"># {topic.name}</h1>
          {topic.description ? <p className="c2">{topic.description}</p> : null}
          <p className="t13 c3">{td('piecesCount', { count: topic.count })}</p>
        </header>
        {topic.products.length > 0 ? (
          <section className="topic-part">
            <h2 className="h2">{td('topicProducts')}</h2>
            <div className="hscroll">
              {topic.products.map((product) => (
                <ProductCard key={product.id} product={product} />
              ))}
            </div>
          </section>
        ) : null}
        <Pieces topic={topic} path={path} />
        {topic.creators.length > 0 ? (
          <section className="topic-part">
            <h2 className="h2">{td('topicCreators')}</h2>
            <div className="people">
              {topic.creators.map((creator) => (
                <Person key={creator.id} creator={creator} />
              ))}
            </div>
          </section>
        ) : null}
        {topic.near.length > 0 ? (
          <nav className="row wrapx near" aria-label={td('nearTopics')}>
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

function Pieces({ topic, path }: { topic: TopicView; path: string }) {
  const td = useT(discovery)
  if (topic.pieces.length === 0) return <Empty title={td('topicEmpty')} icon="sprout" />
  return (
    <>
      <Tabs
        label={td('sortBy')}
        items={[
          { to: path, label: td('newest'), current: topic.sort === 'newest' },
          { to: `${path}?sort=hot`, label: td('hot'), current: topic.sort === 'hot' },
        ]}
      />
      <Feed pieces={topic.pieces} label={topic.name} priority={2} />
      <More to={topic.more} shown={topic.pieces.length} />
    </>
  )
}
