import { PageHead } from '../commerce/PageHead.tsx'
import { PostForm, usePending } from '../commerce/PostForm.tsx'
import { useFormat, useT } from '../i18n/index.ts'
import { payouts as messages } from '../i18n/messages/payouts.ts'
import { Button, Callout, Input } from '../primitives/index.ts'
import { OopsCallout } from './OopsCallout.tsx'
import { StateTag } from './StateTag.tsx'
import type { Oops, RunView } from './view.ts'

/** One run: who did what, what may be done next, and every payout in it. */
export function PayoutRun({ view, oops }: { view: RunView; oops: Oops | null }) {
  const t = useT(messages)
  const format = useFormat()
  const facts = [
    t('lockedBy', { name: view.lockedBy, time: format.dateTime(view.lockedAt) }),
    view.approvedBy ? t('approvedBy', { name: view.approvedBy }) : null,
    view.sentAt ? t('sentOn', { time: format.dateTime(view.sentAt) }) : null,
  ].filter((fact) => fact !== null)
  return (
    <main id="main" className="po">
      <PageHead title={view.number} back={view.backHref} />
      <OopsCallout oops={oops} />
      <section className="panel stack gap3">
        <dl className="po-sum">
          <div>
            <dt>{t('total')}</dt>
            <dd className="num">{format.money(view.total)}</dd>
          </div>
          <div>
            <dt>{t('people', { count: view.count })}</dt>
            <dd>{t(`run_${view.state}`)}</dd>
          </div>
        </dl>
        <p className="po-steps">{facts.join(' · ')}</p>
        {view.needsSecond && view.state === 'locked' ? (
          <Callout tone="honey">
            {t('needsSecond')} {view.waitsForSecond ? <b>{t('waitsForSecond')}</b> : null}
          </Callout>
        ) : null}
        <Steps view={view} />
      </section>
      <section className="panel">
        <ul className="po-list">
          {view.payouts.map((payout) => (
            <Payout key={payout.id} payout={payout} view={view} />
          ))}
        </ul>
      </section>
    </main>
  )
}

function Steps({ view }: { view: RunView }) {
  const t = useT(messages)
  const key = (step: string) => ({ idempotencyKey: `${view.idempotencyKey}:${step}` })
  const busy = { approve: usePending('approve'), send: usePending('send'), cancel: usePending('cancel') }
  const stopped = view.payouts.filter(({ stop }) => stop !== null).length
  const hints = [
    view.may.includes('send') && stopped === 0 ? t('sendHint') : null,
    view.may.includes('cancel') ? t('cancelHint') : null,
  ].filter((hint) => hint !== null)
  if (view.may.length === 0) return null
  return (
    <div className="stack gap2">
      {stopped > 0 ? <Callout tone="bad">{t('stoppedCount', { count: stopped })}</Callout> : null}
      <div className="row gap2 wrapx">
        {view.may.map((step) => (
          <PostForm key={step} intent={step} hidden={key(step)}>
            <Button type="submit" variant={step === 'cancel' ? 'line' : 'main'} busy={busy[step]} disabled={step === 'send' && stopped > 0}>
              {t(step)}
            </Button>
          </PostForm>
        ))}
      </div>
      {hints.length > 0 ? <p className="t12 c2">{hints.join(' · ')}</p> : null}
    </div>
  )
}

function Payout({ payout, view }: { payout: RunView['payouts'][number]; view: RunView }) {
  const t = useT(messages)
  const format = useFormat()
  const { id, name, state, amount, tax, masked, failure, stop } = payout
  const hidden = (step: string) => ({ payoutId: id, idempotencyKey: `${view.idempotencyKey}:${step}:${id}` })
  const open = view.mayEnd && (state === 'sent' || state === 'confirmed')
  return (
    <li>
      <span className="stack">
        <b className="clamp1">{name}</b>
        <span className="t12 c2">
          {[masked, tax.amount > 0 ? t('taxOf', { amount: format.money(tax) }) : null, failure].filter(Boolean).join(' · ')}
        </span>
        {stop ? <p className="t13 neg">{t(`stop_${stop}`)}</p> : null}
      </span>
      <span className="stack po-end">
        <b className="num">{format.money(amount)}</b>
        <StateTag state={state} />
      </span>
      {payout.mayTakeOut ? <TakeOut stop={stop} hidden={hidden('takeOut')} /> : null}
      {open ? (
        <div className="po-acts">
          {state === 'sent' ? (
            <PostForm intent="confirm" hidden={hidden('confirm')} stay>
              <Button type="submit" variant="line" size="sm">
                {t('confirm')}
              </Button>
            </PostForm>
          ) : null}
          <details>
            <summary className="link">{t('fail')}</summary>
            <PostForm intent="fail" hidden={hidden('fail')} className="row gap2 wrapx" stay>
              <Input name="reason" label={t('failReason')} labelHidden placeholder={t('failReason')} maxLength={300} />
              <Button type="submit" variant="line">
                {t('fail')}
              </Button>
            </PostForm>
          </details>
        </div>
      ) : null}
    </li>
  )
}

/** In front of the reader where something stops it: that is what he came for. */
function TakeOut({ stop, hidden }: { stop: RunView['payouts'][number]['stop']; hidden: Record<string, string> }) {
  const t = useT(messages)
  const form = (
    <PostForm intent="takeOut" hidden={hidden} className="row gap2 wrapx" stay>
      <Button type="submit" variant={stop ? 'main' : 'line'} size="sm">
        {t('takeOut')}
      </Button>
      <span className="t12 c2">{t('takeOutHint')}</span>
    </PostForm>
  )
  if (stop) return <div className="po-acts">{form}</div>
  return (
    <details className="po-acts">
      <summary className="link t13">{t('takeOut')}</summary>
      {form}
    </details>
  )
}
