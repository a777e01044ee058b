'use client'
import type { Simulation } from '../../flows/simulation/simulate.ts'
import { formatMoney } from '../../lib/money.ts'
import { intlTag } from '../../ui/i18n/locale.ts'
import { simulator as messages } from '../../ui/i18n/messages/simulator.ts'
import { translate } from '../../ui/i18n/translate.ts'
import { CreatorBars, DayBars } from './PairCharts.tsx'
import { mostMoved, type Pair, withoutGaps } from './trial.ts'
import { useWords } from './words.ts'

/** Bars of a picture at most; the table has everybody. */
const drawn = 12

/** Who gains and who loses: sums, a chart of creators, a chart of days, and the numbers as a table. */
export function SimulationOutcome({ simulation }: { simulation: Simulation }) {
  const { language } = useWords()
  const { currency, lines, changed, before, after, creators, byDay, truncated } = simulation
  const t = (key: keyof (typeof messages)['en'], values = {}) => translate(messages, language, key, values)
  const money = (amount: number) => formatMoney({ amount, currency }, language)
  if (lines === 0 || creators.length === 0)
    return (
      <p>
        <strong>{t('nothing')}</strong> {t('nothingText')}
      </p>
    )
  const pairs = creators.map(({ id, ...one }) => ({ key: id, ...one }))
  const moved = mostMoved(pairs, drawn)
  const day = new Intl.DateTimeFormat(intlTag[language], { month: 'short', day: 'numeric', timeZone: 'UTC' })
  return (
    <>
      <dl className="zc-figures">
        <Figure label={t('before')} value={money(before)} />
        <Figure label={t('after')} value={money(after)} />
        <Figure label={t('difference')} value={`${after > before ? '+' : ''}${money(after - before)}`} />
      </dl>
      <p className="zc-muted">{`${t('linesChanged', { lines, changed })} ${t('refundsNote')}`}</p>
      {truncated && <p className="zc-note">{t('truncated')}</p>}
      <Legend before={t('before')} after={t('after')} />
      <h3>{t('gains')}</h3>
      {moved.length === 0 ? <p className="zc-muted">{t('noneMoved')}</p> : <CreatorBars pairs={moved} money={money} label={t('gains')} />}
      <h3>{t('byDay')}</h3>
      <DayBars pairs={withoutGaps(byDay)} money={money} label={t('byDay')} dayName={(one) => day.format(new Date(one))} />
      <Numbers pairs={pairs} money={money} head={[t('creator'), t('before'), t('after'), t('difference')]} />
    </>
  )
}

const Figure = ({ label, value }: { label: string; value: string }) => (
  <div>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
)

/** A gain is green, a loss red: the differences beside the bars say it too. */
const Legend = ({ before, after }: { before: string; after: string }) => (
  <p className="zc-legend zc-muted" aria-hidden="true">
    <span data-mark="before">{before}</span>
    <span data-mark="gain">{after}</span>
  </p>
)

function Numbers({ pairs, money, head }: { pairs: readonly Pair[]; money: (amount: number) => string; head: [string, ...string[]] }) {
  const [creator, ...amounts] = head
  return (
    <div className="zc-scroll">
      <table className="zc-table">
        <thead>
          <tr>
            <th scope="col">{creator}</th>
            {amounts.map((name) => (
              <th key={name} scope="col" className="zc-number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ key, name, before, after }) => (
            <tr key={key}>
              <td>{name}</td>
              <td className="zc-number">{money(before)}</td>
              <td className="zc-number">{money(after)}</td>
              <td className="zc-number">{`${after > before ? '+' : ''}${money(after - before)}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
