import { Link } from 'react-router'
import { causeWords } from '../i18n/cause-words.ts'
import { useFormat, useLocale, useT } from '../i18n/index.ts'
import { earnings as messages } from '../i18n/messages/earnings.ts'
import { capitalized } from './capitalized.ts'
import type { EarningRowView } from './earnings-view.ts'

const kinds = {
  earned: 'kind_earned',
  reversed: 'kind_reversed',
  adjusted: 'kind_adjusted',
  'clawed-back': 'kind_clawed_back',
  'paid-out': 'kind_paid_out',
  'payout-returned': 'kind_payout_returned',
} as const satisfies Record<EarningRowView['kind'], string>

/** One signed entry: when, from what, its state, the amount and its why. No buyer appears here. */
export function EarningRow({ row }: { row: EarningRowView }) {
  const t = useT(messages)
  const format = useFormat()
  const money = row.kind === 'paid-out' || row.kind === 'payout-returned'
  const { locale } = useLocale()
  const granted = row.kind === 'adjusted' && !row.product ? causeWords(row.cause, locale) : null
  const source = row.piece?.title ?? (money ? capitalized(t(kinds[row.kind])) : granted ? capitalized(granted) : t('noPiece'))
  const what = row.product ? `${source} · ${row.product}` : source
  const amount = format.money(row.amount, { sign: 'always' })
  return (
    <li>
      <time className="num t13 c3" dateTime={row.at}>
        {format.date(row.at)}
      </time>
      <div className="grow">
        <b className="clamp2">{row.piece?.href ? <Link to={row.piece.href}>{what}</Link> : what}</b>
        <span className="t12 c2 num">
          <Facts row={row} />
        </span>
      </div>
      <div className="amt">
        <b className={money ? 'num' : row.amount.amount < 0 ? 'num neg' : 'num pos'}>{amount}</b>
        {row.whyHref ? (
          <Link to={row.whyHref} className="link t12" aria-label={t('whyOf', { what, amount })}>
            {t('why')}
          </Link>
        ) : null}
      </div>
    </li>
  )
}

function Facts({ row }: { row: EarningRowView }) {
  const t = useT(messages)
  const { locale } = useLocale()
  // A refund takes back in the same share; anything else says why it did.
  const cause = row.kind === 'reversed' || row.kind === 'clawed-back' ? causeWords(row.cause, locale) : null
  const format = useFormat()
  const payableWords = ({ at, holdDays }: NonNullable<EarningRowView['payable']>) => ({ date: format.date(at), days: holdDays })
  const facts = [
    row.orderNumber ? t('orderNo', { number: row.orderNumber }) : null,
    row.returned ? t('returned', { count: row.returned.quantity, of: row.returned.of }) : null,
    row.kind === 'paid-out' || row.kind === 'payout-returned'
      ? null
      : t(cause !== null && row.kind === 'reversed' ? 'kind_taken' : kinds[row.kind]),
    cause,
    row.kind === 'earned' || row.kind === 'adjusted' ? t(`state_${row.state}`) : null,
    row.state === 'on_hold' && row.kind === 'earned' ? reasonText(t, row.reason) : null,
    row.payable && row.state === 'pending' && row.kind !== 'reversed'
      ? t(`payable_${row.payable.because}`, payableWords(row.payable))
      : null,
    row.test ? t('test') : null,
  ]
  return facts.filter((fact) => fact !== null).join(' · ')
}

const holdReasons = {
  fraud_signal: 'hold_fraud_signal',
  dispute: 'hold_dispute',
  refund_request: 'hold_refund_request',
  staff: 'hold_staff',
  ban: 'hold_ban',
} as const

const reasonText = (t: ReturnType<typeof useT<keyof (typeof messages)['zh']>>, reason: string | null) =>
  reason && Object.hasOwn(holdReasons, reason) ? t(holdReasons[reason as keyof typeof holdReasons]) : null
