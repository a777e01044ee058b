import { useEffect, useRef } from 'react'
import type { Fetcher } from 'react-router'

/**
 * Calls `onAnswer` once for each answer that a fetcher brings. A fast answer may arrive before "submitting" was ever
 * rendered, so both are watched: the change of state, and a new answer.
 */
export function useAnswer(fetcher: Pick<Fetcher, 'state' | 'data'>, onAnswer: ((answer: unknown) => void) | undefined): void {
  const was = useRef<{ state: Fetcher['state']; data: unknown }>({ state: fetcher.state, data: fetcher.data })
  const latest = useRef(onAnswer)
  latest.current = onAnswer
  useEffect(() => {
    const before = was.current
    if (fetcher.state !== 'idle') {
      was.current = { ...before, state: fetcher.state }
      return
    }
    was.current = { state: 'idle', data: fetcher.data }
    if (before.state !== 'idle' || (fetcher.data !== undefined && fetcher.data !== before.data)) latest.current?.(fetcher.data)
  }, [fetcher.state, fetcher.data])
}
