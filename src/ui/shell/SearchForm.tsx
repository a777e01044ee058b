import { useId } from 'react'
import { Form } from 'react-router'
import { useT, useTo } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { Icon } from '../primitives/Icon.tsx'

/** The search box: `GET /:locale/search?q=`. */
export function SearchForm({ query, autoFocus }: { query?: string; autoFocus?: boolean }) {
  const t = useT(common)
  const to = useTo()
  const id = useId()
  return (
    <Form className="search" role="search" action={to('/search')} method="get">
      <Icon name="search" />
      <label className="sr" htmlFor={id}>
        {t('search')}
      </label>
      <input
        key={query}
        id={id}
        type="search"
        name="q"
        defaultValue={query}
        placeholder={t('searchPlaceholder')}
        maxLength={200}
        enterKeyHint="search"
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: only on the empty search page, which one opens to type
        autoFocus={autoFocus}
      />
    </Form>
  )
}
