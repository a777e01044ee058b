import { Link } from 'react-router'
import { PageHead } from '../commerce/PageHead.tsx'
import { PostForm, usePending } from '../commerce/PostForm.tsx'
import { useFormat, useLocale, useT, useTo } from '../i18n/index.ts'
import { corrections } from '../i18n/messages/corrections.ts'
import { risk as messages } from '../i18n/messages/risk.ts'
import { Button, Callout, Empty, Input, TextArea } from '../primitives/index.ts'
import { findingWords } from './risk-text.ts'
import type { ClaimRowView } from './view.ts'

export type ClaimProblem = 'number' | 'day' | 'conflict' | 'failed'

interface MyClaimsProps {
  claims: readonly ClaimRowView[]
  banned: boolean
  today: string
  done: 'filed' | 'appealed' | null
  problem: ClaimProblem | null
  values: Readonly<Record<string, string>>
  idempotencyKey: string
}

/** ATT-40: a creator misses an order. Posts `intent` = `file` (`number`, `product`, `day`, `words`), `ask` (`claimId`) or `appeal` (`words`). */
export function MyClaims({ claims, banned, done, ...form }: MyClaimsProps) {
  const t = useT(messages)
  const to = useTo()
  return (
    <main id="main" className="rk">
      <PageHead title={t('myClaims')} back={to('/studio/earnings')} />
      {done ? (
        <Callout tone="good" live>
          {t(done)}
        </Callout>
      ) : null}
      {banned ? (
        <Appeal
          idempotencyKey={form.idempotencyKey}
          waits={claims.some(({ finding, state }) => finding === 'appeal' && state === 'open')}
        />
      ) : null}
      <FileClaim {...form} />
      {claims.length === 0 ? (
        <Empty title={t('myClaimsEmpty')} icon="search" />
      ) : (
        <ul className="rk-list panel">
          {claims.map((claim) => (
            <Mine key={claim.id} claim={claim} />
          ))}
        </ul>
      )}
    </main>
  )
}

function FileClaim({ problem, values, today, idempotencyKey }: Pick<MyClaimsProps, 'problem' | 'values' | 'today' | 'idempotencyKey'>) {
  const t = useT(messages)
  const busy = usePending('file')
  return (
    <section className="panel stack gap3">
      <p className="t13 c2 loose">{t('myClaimsText')}</p>
      {problem === 'failed' || problem === 'conflict' ? (
        <Callout tone="bad" live>
          {t(`err_${problem}`)}
        </Callout>
      ) : null}
      <PostForm intent="file" hidden={{ idempotencyKey }} className="rk-form">
        <Input
          name="number"
          label={t('number')}
          hint={t('numberHint')}
          error={problem === 'number' ? t('err_number') : undefined}
          defaultValue={values.number}
          maxLength={40}
          autoComplete="off"
        />
        <Input
          name="day"
          type="date"
          max={today}
          label={t('day')}
          optional
          error={problem === 'day' ? t('err_day') : undefined}
          defaultValue={values.day}
        />
        <Input name="product" label={t('product')} optional defaultValue={values.product} maxLength={80} />
        <Input name="words" label={t('words')} optional defaultValue={values.words} maxLength={150} />
        <Button type="submit" variant="main" busy={busy}>
          {t('file')}
        </Button>
      </PostForm>
    </section>
  )
}

function Appeal({ waits, idempotencyKey }: { waits: boolean; idempotencyKey: string }) {
  const t = useT(messages)
  const busy = usePending('appeal')
  return (
    <section className="panel stack gap3" aria-labelledby="rk-appeal">
      <h2 className="h2" id="rk-appeal">
        {t('appeal')}
      </h2>
      <p className="t13 c2 loose">{t('appealText')}</p>
      {waits ? null : (
        <PostForm intent="appeal" hidden={{ idempotencyKey }} className="rk-form">
          <TextArea name="words" label={t('appealWords')} rows={3} maxLength={300} />
          <Button type="submit" variant="main" busy={busy}>
            {t('appeal')}
          </Button>
        </PostForm>
      )}
    </section>
  )
}

function Mine({ claim }: { claim: ClaimRowView }) {
  const t = useT(messages)
  const say = useT(corrections)
  const to = useTo()
  const format = useFormat()
  const { locale } = useLocale()
  const { id, state, hint, at, dueAt, answer, orderId } = claim
  const busy = usePending('ask', { name: 'claimId', value: id })
  const [finding, why] = findingWords(claim, locale)
  return (
    <li>
      <p className="t12 c2">
        {hint} · <time dateTime={at}>{format.dateTime(at)}</time>
      </p>
      {finding ? <b>{finding}</b> : null}
      {why ? <p className="t13 c2">{why}</p> : null}
      {answer ? <p className="loose">{answer}</p> : null}
      {claim.credited ? <b className="num">{say('credited', { amount: format.money(claim.credited) })}</b> : null}
      {state === 'open' && dueAt ? <p className="t13 c2">{t('asked', { time: format.dateTime(dueAt) })}</p> : null}
      <div className="row wrapx gap2">
        {orderId ? (
          <Link className="btn btn-line btn-sm" to={`${to(`/orders/${orderId}/why`)}?as=creator`}>
            {t('seeWhy')}
          </Link>
        ) : null}
        {state === 'answered' ? (
          <PostForm intent="ask" hidden={{ claimId: id }} stay label={hint}>
            <Button type="submit" size="sm" busy={busy}>
              {t('ask')}
            </Button>
          </PostForm>
        ) : null}
      </div>
    </li>
  )
}
