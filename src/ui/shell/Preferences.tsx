import { useEffect, useState } from 'react'
import { useLocation } from 'react-router'
import { htmlLang, type Locale, localeName, switchLocale, useLocale, useT } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { Icon } from '../primitives/Icon.tsx'
import { chooseTheme, shownTheme, type Theme } from './theme.ts'

/** The same page in the other language. A plain link: the whole document changes its language. */
export function LanguageSwitch() {
  const { locale } = useLocale()
  const { pathname, search } = useLocation()
  const other: Locale = locale === 'zh' ? 'en' : 'zh'
  return (
    <a className="pref" href={switchLocale(pathname + search, other)} hrefLang={htmlLang[other]} lang={htmlLang[other]} rel="alternate">
      <Icon name="globe" size={16} />
      {localeName[other]}
    </a>
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
