import { PageHead } from '../commerce/PageHead.tsx'
import { PostForm, usePending } from '../commerce/PostForm.tsx'
import { useFormat, useT } from '../i18n/index.ts'
import { programmes as messages } from '../i18n/messages/programmes.ts'
import { Button, Callout, Empty, Tag } from '../primitives/index.ts'
import type { Oops, OwnProgrammeView } from './view.ts'

interface MyProgrammesProps {
  programmes: OwnProgrammeView[]
  backHref: string
  oops: Oops | null
  done: 'joined' | 'left' | null
}

/** The programmes that a creator is in, may join, or was invited to: her terms, and what was announced about them. */
export function MyProgrammes({ programmes, backHref, oops, done }: MyProgrammesProps) {
  const t = useT(messages)
  return (
    <main id="main" className="po">
      <PageHead title={t('mine')} back={backHref} />
      {oops ? (
        <Callout tone="bad" live>
          {t(`oops_${oops}`)}
        </Callout>
      ) : null}
      {done ? (
        <Callout tone="good" live>
          {t(done === 'joined' ? 'joined' : 'leftDone')}
        </Callout>
      ) : null}
      <p className="t13 c2 loose">{t('mineIntro')}</p>
      {programmes.length === 0 ? (
        <Empty title={t('mineEmpty')} icon="wallet" level={2}>
          {t('mineEmptyText')}
        </Empty>
      ) : null}
      {programmes.map((programme) => (
        <Programme key={programme.id} programme={programme} />
      ))}
    </main>
  )
}

const tones = { standard: 'good', none: 'neutral', invited: 'honey', active: 'good', left: 'neutral', removed: 'bad' } as const

function Programme({ programme }: { programme: OwnProgrammeView }) {
  const t = useT(messages)
  const format = useFormat()
  const { id, name, status, isClosed, rateBps, newcomerBps, indirectRateBps, windowDays, cartDays, bindDays, holdDays, tier } = programme
  const facts = [
    programme.deal === null ? null : t('byDeal', { name: programme.deal }),
    t('window', { count: windowDays }),
    cartDays > 0 ? t('cartRule', { count: cartDays }) : null,
    t('holdText', { count: holdDays }),
    bindDays > 0 ? t('bind', { count: bindDays }) : null,
    indirectRateBps === null ? null : t('indirect', { rate: format.rate(indirectRateBps) }),
    tier === null ? null : t('tierNow', { tier }),
  ].filter((fact) => fact !== null)
  return (
    <section className="panel stack gap3" aria-labelledby={`pg-${id}`}>
      <header className="row between wrapx">
        <h2 className="h2" id={`pg-${id}`}>
          {name}
        </h2>
        <Tag tone={isClosed ? 'neutral' : tones[status]}>{isClosed ? t('closed') : t(`status_${status}`)}</Tag>
      </header>
      <p>
        <span className="t12 c2">{t('yourRate')}</span> <b className="num t17">{format.rate(rateBps)}</b>
        {newcomerBps === null ? null : <span className="t12 c2"> · {t('newcomer', { rate: format.rate(newcomerBps) })}</span>}
      </p>
      <ul className="pg-facts t13 c2">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <Notes programme={programme} />
      <Steps programme={programme} />
    </section>
  )
}

function Notes({ programme: { cuts, ownRates } }: { programme: OwnProgrammeView }) {
  const t = useT(messages)
  const format = useFormat()
  return (
    <>
      {cuts.length > 0 ? (
        <Callout tone="honey">
          <b>{t('cutsTitle')}</b>
          <ul>
            {cuts.map(({ name, fromBps, toBps, on }) => (
              <li key={`${name} ${on}`}>
                {t('cutLine', { name: name ?? t('everything'), from: format.rate(fromBps), to: format.rate(toBps), date: format.date(on) })}
              </li>
            ))}
          </ul>
        </Callout>
      ) : null}
      {ownRates.length > 0 ? (
        <details>
          <summary className="link">{t('ownTitle')}</summary>
          <ul className="po-list">
            {ownRates.map(({ name, bps }) => (
              <li key={name}>
                <span className="clamp1">{name}</span>
                <b className="num">{format.rate(bps)}</b>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}

function Steps({ programme: { id, name, status, mayJoin, mayLeave } }: { programme: OwnProgrammeView }) {
  const t = useT(messages)
  const joining = usePending('join', { name: 'id', value: id })
  const leaving = usePending('leave', { name: 'id', value: id })
  if (!mayJoin && !mayLeave) return null
  return (
    <div className="pg-acts">
      {mayJoin ? (
        <PostForm intent="join" hidden={{ id }} label={`${t('join')} ${name}`} stay>
          <Button type="submit" variant="main" busy={joining}>
            {t(status === 'invited' ? 'accept' : 'join')}
          </Button>
        </PostForm>
      ) : null}
      {mayLeave ? (
        <PostForm intent="leave" hidden={{ id }} label={`${t('leave')} ${name}`} stay>
          <Button type="submit" variant="line" busy={leaving}>
            {t(status === 'invited' ? 'decline' : 'leave')}
          </Button>
        </PostForm>
      ) : null}
    </div>
  )
}
