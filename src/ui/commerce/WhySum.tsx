import { useId } from 'react'
import { causeWords } from '../i18n/cause-words.ts'
import { useFormat, useLocale, useT } from '../i18n/index.ts'
import { corrections } from '../i18n/messages/corrections.ts'
import { why as messages } from '../i18n/messages/why.ts'
import { whyElsewhere } from '../i18n/messages/why-elsewhere.ts'
import { WhyRate } from './WhyRate.tsx'
import type { WhyShareView, WhyView } from './why-view.ts'

type Arithmetic = NonNullable<WhyView['arithmetic']>

/** The arithmetic: the base from its parts (ATT-22), then base × rate × share, then what refunds, disputes, bans and finance took back or gave (ATT-28 … ATT-30). */
export function WhySum({ view, arithmetic }: { view: WhyView; arithmetic: Arithmetic }) {
  const t = useT(messages)
  const title = useId()
  const shares = view.verdict?.shares ?? []
  return (
    <section className="sec" aria-labelledby={title}>
      <header>
        <h2 className="h2" id={title}>
          {t('calcTitle')}
        </h2>
        <span className="t12 c3">{t('calcFrozen')}</span>
      </header>
      <div className="calc">
        <Base arithmetic={arithmetic} />
        {shares.map((share) => (
          <Equation key={share.creator?.handle ?? share.shareBps} arithmetic={arithmetic} share={share} />
        ))}
        <WhyRate arithmetic={arithmetic} reader={view.reader} />
        {view.reversals.length > 0 ? <Reversals view={view} arithmetic={arithmetic} /> : null}
      </div>
    </section>
  )
}

function Base({ arithmetic }: { arithmetic: Arithmetic }) {
  const t = useT(messages)
  const tElsewhere = useT(whyElsewhere)
  const format = useFormat()
  const label = (row: Arithmetic['rows'][number]): string => {
    if (row.kind === 'paid') return tElsewhere('rowPaid')
    if (row.kind !== 'tax') return t(`row_${row.kind}`)
    return row.rateBps === undefined ? t('row_taxPlain') : t('row_tax', { rate: format.rate(row.rateBps) })
  }
  return (
    <dl className="sum">
      {arithmetic.rows.map((row) => (
        <div key={row.kind}>
          <dt>
            {label(row)}
            {row.kind === 'tax' || row.kind === 'shipping' ? <span className="c3 t12"> {t('excluded')}</span> : null}
          </dt>
          <dd>{row.amount ? format.money(row.amount) : '—'}</dd>
        </div>
      ))}
      <div className="tot">
        <dt>{t('base')}</dt>
        <dd className="b">{format.money(arithmetic.base)}</dd>
      </div>
    </dl>
  )
}

/** Read as one sentence by screen readers, seen as an equation. */
function Equation({ arithmetic, share }: { arithmetic: Arithmetic; share: WhyShareView }) {
  const t = useT(messages)
  const format = useFormat()
  const [base, rate] = [format.money(arithmetic.base), format.rate(arithmetic.rateBps)]
  const [part, result] = [format.rate(share.shareBps), format.money(share.commission)]
  return (
    <div className="eq num">
      <p className="sr">{t('eqSentence', { base, rate, share: part, result })}</p>
      <Term value={base} name={t('eqBase')} />
      <i aria-hidden="true">×</i>
      <Term value={rate} name={t('eqRate')} />
      <i aria-hidden="true">×</i>
      <Term value={part} name={t('eqShare')} />
      <i aria-hidden="true">=</i>
      <Term
        value={result}
        name={arithmetic.unrounded && share.shareBps === 10_000 ? t('eqRounded', { value: arithmetic.unrounded }) : t('eqResult')}
        result
      />
    </div>
  )
}

function Term({ value, name, result }: { value: string; name: string; result?: boolean }) {
  return (
    <span className={result ? 'r' : undefined} aria-hidden="true">
      <b>{value}</b>
      <small>{name}</small>
    </span>
  )
}

function Reversals({ view, arithmetic }: { view: WhyView; arithmetic: Arithmetic }) {
  const t = useT(messages)
  const say = useT(corrections)
  const { locale } = useLocale()
  const format = useFormat()
  const reversalWords = ({ at, reason }: WhyView['reversals'][number]) => {
    const why = causeWords(reason, locale)
    const date = format.dateTime(at)
    return why === null ? t('reversal', { date }) : say('reversalBy', { date, reason: why })
  }
  return (
    <dl className="sum" aria-label={t('reversalsTitle')}>
      <div>
        <dt>{t('commission')}</dt>
        <dd>{format.money(arithmetic.commission)}</dd>
      </div>
      {view.reversals.map((reversal) => (
        <div key={`${reversal.at} ${reversal.reason}`}>
          <dt>{reversalWords(reversal)}</dt>
          <dd className={reversal.commission.amount < 0 ? 'neg' : undefined}>{format.money(reversal.commission)}</dd>
        </div>
      ))}
      {view.net ? (
        <div className="tot">
          <dt>{t('net')}</dt>
          <dd className="b">{format.money(view.net)}</dd>
        </div>
      ) : null}
    </dl>
  )
}
