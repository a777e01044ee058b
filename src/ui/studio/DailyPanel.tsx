import { Form, useNavigation, useSubmit } from 'react-router'
import { useFormat, useT } from '../i18n/index.ts'
import { studioDays } from '../i18n/messages/studio-days.ts'
import { Button, ChipLink, Select } from '../primitives/index.ts'
import { DailyChart } from './DailyChart.tsx'
import { DailyTable } from './DailyTable.tsx'
import { type Bucket, barOf, bucketSize, bucketsOf, type DailyView, type Metric, metrics } from './days-view.ts'
import { studioHref } from './studio-href.ts'
import { useDayText } from './use-day-text.ts'

const phone = { width: 340, height: 236, left: 50, top: 34, foot: 30 }
const desk = { width: 720, height: 290, left: 56, top: 34, foot: 34 }
/** A phone shows the last two weeks; the rest is in the table. */
const phoneBars = 14

/** One chart, what it shows and of which piece; below it the same as a sentence and as a table. */
export function DailyPanel({ view }: { view: DailyView }) {
  const t = useT(studioDays)
  const { metric, span, currency } = view
  const buckets = bucketsOf(view.days, bucketSize(span))
  const nothing = buckets.every((bucket) => barOf(metric, bucket).up === 0 && barOf(metric, bucket).down === 0)
  return (
    <section className="panel st-daily" aria-labelledby="daily">
      <header className="row between wrapx">
        <h2 className="h2" id="daily">
          {t(`${bucketSize(span) === 1 ? 'daily' : 'weekly'}_${metric}`)}
        </h2>
        {metric === 'commission' ? <Legend /> : null}
      </header>
      <Choices view={view} />
      {nothing ? (
        <div className="st-nothing">
          <b>{t(view.piece === null ? 'emptyChart' : 'emptyPiece')}</b>
          <span className="t13 c2">{t(view.piece === null ? 'emptyChartText' : 'emptyPieceText')}</span>
        </div>
      ) : (
        <>
          <DailyChart className="only-m" buckets={buckets.slice(-phoneBars)} metric={metric} currency={currency} box={phone} />
          <DailyChart className="only-d" buckets={buckets} metric={metric} currency={currency} box={desk} />
        </>
      )}
      <Summary view={view} buckets={buckets} />
    </section>
  )
}

function Legend() {
  const t = useT(studioDays)
  return (
    <span className="row t12 c2 st-legend">
      <span>
        <i aria-hidden="true" />
        {t('earned')}
      </span>
      <span className="is-back">
        <i aria-hidden="true" />
        {t('takenBack')}
      </span>
    </span>
  )
}

/** Links and a form: they work before any script, and keep what else was chosen. */
function Choices({ view }: { view: DailyView }) {
  const t = useT(studioDays)
  const submit = useSubmit()
  const busy = useNavigation().state !== 'idle'
  return (
    <div className="row wrapx between st-choose">
      <nav className="row gap1 wrapx" aria-label={t('metric')}>
        {metrics.map((metric) => (
          <ChipLink key={metric} to={studioHref({ ...view, metric })} current={metric === view.metric} preventScrollReset>
            {t(metric)}
          </ChipLink>
        ))}
      </nav>
      {view.pieces.length < 2 ? null : (
        <Form method="get" className="row gap1" preventScrollReset onChange={(event) => submit(event.currentTarget)}>
          <input type="hidden" name="days" value={view.span} />
          <input type="hidden" name="metric" value={view.metric} />
          <Select key={view.piece ?? ''} label={t('onePiece')} labelHidden name="piece" defaultValue={view.piece ?? ''} className="st-one">
            <option value="">{t('allPieces')}</option>
            {view.pieces.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
          <noscript>
            <Button size="sm" busy={busy}>
              {t('show')}
            </Button>
          </noscript>
        </Form>
      )}
    </div>
  )
}

/** What the bars add up to, and the ledger's balances around them: everybody can add it up again. */
function Summary({ view, buckets }: { view: DailyView; buckets: Bucket[] }) {
  const t = useT(studioDays)
  const format = useFormat()
  const { metric, total, currency } = view
  const money = (amount: number) => format.money({ amount, currency })
  const peak = usePeak(buckets, metric, money)
  return (
    <details className="st-asTable">
      <summary className="row between t13">
        <span className="c2">
          {metric === 'commission'
            ? t.rich('summaryCommission', {
                earned: <b className="num ink">{money(total.earned)}</b>,
                reversed: <b className={total.reversed > 0 ? 'num neg' : 'num ink'}>{money(total.reversed)}</b>,
              })
            : t.rich('summaryCount', { count: <b className="num ink">{format.number(total[metric])}</b> })}
          {peak === null ? null : <span className="st-line">{peak}</span>}
        </span>
        <span className="link">{t('asTable')}</span>
      </summary>
      <DailyTable view={view} buckets={buckets} />
    </details>
  )
}

function usePeak(buckets: Bucket[], metric: Metric, money: (amount: number) => string): string | null {
  const t = useT(studioDays)
  const days = useDayText()
  // The latest of equals, as the chart marks it.
  const best = buckets.reduce<Bucket | null>((top, one) => (barOf(metric, one).up >= (top ? barOf(metric, top).up : 1) ? one : top), null)
  if (best === null) return null
  const day = days.span(best.from, best.to)
  return metric === 'commission' ? t('peakMoney', { day, money: money(best.earned) }) : t('peakCount', { day, count: best[metric] })
}
