import { Link } from 'react-router'
import { PageHead } from '../commerce/PageHead.tsx'
import { PostForm, usePending } from '../commerce/PostForm.tsx'
import { useFormat, useT, useTo } from '../i18n/index.ts'
import { payouts as messages } from '../i18n/messages/payouts.ts'
import { Button, Callout, Empty, LinkButton, Tag } from '../primitives/index.ts'
import { OopsCallout } from './OopsCallout.tsx'
import type { DeskPayoutsView, Oops, RunRowView } from './view.ts'

/** The finance role's page: what a run would pay now, and the runs. Everything works before its script. */
export function DeskPayouts({ view, oops }: { view: DeskPayoutsView; oops: Oops | null }) {
  const t = useT(messages)
  return (
    <main id="main" className="po">
      <PageHead title={t('title')} back={view.backHref} />
      <Beside waits={view.waits} />
      <OopsCallout oops={oops} />
      <Preview view={view} />
      <Runs runs={view.runs} />
    </main>
  )
}

function Preview({ view }: { view: DeskPayoutsView }) {
  const t = useT(messages)
  const format = useFormat()
  const { payouts, left, total, minPayout, nextRun } = view.preview
  const date = format.date(`${nextRun.day}T12:00:00.000Z`)
  const busy = usePending('lock')
  return (
    <section className="panel stack gap3" aria-labelledby="po-preview">
      <header className="row between wrapx">
        <h2 className="h2" id="po-preview">
          {t('preview')}
        </h2>
        <b className="num t17">{format.money(total)}</b>
      </header>
      {nextRun.overdue ? <Callout tone="bad">{t('runOverdue', { date })}</Callout> : <p className="t13 c2">{t('runDue', { date })}</p>}
      {payouts.length === 0 ? (
        <Empty title={t('previewEmpty')} icon="wallet" level={3}>
          {t('previewEmptyText', { amount: format.money(minPayout) })}
        </Empty>
      ) : (
        <PostForm intent="lock" hidden={{ idempotencyKey: view.idempotencyKey }} className="stack gap3">
          <p className="t13 c2 loose">{t('previewIntro')}</p>
          <ul className="po-list">
            {payouts.map(({ id, name, net, gross, tax, lines, masked, more }) => (
              <li key={id}>
                <label className="pick">
                  <input type="checkbox" name={`pay.${id}`} value={net.amount} defaultChecked disabled={!view.mayLock} />
                  <span className="stack">
                    <b className="clamp1">{name}</b>
                    <span className="t12 c2">
                      {[
                        t('lines', { count: lines }),
                        masked,
                        tax.amount > 0 ? t('gross', { amount: format.money(gross) }) : null,
                        more ? t('more') : null,
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </span>
                </label>
                <b className="num">{format.money(net)}</b>
              </li>
            ))}
          </ul>
          {view.mayLock ? (
            <Button type="submit" variant="main" busy={busy}>
              {t('lockChosen')}
            </Button>
          ) : null}
        </PostForm>
      )}
      {left.length > 0 ? (
        <details>
          <summary className="link">{t('left')}</summary>
          <ul className="po-list">
            {left.map(({ id, name, amount, why }) => (
              <li key={id}>
                <span className="stack">
                  <span className="clamp1">{name}</span>
                  <span className="t12 c2">{t(`left_${why}`)}</span>
                </span>
                <span className={amount.amount < 0 ? 'num neg' : 'num'}>{format.money(amount)}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}

const tones = { locked: 'honey', sent: 'info', confirmed: 'good', cancelled: 'neutral' } as const

function Runs({ runs }: { runs: RunRowView[] }) {
  const t = useT(messages)
  const format = useFormat()
  return (
    <section className="panel" aria-labelledby="po-runs">
      <h2 className="h2" id="po-runs">
        {t('runs')}
      </h2>
      {runs.length === 0 ? <p className="t13 c2">{t('runsEmpty')}</p> : null}
      <ul className="po-list">
        {runs.map(({ id, number, state, total, count, lockedBy, lockedAt, href }) => (
          <li key={id}>
            <span className="stack">
              <Link className="link num" to={href}>
                {number}
              </Link>
              <span className="t12 c2">
                {t('people', { count })} · {t('lockedBy', { name: lockedBy, time: format.dateTime(lockedAt) })}
              </span>
            </span>
            <span className="stack po-end">
              <b className="num">{format.money(total)}</b>
              <Tag tone={tones[state]}>{t(`run_${state}`)}</Tag>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What is on hold is no part of a run, bonuses come into one later, and notices of payment into none: they have pages of their own. */
function Beside({ waits: { holds, overdueHolds, bonuses } }: Pick<DeskPayoutsView, 'waits'>) {
  const t = useT(messages)
  const to = useTo()
  return (
    <nav className="row wrapx gap2" aria-label={t('beside')}>
      <LinkButton to={to('/desk/holds')} variant="quiet" size="sm" icon="pause">
        {holds > 0 ? t('toHoldsCount', { count: holds }) : t('toHolds')}
      </LinkButton>
      <LinkButton to={to('/desk/bonuses')} variant="quiet" size="sm" icon="sprout">
        {bonuses > 0 ? t('toBonusesCount', { count: bonuses }) : t('toBonuses')}
      </LinkButton>
      <LinkButton to={to('/desk/payment-troubles')} variant="quiet" size="sm" icon="bell">
        {t('toTroubles')}
      </LinkButton>
      {overdueHolds > 0 ? <Tag tone="bad">{t('overdueHolds', { count: overdueHolds })}</Tag> : null}
    </nav>
  )
}
