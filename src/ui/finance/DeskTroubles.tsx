import { Link } from 'react-router'
import { PageHead } from '../commerce/PageHead.tsx'
import { PostForm, usePending } from '../commerce/PostForm.tsx'
import { useFormat, useT, useTo } from '../i18n/index.ts'
import { finance as messages } from '../i18n/messages/finance.ts'
import { Button, Empty, Tag } from '../primitives/index.ts'
import { OutcomeCallout } from './OutcomeCallout.tsx'
import type { Outcome, TroubleRowView } from './view.ts'

interface DeskTroublesProps {
  troubles: readonly TroubleRowView[]
  outcome: Outcome | null
}

/** Signed notices of payment that the books could not settle by themselves, each with what to do. Posts `intent` = `seen` with `until`. */
export function DeskTroubles({ troubles, outcome }: DeskTroublesProps) {
  const t = useT(messages)
  const to = useTo()
  const busy = usePending('seen')
  const fresh = troubles.filter(({ isNew }) => isNew)
  return (
    <main id="main" className="po">
      <PageHead title={t('troubles')} back={to('/desk/payouts')} />
      <p className="t13 c2 loose">{t('troublesText')}</p>
      <OutcomeCallout outcome={outcome} />
      {troubles.length === 0 ? (
        <Empty title={t('troublesEmpty')} icon="check">
          {t('troublesEmptyText')}
        </Empty>
      ) : (
        <ul className="po-list fi-list panel" aria-label={t('troubles')}>
          {troubles.map((trouble) => (
            <Trouble key={trouble.id} trouble={trouble} />
          ))}
        </ul>
      )}
      {fresh.length > 0 ? (
        // Only what was on the page: what comes meanwhile stays new.
        <PostForm intent="seen" hidden={{ until: fresh[0]!.at }} className="stack gap2">
          <Button type="submit" variant="line" busy={busy}>
            {t('markSeen', { count: fresh.length })}
          </Button>
          <p className="t12 c2">{t('markSeenText')}</p>
        </PostForm>
      ) : null}
    </main>
  )
}

const outcomes = ['unknown_payment', 'amount_mismatch', 'refund_over', 'refund_bounced'] as const

function Trouble({ trouble }: { trouble: TroubleRowView }) {
  const t = useT(messages)
  const to = useTo()
  const format = useFormat()
  const { provider, reference, eventId, outcome, at, order, isNew } = trouble
  const known = outcomes.find((one) => one === outcome)
  return (
    <li>
      <span className="stack">
        <b>{known ? t(`trouble_${known}`) : outcome}</b>
        {known ? <span className="t13 loose">{t(`todo_${known}`)}</span> : null}
        <span className="t12 c2">
          {order ? (
            <Link className="link" to={to(`/orders/${order.id}`)}>
              {t('order', { number: order.number })}
            </Link>
          ) : (
            t('noOrder')
          )}
          {' · '}
          <time dateTime={at}>{format.dateTime(at)}</time>
        </span>
        <span className="t12 c3 num fi-ref">{t('notice', { provider, reference, event: eventId })}</span>
      </span>
      {isNew ? <Tag tone="honey">{t('isNew')}</Tag> : <span />}
    </li>
  )
}
