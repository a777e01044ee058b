import { Link } from 'react-router'
import { useFormat, useT, useTo } from '../i18n/index.ts'
import { earnings as messages } from '../i18n/messages/earnings.ts'
import type { EarningsView } from './earnings-view.ts'

/** The balance by state (ATT-25): what can be paid now, then what waits, what is held, what comes back, and what was paid. */
export function EarningsBalance({ view }: { view: EarningsView }) {
  const t = useT(messages)
  const to = useTo()
  const format = useFormat()
  const negative = view.balance.amount < 0
  const parts = [
    { key: 'pending', amount: view.pending, text: t('pendingText'), shown: true },
    { key: 'onHold', amount: view.onHold, text: t('onHoldText'), shown: view.onHold.amount !== 0 },
    { key: 'owedBack', amount: view.owedBack, text: t('owedBackText'), shown: view.owedBack.amount !== 0 },
    { key: 'paid', amount: view.paid, text: paidText(view, t, format.money), shown: true },
    { key: 'balance', amount: view.balance, text: t('allTogetherText'), shown: true },
  ] as const
  return (
    <section className="bal">
      <div className="main1">
        <span className="t13">{t('payable')}</span>
        <b className="display num">{format.money(view.payable)}</b>
        {view.payable.amount > 0 ? <NextPayout view={view} /> : null}
        {negative ? <span className="t13 neg">{t('balanceNegative')}</span> : null}
        <span className="t13 row wrapx bal-links">
          <span className="grow">{view.account ? t('account', { masked: view.account.masked }) : t('noAccount')}</span>
          <Link className="link" to={view.hrefs.payouts}>
            {t('setAccount')}
          </Link>
          <Link className="link" to={to('/studio/claims')}>
            {t('missing')}
          </Link>
        </span>
      </div>
      <dl>
        {parts
          .filter(({ shown }) => shown)
          .map(({ key, amount, text }) => (
            <div key={key}>
              <dt>{t(key)}</dt>
              <dd className={amount.amount < 0 ? 'num neg' : 'num'}>{format.money(amount)}</dd>
              <dd className="t12 c3">{text}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

/** When what is payable is paid (ATT-33): with the monthly run, once it reaches the least payout. */
function NextPayout({ view: { nextPayout, minPayout } }: { view: EarningsView }) {
  const t = useT(messages)
  const format = useFormat()
  if (!nextPayout) return <span className="t13">{t('nextBelow', { amount: format.money(minPayout) })}</span>
  const date = format.date(`${nextPayout.day}T12:00:00.000Z`)
  return <span className="t13">{t(nextPayout.overdue ? 'nextLate' : 'nextOn', { date })}</span>
}

type Say = ReturnType<typeof useT<keyof (typeof messages)['zh']>>

const paidText = ({ onItsWay }: EarningsView, t: Say, money: ReturnType<typeof useFormat>['money']): string =>
  onItsWay.amount === 0 ? t('state_paid') : t('onItsWay', { amount: money(onItsWay) })
