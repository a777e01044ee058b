import { useCallback, useEffect, useRef, useState } from 'react'
import type { DecisionInput } from './view.ts'

/** Seconds in which a decision can be taken back before it is sent. */
export const undoSeconds = 10

export interface Held {
  decision: DecisionInput
  title: string
  secondsLeft: number
}

/**
 * Holds a decision back for ten seconds, so that undo means "was never sent" and the author gets no letter.
 * The next decision sends the held one at once; so does leaving the page (`send` should use `fetch` with `keepalive`).
 */
export function useDelayedSend(send: (decision: DecisionInput) => void) {
  const [held, setHeld] = useState<Held | null>(null)
  const current = useRef<DecisionInput | null>(null)
  const sender = useRef(send)
  sender.current = send

  const release = useCallback(() => {
    const decision = current.current
    current.current = null
    setHeld(null)
    if (decision !== null) sender.current(decision)
  }, [])
  const hold = useCallback(
    (decision: DecisionInput, title: string) => {
      release()
      current.current = decision
      setHeld({ decision, title, secondsLeft: undoSeconds })
    },
    [release],
  )
  /** Takes the held decision back; answers it, or null when there was none. */
  const undo = useCallback((): DecisionInput | null => {
    const decision = current.current
    current.current = null
    setHeld(null)
    return decision
  }, [])

  useEffect(() => {
    if (held === null) return
    const timer = setTimeout(() => {
      if (held.secondsLeft <= 1) release()
      else setHeld({ ...held, secondsLeft: held.secondsLeft - 1 })
    }, 1000)
    return () => clearTimeout(timer)
  }, [held, release])
  useEffect(() => {
    window.addEventListener('pagehide', release)
    return () => {
      window.removeEventListener('pagehide', release)
      release()
    }
  }, [release])
  return { held, hold, undo, release }
}
