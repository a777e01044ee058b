import { useEffect, useState } from 'react'
import type { Locale } from '../i18n/index.ts'
import type { Suggestion } from '../view/suggest.ts'

/** Typing is over for a moment. */
const PAUSE_MS = 120
/** Answers of this visit, so that going back a letter asks nobody. */
const known = new Map<string, readonly Suggestion[]>()
const KNOWN = 60

/** Suggestions for what is typed, none while the field is not in use. A failure shows none: the search itself still works. */
export function useSuggestions(typed: string, { locale, active }: { locale: Locale; active: boolean }): readonly Suggestion[] {
  const [shown, setShown] = useState<readonly Suggestion[]>([])
  const q = typed.trim()
  useEffect(() => {
    if (!active || q === '') return setShown([])
    const key = `${locale} ${q}`
    const before = known.get(key)
    if (before) return setShown(before)
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const query = new URLSearchParams({ q: q.slice(0, 80), locale })
        const answer = await fetch(`/v1/suggest?${query}`, { signal: stop.signal, headers: { accept: 'application/json' } })
        if (!answer.ok) return
        const { suggestions } = (await answer.json()) as { suggestions: Suggestion[] }
        if (known.size >= KNOWN) known.clear()
        known.set(key, suggestions)
        setShown(suggestions)
      } catch {
        // Typed on, or offline: what was shown stays until the next answer.
      }
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [q, locale, active])
  return shown
}
