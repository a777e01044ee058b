import { useEffect, useRef, useState } from 'react'
import { useT } from '../i18n/index.ts'
import { storefront } from '../i18n/messages/storefront.ts'
import { Icon } from '../primitives/Icon.tsx'
import { useToast } from '../primitives/Toast.tsx'

const follows = ['click', 'submit']
/** What makes a link fetch its page ahead. React Router reloads the document when the code of that page does not come. */
const intends = ['mouseover', 'mouseout', 'focusin', 'touchstart']

/**
 * Says when the connection is gone, and keeps the page that is open: a link or a form that could only fail is not
 * followed but answered. Says once when it is back. The browser is asked at each tap: one that was held until the script
 * came is given back before this has rendered what it knows.
 */
export function Connection() {
  const ts = useT(storefront)
  const toast = useToast()
  const online = useOnline()
  const was = useRef(online)
  useEffect(() => {
    if (online && !was.current) toast({ text: ts('onlineAgain') })
    was.current = online
  }, [online, toast, ts])
  useEffect(() => {
    const stop = (event: Event) => {
      if (navigator.onLine || !leaves(event)) return
      event.preventDefault()
      event.stopPropagation()
      toast({ text: ts('offlineNow') })
    }
    const hush = (event: Event) => {
      if (!navigator.onLine && leaves(event)) event.stopPropagation()
    }
    for (const type of follows) addEventListener(type, stop, true)
    for (const type of intends) addEventListener(type, hush, true)
    return () => {
      for (const type of follows) removeEventListener(type, stop, true)
      for (const type of intends) removeEventListener(type, hush, true)
    }
  }, [toast, ts])
  if (online) return null
  return (
    <p className="offline" role="status">
      <Icon name="globe" size={16} />
      {ts('offlineNow')}
    </p>
  )
}

/** Whether it would leave this page: a form's sending, or a link that is not a place on it, which a pointer may also come to from beside it. */
const leaves = (event: Event): boolean =>
  event.type === 'submit' || leads(event.target) || (event instanceof MouseEvent && leads(event.relatedTarget))

function leads(target: EventTarget | null): boolean {
  const link = target instanceof Element ? target.closest('a[href]') : null
  return link !== null && !link.getAttribute('href')?.startsWith('#')
}

/** What the browser says about its connection; true until it says otherwise. */
function useOnline(): boolean {
  const [online, setOnline] = useState(true)
  useEffect(() => {
    const read = () => setOnline(navigator.onLine)
    read()
    addEventListener('online', read)
    addEventListener('offline', read)
    return () => {
      removeEventListener('online', read)
      removeEventListener('offline', read)
    }
  }, [])
  return online
}
