import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useT, useTo } from '../i18n/index.ts'
import { account as messages } from '../i18n/messages/account.ts'
import { Icon, type IconName } from '../primitives/index.ts'
import { Shell } from '../shell/index.ts'

/** The parts of an account. A new page of it needs a line in `places` and nothing else. */
export type AccountPart = 'account' | 'orders' | 'boards' | 'comments' | 'addresses' | 'notifications' | 'preferences'

const places: readonly { part: AccountPart; path: string; icon: IconName }[] = [
  { part: 'account', path: '/account', icon: 'user' },
  { part: 'orders', path: '/orders', icon: 'bag' },
  { part: 'boards', path: '/account/boards', icon: 'bookmark' },
  { part: 'comments', path: '/account/comments', icon: 'comment' },
  { part: 'addresses', path: '/account/addresses', icon: 'truck' },
  { part: 'notifications', path: '/notifications', icon: 'bell' },
  { part: 'preferences', path: '/preferences', icon: 'filter' },
]

interface AccountFrameProps {
  part: AccountPart
  /** Somebody without an account sees the page alone: the other parts are not for him. */
  member?: boolean
  /** The page brings its own `<main id="main">`. */
  ownMain?: boolean
  children: ReactNode
}

/** One frame for everything that is about oneself: its parts in a row on a phone, in a column from 1000 px. */
export function AccountFrame({ part, member = true, ownMain, children }: AccountFrameProps) {
  return (
    <Shell section={part === 'notifications' ? 'messages' : 'me'}>
      <div className={member ? 'af' : undefined}>
        {member ? <Parts part={part} /> : null}
        {ownMain ? children : <main id="main">{children}</main>}
      </div>
    </Shell>
  )
}

function Parts({ part }: { part: AccountPart }) {
  const t = useT(messages)
  const to = useTo()
  return (
    <nav className="af-nav" aria-label={t('account')}>
      {places.map((place) => (
        <Link key={place.part} to={to(place.path)} aria-current={place.part === part ? 'page' : undefined}>
          <Icon name={place.icon} />
          {t(`part_${place.part}`)}
        </Link>
      ))}
    </nav>
  )
}
