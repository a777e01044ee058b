import { Link } from 'react-router'
import { PageHead } from '../commerce/PageHead.tsx'
import { useFormat, useLocale, useT } from '../i18n/index.ts'
import { payouts as messages } from '../i18n/messages/payouts.ts'
import { Callout, Empty } from '../primitives/index.ts'
import { AccountForm } from './AccountForm.tsx'
import { monthName } from './month.ts'
import { StateTag } from './StateTag.tsx'
import type { AccountErrors, MyPayoutsView } from './view.ts'

interface MyPayoutsProps {
  view: MyPayoutsView
  saved: boolean
  values: Readonly<Record<string, string>>
  errors: AccountErrors
}

/** A creator's payout account, what she was sent, and her statements. */
export function MyPayouts({ view, saved, values, errors }: MyPayoutsProps) {
  const t = useT(messages)
  const format = useFormat()
  const { locale } = useLocale()
  const { account } = view
  const form = <AccountForm method={account?.method ?? 'bank'} values={values} errors={errors} />
  return (
    <main id="main" className="po">
      <PageHead title={t('title')} back={view.earningsHref} />
      <section className="panel stack gap3" aria-labelledby="po-account">
        <h2 className="h2" id="po-account">
          {t('account')}
        </h2>
        {saved ? (
          <Callout tone="good" live>
            {t('saved')}
          </Callout>
        ) : null}
        {account ? (
          <p>
            <b>{t('accountNow', { masked: account.masked })}</b>
            <span className="t12 c3"> · {t('accountSince', { time: format.dateTime(account.changedAt) })}</span>
          </p>
        ) : (
          <p className="c2">{t('accountNone')}</p>
        )}
        {account?.opens === false ? <Callout tone="bad">{t('accountLost')}</Callout> : null}
        {account ? (
          <details open={!account.opens || Object.keys(errors).length > 0}>
            <summary className="link">{t('accountChange')}</summary>
            {form}
          </details>
        ) : (
          form
        )}
      </section>
      <History payouts={view.payouts} />
      <section className="panel" aria-labelledby="po-statements">
        <h2 className="h2" id="po-statements">
          {t('statements')}
        </h2>
        {view.statements.length === 0 ? <p className="t13 c2">{t('statementsEmpty')}</p> : null}
        <ul className="po-list">
          {view.statements.map(({ month, closing, href, csvHref }) => (
            <li key={month}>
              <span>
                <Link className="link" to={href}>
                  {t('statementOf', { month: monthName(month, locale) })}
                </Link>
                <span className="t12 c3"> · {t('closing', { amount: format.money(closing) })}</span>
              </span>
              <a className="btn btn-line btn-sm" href={csvHref} download>
                CSV
              </a>
            </li>
          ))}
        </ul>
      </section>
    </main>
  )
}

function History({ payouts }: Pick<MyPayoutsView, 'payouts'>) {
  const t = useT(messages)
  const format = useFormat()
  return (
    <section className="panel" aria-labelledby="po-history">
      <h2 className="h2" id="po-history">
        {t('history')}
      </h2>
      {payouts.length === 0 ? (
        <Empty title={t('historyEmpty')} icon="wallet" level={3}>
          {t('historyEmptyText')}
        </Empty>
      ) : (
        <ul className="po-list">
          {payouts.map(({ id, at, state, amount, tax, masked, failure }) => (
            <li key={id}>
              <span className="stack">
                <b className="num">{format.money(amount)}</b>
                <span className="t12 c2">
                  {[format.date(at), masked, tax.amount > 0 ? t('taxOf', { amount: format.money(tax) }) : null, failure]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <StateTag state={state} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
