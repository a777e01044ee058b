import type { ComponentType } from 'react'
import { Link } from 'react-router'
import { type Locale, LocaleProvider } from '../i18n/index.ts'
import { screens, stateSlug } from './screens.tsx'
import { ButtonStates } from './sections/ButtonStates.tsx'
import { FormStates } from './sections/FormStates.tsx'
import { LabelStates } from './sections/LabelStates.tsx'
import { NoticeStates } from './sections/NoticeStates.tsx'
import { PartStates } from './sections/PartStates.tsx'

/** The moment at which all samples are shown. */
export const workbenchNow = '2026-11-22T12:40:00.000Z'

const sections: Record<string, ComponentType> = {
  'What one presses': ButtonStates,
  'What says something': LabelStates,
  'What one fills in': FormStates,
  'What tells one something': NoticeStates,
  'Larger parts': PartStates,
}

const panes: { theme: 'light' | 'dark'; locale: Locale }[] = [
  { theme: 'light', locale: 'zh' },
  { theme: 'dark', locale: 'zh' },
  { theme: 'light', locale: 'en' },
  { theme: 'dark', locale: 'en' },
]

/** Every component in every state, both themes and languages side by side, and links to every screen in every state. For development. */
export function Workbench() {
  return (
    <main id="main" className="wb" lang="en">
      <header className="wb-head">
        <h1 className="display t32">Workbench</h1>
        <p className="c2">The components of src/ui, imported and not copied: what is mended there is mended here.</p>
        <Contents />
      </header>
      {Object.entries(sections).map(([name, Section]) => (
        <section key={name} id={stateSlug(name)}>
          <h2 className="h2 wb-title">{name}</h2>
          <div className="wb-panes">
            {panes.map(({ theme, locale }) => (
              <div key={theme + locale} className="wb-pane" data-theme={theme} lang={locale === 'zh' ? 'zh-CN' : 'en'}>
                <LocaleProvider locale={locale} timeZone="Asia/Shanghai" now={workbenchNow}>
                  <Section />
                </LocaleProvider>
              </div>
            ))}
          </div>
        </section>
      ))}
    </main>
  )
}

function Contents() {
  return (
    <nav aria-label="Contents" className="stack gap2 t13">
      <ul className="row wrapx gap4">
        {Object.keys(sections).map((name) => (
          <li key={name}>
            <a className="link" href={`#${stateSlug(name)}`}>
              {name}
            </a>
          </li>
        ))}
      </ul>
      <dl className="kv wb-screens">
        {Object.entries(screens).map(([screen, states]) => (
          <div key={screen}>
            <dt>{screen}</dt>
            <dd>
              {Object.keys(states).map((state) => (
                <span key={state} className="wb-links">
                  <Link to={`/zh/_ui/${screen}/${stateSlug(state)}`}>{state}</Link>{' '}
                  <Link to={`/en/_ui/${screen}/${stateSlug(state)}`} aria-label={`en: ${state}`}>
                    en
                  </Link>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </nav>
  )
}
