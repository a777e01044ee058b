import { useRef, useState } from 'react'
import { usePersonal } from '../view/personal.tsx'

interface Toggle {
  /** What is shown: what was asked for last, else what is known. */
  on: boolean
  /** By how much a count of the page is off: the visitor's own change since it was made. */
  delta: -1 | 0 | 1
  /** Shows the wish at once. */
  ask: (on: boolean) => void
  /** Takes the wish back: it was refused. */
  refuse: () => void
}

/** A like or a follow that shows at once and does not flicker while what is known is fetched again. */
export function useToggle(known: boolean): Toggle {
  const { status } = usePersonal()
  const [asked, setAsked] = useState<boolean | null>(null)
  const first = useRef<boolean | null>(null)
  // Asked before it was known: the page counts the visitor as he was, which is not as he asked to be.
  if (first.current === null && status !== 'unknown') first.current = asked === null ? known : !asked
  const on = asked ?? known
  const before = first.current ?? false
  return { on, delta: on === before ? 0 : on ? 1 : -1, ask: setAsked, refuse: () => setAsked(null) }
}
