import { Link } from 'react-router'
import type { SearchKindName } from '../../lib/search-params.ts'
import { useT, useTo } from '../i18n/index.ts'
import { discovery } from '../i18n/messages/discovery.ts'
import { shop } from '../i18n/messages/shop.ts'
import { ChipLink } from '../primitives/Chip.tsx'
import { Callout, Empty, VisuallyHidden } from '../primitives/Notice.tsx'
import { Tabs } from '../primitives/Tabs.tsx'
import { Shell } from '../shell/Shell.tsx'
import { topicPath } from '../view/piece.ts'
import type { SearchView } from '../view/search.ts'
import { Facets } from './Facets.tsx'
import { Feed } from './Feed.tsx'
import { More } from './More.tsx'
import { Person } from './Person.tsx'
import { ProductCard } from './ProductCard.tsx'
import { ChosenChips, ResultsHead } from './SearchBar.tsx'
import { SearchEmpty } from './SearchEmpty.tsx'
import { searchPath } from './search-path.ts'

/** Search: `/:locale/search?q=&kind=` with filters and a sort. Without a query and with `kind=product` it is the shop's shelf. */
export function Search({ view }: { view: SearchView }) {
  const t = useT(discovery)
  const { query, kind } = view
  const nothing = view.counts[kind] === 0
  const title = query ? t('searchResults', { query }) : t(kind === 'product' ? 'browseProducts' : 'searchTitle')
  const blank = query === '' && nothing && view.facets.length === 0 && view.loosened.length === 0
  return (
    <Shell section="shop" query={query}>
      <main id="main" className="pad searchpage">
        {nothing && !blank ? null : <VisuallyHidden as="h1">{title}</VisuallyHidden>}
        {query && view.counts.all > 0 ? <Kinds view={view} /> : null}
        {blank ? (
          <Empty title={t('searchHint')} icon="search">
            {t('searchHintText')}
          </Empty>
        ) : (
          <>
            <ChosenChips view={view} />
            <div className={view.facets.length > 0 ? 'sgrid' : undefined}>
              {view.facets.length > 0 ? <FacetColumn view={view} /> : null}
              {nothing ? <SearchEmpty view={view} /> : <Results view={view} />}
            </div>
          </>
        )}
      </main>
    </Shell>
  )
}

/** From 768 px beside the results; on a phone without script at `#filters`. */
function FacetColumn({ view }: { view: SearchView }) {
  const t = useT(discovery)
  return (
    <aside className="facets" id="filters" aria-label={t('filters')}>
      <Facets view={view} live />
    </aside>
  )
}

function Kinds({ view }: { view: SearchView }) {
  const t = useT(shop)
  const td = useT(discovery)
  const to = useTo()
  const kinds: [SearchKindName, string][] = [
    ['all', t('all')],
    ['post', t('kindPost')],
    ['video-note', td('kindVideo')],
    ['product', t('kindProduct')],
    ['creator', t('kindCreator')],
  ]
  const items = kinds.map(([kind, label]) => ({
    to: to(searchPath({ q: view.query, kind, sort: view.sort, filters: view.filters })),
    label,
    count: view.counts[kind],
    current: view.kind === kind,
  }))
  return <Tabs items={items} label={td('kinds')} />
}

function Results({ view }: { view: SearchView }) {
  const td = useT(discovery)
  const shown = view.pieces.length + view.products.length + view.creators.length
  return (
    <div className="stack results">
      <ResultsHead view={view} />
      {view.read.misspelt ? <Callout tone="info">{td('whyOrderTypo')}</Callout> : null}
      <Topics view={view} />
      <Products view={view} />
      {view.creators.length > 0 ? (
        <div className="people">
          {view.creators.map((creator) => (
            <Person key={creator.id} creator={creator} />
          ))}
        </div>
      ) : null}
      {view.pieces.length > 0 ? (
        <section>
          {view.kind === 'all' ? <h2 className="h2 results-h">{td('notesAndVideos')}</h2> : null}
          <Feed pieces={view.pieces} label={td('notesAndVideos')} most={4} level={view.kind === 'all' ? 3 : 2} />
        </section>
      ) : null}
      {view.kind === 'all' && !view.more ? null : <More to={view.more} shown={shown} posts={shown === view.pieces.length} />}
    </div>
  )
}

/** Topics that the query names. */
function Topics({ view }: { view: SearchView }) {
  const t = useT(discovery)
  const to = useTo()
  if (view.topics.length === 0) return null
  return (
    <nav className="row wrapx" aria-label={t('kindTopic')}>
      {view.topics.map((topic) => (
        <ChipLink key={topic.slug} to={to(topicPath(topic))}>
          # {topic.name}
        </ChipLink>
      ))}
    </nav>
  )
}

function Products({ view }: { view: SearchView }) {
  const t = useT(shop)
  const td = useT(discovery)
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
        <Link className="t13 c2 hit" to={to(searchPath({ q: view.query, kind: 'product', sort: view.sort, filters: view.filters }))}>
          {td('allOf', { count: view.counts.product })}
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
