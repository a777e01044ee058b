import { useState } from 'react'
import { formatDateTime, htmlLang, type Locale, localeName, locales, useLocale, useT } from '../i18n/index.ts'
import { desk } from '../i18n/messages/desk.ts'
import type { DecisionDraft } from './decision-state.ts'
import { letterOf } from './letter.ts'

interface LetterPreviewProps {
  draft: DecisionDraft
  isEdit: boolean
  language: Locale
  /** ISO; null for at once. */
  publishAt: string | null
}

/** The letter while it is written, in the language of the piece or the other one. */
export function LetterPreview({ draft, isEdit, language, publishAt }: LetterPreviewProps) {
  const t = useT(desk)
  const { timeZone, now } = useLocale()
  const [shown, setShown] = useState(language)
  const later = publishAt !== null && publishAt > now ? formatDateTime(publishAt, shown, timeZone) : null
  const letter =
    draft.action === null ? null : letterOf({ action: draft.action, isEdit, ruleId: draft.ruleId, reason: draft.reason, later }, shown)
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
