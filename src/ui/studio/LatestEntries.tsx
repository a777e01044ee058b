import { Link } from 'react-router'
import type { Money } from '../../lib/money.ts'
import { useFormat, useT, useTo } from '../i18n/index.ts'
import { studioDays } from '../i18n/messages/studio-days.ts'

/** The newest entries of the creator's ledger, and what of it can be had. */
export interface LatestView {
  pending: Money
  payable: Money
  rows: { id: string; at: string; amount: Money; product: string | null; piece: string | null; whyHref: string | null }[]
}

/** When something comes in, and from what; each amount has its why. */
export function LatestEntries({ view }: { view: LatestView }) {
  const t = useT(studioDays)
  const to = useTo()
  const format = useFormat()
  return (
    <section className="panel" aria-labelledby="latest">
      <header className="row between">
        <h2 className="h2" id="latest">
          {t('latest')}
        </h2>
        <Link className="t13 c2 hit" to={to('/studio/earnings')}>
          {t('toEarnings')}
        </Link>
      </header>
      {view.rows.length === 0 ? (
        <p className="t13 c2 st-latest-none">{t('latestEmpty')}</p>
      ) : (
        <ol className="st-latest">
          {view.rows.map((row) => {
            const amount = format.money(row.amount, { sign: 'always' })
            const what = row.product ?? row.piece ?? t('noPiece')
            return (
              <li key={row.id}>
                <time className="num" dateTime={row.at}>
                  {format.date(row.at)}
                </time>
                <span className="grow">
                  <b className={row.amount.amount < 0 ? 'num neg' : 'num'}>{amount}</b>
                  <span className="t12 c2 clamp1">{what}</span>
                </span>
                {row.whyHref === null ? null : (
                  <Link className="link t12 hit" to={row.whyHref} aria-label={t('whyOf', { what, amount })}>
                    {t('why')}
                  </Link>
                )}
              </li>
            )
          })}
        </ol>
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
