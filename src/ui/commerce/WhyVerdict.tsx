import type { Money } from '../../lib/money.ts'
import { useFormat, useT } from '../i18n/index.ts'
import { corrections } from '../i18n/messages/corrections.ts'
import { why as messages } from '../i18n/messages/why.ts'
import { cx, Tag } from '../primitives/index.ts'
import { backByRefundsAlone, takenBack, touchCounts, verdictForm } from './why-text.ts'
import type { WhyView } from './why-view.ts'

/** The verdict in one sentence, and the reason in the next. */
export function WhyVerdict({ view }: { view: WhyView }) {
  const t = useT(messages)
  const format = useFormat()
  const counts = touchCounts(view.story)
  const back = takenBack(view)
  const currency = view.net?.currency
  return (
    <section className={cx('verdict', !view.verdict && 'is-none', verdictForm(view) === 'reversed' && 'is-over')}>
      <p className="t13 c2">{t('kicker')}</p>
      <h1 className="display">
        <Sentence view={view} />
      </h1>
      <p className="lead">
        <Lead view={view} />
      </p>
      <div className="row wrapx gap2">
        {view.verdict ? <Tag>{t(`model_${view.model}`)}</Tag> : null}
        {view.dates?.payableOn && !view.dates.expected && !view.dates.held && !view.dates.paidOn && verdictForm(view) !== 'reversed' ? (
          <Tag tone="good" icon="clock">
            {t('tagPayable', { date: format.date(view.dates.payableOn) })}
          </Tag>
        ) : null}
        {view.dates?.paidOn ? (
          <Tag tone="good" icon="check">
            {t('tagPaid', { date: format.date(view.dates.paidOn) })}
          </Tag>
        ) : null}
        {back > 0 && currency ? <Tag tone="bad">{t('tagReversed', { amount: format.money({ amount: back, currency }) })}</Tag> : null}
        {counts.all > 0 ? (
          <Tag>
            {counts.refused + counts.merged === 0
              ? t('tagTouchesValid', { count: counts.all })
              : t('tagTouches', { count: counts.all, refused: counts.refused, merged: counts.merged })}
          </Tag>
        ) : null}
      </div>
    </section>
  )
}

function Sentence({ view }: { view: WhyView }) {
  const t = useT(messages)
  const format = useFormat()
  const shares = view.verdict?.shares ?? []
  const [first] = shares
  const commission = view.arithmetic?.commission
  const form = verdictForm(view)
  if (form === 'none' || !first || !commission) return t('verdictNone')
  if (form === 'reversed') return t('verdictReversed')
  const amount = format.money(view.net ?? (form === 'split' ? commission : first.commission))
  if (form === 'you') return t('verdictYou', { amount })
  if (form === 'split') return t('verdictSplit', { amount, count: shares.length })
  return t('verdict', { amount, name: form === 'named' && first.creator ? first.creator.name : t('anotherCreator') })
}

/** Reasons that are told to each reader in his own person. */
const leads = ['last_in_window', 'coupon', 'binding'] as const
/** What became of a code, told to its owner. */
const yours = ['took', 'shared', 'gave_way', 'same_owner'] as const

function Lead({ view }: { view: WhyView }) {
  const t = useT(messages)
  const format = useFormat()
  const back = takenBack(view)
  const commission = view.arithmetic?.commission
  const say = useT(corrections)
  const sums = (of: Money) => ({ before: format.money(of), back: format.money({ ...of, amount: back }) })
  const told = view.verdict ? leads.find((reason) => reason === view.reason) : undefined
  const coupon = view.coupon?.own ? yours.find((outcome) => outcome === view.coupon?.outcome) : undefined
  return (
    <>
      {told
        ? t(`lead_${told}_${view.reader}`, { days: view.windowDays })
        : t('sentence', { words: t(`reason_${view.reason}`, { days: view.windowDays, window: view.windowDays }) })}
      {view.rule ? <span className="rule">{view.rule}</span> : null}
      {view.coupon ? (
        <span className="blk t13">
          {coupon ? t(`coupon_${coupon}You`) : t(`coupon_${view.coupon.outcome}`, { name: view.coupon.name ?? t('anotherCreator') })}{' '}
          <span className="rule">{view.coupon.rule}</span>
        </span>
      ) : null}
      {view.binding ? (
        <span className="blk t13">
          {t('bound', { from: format.date(view.binding.boundAt), until: format.date(view.binding.until) })}{' '}
          <span className="rule">ATT-09</span>
        </span>
      ) : null}
      {back > 0 && commission ? (
        <span className="blk">{backByRefundsAlone(view) ? t('leadReversed', sums(commission)) : say('leadTaken', sums(commission))}</span>
      ) : null}
    </>
  )
}
