import { useCallback, useEffect, useRef } from 'react'
import { useRevalidator } from 'react-router'

/** How often an order that waits is asked for, and for how long at most: a page that was left open stops. */
const everyMs = 5000
const forMs = 20 * 60_000

/**
 * A stable function that asks the server again for what this page shows, never twice at once. While `waiting`, and while
 * somebody looks at the page, it is called by itself.
 */
export function usePolling(waiting: boolean): () => void {
  const revalidator = useRevalidator()
  const latest = useRef(revalidator)
  latest.current = revalidator
  const refresh = useCallback(() => {
    if (latest.current.state === 'idle' && document.visibilityState === 'visible') void latest.current.revalidate()
  }, [])
  useEffect(() => {
    if (!waiting) return
    const until = performance.now() + forMs
    const timer = setInterval(() => (performance.now() < until ? refresh() : clearInterval(timer)), everyMs)
    return () => clearInterval(timer)
  }, [waiting, refresh])
  return refresh
}
