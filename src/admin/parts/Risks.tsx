'use client'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { formatMoney } from '../../lib/money.ts'
import { risk as messages } from '../../ui/i18n/messages/risk.ts'
import { translate } from '../../ui/i18n/translate.ts'
import { factWords, wordOf } from '../../ui/risk/risk-text.ts'
import type { RiskCreatorView, RiskSignalView } from '../../ui/risk/view.ts'
import { call, failureWords } from './call.ts'
import './parts.css'
import { ScoreBar } from './ScoreBar.tsx'
import { useWords, type Words } from './words.ts'

/** ATT-37, ATT-38 in the admin: what the rules doubt, the most points first, each with the way to the orders and to the desk where it is decided. */
export function Risks() {
  const words = useWords()
  const { say, language } = words
  const [creators, setCreators] = useState<RiskCreatorView[] | null>(null)
  const [said, setSaid] = useState('')
  const t = (key: keyof (typeof messages)['en']) => translate(messages, language, key)
  const load = async () => {
    const answer = await call<{ creators: RiskCreatorView[] }>('/v1/staff/risks')
    if (answer.ok) setCreators(answer.value.creators)
    setSaid(answer.ok ? '' : failureWords(say, answer.failure))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => void load(), [])

  return (
    <Gutter>
      <SetStepNav nav={[{ label: t('risk') }]} />
      <section className="zc-part" aria-labelledby="zc-risks">
        <h2 id="zc-risks">{t('risk')}</h2>
        <p className="zc-muted">{t('riskText')}</p>
        <nav className="zc-links" aria-label={t('risk')}>
          <a href={`/${language}/desk/risk`}>{say('decideAtDesk')}</a>
          <a href={`/${language}/desk/claims`}>{t('claims')}</a>
          <a href="/admin/simulator">{t('toSimulator')}</a>
        </nav>
        {creators === null && <p role="status">{said || say('loading')}</p>}
        {creators?.length === 0 && (
          <p>
            <strong>{t('riskEmpty')}</strong> {t('riskEmptyText')}
          </p>
        )}
        {creators?.map((creator) => (
          <RiskCreator key={creator.id} creator={creator} words={words} />
        ))}
      </section>
    </Gutter>
  )
}

function RiskCreator({ creator, words }: { creator: RiskCreatorView; words: Words }) {
  const { language, count } = words
  const { id, name, score, waiting, ban, atStake, signals } = creator
  const t = (key: keyof (typeof messages)['en'], values = {}) => translate(messages, language, key, values)
  const facts = [
    ...(ban ? [`${t('banned')} · ${wordOf('reason_', ban.reason, language)}`] : []),
    ...(waiting > 0 ? [t('points', { points: count(score) }), t('waiting', { count: waiting })] : []),
    ...atStake.map((money) => t('atStake', { amount: formatMoney(money, language) })),
  ]
  return (
    <article className="zc-panel" aria-labelledby={`zc-risk-${id}`}>
      <h3 id={`zc-risk-${id}`}>
        <a href={`/${language}/desk/risk#rk-${id}`}>{name}</a>
      </h3>
      <p className="zc-muted">{facts.join(' · ')}</p>
      {waiting > 0 && <ScoreBar score={score} label={t('points', { points: count(score) })} />}
      <ul className="zc-signals">
        {signals.map((signal) => (
          <Signal key={signal.id} signal={signal} words={words} />
        ))}
      </ul>
    </article>
  )
}

function Signal({ signal, words: { language, when, count } }: { signal: RiskSignalView; words: Words }) {
  const { code, points, facts, at, order, verdict, note } = signal
  const t = (key: keyof (typeof messages)['en'], values = {}) => translate(messages, language, key, values)
  const because = factWords(facts, language)
  return (
    <li>
      <b>{wordOf('code_', code, language)}</b>{' '}
      <span className="zc-muted">
        {[t('points', { points: count(points) }), ...(verdict ? [t(`seen_${verdict}`)] : []), when(at)].join(' · ')}
      </span>
      <br />
      {order ? <a href={`/${language}/orders/${order.id}/why?as=staff`}>{t('order', { number: order.number })}</a> : t('about')}
      {because.length > 0 && ` · ${t('facts', { facts: because.join(' · ') })}`}
      {note && ` · ${note}`}
    </li>
  )
}
