import { Link } from 'react-router'
import type { Money } from '../../lib/money.ts'
import { soonestDays } from '../commerce/earnings-days.ts'
import type { EarningsView } from '../commerce/earnings-view.ts'
import { useFormat, useT, useTo } from '../i18n/index.ts'
import { earnings as messages } from '../i18n/messages/earnings.ts'
import { studioDays } from '../i18n/messages/studio-days.ts'
import { Callout } from '../primitives/index.ts'

/** What of the creator's earnings can be had now, and what on which day (ATT-27). */
export interface WhenPayableView {
  payable: Money
  pending: Money
  onHold: Money
  dates: EarningsView['dates']
}

/** Days that are drawn; what comes later is one row. */
const shownDays = 4

/** When something can be had: the next days with what they bring, what is held back, what is there already. */
export function WhenPayable({ view }: { view: WhenPayableView }) {
  const t = useT(messages)
  const td = useT(studioDays)
  const to = useTo()
  const format = useFormat()
  const started = view.dates.length > 0 || view.payable.amount !== 0 || view.onHold.amount !== 0
  return (
    <section className="panel" aria-labelledby="when">
      <header className="row between">
        <h2 className="h2" id="when">
          {t('datesTitle')}
        </h2>
        <Link className="t13 c2 hit" to={to('/studio/earnings')}>
          {td('toEarnings')}
        </Link>
      </header>
      {started ? <Days dates={view.dates} /> : <p className="t13 c2 st-when-none">{td('whenEmpty')}</p>}
      {view.onHold.amount === 0 ? null : (
        <Callout tone="honey">{td('whenHeld', { amount: format.money(view.onHold), text: t('onHoldText') })}</Callout>
      )}
      <dl className="st-two">
        <div>
          <dt>{t('payable')}</dt>
          <dd className="num">{format.money(view.payable)}</dd>
        </div>
        <div>
          <dt>{t('pending')}</dt>
          <dd className="num">{format.money(view.pending)}</dd>
        </div>
      </dl>
    </section>
  )
}

function Days({ dates }: Pick<WhenPayableView, 'dates'>) {
  const t = useT(messages)
  const format = useFormat()
  return (
    <ol className="st-when">
      {soonestDays(dates, shownDays).map(({ day, amount, expected, lines, later }) => (
        <li key={later ? 'later' : day}>
          <span className="num when">{later ? t('datesMore') : format.date(`${day}T12:00:00.000Z`)}</span>
          <span className="grow">
            <b className="num">{format.money(amount)}</b>
            <span className="t12 c2">
              {[t('datesLines', { count: lines }), expected ? t('datesExpected') : null].filter((fact) => fact !== null).join(' · ')}
            </span>
          </span>
        </li>
      ))}
    </ol>
  )
}
