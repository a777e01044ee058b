import { Link } from 'react-router'
import { capitalized } from '../commerce/capitalized.ts'
import { PageHead } from '../commerce/PageHead.tsx'
import { useFormat, useLocale, useT } from '../i18n/index.ts'
import { payouts as messages } from '../i18n/messages/payouts.ts'
import { monthName } from './month.ts'
import type { StatementView } from './view.ts'

const sums = ['opening', 'earned', 'reversed', 'adjusted', 'paidOut'] as const

/** One month of a creator's ledger, to read or to print. */
export function Statement({ view }: { view: StatementView }) {
  const t = useT(messages)
  const format = useFormat()
  const { locale } = useLocale()
  return (
    <main id="main" className="st-print">
      <PageHead title={t('statementOf', { month: monthName(view.month, locale) })} back={view.backHref} />
      <header className="row between wrapx">
        <div className="stack">
          <b>{view.name}</b>
          <span className="t12 c2">{t(view.frozen ? 'frozen' : 'notFrozen')}</span>
        </div>
        <span className="row gap2 no-print">
          <a className="btn btn-line btn-sm" href={view.csvHref} download>
            {t('csv')}
          </a>
          <button type="button" className="btn btn-line btn-sm" onClick={() => window.print()}>
            {t('print')}
          </button>
        </span>
      </header>
      <dl className="sum">
        {sums.map((name) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>{format.money(view.sums[name])}</dd>
          </div>
        ))}
        <div className="tot">
          <dt>{t('closingBalance')}</dt>
          <dd className="b">{format.money(view.sums.closing)}</dd>
        </div>
      </dl>
      <p className="t12 c2">{t('terms', { day: view.terms.payoutDay, amount: format.money(view.terms.minPayout) })}</p>
      {view.rows.length === 0 ? <p className="c2">{t('noEntries')}</p> : <Rows rows={view.rows} />}
    </main>
  )
}

function Rows({ rows }: Pick<StatementView, 'rows'>) {
  const t = useT(messages)
  const format = useFormat()
  return (
    <div className="scroll-x">
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{t('date')}</th>
            <th scope="col">{t('entry')}</th>
            <th scope="col" className="only-d">
              {t('order')}
            </th>
            <th scope="col" className="r">
              {t('amount')}
            </th>
            <th scope="col" className="r">
              {t('balance')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, at, what, orderNumber, whyHref, amount, balance }) => (
            <tr key={id}>
              <td className="num">{format.date(at)}</td>
              <td>
                {capitalized(what)}
                <span className="only-m blk t12 c3 num">
                  <Order number={orderNumber} href={whyHref} />
                </span>
              </td>
              <td className="num only-d">
                <Order number={orderNumber} href={whyHref} />
              </td>
              <td className={amount.amount < 0 ? 'r neg' : 'r'}>{format.money(amount, { sign: 'always' })}</td>
              <td className="r">{format.money(balance)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The order's number leads to why it earned what it did. */
const Order = ({ number, href }: { number: string | null; href: string | null }) =>
  href ? (
    <Link className="link" to={href}>
      {number}
    </Link>
  ) : (
    number
  )
