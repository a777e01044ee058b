import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { Form, useNavigate } from 'react-router'
import { useLocale, useT, useTo } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { shop } from '../i18n/messages/shop.ts'
import { Icon } from '../primitives/Icon.tsx'
import { creatorPath, topicPath } from '../view/piece.ts'
import type { Suggestion } from '../view/suggest.ts'
import { useSuggestions } from './use-suggestions.ts'

const kindNames = { product: 'kindProduct', creator: 'kindCreator', piece: 'kindPost' } as const

/** Where a suggestion leads: topics and people to their pages, words to the search for them. */
const pathOf = ({ kind, text, slug }: Suggestion): string =>
  kind === 'topic' && slug
    ? topicPath({ slug })
    : kind === 'creator' && slug
      ? creatorPath({ handle: slug })
      : `/search?${new URLSearchParams({ q: text, ...(kind === 'product' ? { kind } : {}) })}`

/**
 * The search box: `GET /:locale/search?q=`. With script it is a combobox: arrows walk through the suggestions, Enter takes
 * one or searches for what is typed, Escape closes them.
 */
export function SearchForm({ query, autoFocus }: { query?: string; autoFocus?: boolean }) {
  const t = useT(common)
  const to = useTo()
  const { locale } = useLocale()
  const navigate = useNavigate()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const shown = useSuggestions(typed, { locale, active: open })
  const expanded = open && shown.length > 0
  const close = () => {
    setOpen(false)
    setAt(-1)
  }
  const take = (one: Suggestion) => {
    close()
    input.current?.blur()
    void navigate(to(pathOf(one)))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && shown.length > 0) {
      event.preventDefault()
      setOpen(true)
      // One place before the first is the field itself.
      setAt((now) => ((now + step + 1 + shown.length + 1) % (shown.length + 1)) - 1)
    }
    if (event.key === 'Escape' && expanded) {
      event.preventDefault()
      close()
    }
    const chosen = shown[at]
    if (event.key === 'Enter' && expanded && chosen && !event.nativeEvent.isComposing) {
      event.preventDefault()
      take(chosen)
    }
  }
  return (
    <Form className="search" role="search" action={to('/search')} method="get" onSubmit={close}>
      <Icon name="search" />
      <label className="sr" htmlFor={id}>
        {t('search')}
      </label>
      <input
        ref={input}
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
        aria-expanded={expanded}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={expanded && at >= 0 ? `${id}-${at}` : undefined}
        onChange={(event) => {
          setTyped(event.target.value)
          setOpen(true)
          setAt(-1)
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
        // biome-ignore lint/a11y/noAutofocus: only on the empty search page, which one opens to type
        autoFocus={autoFocus}
      />
      <div id={`${id}-list`} role="listbox" aria-label={t('suggestions')} className="suggest" hidden={!expanded}>
        {shown.map((one, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys, as a combobox does
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field, which names the active one
          <div
            key={`${one.kind} ${one.text}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            // Before the field loses its focus and the list with it.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(one)}
          >
            <SuggestionText one={one} />
          </div>
        ))}
      </div>
    </Form>
  )
}

function SuggestionText({ one }: { one: Suggestion }) {
  const ts = useT(shop)
  if (one.kind === 'topic') return <span className="grow clamp1"># {one.text}</span>
  return (
    <>
      <span className="grow clamp1">{one.text}</span>
      <span className="t12 c3">{ts(kindNames[one.kind])}</span>
    </>
  )
}
