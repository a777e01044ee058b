import { Link } from 'react-router'
import { useT, useTo } from '../i18n/index.ts'
import { shop } from '../i18n/messages/shop.ts'
import { ChipLink } from '../primitives/Chip.tsx'
import type { SearchView } from '../view/lists.ts'
import { topicPath } from '../view/piece.ts'
import { Headline } from './Highlight.tsx'
import { searchPath } from './search-path.ts'

/** Zero results: the words that, dropped, give results, with how many; then near topics. Nothing is mixed in. */
export function SearchEmpty({ view }: { view: SearchView }) {
  const t = useT(shop)
  const to = useTo()
  const relaxed = view.relaxed.filter((one) => one.count > 0)
  return (
    <div className="nothing">
      <h1 className="display t24">
        <Headline title={relaxed.length > 0 ? t('relaxTitle') : t('nothingFor', { query: view.query })} />
      </h1>
      <p className="c2 nothing-text">{t(relaxed.length > 0 ? 'relaxText' : 'nothingText')}</p>
      {relaxed.length > 0 ? (
        <ul className="stack gap2 relax">
          {relaxed.map((one) => (
            <li key={one.word}>
              <Link
                to={to(searchPath(one.rest, view.kind))}
                aria-label={`${t('relaxWithout', { word: one.word })}, ${t('resultsCount', { count: one.count })}`}
              >
                <s className="c3">{one.word}</s>
                <span className="grow c2 t13">{one.rest}</span>
                <b className="num">{t('resultsCount', { count: one.count })}</b>
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      {view.topics.length > 0 ? (
        <section className="sec">
          <header>
            <h2 className="h2">{t('nearTopics')}</h2>
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
