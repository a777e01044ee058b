import { Link } from 'react-router'
import { PageHead } from '../commerce/PageHead.tsx'
import { PostForm, usePending } from '../commerce/PostForm.tsx'
import { useFormat, useT, useTo } from '../i18n/index.ts'
import { finance as messages } from '../i18n/messages/finance.ts'
import { Button, Empty, Tag } from '../primitives/index.ts'
import { BonusForm } from './BonusForm.tsx'
import { OutcomeCallout } from './OutcomeCallout.tsx'
import type { BonusRowView, Outcome, Typed } from './view.ts'

interface DeskBonusesProps {
  bonuses: readonly BonusRowView[]
  currency: string
  outcome: Outcome | null
  typed: Typed
  idempotencyKey: string
}

/** ATT-36: bonuses that wait for a second person, the form for a new one, and what was decided. Posts `propose` and `decide`. Works before its script. */
export function DeskBonuses({ bonuses, outcome, typed, idempotencyKey, currency }: DeskBonusesProps) {
  const t = useT(messages)
  const to = useTo()
  const open = bonuses.filter(({ state }) => state === 'proposed')
  const decided = bonuses.filter(({ state }) => state !== 'proposed')
  return (
    <main id="main" className="po">
      <PageHead title={t('bonuses')} back={to('/desk/payouts')} />
      <p className="t13 c2 loose">{t('bonusesText')}</p>
      <OutcomeCallout outcome={outcome} />
      <section className="panel" aria-labelledby="fi-open">
        <h2 className="h2" id="fi-open">
          {t('toDecide')}
        </h2>
        {open.length === 0 ? <p className="t13 c2">{t('toDecideEmpty')}</p> : null}
        <ul className="po-list fi-list">
          {open.map((bonus) => (
            <Bonus key={bonus.id} bonus={bonus} idempotencyKey={idempotencyKey} />
          ))}
        </ul>
      </section>
      <BonusForm key={idempotencyKey} typed={typed} currency={currency} idempotencyKey={idempotencyKey} />
      <section className="panel" aria-labelledby="fi-decided">
        <h2 className="h2" id="fi-decided">
          {t('decided')}
        </h2>
        {decided.length === 0 ? (
          <Empty title={t('decidedEmpty')} icon="sprout" level={3}>
            {t('decidedEmptyText')}
          </Empty>
        ) : null}
        <ul className="po-list fi-list">
          {decided.map((bonus) => (
            <Bonus key={bonus.id} bonus={bonus} idempotencyKey={idempotencyKey} />
          ))}
        </ul>
      </section>
    </main>
  )
}

const tones = { proposed: 'honey', granted: 'good', refused: 'neutral' } as const

function Bonus({ bonus, idempotencyKey }: { bonus: BonusRowView; idempotencyKey: string }) {
  const t = useT(messages)
  const to = useTo()
  const format = useFormat()
  const { creator, kind, state, amount, cap, perView, piecePath, proof, proposedBy, at, decidedBy, decidedAt } = bonus
  const sum = perView ? t('perViewSum', { views: format.number(perView.views), amount: format.money(perView.perThousand) }) : t('kind_flat')
  return (
    <li>
      <span className="stack">
        <Link className="b link clamp1" to={to(`/creator/${creator.handle}`)}>
          {creator.name}
        </Link>
        <span className="t12 c2">
          {sum} · {t('capOf', { amount: format.money(cap) })}
          {piecePath ? (
            <>
              {' · '}
              <Link className="link" to={to(piecePath)}>
                {t(kind === 'per_view' ? 'pieceOfViews' : 'piece')}
              </Link>
            </>
          ) : null}
        </span>
        <span className="t13 loose fi-proof">{proof}</span>
        <span className="t12 c3">
          {t('proposedBy', { name: proposedBy, time: format.dateTime(at) })}
          {decidedBy && decidedAt ? ` · ${t(`${state}By` as 'grantedBy', { name: decidedBy, time: format.dateTime(decidedAt) })}` : ''}
        </span>
      </span>
      <span className="stack po-end">
        <b className="num">{format.money(amount)}</b>
        <Tag tone={tones[state]}>{t(`bonus_${state}`)}</Tag>
      </span>
      {state === 'proposed' ? <Decide bonus={bonus} idempotencyKey={idempotencyKey} /> : null}
    </li>
  )
}

function Decide({ bonus: { id, creator, mayNot }, idempotencyKey }: { bonus: BonusRowView; idempotencyKey: string }) {
  const t = useT(messages)
  const busy = usePending('decide', { name: 'bonusId', value: id })
  if (mayNot) return <p className="t13 c3 po-acts">{t(`mayNot_${mayNot}`)}</p>
  return (
    <PostForm
      intent="decide"
      hidden={{ bonusId: id, idempotencyKey: `${idempotencyKey}:${id}` }}
      className="po-acts"
      stay
      label={t('decideOf', { name: creator.name })}
    >
      <Button type="submit" name="grant" value="1" size="sm" variant="main" busy={busy}>
        {t('grant')}
      </Button>
      <Button type="submit" name="grant" value="0" size="sm" variant="line" busy={busy}>
        {t('refuse')}
      </Button>
    </PostForm>
  )
}
