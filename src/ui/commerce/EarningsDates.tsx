import { useFormat, useT } from '../i18n/index.ts'
import { earnings as messages } from '../i18n/messages/earnings.ts'
import { soonestDays } from './earnings-days.ts'
import type { EarningsView } from './earnings-view.ts'

/** Days that are drawn; what comes later is one row. */
const shownDays = 8

/** What becomes payable on which day (ATT-27), as bars: the length says how much, the words say when and whether it is only expected. */
export function EarningsDates({ dates }: { dates: EarningsView['dates'] }) {
  const t = useT(messages)
  const format = useFormat()
  if (dates.length === 0) return null
  const rows = soonestDays(dates, shownDays)
  const most = Math.max(...rows.map(({ amount }) => amount.amount))
  return (
    <section className="panel stack gap3" aria-labelledby="ern-dates">
      <header>
        <h2 className="h2" id="ern-dates">
          {t('datesTitle')}
        </h2>
        <p className="t12 c2">{t('datesText')}</p>
      </header>
      <ul className="edt">
        {rows.map(({ day, amount, expected, lines, later }) => (
          <li key={later ? 'later' : day}>
            <span className="num t13">
              {later ? t('datesMore') : format.date(`${day}T12:00:00.000Z`)}
              {expected ? <span className="c3 t12"> {t('datesExpected')}</span> : null}
            </span>
            <span className="edt-bar" aria-hidden="true">
              <i className={expected ? 'is-expected' : undefined} style={{ width: `${Math.max(2, (amount.amount / most) * 100)}%` }} />
            </span>
            <span className="amt">
              <b className="num">{format.money(amount)}</b>
              <span className="t12 c3">{t('datesLines', { count: lines })}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
