import { useFormat, useLocale, useT } from '../i18n/index.ts'
import { desk } from '../i18n/messages/desk.ts'
import { ruleText } from './rules.ts'
import type { HistoryEntry } from './view.ts'

/** What happened to the piece, newest first, with rule and words. */
export function HistoryList({ history }: { history: HistoryEntry[] }) {
  const t = useT(desk)
  const format = useFormat()
  const { locale } = useLocale()
  return (
    <section className="sec dk-history">
      <header>
        <h2 className="h2">{t('history')}</h2>
      </header>
      {history.length === 0 ? <p className="t13 c3">{t('historyEmpty')}</p> : null}
      <ol className="stack">
        {history.map((entry) => (
          <li key={entry.id} className="t13">
            <p className="row wrapx gap2">
              <b>{t(`ev_${entry.event}`)}</b>
              <span className="c2">{entry.by ?? t('system')}</span>
              <time className="c3 num" dateTime={entry.at}>
                {format.dateTime(entry.at)}
              </time>
            </p>
            {entry.ruleId === null && entry.reason === null ? null : (
              <p className="c2 dk-words">
                {[entry.ruleId === null ? null : ruleText(entry.ruleId, locale), entry.reason].filter((text) => text !== null).join(' · ')}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
