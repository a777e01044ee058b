import { Link } from 'react-router'
import { PageHead } from '../commerce/PageHead.tsx'
import { PostForm, usePending } from '../commerce/PostForm.tsx'
import { useFormat, useLocale, useT, useTo } from '../i18n/index.ts'
import { risk as messages } from '../i18n/messages/risk.ts'
import { Button, Callout, Empty, Input, Select, Tag } from '../primitives/index.ts'
import { creatorPath } from '../view/piece.ts'
import { factWords, wordOf } from './risk-text.ts'
import { TakeBack, type TakeBackProps } from './TakeBack.tsx'
import type { RiskCreatorView, RiskOutcome, RiskSignalView } from './view.ts'

interface DeskRiskProps {
  /** Finance's form to take a commission back; null for others. */
  takeBack: Omit<TakeBackProps, 'idempotencyKey'> | null
  creators: readonly RiskCreatorView[]
  banReasons: readonly string[]
  outcome: RiskOutcome | null
  idempotencyKey: string
}

/**
 * ATT-37, ATT-38: the risk centre. Creators by the points that wait, each signal in words, and what can be decided. Posts `intent` =
 * `fine` or `confirmed` (`signalId`), `ban` or `unban` (`creatorId`, `reason`), always with `note`; `take` (`TakeBack`). Works before its script.
 */
export function DeskRisk({ creators, outcome, takeBack, ...rest }: DeskRiskProps) {
  const t = useT(messages)
  const to = useTo()
  return (
    <main id="main" className="rk">
      <PageHead title={t('risk')} back={to('/desk/orders')}>
        <Link className="link t13" to={to('/desk/claims')}>
          {t('toClaims')}
        </Link>
        <Link className="link t13" to={to('/desk/simulator')}>
          {t('toSimulator')}
        </Link>
      </PageHead>
      <p className="t13 c2 loose">{t('riskText')}</p>
      {outcome ? (
        <Callout tone={outcome === 'done' ? 'good' : 'bad'} live>
          {t(outcome === 'done' ? 'done' : `oops_${outcome}`)}
        </Callout>
      ) : null}
      {creators.length === 0 ? (
        <Empty title={t('riskEmpty')} icon="check">
          {t('riskEmptyText')}
        </Empty>
      ) : null}
      {creators.map((creator) => (
        <RiskCreator key={creator.id} creator={creator} {...rest} />
      ))}
      {takeBack ? <TakeBack key={rest.idempotencyKey} {...takeBack} idempotencyKey={rest.idempotencyKey} /> : null}
    </main>
  )
}

function RiskCreator({
  creator,
  banReasons,
  idempotencyKey,
}: { creator: RiskCreatorView } & Omit<DeskRiskProps, 'creators' | 'outcome' | 'takeBack'>) {
  const t = useT(messages)
  const to = useTo()
  const format = useFormat()
  const { locale } = useLocale()
  const { id, name, handle, own, score, waiting, ban, atStake, signals } = creator
  return (
    <section className="panel stack gap3" aria-labelledby={`rk-${id}`}>
      <header className="row between wrapx gap2">
        <h2 className="h2" id={`rk-${id}`}>
          {handle ? (
            <Link className="link" to={to(creatorPath({ handle }))}>
              {name}
            </Link>
          ) : (
            name
          )}
        </h2>
        <span className="row wrapx gap2">
          {ban ? <Tag tone="bad">{t('banned')}</Tag> : null}
          {waiting > 0 ? <Tag tone={score >= 60 ? 'bad' : 'honey'}>{t('points', { points: format.number(score) })}</Tag> : null}
          {waiting > 0 ? <span className="t12 c2">{t('waiting', { count: waiting })}</span> : null}
          {atStake.map((money) => (
            <span key={money.currency} className="t12 c2 num">
              {t('atStake', { amount: format.money(money) })}
            </span>
          ))}
        </span>
      </header>
      {ban ? (
        <p className="t13 c2">
          {wordOf('reason_', ban.reason, locale)} · {format.dateTime(ban.at)}
          {ban.note ? ` · ${ban.note}` : ''}
        </p>
      ) : null}
      <ul className="rk-list">
        {signals.map((signal) => (
          <Signal key={signal.id} signal={signal} own={own} idempotencyKey={idempotencyKey} />
        ))}
      </ul>
      {own ? <p className="t13 c3">{t('own')}</p> : <Ban creator={creator} banReasons={banReasons} idempotencyKey={idempotencyKey} />}
    </section>
  )
}

