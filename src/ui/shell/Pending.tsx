import { useEffect, useState } from 'react'
import { useLocation, useNavigation } from 'react-router'
import type { Outline } from './Outline.tsx'

/** ms until a page that has not come is worth a picture of waiting. */
const patience = 400

/**
 * While the next page is fetched: nothing for 400 ms, then its outline, whose code is fetched along with it. The
 * page that is open is kept until the next is there.
 */
export function Pending() {
  const { pathname } = useLocation()
  const { state, location } = useNavigation()
  const going = state === 'loading' && location !== undefined && location.pathname !== pathname
  const late = useLate(going)
  const [Shown, setShown] = useState<typeof Outline | null>(null)
  useEffect(() => {
    // Without it one waits without a picture.
    if (going) import('./Outline.tsx').then((got) => setShown(() => got.Outline)).catch(() => {})
  }, [going])
  return late && location && Shown ? <Shown path={location.pathname} /> : null
}

function useLate(going: boolean): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!going) return
    const timer = setTimeout(() => setLate(true), patience)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [going])
  return late
}
