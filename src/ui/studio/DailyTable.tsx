import { useFormat, useT } from '../i18n/index.ts'
import { studioDays } from '../i18n/messages/studio-days.ts'
import type { Bucket, DailyView } from './days-view.ts'
import { useDayText } from './use-day-text.ts'

/** The chart as a table with every figure, latest first; its foot is the sum, and says between which balances it lies. */
export function DailyTable({ view, buckets }: { view: DailyView; buckets: readonly Bucket[] }) {
  const t = useT(studioDays)
  const format = useFormat()
  const days = useDayText()
  const money = (amount: number) => format.money({ amount, currency: view.currency })
  const cells = ({ views, clicks, orders, earned, reversed }: Omit<Bucket, 'from' | 'to'>) => [
    format.number(views),
    format.number(clicks),
    format.number(orders),
    money(earned),
    reversed === 0 ? money(0) : money(-reversed),
    money(earned - reversed),
  ]
  const heads = [t('views'), t('clicks'), t('orders'), t('earned'), t('takenBack'), t('net')]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className="st-scroll" tabIndex={0} aria-label={t('asTable')}>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{t('day')}</th>
            {heads.map((head) => (
              <th key={head} scope="col" className="r">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...buckets].reverse().map((bucket) => (
            <tr key={bucket.from}>
              <th scope="row" className="num">
                {days.span(bucket.from, bucket.to)}
              </th>
              {cells(bucket).map((cell, at) => (
                <td key={heads[at]} className="r">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('sum')}</th>
            {cells(view.total).map((cell, at) => (
              <td key={heads[at]} className="r b">
                {cell}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
      <p className="t12 c2 num">{t('books', { opening: money(view.opening), closing: money(view.closing) })}</p>
    </section>
  )
}
