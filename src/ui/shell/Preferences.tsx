import { useEffect, useState } from 'react'
import { Link, useLocation } from 'react-router'
import { htmlLang, type Locale, localeName, useLocale, useT, useTo } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { consent } from '../i18n/messages/consent.ts'
import { Icon } from '../primitives/Icon.tsx'
import { chooseTheme, shownTheme, type Theme } from './theme.ts'

/**
 * The same page in the other language, and remembered for the next visit. A plain form, with or without script: the
 * whole document changes its language. Posts to `/:locale/language`: `language`, `back` (this page's path).
 */
export function LanguageSwitch() {
  const { locale } = useLocale()
  const to = useTo()
  const { pathname, search } = useLocation()
  const other: Locale = locale === 'zh' ? 'en' : 'zh'
  return (
    <form method="post" action={to('/language')} className="pref-form">
      <input type="hidden" name="back" value={pathname + search} />
      <button type="submit" name="language" value={other} className="pref" lang={htmlLang[other]}>
        <Icon name="globe" size={16} />
        {localeName[other]}
      </button>
    </form>
  )
}

/** Light or dark. Appears when its script runs, since it does nothing before. */
export function ThemeSwitch() {
  const t = useT(common)
  const [theme, setTheme] = useState<Theme | null>(null)
  useEffect(() => setTheme(shownTheme()), [])
  if (!theme) return null
  const next: Theme = theme === 'dark' ? 'light' : 'dark'
  return (
    <button
      type="button"
      className="pref"
      onClick={() => {
        chooseTheme(next)
        setTheme(next)
      }}
    >
      <Icon name={next === 'dark' ? 'moon' : 'sun'} size={16} />
      {t(next === 'dark' ? 'toDark' : 'toLight')}
    </button>
  )
}

/** What is stored, and the choice about it. */
export function PrivacyLink() {
  const t = useT(consent)
  const to = useTo()
  return (
    <Link to={to('/privacy')} className="pref">
      <Icon name="lock" size={16} />
      {t('privacy')}
    </Link>
  )
}
