import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useT, useTo } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { cx } from '../primitives/class-names.ts'
import { Logo } from '../primitives/Icon.tsx'
import { CartLink } from './CartLink.tsx'
import { Connection } from './Connection.tsx'
import { Rail, TabBar, type TopicRef } from './Navigation.tsx'
import type { Section } from './nav.ts'
import { Pending } from './Pending.tsx'
import { LanguageSwitch, PrivacyLink, ThemeSwitch } from './Preferences.tsx'
import { SearchForm } from './SearchForm.tsx'

interface ShellProps {
  section: Section
  /**
   * `search`: logo, search box and cart. `none`: the page brings its own top (a picture, a form's header).
   * On a phone both keep the bottom bar unless `bar` says otherwise.
   */
  top?: 'search' | 'none'
  /** `tabs`: the bottom bar of phones. `own`: the page has an action bar of its own in that place. `none`: neither. */
  bar?: 'tabs' | 'own' | 'none'
  query?: string
  topics?: readonly TopicRef[]
  children: ReactNode
}

/** The frame of every page of the shop: skip link, rail, top bar, bottom bar. The page gives `<main id="main">`. */
export function Shell({ section, top = 'search', bar = 'tabs', query, topics, children }: ShellProps) {
  const t = useT(common)
  return (
    <>
      <a className="skip" href="#main">
        {t('skipToMain')}
      </a>
      <div className="app">
        <Rail section={section} topics={topics} />
        <div className={cx('app-page', bar === 'tabs' && 'has-bar', bar === 'own' && 'has-actbar')}>
          <Connection />
          {top === 'search' ? <TopBar query={query} /> : null}
          {children}
          <Pending />
          <footer className="sitefoot only-m">
            <PrivacyLink />
            <LanguageSwitch />
            <ThemeSwitch />
          </footer>
        </div>
      </div>
      {bar === 'tabs' ? <TabBar section={section} /> : null}
    </>
  )
}

function TopBar({ query }: { query?: string }) {
  const t = useT(common)
  const to = useTo()
  return (
    <header className="top">
      <Link className="logo only-m" to={to('/')} aria-label={t('siteName')}>
        <Logo />
      </Link>
      <SearchForm query={query} />
      <CartLink className="top-cart" />
    </header>
  )
}
