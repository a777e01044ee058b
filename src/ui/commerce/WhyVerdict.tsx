import { useFormat, useT } from '../i18n/index.ts'
import { why as messages } from '../i18n/messages/why.ts'
import { Tag } from '../primitives/index.ts'
import { touchCounts, verdictForm } from './why-text.ts'
import type { WhyView } from './why-view.ts'

/** The verdict in one sentence, and the reason in the next. */
export function WhyVerdict({ view }: { view: WhyView }) {
  const t = useT(messages)
  const format = useFormat()
  const counts = touchCounts(view.story)
  const reversed = view.reversals.reduce((sum, reversal) => sum + reversal.commission.amount, 0)
  const currency = view.net?.currency
  return (
    <section className={view.verdict ? 'verdict' : 'verdict is-none'}>
      <p className="t13 c2">{t('kicker')}</p>
      <h1 className="display">
        <Sentence view={view} />
      </h1>
      <p className="lead">
        <Lead view={view} />
      </p>
      <div className="row wrapx gap2">
        {view.dates?.payableOn ? (
          <Tag tone="good" icon="clock">
            {t('tagPayable', { date: format.date(view.dates.payableOn) })}
          </Tag>
        ) : null}
        {reversed !== 0 && currency ? (
          <Tag tone="bad">{t('tagReversed', { amount: format.money({ amount: Math.abs(reversed), currency }) })}</Tag>
        ) : null}
        {counts.all > 0 ? <Tag>{t('tagTouches', { count: counts.all, refused: counts.refused, merged: counts.merged })}</Tag> : null}
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
  const amount = format.money(form === 'split' ? commission : first.commission)
  if (form === 'you') return t('verdictYou', { amount })
  if (form === 'split') return t('verdictSplit', { amount, count: shares.length })
  return t('verdict', { amount, name: form === 'named' && first.creator ? first.creator.name : t('anotherCreator') })
}

function Lead({ view }: { view: WhyView }) {
  const t = useT(messages)
  if (view.verdict && view.reason === 'last_in_window') return t(`lead_last_in_window_${view.reader}`, { days: view.windowDays })
  return (
    <>
      {t(`reason_${view.reason}`, { days: view.windowDays, window: view.windowDays })}
      {view.rule ? <span className="rule">{view.rule}</span> : null}
    </>
  )
}
