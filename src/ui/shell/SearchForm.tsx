import { useCallback, useEffect, useId, useRef, useState } from 'react'
import { Form } from 'react-router'
import { useT, useTo } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { Icon } from '../primitives/Icon.tsx'
import type { Suggestions } from './Suggestions.tsx'

/**
 * The search box: `GET /:locale/search?q=`. With script it is a combobox, whose list (`Suggestions`) is fetched when
 * somebody goes into the field.
 */
export function SearchForm({ query, autoFocus }: { query?: string; autoFocus?: boolean }) {
  const t = useT(common)
  const to = useTo()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [List, setList] = useState<typeof Suggestions | null>(null)
  const fetchList = useCallback(() => {
    // When it cannot be fetched, the search itself still works.
    import('./Suggestions.tsx').then((got) => setList(() => got.Suggestions)).catch(() => {})
  }, [])
  // Somebody may have gone into the field before the script came.
  useEffect(() => {
    if (document.activeElement === field.current) fetchList()
  }, [fetchList])
  const listId = `${id}-list`
  return (
    <Form className="search" role="search" action={to('/search')} method="get">
      <Icon name="search" />
      <label className="sr" htmlFor={id}>
        {t('search')}
      </label>
      <input
        ref={field}
        key={query}
        id={id}
        type="search"
        name="q"
        defaultValue={query}
        placeholder={t('searchPlaceholder')}
        maxLength={200}
        enterKeyHint="search"
        autoComplete="off"
        role="combobox"
        aria-expanded={false}
        aria-controls={listId}
        aria-autocomplete="list"
        onFocus={fetchList}
        // biome-ignore lint/a11y/noAutofocus: only on the empty search page, which one opens to type
        autoFocus={autoFocus}
      />
      {List ? (
        <List key={query} field={field} id={listId} />
      ) : (
        <div id={listId} role="listbox" aria-label={t('suggestions')} className="suggest" hidden />
      )}
    </Form>
  )
}
