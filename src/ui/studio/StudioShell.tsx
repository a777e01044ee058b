import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useT, useTo } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { studio } from '../i18n/messages/studio.ts'
import { studioDays } from '../i18n/messages/studio-days.ts'
import { studioPages } from '../i18n/messages/studio-pages.ts'
import { type AnyIcon, Icon, IconLink, Logo } from '../primitives/index.ts'
import { workIcons } from '../primitives/work-icons.ts'
import { LanguageSwitch, ThemeSwitch } from '../shell/Preferences.tsx'
import { usePersonal } from '../view/personal.tsx'

interface StudioShellProps {
  part: 'overview' | 'pieces' | 'earnings' | null
  /** The page brings its own `<main id="main">`. */
  ownMain?: boolean
  children: ReactNode
}

interface Place {
  part: StudioShellProps['part'] | 'page'
  to: string
  icon: AnyIcon
  text: string
}

/** The frame of the studio's pages other than the editors: its own rail, and its own bar at the foot of a phone. */
export function StudioShell({ part, ownMain, children }: StudioShellProps) {
  const t = useT(common)
  const places = usePlaces()
  return (
    <>
      <a className="skip" href="#main">
        {t('skipToMain')}
      </a>
      <div className="app">
        <Rail places={places} part={part} />
        <div className="app-page has-bar">
          <PhoneTop />
          {ownMain ? children : <main id="main">{children}</main>}
          <footer className="sitefoot only-m">
            <LanguageSwitch />
            <ThemeSwitch />
          </footer>
        </div>
      </div>
      <Bar places={places} part={part} />
    </>
  )
}

/** Her own page as readers see it is the fourth; it is known a moment after the page has come. */
function usePlaces(): Place[] {
  const t = useT(studio)
  const td = useT(studioDays)
  const to = useTo()
  const { creatorHandle } = usePersonal()
  return [
    { part: 'overview', to: to('/studio'), icon: 'chart', text: t('overview') },
    { part: 'pieces', to: to('/studio/pieces'), icon: workIcons.grid, text: t('pieces') },
    { part: 'earnings', to: to('/studio/earnings'), icon: 'wallet', text: t('earnings') },
    { part: 'page', to: to(creatorHandle ? `/creator/${creatorHandle}` : '/account'), icon: 'user', text: td('myPage') },
  ]
}

function Rail({ places, part }: { places: Place[]; part: StudioShellProps['part'] }) {
  const t = useT(studio)
  const td = useT(studioDays)
  const tp = useT(studioPages)
  const to = useTo()
  return (
    <nav className="rail" aria-label={tp('studioNav')}>
      <Link className="logo" to={to('/')} aria-label={`${td('studioName')} · ${td('toShop')}`}>
        <Logo />
        <span>{td('studioName')}</span>
      </Link>
      {places.map((place) => (
        <Link key={place.part} to={place.to} aria-current={place.part === part ? 'page' : undefined} title={place.text}>
          <Icon name={place.icon} />
          <span>{place.text}</span>
        </Link>
      ))}
      <Link className="btn btn-brand rail-write" to={to('/studio/new')} aria-label={t('write')}>
        <Icon name="plus" />
        <span>{t('write')}</span>
      </Link>
      <Link className="st-rail-last" to={to('/notifications')} title={td('notifications')}>
        <Icon name="bell" />
        <span>{td('notifications')}</span>
      </Link>
      <Link to={to('/')} title={td('toShop')}>
        <Icon name="bag" />
        <span>{td('toShop')}</span>
      </Link>
      <div className="foot">
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </nav>
  )
}

function PhoneTop() {
  const td = useT(studioDays)
  const to = useTo()
  return (
    <header className="top only-m">
      <Link className="logo" to={to('/')} aria-label={`${td('studioName')} · ${td('toShop')}`}>
        <Logo />
        <span>{td('studioName')}</span>
      </Link>
      <span className="grow" />
      <IconLink icon="bell" label={td('notifications')} to={to('/notifications')} />
    </header>
  )
}

function Bar({ places, part }: { places: Place[]; part: StudioShellProps['part'] }) {
  const t = useT(studio)
  const tp = useT(studioPages)
  const to = useTo()
  const draw = (place: Place) => (
    <Link key={place.part} to={place.to} aria-current={place.part === part ? 'page' : undefined}>
      <Icon name={place.icon} />
      <span>{place.text}</span>
    </Link>
  )
  return (
    <nav className="tabbar" aria-label={tp('studioNav')}>
      {places.slice(0, 2).map(draw)}
      <Link className="pub" to={to('/studio/new')} aria-label={t('write')}>
        <b>
          <Icon name="plus" />
        </b>
      </Link>
      {places.slice(2).map(draw)}
    </nav>
  )
}
