import { useCallback, useEffect, useRef, useState } from 'react'
import type { FeedFacts } from '../../flows/shop/views.ts'
import { type Locale, useLocale } from '../../ui/i18n/index.ts'
import type { HomeTab, OwnFeed } from '../../ui/shop/Home.tsx'
import { usePersonal } from '../../ui/view/personal.tsx'

interface Kept {
  pieces: FeedFacts['pieces']
  next: string | null
}

/** Lists of this tab of the browser, so that coming back finds what was there, and the same place in it. */
const kept = new Map<string, Kept>()
/** Whoever has begun to read keeps the list that she reads. */
const READING_PX = 320

/**
 * The reader's own list for a tab of the home page: for-you in her order, and who she follows. Null where everybody's
 * list is hers too (guests, the switch is off, nothing liked yet); then the page stays as it came.
 */
export function useOwnFeed(tab: HomeTab): OwnFeed | null {
  const { status } = usePersonal()
  const { locale } = useLocale()
  // Of a piece and its translation one has the one in her language: another list in each.
  const name = `${locale} ${tab}`
  const [list, setList] = useState<Kept | null>(() => (status === 'member' ? (kept.get(name) ?? null) : null))
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle')
  const asked = useRef<string | null>(null)
  const wanted = tab !== 'trending' && status === 'member'

  const fetchPart = useCallback(
    async (after: string | null, before: Kept | null) => {
      setState('loading')
      try {
        const part = await read(tab, locale, after)
        setState('idle')
        if (!part.personal) return setList(null)
        if (!after && tab === 'for-you' && window.scrollY > READING_PX) return
        const pieces = after && before ? withoutDoubles(before.pieces, part.pieces) : part.pieces
        const now = { pieces, next: part.next }
        kept.set(name, now)
        setList(now)
      } catch {
        setState('failed')
      }
    },
    [tab, locale, name],
  )

  useEffect(() => {
    if (status === 'anonymous') kept.clear()
    if (!wanted) return setList(null)
    const known = kept.get(name)
    if (known) return setList(known)
    if (asked.current === name) return
    asked.current = name
    setList(null)
    void fetchPart(null, null)
  }, [wanted, status, name, fetchPart])

  if (tab === 'trending' || status === 'unknown') return null
  if (status === 'anonymous') return tab === 'following' ? { state: 'anonymous', pieces: [], busy: false, onRetry: () => {} } : null
  if (tab === 'for-you' && !list && state !== 'failed') return null
  return {
    state: state === 'failed' ? 'failed' : list ? 'ready' : 'loading',
    pieces: list?.pieces ?? [],
    busy: state === 'loading',
    onMore: list?.next ? () => void fetchPart(list.next, list) : undefined,
    onRetry: () => void fetchPart(list?.next ?? null, list),
  }
}

async function read(tab: HomeTab, locale: Locale, after: string | null): Promise<FeedFacts> {
  const query = new URLSearchParams({ locale, ...(after ? { after } : {}) })
  const answer = await fetch(`/v1/feeds/${tab}?${query}`, { headers: { accept: 'application/json' } })
  if (!answer.ok) throw new Error(`The feed answered ${answer.status}`)
  return (await answer.json()) as FeedFacts
}

function withoutDoubles(shown: Kept['pieces'], more: Kept['pieces']): Kept['pieces'] {
  const known = new Set(shown.map(({ id }) => id))
  return [...shown, ...more.filter(({ id }) => !known.has(id))]
}
