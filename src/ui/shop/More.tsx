import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useNavigate, useNavigation } from 'react-router'
import { useT } from '../i18n/index.ts'
import { shop } from '../i18n/messages/shop.ts'
import { Button, LinkButton } from '../primitives/Button.tsx'

/** After so many cards one is asked again, so that the foot of the page can be reached. */
const UNASKED = 100
/** What somebody asks for at the same moment goes first: it makes the list busy, and this is called off. */
const SETTLE_MS = 200

interface MoreProps {
  /** Address of the next part. Works as a link; with script it is followed when one comes near. */
  to?: string | undefined
  /** Where there is no address: what fetches the next part. */
  onMore?: (() => void) | undefined
  busy?: boolean
  shown: number
  /** False where products or people are listed. */
  posts?: boolean
}

/** The next part of a list, or its end with the count. */
export function More({ to, onMore, busy, shown, posts = true }: MoreProps) {
  const t = useT(shop)
  const navigate = useNavigate()
  const loading = useNavigation().state === 'loading' || busy === true
  const go = () => (to ? void navigate(to, { replace: true, preventScrollReset: true }) : onMore?.())
  // What comes by itself comes in place of the button and the foot of the page, which would jump away under the reader.
  const [cameNear, setCameNear] = useState<number | null>(null)
  useComing(cameNear === shown && loading)
  const near = () => {
    setCameNear(shown)
    go()
  }
  const ref = useNear(near, (to !== undefined || onMore !== undefined) && !loading && shown % UNASKED !== 0)
  return (
    <p className="feed-more" ref={ref}>
      {to ? (
        <LinkButton to={to} variant="line" preventScrollReset replace aria-busy={loading || undefined}>
          {t('loadMore')}
        </LinkButton>
      ) : onMore ? (
        <Button type="button" variant="line" busy={loading} onClick={onMore}>
          {t('loadMore')}
        </Button>
      ) : (
        <span className="t13 c3">{t(posts ? 'feedEnd' : 'listEnd', { count: shown })}</span>
      )}
    </p>
  )
}

let comings = 0

/**
 * Marks the document (`data-coming` on the root) while a part comes by itself: the styles hide the end of the list and
 * the foot of the page meanwhile. The mark goes two frames after the part is there, since what moves while it is seen is a
 * jump. It stands on the root because the last part may take this end of the list away in the same step.
 */
function useComing(coming: boolean): void {
  useLayoutEffect(() => {
    if (!coming) return
    const { dataset } = document.documentElement
    comings += 1
    const mark = String(comings)
    dataset.coming = mark
    return () => {
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (dataset.coming === mark) delete dataset.coming
        }),
      )
    }
  }, [coming])
}

/**
 * Calls `then` once when the element comes within a screen of being seen, while `wanted`. Not before one has scrolled:
 * whoever reads the first screen, or is choosing a filter on it, asked for nothing more; without a connection when it is back.
 */
function useNear(then: () => void, wanted: boolean) {
  const ref = useRef<HTMLParagraphElement>(null)
  const latest = useRef(then)
  latest.current = then
  useEffect(() => {
    const element = ref.current
    if (!wanted || !element || typeof IntersectionObserver === 'undefined') return
    let timer: ReturnType<typeof setTimeout> | undefined
    const start = () => observer.observe(element)
    // Without a connection React Router would load the next part as a document, in the place of the page that is open.
    const ask = () => (navigator.onLine ? latest.current() : addEventListener('online', ask, { once: true }))
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return
        observer.disconnect()
        timer = setTimeout(ask, SETTLE_MS)
      },
      { rootMargin: '0px 0px 900px' },
    )
    if (window.scrollY > 0) start()
    else addEventListener('scroll', start, { once: true, passive: true })
    return () => {
      clearTimeout(timer)
      removeEventListener('scroll', start)
      removeEventListener('online', ask)
      observer.disconnect()
    }
  }, [wanted])
  return ref
}
