import type { ReactNode } from 'react'
import { useT, useTo } from '../i18n/index.ts'
import { studio } from '../i18n/messages/studio.ts'
import { studioPages } from '../i18n/messages/studio-pages.ts'
import { Tabs } from '../primitives/index.ts'
import { Shell } from '../shell/index.ts'

interface StudioShellProps {
  part: 'overview' | 'pieces' | 'earnings' | null
  /** The page brings its own `<main id="main">`. */
  ownMain?: boolean
  children: ReactNode
}

/** The frame of the studio's pages other than the editors: the shop's own, with the studio's three parts as tabs. */
export function StudioShell({ part, ownMain, children }: StudioShellProps) {
  const t = useT(studio)
  const tp = useT(studioPages)
  const to = useTo()
  const items = [
    { to: to('/studio'), label: t('overview'), current: part === 'overview' },
    { to: to('/studio/pieces'), label: t('pieces'), current: part === 'pieces' },
    { to: to('/studio/earnings'), label: t('earnings'), current: part === 'earnings' },
  ]
  return (
    <Shell section="studio">
      <div className="st-nav">
        <Tabs items={items} label={tp('studioNav')} />
      </div>
      {ownMain ? children : <main id="main">{children}</main>}
    </Shell>
  )
}
