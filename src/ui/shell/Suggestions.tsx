import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { useLocale, useT, useTo } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { shop } from '../i18n/messages/shop.ts'
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
 * The list of a search box: arrows in the field walk through the suggestions, Enter takes one or searches for what is
 * typed, Escape closes them. It comes after the field is in use, and so listens to it from here.
 */
export function Suggestions({ field, id }: { field: RefObject<HTMLInputElement | null>; id: string }) {
  const t = useT(common)
  const { at, expanded, shown, take } = useCombobox(field)
  useLayoutEffect(() => {
    field.current?.setAttribute('aria-expanded', String(expanded))
    if (expanded && at >= 0) field.current?.setAttribute('aria-activedescendant', `${id}-${at}`)
    else field.current?.removeAttribute('aria-activedescendant')
  }, [field, expanded, at, id])
  return (
    <div id={id} role="listbox" aria-label={t('suggestions')} className="suggest" hidden={!expanded}>
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
  )
}

/** What is typed, which suggestion is chosen, and the field's keys. */
function useCombobox(field: RefObject<HTMLInputElement | null>) {
  const to = useTo()
  const { locale } = useLocale()
  const navigate = useNavigate()
  const [typed, setTyped] = useState(() => field.current?.value ?? '')
  // What was typed before this came wants suggestions, what the page was asked for does not.
  const [open, setOpen] = useState(() => field.current?.value !== field.current?.defaultValue)
  const [at, setAt] = useState(-1)
  const shown = useSuggestions(typed, { locale, active: open })
  const expanded = open && shown.length > 0
  const close = () => {
    setOpen(false)
    setAt(-1)
  }
  const take = (one: Suggestion) => {
    close()
    field.current?.blur()
    void navigate(to(pathOf(one)))
  }
  const onInput = () => {
    setTyped(field.current?.value ?? '')
    setOpen(true)
    setAt(-1)
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
    if (event.key === 'Enter' && expanded && chosen && !event.isComposing) {
      event.preventDefault()
      take(chosen)
    }
  }
  useEffect(() => {
    const element = field.current
    if (!element) return
    const stop = new AbortController()
    element.addEventListener('input', onInput, stop)
    element.addEventListener('keydown', onKeyDown, stop)
    element.addEventListener('blur', close, stop)
    element.form?.addEventListener('submit', close, stop)
    return () => stop.abort()
  })
  return { at, expanded, shown, take }
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
