import { useId } from 'react'
import { useFormat, useT } from '../i18n/index.ts'
import { why as messages } from '../i18n/messages/why.ts'
import { whyElsewhere } from '../i18n/messages/why-elsewhere.ts'
import type { WhyView } from './why-view.ts'

/** When the earning is payable (ATT-27). A date that is not known is said to be not known. */
export function WhyDates({ view }: { view: WhyView }) {
  const t = useT(messages)
  const tElsewhere = useT(whyElsewhere)
  const format = useFormat()
  const title = useId()
  const { dates, arithmetic } = view
  return (
    <section className="sec" aria-labelledby={title}>
      <header>
        <h2 className="h2" id={title}>
          {t('datesTitle')}
        </h2>
      </header>
      <ol className="pipe">
        <Step
          on={Boolean(dates?.pendingSince)}
          name={t('date_pending')}
          at={dates?.pendingSince ?? null}
          note={view.elsewhere ? tElsewhere('booked') : t('date_pendingText')}
        />
        <Step
          name={t('date_payable')}
          at={dates?.payableOn ?? null}
          note={dates?.payableOn && dates.expected ? t('dateExpected') : t('date_payableText')}
          on={Boolean(dates?.paidOn)}
        />
        <Step
          name={t('date_paid')}
          at={dates?.paidOn ?? null}
          none={t('date_notYet')}
          note={t(dates?.paidOn ? 'date_paidText' : 'date_nextRun')}
          on={Boolean(dates?.paidOn)}
        />
      </ol>
      <p className="t13 c2 loose wnote">
        {dates?.held ? <span className="blk">{t('dateHeld')}</span> : null}
        {dates?.paidOn ? (
          <span className="blk">{t('datesPaid', { date: format.date(dates.paidOn) })}</span>
        ) : dates?.payableOn && dates.because ? (
          <span className="blk">
            {dates.because === 'credited'
              ? tElsewhere('credited', { date: format.date(dates.payableOn), days: dates.holdDays ?? 0 })
              : t(`because_${dates.because}`, { date: format.date(dates.payableOn), days: dates.holdDays ?? 0 })}
          </span>
        ) : (
          <span className="blk">{t('datesNone')}</span>
        )}
        {arithmetic
          ? t('datesRefund', { amount: format.money(arithmetic.commission), rules: `${dates?.rule ?? 'ATT-27'} · ATT-28` })
          : null}
      </p>
    </section>
  )
}

function Step({ on, name, at, none, note }: { on?: boolean; name: string; at: string | null; none?: string; note: string }) {
  const t = useT(messages)
  const format = useFormat()
  return (
    <li className={on ? 'on' : 'next'}>
      <b>{name}</b>
      <span className="num">{at ? <time dateTime={at}>{format.date(at)}</time> : (none ?? t('date_unknown'))}</span>
      <span className="c3">{note}</span>
    </li>
  )
}
