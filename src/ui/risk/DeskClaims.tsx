import { Link } from 'react-router'
import { PageHead } from '../commerce/PageHead.tsx'
import { PostForm, usePending } from '../commerce/PostForm.tsx'
import { useFormat, useLocale, useT, useTo } from '../i18n/index.ts'
import { corrections } from '../i18n/messages/corrections.ts'
import { risk as messages } from '../i18n/messages/risk.ts'
import { Button, Callout, Empty, Tag, TextArea } from '../primitives/index.ts'
import { findingWords } from './risk-text.ts'
import { UpholdClaim } from './UpholdClaim.tsx'
import type { RiskOutcome, StaffClaimView, UpholdTyped } from './view.ts'

interface DeskClaimsProps {
  open: readonly StaffClaimView[]
  closed: readonly StaffClaimView[]
  outcome: RiskOutcome | null
  /** For who may credit a claim (finance); null for others. */
  uphold: { currency: string; typed: UpholdTyped; idempotencyKey: string } | null
}

/** ATT-40: orders that creators miss and appeals against bans, the most urgent first. Posts `intent` = `answer` with `claimId` and `answer`, or `uphold`. */
export function DeskClaims({ open, closed, outcome, uphold }: DeskClaimsProps) {
  const t = useT(messages)
  const to = useTo()
  return (
    <main id="main" className="rk">
      <PageHead title={t('claims')} back={to('/desk/orders')}>
        <Link className="link t13" to={to('/desk/risk')}>
          {t('toRisk')}
        </Link>
      </PageHead>
      <p className="t13 c2 loose">{t('claimsText')}</p>
      {outcome ? (
        <Callout tone={outcome === 'done' ? 'good' : 'bad'} live>
          {t(outcome === 'done' ? 'done' : `oops_${outcome}`)}
        </Callout>
      ) : null}
      {open.length === 0 ? (
        <Empty title={t('claimsEmpty')} icon="check">
          {t('claimsEmptyText')}
        </Empty>
      ) : (
        <ul className="rk-list panel">
          {open.map((claim) => (
            <Claim key={claim.id} claim={claim} uphold={uphold} />
          ))}
        </ul>
      )}
      {closed.length > 0 ? (
        <section className="panel" aria-labelledby="rk-closed">
          <h2 className="h2" id="rk-closed">
            {t('closed')}
          </h2>
          <ul className="rk-list">
            {closed.map((claim) => (
              <Claim key={claim.id} claim={claim} uphold={null} />
            ))}
          </ul>
        </section>
      ) : null}
    </main>
  )
}

function Claim({ claim, uphold }: { claim: StaffClaimView } & Pick<DeskClaimsProps, 'uphold'>) {
  const t = useT(messages)
  const say = useT(corrections)
  const to = useTo()
  const format = useFormat()
  const { locale } = useLocale()
  const { id, creator, hint, finding, dueAt, overdue, answer, answeredAt, orderId, state } = claim
  const busy = usePending('answer', { name: 'claimId', value: id })
  return (
    <li>
      <div className="row between wrapx gap2">
        <b>{creator.name}</b>
        <span className="row wrapx gap2">
          {finding === 'appeal' ? <Tag tone="honey">{t('appealTag')}</Tag> : null}
          {overdue ? <Tag tone="bad">{t('overdue')}</Tag> : null}
          {state === 'open' && dueAt ? <span className="t12 c2">{t('due', { time: format.dateTime(dueAt) })}</span> : null}
        </span>
      </div>
      <p className="loose">{hint}</p>
      {findingWords(claim, locale).map((words) => (
        <p key={words} className="t13 c2">
          {t('toldCreator', { words })}
        </p>
      ))}
      {orderId ? (
        <Link className="link t13" to={`${to(`/orders/${orderId}/why`)}?as=staff`}>
          {t('why')}
        </Link>
      ) : null}
      {finding === 'appeal' ? (
        <Link className="link t13" to={to('/desk/risk')}>
          {t('toRisk')}
        </Link>
      ) : null}
      {answer && answeredAt ? (
        <p className="t13 c2">
          {claim.credited ? <b>{say('credited', { amount: format.money(claim.credited) })} · </b> : null}
          {answer} · <time dateTime={answeredAt}>{format.dateTime(answeredAt)}</time>
        </p>
      ) : null}
      {state === 'open' && !creator.own ? (
        <PostForm intent="answer" hidden={{ claimId: id }} className="rk-acts" stay label={creator.name}>
          <TextArea name="answer" label={t('answer')} rows={2} maxLength={1000} />
          <Button type="submit" size="sm" variant="main" busy={busy}>
            {t('send')}
          </Button>
        </PostForm>
      ) : null}
      {uphold && state === 'open' && !creator.own && finding !== 'appeal' ? (
        <UpholdClaim key={uphold.idempotencyKey} claimId={id} name={creator.name} {...uphold} />
      ) : null}
      {state === 'open' && creator.own ? <p className="t13 c3">{t('own')}</p> : null}
    </li>
  )
}
