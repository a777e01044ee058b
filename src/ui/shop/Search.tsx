import { Link } from 'react-router'
import { useFormat, useT, useTo } from '../i18n/index.ts'
import { shop } from '../i18n/messages/shop.ts'
import { Avatar } from '../primitives/Avatar.tsx'
import { Empty, VisuallyHidden } from '../primitives/Notice.tsx'
import { Tabs } from '../primitives/Tabs.tsx'
import { Shell } from '../shell/Shell.tsx'
import type { CreatorHit, SearchKind, SearchView } from '../view/lists.ts'
import { creatorPath } from '../view/piece.ts'
import { Feed } from './Feed.tsx'
import { FollowButton } from './FollowButton.tsx'
import { Highlight } from './Highlight.tsx'
import { More } from './More.tsx'
import { ProductCard } from './ProductCard.tsx'
import { SearchEmpty } from './SearchEmpty.tsx'
import { searchPath } from './search-path.ts'

/** Search: `/:locale/search?q=&kind=`. Without a query and with `kind=product` it is the shop's shelf. */
export function Search({ view }: { view: SearchView }) {
  const t = useT(shop)
  const { query, kind } = view
  const nothing = view.counts[kind] === 0
  const title = query ? t('searchResults', { query }) : t(kind === 'product' ? 'browseProducts' : 'searchTitle')
  return (
    <Shell section="shop" query={query}>
      <main id="main" className="pad searchpage">
        {query && view.counts.all === 0 ? null : <VisuallyHidden as="h1">{title}</VisuallyHidden>}
        {query && view.counts.all > 0 ? <Kinds view={view} /> : null}
        {query === '' && nothing ? (
          <Empty title={t('searchHint')} icon="search">
            {t('searchHintText')}
          </Empty>
        ) : nothing ? (
          <SearchEmpty view={view} />
        ) : (
          <Results view={view} />
        )}
      </main>
    </Shell>
  )
}

function Kinds({ view }: { view: SearchView }) {
  const t = useT(shop)
  const to = useTo()
  const kinds: [SearchKind, string][] = [
    ['all', t('all')],
    ['post', t('kindPost')],
    ['video-note', t('kindVideo')],
    ['product', t('kindProduct')],
    ['creator', t('kindCreator')],
  ]
  const items = kinds.map(([kind, label]) => ({
    to: to(searchPath(view.query, kind)),
    label,
    count: view.counts[kind],
    current: view.kind === kind,
  }))
  return <Tabs items={items} label={t('kinds')} />
}

function Results({ view }: { view: SearchView }) {
  const t = useT(shop)
  const shown = view.pieces.length + view.products.length + view.creators.length
  return (
    <div className="stack results">
      <p className="t13 c2 results-count">{t('resultsCount', { count: view.counts[view.kind] })}</p>
      <Products view={view} />
      {view.creators.map((creator) => (
        <Person key={creator.id} creator={creator} />
      ))}
      {view.pieces.length > 0 ? (
        <section>
          {view.kind === 'all' ? <h2 className="h2 results-h">{t('notesAndVideos')}</h2> : null}
          <Feed pieces={view.pieces} label={t('notesAndVideos')} level={view.kind === 'all' ? 3 : 2} />
        </section>
      ) : null}
      {view.kind === 'all' && !view.more ? null : <More to={view.more} shown={shown} />}
    </div>
  )
}

function Products({ view }: { view: SearchView }) {
  const t = useT(shop)
  const to = useTo()
  if (view.products.length === 0) return null
  if (view.kind === 'product') {
    return (
      <div className="shelf">
        {view.products.map((product) => (
          <ProductCard key={product.id} product={product} sizes="(min-width:1120px) 220px, (min-width:768px) 28vw, 46vw" />
        ))}
      </div>
    )
  }
  return (
    <section>
      <header className="row between results-h">
        <h2 className="h2">{t('kindProduct')}</h2>
        <Link className="t13 c2 hit" to={to(searchPath(view.query, 'product'))}>
          {t('allOf', { count: view.counts.product })}
        </Link>
      </header>
      <div className="hscroll">
        {view.products.map((product) => (
          <ProductCard key={product.id} product={product} />
        ))}
      </div>
    </section>
  )
}

function Person({ creator }: { creator: CreatorHit }) {
  const t = useT(shop)
  const to = useTo()
  const format = useFormat()
  const followers = t('followersCount', { count: creator.followers, shown: format.count(creator.followers) })
  return (
    <div className="person">
      <Link className="row grow author-link" to={to(creatorPath(creator))}>
        <Avatar media={creator.avatar} name={creator.name} size={40} />
        <span className="grow">
          <b className="author-name">
            <Highlight text={creator.name} parts={creator.nameParts} />
          </b>
          <span className="t12 c2 author-fact">{[`@${creator.handle}`, ...creator.verticals.slice(0, 1), followers].join(' · ')}</span>
        </span>
      </Link>
      <FollowButton creator={creator} size="sm" variant="line" />
    </div>
  )
}
