import { useEffect, useRef } from 'react'
import { claimItem, releaseItem } from './desk-api.ts'

/** A claim lasts ten minutes (MOD-05): it is renewed well before. */
const renewMs = 4 * 60_000

/**
 * Holds the open item while it is on the screen and gives it back when it goes, unless a decision on it is about to be
 * sent: giving it back would make the decision one on an older state. `changed` is called when somebody's claim may
 * have changed, to read who has it now.
 */
export function useClaim(itemId: string | null, isDecided: (id: string) => boolean, changed: () => void): void {
  const latest = useRef({ isDecided, changed })
  latest.current = { isDecided, changed }
  useEffect(() => {
    if (itemId === null) return
    let here = true
    const claim = async () => {
      await claimItem(itemId)
      if (here) latest.current.changed()
    }
    const leave = () => {
      if (!latest.current.isDecided(itemId)) void releaseItem(itemId)
    }
    void claim()
    const timer = setInterval(() => void claim(), renewMs)
    window.addEventListener('pagehide', leave)
    return () => {
      here = false
      clearInterval(timer)
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [itemId])
}
