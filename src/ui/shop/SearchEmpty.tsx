import { Link } from 'react-router'
import { noFilters, toggleFilter } from '../../lib/search-params.ts'
import { useFormat, useT, useTo } from '../i18n/index.ts'
import { discovery } from '../i18n/messages/discovery.ts'
import { ChipLink } from '../primitives/Chip.tsx'
import { Icon } from '../primitives/Icon.tsx'
import { topicPath } from '../view/piece.ts'
import type { SearchView } from '../view/search.ts'
import { valueName } from './Facets.tsx'
import { Headline } from './Highlight.tsx'
import { searchPath } from './search-path.ts'

/** Zero results: the filters or words that, dropped, give results, with how many; then near topics. Nothing is mixed in. */
export function SearchEmpty({ view }: { view: SearchView }) {
  const td = useT(discovery)
  const to = useTo()
  const { relaxed, loosened } = view
  const [title, text] =
    loosened.length > 0
      ? [td('filteredOut'), td('filteredOutText')]
      : relaxed.length > 0
        ? [td('relaxTitle'), td('relaxText')]
        : [td('nothingFor', { query: view.query }), td('nothingText')]
  return (
    <div className="nothing">
      <h1 className="display t24">
        <Headline title={title} />
      </h1>
      <p className="c2 nothing-text">{text}</p>
      <Loosened view={view} />
      {relaxed.length > 0 ? (
        <ul className="stack gap2 relax">
          {relaxed.map((one) => (
            <li key={one.word}>
              <Link to={to(searchPath({ q: one.rest, kind: view.kind, sort: view.sort, filters: view.filters }))}>
                <span className="sr">{td('relaxWithout', { word: one.word })}</span>
                <s className="c3" aria-hidden="true">
                  {one.word}
                </s>
                <span className="grow c2 t13">{one.rest}</span>
                <b className="num">{td('resultsCount', { count: one.count })}</b>
                <Icon name="chevron" size={16} />
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      {view.topics.length > 0 ? (
        <section className="sec">
          <header>
            <h2 className="h2">{td(view.topicsNear ? 'nearTopics' : 'popularNow')}</h2>
          </header>
          <div className="row wrapx">
            {view.topics.map((topic) => (
              <ChipLink key={topic.slug} to={to(topicPath(topic))}>
                # {topic.name}
              </ChipLink>
            ))}
          </div>
        </section>
      ) : null}
    </div>
  )
}

/** Each filter that, taken away, gives results, and what there is without any. */
function Loosened({ view }: { view: SearchView }) {
  const td = useT(discovery)
  const format = useFormat()
  const to = useTo()
  if (view.loosened.length === 0) return null
  const path = (filters: SearchView['filters']) => to(searchPath({ q: view.query, kind: view.kind, sort: view.sort, filters }))
  return (
    <ul className="stack gap2 relax">
      {view.loosened.map(({ name, value, count }) => {
        if (name === 'all')
          return (
            <li key="all">
              <Link to={path(noFilters)}>
                <span className="grow">{td('dropFilters', { count })}</span>
                <Icon name="chevron" size={16} />
              </Link>
            </li>
          )
        const label = view.facets.find((facet) => facet.name === name)?.values.find((one) => one.value === value)?.label ?? ''
        const shown = valueName({ t: td, format, currency: view.currency }, name, value, label)
        return (
          <li key={`${name} ${value}`}>
            <Link
              to={path(toggleFilter(view.filters, name, value))}
              aria-label={`${td('removeFilter', { name: shown })}, ${td('resultsCount', { count })}`}
            >
              <s className="grow c3">{shown}</s>
              <b className="num">{td('resultsCount', { count })}</b>
              <Icon name="chevron" size={16} />
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
