import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { pieceOfPath, tell } from '../../ui/tell.ts'

/** Opened and gone again is not seen. */
const SEEN_MS = 1_000

/** Tells, once for each page of a piece, that it was seen: when it was visible for a second. */
export function useTelling(): void {
  const { pathname } = useLocation()
  useEffect(() => {
    const piece = pieceOfPath(pathname)
    if (!piece) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const watch = () => {
      clearTimeout(timer)
      if (document.visibilityState === 'visible') timer = setTimeout(done, SEEN_MS)
    }
    const done = () => {
      document.removeEventListener('visibilitychange', watch)
      tell({ kind: 'view', piece })
    }
    document.addEventListener('visibilitychange', watch)
    watch()
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', watch)
    }
  }, [pathname])
}
