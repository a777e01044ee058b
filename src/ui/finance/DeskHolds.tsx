import { Link } from 'react-router'
import { PageHead } from '../commerce/PageHead.tsx'
import { PostForm, usePending } from '../commerce/PostForm.tsx'
import { useFormat, useT, useTo } from '../i18n/index.ts'
import { finance as messages } from '../i18n/messages/finance.ts'
import { Button, Callout, Empty, Input, Tag, TextArea } from '../primitives/index.ts'
import { OutcomeCallout } from './OutcomeCallout.tsx'
import type { HoldRowView, Outcome, Typed } from './view.ts'

interface DeskHoldsProps {
  holds: readonly HoldRowView[]
  outcome: Outcome | null
  typed: Typed
  idempotencyKey: string
}

/** ATT-26, ATT-37: what is held back and why, those that wait too long first. Posts `intent` = `hold` or `release`. Works before its script. */
export function DeskHolds({ holds, outcome, typed, idempotencyKey }: DeskHoldsProps) {
  const t = useT(messages)
  const to = useTo()
  const overdue = holds.filter((hold) => hold.overdue).length
  return (
    <main id="main" className="po">
      <PageHead title={t('holds')} back={to('/desk/payouts')}>
        <Link className="link t13" to={to('/desk/risk')}>
          {t('toRisk')}
        </Link>
      </PageHead>
      <p className="t13 c2 loose">{t('holdsText')}</p>
      <OutcomeCallout outcome={outcome} />
      {overdue > 0 ? <Callout tone="bad">{t('overdueText', { count: overdue })}</Callout> : null}
      {holds.length === 0 ? (
        <Empty title={t('holdsEmpty')} icon="check">
          {t('holdsEmptyText')}
        </Empty>
      ) : (
        <ul className="po-list fi-list panel" aria-label={t('holds')}>
          {holds.map((hold) => (
            <Hold key={hold.id} hold={hold} idempotencyKey={idempotencyKey} />
          ))}
        </ul>
      )}
      <NewHold key={idempotencyKey} typed={typed} idempotencyKey={idempotencyKey} />
    </main>
  )
}

const reasons = {
  fraud_signal: 'reason_fraud_signal',
  dispute: 'reason_dispute',
  refund_request: 'reason_refund_request',
  staff: 'reason_staff',
  ban: 'reason_ban',
} as const

/** Where the cause of a hold is decided; a hold by hand is decided here. */
const causes = {
  fraud_signal: 'cause_risk',
  ban: 'cause_risk',
  dispute: 'cause_dispute',
  refund_request: 'cause_request',
} as const

function Hold({ hold, idempotencyKey }: { hold: HoldRowView; idempotencyKey: string }) {
  const t = useT(messages)
  const to = useTo()
  const format = useFormat()
  const { id, creator, own, line, reason, note, by, at, until, overdue } = hold
  const busy = usePending('release', { name: 'holdId', value: id })
  const said = Object.hasOwn(reasons, reason) ? t(reasons[reason as keyof typeof reasons]) : reason
  const cause = Object.hasOwn(causes, reason) ? causes[reason as keyof typeof causes] : null
  return (
    <li>
      <span className="stack">
        <Link className="b link clamp1" to={to(`/creator/${creator.handle}`)}>
          {creator.name}
        </Link>
        <span className="t13">{note ? t('reasonNote', { reason: said, note }) : said}</span>
        <span className="t12 c2">
          {line === null ? t('holdAll') : line.order ? null : t('holdBonus')}
          {line?.order ? (
            <Link className="link" to={`${to(`/orders/${line.order.id}/why`)}?as=staff`}>
              {t('order', { number: line.order.number })}
            </Link>
          ) : null}
          {' · '}
          {t('heldSince', { time: format.dateTime(at), name: by ?? t('byRule') })}
        </span>
      </span>
      <span className="stack po-end">
        {line?.amount ? <b className="num">{format.money(line.amount)}</b> : null}
        {overdue ? (
          <Tag tone="bad">{t('overdue', { date: format.date(until!) })}</Tag>
        ) : until ? (
          <span className="t12 c2">{t('reviewBy', { date: format.date(until) })}</span>
        ) : null}
      </span>
      {own ? (
        <p className="t13 c3 po-acts">{t('ownHold')}</p>
      ) : (
        <details className="po-acts" open={overdue}>
          <summary className="link t13">{t('releaseTitle')}</summary>
          {cause ? <p className="t12 c2 loose fi-cause">{t(cause)}</p> : null}
          <PostForm
            intent="release"
            hidden={{ holdId: id, idempotencyKey: `${idempotencyKey}:${id}` }}
            stay
            label={t('releaseOf', { name: creator.name })}
          >
            <Input name="note" label={t('releaseNote')} labelHidden placeholder={t('releaseNote')} maxLength={500} />
            <Button type="submit" variant="line" busy={busy}>
              {t('release')}
            </Button>
          </PostForm>
        </details>
      )}
    </li>
  )
}

function NewHold({ typed: { values, errors }, idempotencyKey }: { typed: Typed; idempotencyKey: string }) {
  const t = useT(messages)
  const busy = usePending('hold')
  return (
    <section className="panel stack gap3" aria-labelledby="fi-hold">
      <header>
        <h2 className="h2" id="fi-hold">
          {t('holdTitle')}
        </h2>
        <p className="t13 c2 loose">{t('holdText')}</p>
      </header>
      <PostForm intent="hold" hidden={{ idempotencyKey: `${idempotencyKey}:hold` }} className="po-form">
        <Input
          name="handle"
          label={t('handle')}
          hint={t('handleHint')}
          autoComplete="off"
          autoCapitalize="none"
          maxLength={60}
          defaultValue={values.handle}
          error={errors.handle && t('err_handle')}
        />
        <Input
          name="orderNumber"
          label={t('orderNumber')}
          hint={t('orderNumberHint')}
          optional
          autoComplete="off"
          maxLength={40}
          className="num"
          defaultValue={values.orderNumber}
          error={errors.orderNumber && t('err_orderNumber')}
        />
        <TextArea
          name="note"
          label={t('holdNote')}
          rows={2}
          maxLength={500}
          defaultValue={values.note}
          error={errors.note && t('err_note')}
        />
        <Button type="submit" variant="main" busy={busy}>
          {t('hold')}
        </Button>
      </PostForm>
    </section>
  )
}
