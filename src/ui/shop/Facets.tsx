import { useEffect, useId, useRef } from 'react'
import { useSubmit } from 'react-router'
import { priceBands } from '../../lib/price-bands.ts'
import type { FacetName, FlagName } from '../../lib/search-params.ts'
import { type Translate, useFormat, useT, useTo } from '../i18n/index.ts'
import { discovery } from '../i18n/messages/discovery.ts'
import { Button } from '../primitives/Button.tsx'
import type { FacetView, SearchView } from '../view/search.ts'

const titles = {
  category: 'facetCategory',
  topic: 'facetTopic',
  brand: 'facetBrand',
  price: 'facetPrice',
  level: 'facetLevel',
  language: 'facetLanguage',
  stock: 'facetStock',
  sale: 'facetPrice',
  video: 'facetContent',
} as const satisfies Record<FacetName | FlagName, string>

const words: Record<
  string,
  'onlyInStock' | 'onlyOnSale' | 'hasVideo' | 'languageZh' | 'languageEn' | 'levelIdentity' | 'levelProfessional' | 'levelBrand'
> = {
  'stock 1': 'onlyInStock',
  'sale 1': 'onlyOnSale',
  'video 1': 'hasVideo',
  'language zh': 'languageZh',
  'language en': 'languageEn',
  'level identity': 'levelIdentity',
  'level professional': 'levelProfessional',
  'level brand': 'levelBrand',
}

interface Words {
  t: Translate<keyof (typeof discovery)['zh']>
  format: Pick<ReturnType<typeof useFormat>, 'money'>
  currency: string
}

/** A value as it is shown: categories, topics and brands by their names, the rest in the reader's words. */
export function valueName({ t, format, currency }: Words, name: FacetName | FlagName, value: string, label: string): string {
  const word = words[`${name} ${value}`]
  if (word) return t(word)
  const band = name === 'price' ? priceBands.find((one) => one.name === value) : undefined
  if (!band) return label || value
  const money = (amount: number) => format.money({ amount, currency }, { cents: 'omit-zero' })
  if (band.to === null) return t('priceOver', { from: money(band.from) })
  return band.from === 0 ? t('priceUnder', { to: money(band.to) }) : t('priceBetween', { from: money(band.from), to: money(band.to) })
}

/**
 * The filters as a form that works by itself: `GET /:locale/search`. With script each choice is sent at once where
 * `live`, so that the counts follow.
 */
export function Facets({ view, live }: { view: SearchView; live: boolean }) {
  const t = useT(discovery)
  const to = useTo()
  const submit = useSubmit()
  const ref = useRef<HTMLFormElement>(null)
  // What was ticked before the script ran is sent now.
  useEffect(() => {
    const boxes = live ? [...(ref.current?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? [])] : []
    if (boxes.some((box) => box.checked !== box.defaultChecked)) void submit(ref.current, { replace: true, preventScrollReset: true })
  }, [live, submit])
  return (
    <form
      ref={ref}
      method="get"
      action={to('/search')}
      className="facet-form"
      onChange={live ? (event) => void submit(event.currentTarget, { replace: true, preventScrollReset: true }) : undefined}
      onSubmit={(event) => {
        event.preventDefault()
        void submit(event.currentTarget, { preventScrollReset: true })
        event.currentTarget.closest('dialog')?.close()
      }}
    >
      {view.query ? <input type="hidden" name="q" value={view.query} /> : null}
      {view.kind === 'all' ? null : <input type="hidden" name="kind" value={view.kind} />}
      {view.sort === 'relevance' ? null : <input type="hidden" name="sort" value={view.sort} />}
      {view.facets.map((facet) => (
        <Facet key={facet.name} facet={facet} view={view} />
      ))}
      <div className={live ? 'facet-send only-without-script' : 'facet-send'}>
        <Button type="submit" variant="main" block>
          {t('apply')}
        </Button>
      </div>
    </form>
  )
}

function Facet({ facet, view }: { facet: FacetView; view: SearchView }) {
  const t = useT(discovery)
  const format = useFormat()
  const id = useId()
  return (
    <fieldset className="fct">
      <legend className="b t13">{t(titles[facet.name])}</legend>
      {facet.values.map(({ value, label, count, on }) => (
        <label key={value} className="frow" htmlFor={`${id}-${value}`}>
          <Box id={`${id}-${value}`} name={facet.name} value={value} on={on} />
          <span className="grow">{valueName({ t, format, currency: view.currency }, facet.name, value, label)}</span>
          <span className="c3 num t12">{count}</span>
        </label>
      ))}
    </fieldset>
  )
}

/**
 * A box that is its own master until the page says otherwise: what was ticked before the script ran stays, a chip that takes
 * the choice away unticks it, and neither loses the focus.
 */
function Box({ id, name, value, on }: { id: string; name: string; value: string; on: boolean }) {
  const ref = useRef<HTMLInputElement>(null)
  const known = useRef(on)
  useEffect(() => {
    if (ref.current && known.current !== on) ref.current.checked = on
    known.current = on
  }, [on])
  return <input ref={ref} id={id} type="checkbox" name={name} value={value} defaultChecked={on} />
}
