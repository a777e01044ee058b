import { useEffect, useRef, useState } from 'react'
import type { ProductOption } from './draft.ts'
import type { SearchProducts } from './editor-props.ts'

export type SearchState =
  | { status: 'idle' }
  | { status: 'searching' }
  | { status: 'found'; products: ProductOption[] }
  | { status: 'failed' }

/** Searches 200 ms after the last letter, and at once for what is newest before the first; an answer to an older query is dropped. */
export function useProductSearch(search: SearchProducts, query: string, delay = 200): SearchState {
  const [state, setState] = useState<SearchState>({ status: 'idle' })
  const latest = useRef(search)
  latest.current = search
  const words = query.trim()
  useEffect(() => {
    const control = new AbortController()
    const timer = setTimeout(
      () => {
        setState((state) => (state.status === 'found' ? state : { status: 'searching' }))
        latest.current(words, control.signal).then(
          (products) => {
            if (!control.signal.aborted) setState({ status: 'found', products })
          },
          () => {
            if (!control.signal.aborted) setState({ status: 'failed' })
          },
        )
      },
      words === '' ? 0 : delay,
    )
    return () => {
      clearTimeout(timer)
      control.abort()
    }
  }, [words, delay])
  return state
}