function Signal({ signal, own, idempotencyKey }: { signal: RiskSignalView; own: boolean; idempotencyKey: string }) {
  const t = useT(messages)
  const to = useTo()
  const format = useFormat()
  const { locale } = useLocale()
  const { code, points, facts, at, order, verdict, note } = signal
  const words = factWords(facts, locale)
  return (
    <li>
      <div className="row between gap2 top-row">
        <b>{wordOf('code_', code, locale)}</b>
        <span className="row gap2 rk-points">
          <span className="num t13">{t('points', { points: format.number(points) })}</span>
          {verdict ? <Tag tone={verdict === 'fine' ? 'good' : 'bad'}>{t(`seen_${verdict}`)}</Tag> : null}
        </span>
      </div>
      <p className="t12 c2 row wrapx gap2">
        <span>{order ? t('order', { number: order.number }) : t('about')}</span>
        {order ? (
          <Link className="link" to={`${to(`/orders/${order.id}/why`)}?as=staff`}>
            {t('why')}
          </Link>
        ) : null}
        {words.length > 0 ? <span>{t('facts', { facts: words.join(' · ') })}</span> : null}
        <time dateTime={at}>{format.dateTime(at)}</time>
      </p>
      {note ? <p className="t12 c2">{note}</p> : null}
      {own ? null : <Decide signal={signal} idempotencyKey={idempotencyKey} />}
    </li>
  )
}

function Decide({ signal: { id, code, order, verdict }, idempotencyKey }: { signal: RiskSignalView; idempotencyKey: string }) {
  const t = useT(messages)
  const { locale } = useLocale()
  const busy = usePending('verdict', { name: 'signalId', value: id })
  const name = wordOf('code_', code, locale)
  const form = (
    <PostForm intent="verdict" hidden={{ signalId: id, idempotencyKey: `${idempotencyKey}:${id}` }} className="rk-acts" stay label={name}>
      <Input name="note" label={t('note')} labelHidden placeholder={t('note')} maxLength={1000} />
      {verdict === 'fine' ? null : (
        <Button type="submit" name="verdict" value="fine" size="sm" variant="main" busy={busy}>
          {t('fine')}
        </Button>
      )}
      {verdict === 'confirmed' ? null : (
        <Button type="submit" name="verdict" value="confirmed" size="sm" busy={busy}>
          {t(order ? 'confirm' : 'confirmCreator')}
        </Button>
      )}
    </PostForm>
  )
  if (verdict === null) return form
  return (
    <details>
      <summary className="link t13">{t('change')}</summary>
      {form}
    </details>
  )
}

function Ban({
  creator: { id, ban, name },
  banReasons,
  idempotencyKey,
}: {
  creator: RiskCreatorView
  banReasons: readonly string[]
  idempotencyKey: string
}) {
  const t = useT(messages)
  const { locale } = useLocale()
  const intent = ban ? 'unban' : 'ban'
  const reasons = ban ? ['mistake', 'appeal_upheld'] : banReasons
  const busy = usePending(intent, { name: 'creatorId', value: id })
  return (
    <details>
      <summary className="link t13">{t(ban ? 'unbanTitle' : 'banTitle')}</summary>
      <PostForm
        intent={intent}
        hidden={{ creatorId: id, idempotencyKey: `${idempotencyKey}:${id}` }}
        className="rk-ban stack gap3"
        label={name}
      >
        <p className="t13 c2 loose">{t(ban ? 'unbanText' : 'banText')}</p>
        <Select name="reason" label={t('banReason')} defaultValue={reasons[0]}>
          {reasons.map((reason) => (
            <option key={reason} value={reason}>
              {wordOf('reason_', reason, locale)}
            </option>
          ))}
        </Select>
        <Input name="note" label={t('note')} maxLength={1000} />
        <Button type="submit" variant={ban ? 'main' : 'line'} busy={busy}>
          {t(ban ? 'unban' : 'ban')}
        </Button>
      </PostForm>
    </details>
  )
}
