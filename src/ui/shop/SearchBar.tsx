import { useEffect, useRef, useState } from 'react'
import { Link, useSubmit } from 'react-router'
import { chosenFilters, noFilters, searchSorts, toggleFilter } from '../../lib/search-params.ts'
import { useFormat, useT, useTo } from '../i18n/index.ts'
import { discovery } from '../i18n/messages/discovery.ts'
import { Button } from '../primitives/Button.tsx'
import { Sheet } from '../primitives/Dialog.tsx'
import { Icon } from '../primitives/Icon.tsx'
import type { SearchView } from '../view/search.ts'
import { Facets, valueName } from './Facets.tsx'
import { searchPath } from './search-path.ts'

/**
 * What is chosen, as chips that take it away again, and on a phone the button for the filters: with script a sheet, before
 * it a link to the same form at the end of the page.
 */
export function ChosenChips({ view }: { view: SearchView }) {
  const t = useT(discovery)
  const to = useTo()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const chosen = chosenFilters(view.filters)
  if (view.facets.length === 0) return null
  const path = (filters: SearchView['filters']) => to(searchPath({ q: view.query, kind: view.kind, sort: view.sort, filters }))
  return (
    <div className="hscroll chips">
      {/* biome-ignore lint/a11y/useValidAnchor: before the script it is the link to the filters below the results */}
      <a
        href="#filters"
        className="chip only-m"
        onClick={(event) => {
          event.preventDefault()
          setOpen(true)
        }}
      >
        <Icon name="filter" size={16} />
        {chosen.length > 0 ? t('filtersOn', { count: chosen.length }) : t('filters')}
      </a>
      {chosen.map(({ name, value }) => {
        const label = view.facets.find((facet) => facet.name === name)?.values.find((one) => one.value === value)?.label ?? ''
        const shown = valueName({ t, format, currency: view.currency }, name, value, label)
        return (
          <Link
            key={`${name} ${value}`}
            className="chip is-on"
            to={path(toggleFilter(view.filters, name, value))}
            aria-label={t('removeFilter', { name: shown })}
            preventScrollReset
          >
            {shown}
            <Icon name="close" size={14} />
          </Link>
        )
      })}
      {chosen.length > 1 ? (
        <Link className="chip" to={path(noFilters)} preventScrollReset>
          {t('clearAll')}
        </Link>
      ) : null}
      <Sheet open={open} onClose={() => setOpen(false)} title={t('filters')}>
        {open ? <Facets view={view} live={false} /> : null}
      </Sheet>
    </div>
  )
}

const sortNames = {
  relevance: 'sortRelevance',
  newest: 'sortNewest',
  'price-up': 'sortPriceUp',
  'price-down': 'sortPriceDown',
  likes: 'sortLikes',
} as const

/** How many there are, why they are in this order, and the choice of another. */
export function ResultsHead({ view }: { view: SearchView }) {
  const t = useT(discovery)
  const to = useTo()
  const submit = useSubmit()
  const select = useRef<HTMLSelectElement>(null)
  // What was chosen before the script ran is sent now.
  useEffect(() => {
    const form = select.current?.form
    if (form && select.current?.value !== view.sort) void submit(form, { replace: true, preventScrollReset: true })
  }, [view.sort, submit])
  return (
    <div className="row between wrapx srt">
      <div className="t13 c2 why-order">
        <span>{t('resultsCount', { count: view.counts[view.kind] })}</span>
        <details>
          <summary className="link">{t('whyOrder')}</summary>
          <p>{t('whyOrderText')}</p>
          <p>{t('whyOrderPinyin')}</p>
        </details>
      </div>
      <form
        method="get"
        action={to('/search')}
        className="row sortform"
        onChange={(event) => void submit(event.currentTarget, { replace: true, preventScrollReset: true })}
      >
        {view.query ? <input type="hidden" name="q" value={view.query} /> : null}
        {view.kind === 'all' ? null : <input type="hidden" name="kind" value={view.kind} />}
        {chosenFilters(view.filters).map(({ name, value }) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <Icon name="sort" size={16} />
        <select ref={select} name="sort" key={view.sort} defaultValue={view.sort} aria-label={t('sortBy')} className="t13">
          {searchSorts.map((sort) => (
            <option key={sort} value={sort}>
              {t(sortNames[sort])}
            </option>
          ))}
        </select>
        <Button type="submit" size="sm" variant="line" className="only-without-script">
          {t('apply')}
        </Button>
      </form>
    </div>
  )
}
