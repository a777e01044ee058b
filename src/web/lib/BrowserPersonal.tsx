import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { useLocation } from 'react-router'
import { keepCartCount } from '../../ui/shell/cart-mark.ts'
import { type Personal, PersonalProvider } from '../../ui/view/personal.tsx'
import { useTelling } from './use-telling.ts'

type Summary = {
  status: 'anonymous' | 'member'
  name?: string
  roles: Personal['roles']
  creatorHandle?: string
  cartCount: number
  follows: string[]
  likes: string[]
  collects: string[]
}

/**
 * Fetches what is about this visitor after the page is there: pages themselves are the same for everybody. Asked again
 * after every navigation, since an action may have changed it; an answer that fails leaves what was known.
 */
export function BrowserPersonal({ children }: { children: ReactNode }) {
  const [summary, setSummary] = useState<Summary | null>(null)
  const { key } = useLocation()
  const refresh = useCallback(() => {
    fetch('/v1/me/summary', { headers: { accept: 'application/json' } })
      .then((answer) => (answer.ok ? (answer.json() as Promise<Summary>) : null))
      .then((known) => {
        if (!known) return
        keepCartCount(known.cartCount)
        setSummary(known)
      })
      .catch(() => {})
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new location key is the reason to ask again
  useEffect(refresh, [refresh, key])
  useTelling()
  const value = useMemo<Personal>(
    () => ({
      status: summary?.status ?? 'unknown',
      roles: summary?.roles ?? [],
      cartCount: summary?.cartCount ?? 0,
      follows: new Set(summary?.follows),
      likes: new Set(summary?.likes),
      collects: new Set(summary?.collects),
      refresh,
      ...(summary?.name ? { name: summary.name } : {}),
      ...(summary?.creatorHandle ? { creatorHandle: summary.creatorHandle } : {}),
    }),
    [summary, refresh],
  )
  return <PersonalProvider value={value}>{children}</PersonalProvider>
}
