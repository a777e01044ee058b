import { useState } from 'react'
import { htmlLang, type Locale, localeName, locales, useT } from '../i18n/index.ts'
import { desk } from '../i18n/messages/desk.ts'
import type { DecisionDraft } from './decision-state.ts'
import { letterOf } from './letter.ts'

/** The letter while it is written, in the language of the piece or the other one. */
export function LetterPreview({ draft, isEdit, language }: { draft: DecisionDraft; isEdit: boolean; language: Locale }) {
  const t = useT(desk)
  const [shown, setShown] = useState(language)
  const letter =
    draft.action === null ? null : letterOf({ action: draft.action, isEdit, ruleId: draft.ruleId, reason: draft.reason }, shown)
  return (
    <section className="dk-letter" aria-label={t('letter')}>
      <div className="row between t12 c2">
        <span>{t('letter')}</span>
        <fieldset className="row gap1" aria-label={t('letterLanguage')}>
          {locales.map((one) => (
            <button key={one} type="button" className="hit" lang={htmlLang[one]} aria-pressed={one === shown} onClick={() => setShown(one)}>
              {localeName[one]}
            </button>
          ))}
        </fieldset>
      </div>
      {letter === null ? (
        <p className="t13 c3">{t('letterNone')}</p>
      ) : (
        <div className="t13" lang={htmlLang[shown]}>
          <b>{letter.lead}</b>
          {letter.lines.map((line) => (
            <p key={line} className="dk-words">
              {line}
            </p>
          ))}
        </div>
      )}
    </section>
  )
}
