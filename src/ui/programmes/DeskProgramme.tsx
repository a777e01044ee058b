import { PageHead } from '../commerce/PageHead.tsx'
import { PostForm, usePending } from '../commerce/PostForm.tsx'
import { useFormat, useT } from '../i18n/index.ts'
import { programmes as messages } from '../i18n/messages/programmes.ts'
import { Button, Callout, Input, Select, Tag } from '../primitives/index.ts'
import { MarginPreview } from './MarginPreview.tsx'
import { TermsForm } from './TermsForm.tsx'
import { useTermError } from './use-term-error.ts'
import type { ProgrammeView, RateRowView, Told } from './view.ts'

/** One programme: its terms, its rates with their log, what a rate leaves, and who is in it. Plain forms: they work before the script. */
export function DeskProgramme({ view, told }: { view: ProgrammeView; told: Told }) {
  const t = useT(messages)
  return (
    <main id="main" className="po">
      <PageHead title={view.id === null ? t('add') : view.name} back={view.backHref} />
      <ToldCallout told={told} />
      <TermsForm view={view} errors={told.errors} />
      {view.id === null ? null : (
        <>
          <Rates view={view} told={told} />
          {view.preview ? <MarginPreview preview={view.preview} /> : null}
          <Members view={view} told={told} />
        </>
      )}
    </main>
  )
}

function ToldCallout({ told: { oops, done } }: { told: Told }) {
  const t = useT(messages)
  const format = useFormat()
  if (oops)
    return (
      <Callout tone="bad" live>
        {t(`oops_${oops}`)}
      </Callout>
    )
  if (!done) return null
  const words =
    typeof done === 'string'
      ? t(done)
      : 'admitted' in done
        ? t('admitted', { count: done.admitted })
        : done.rate === 'same'
          ? t('rateSame')
          : done.rate === 'cut'
            ? t('rateCut', { count: done.told, date: format.date(done.on) })
            : t('rateSet', { count: done.told })
  return (
    <Callout tone="good" live>
      {words}
    </Callout>
  )
}

const sources = ['programme', 'product', 'collection', 'creator', 'invited', 'group', 'link', 'indirect'] as const

function Rates({ view: { rates, rateBps }, told }: { view: ProgrammeView; told: Told }) {
  const t = useT(messages)
  const format = useFormat()
  const busy = usePending('rate')
  const needs = useTermError()
  return (
    <section className="panel stack gap3" aria-labelledby="pg-rates">
      <header>
        <h2 className="h2" id="pg-rates">
          {t('rates')}
        </h2>
        {rateBps === null ? null : (
          <p>
            <span className="t12 c2">{t('ownRate')}</span> <b className="num t17">{format.rate(rateBps)}</b>
          </p>
        )}
        <p className="t13 c2 loose">{t('ratesHint')}</p>
      </header>
      <PostForm intent="rate" className="pg-grid" stay>
        <Select label={t('source')} name="source" defaultValue="programme">
          {sources.map((source) => (
            <option key={source} value={source}>
              {t(`source_${source}`)}
            </option>
          ))}
        </Select>
        <Input
          name="target"
          label={t('target')}
          hint={t('targetHint')}
          autoComplete="off"
          maxLength={120}
          optional
          error={told.errors.target ? t('oops_not_found') : undefined}
        />
        <Input
          name="percent"
          label={t('rate')}
          hint={t('rateHint')}
          inputMode="decimal"
          autoComplete="off"
          maxLength={8}
          className="num"
          error={needs(told.errors.bps)}
        />
        <div className="pg-acts">
          <Button type="submit" variant="main" busy={busy}>
            {t('setRate')}
          </Button>
          <Button type="submit" variant="line" name="end" value="1">
            {t('end')}
          </Button>
        </div>
      </PostForm>
      {rates.length === 0 ? <p className="t13 c2">{t('ratesEmpty')}</p> : null}
      <ul className="po-list">
        {rates.map((rate) => (
          <Rate key={rate.id} rate={rate} />
        ))}
      </ul>
    </section>
  )
}

/** One row of the log. What stands and has not reached who promotes already says so. */
function Rate({ rate: { source, name, fromBps, toBps, announcedAt, effectiveAt, stands, isCut, waits } }: { rate: RateRowView }) {
  const t = useT(messages)
  const format = useFormat()
  const bps = (value: number | null) => (value === null ? t('noRate') : format.rate(value))
  const facts = [
    name ? t(`source_${source}`) : null,
    t('since', { date: format.date(announcedAt) }),
    isCut ? t('inForce', { date: format.date(effectiveAt) }) : null,
  ]
  return (
    <li>
      <span className="stack">
        <b className="clamp2">{name ?? t(`source_${source}`)}</b>
        <span className="t12 c2">{facts.filter(Boolean).join(' · ')}</span>
      </span>
      <span className="stack po-end">
        <b className="num">{t('fromTo', { from: bps(fromBps), to: bps(toBps) })}</b>
        {stands ? <Tag tone={waits ? 'honey' : 'good'}>{t(waits ? 'standsForNew' : 'stands')}</Tag> : null}
      </span>
    </li>
  )
}

const tones = { invited: 'honey', active: 'good', left: 'neutral', removed: 'bad' } as const

function Members({ view: { members, isDefault }, told }: { view: ProgrammeView; told: Told }) {
  const t = useT(messages)
  const busy = usePending('invite')
  return (
    <section className="panel stack gap3" aria-labelledby="pg-members">
      <h2 className="h2" id="pg-members">
        {t('membersTitle')}
      </h2>
      <PostForm intent="invite" className="pg-line" stay>
        <Input
          name="handle"
          label={t('inviteHandle')}
          autoComplete="off"
          maxLength={60}
          error={told.errors.handle ? t('oops_not_found') : undefined}
        />
        <Button type="submit" variant="line" busy={busy}>
          {t('invite')}
        </Button>
      </PostForm>
      {members.length === 0 ? <p className="t13 c2">{t(isDefault ? 'membersStandard' : 'membersEmpty')}</p> : null}
      <ul className="po-list">
        {members.map(({ id, name, handle, status }) => (
          <li key={id}>
            <span className="stack">
              <b className="clamp1">{name}</b>
              <span className="t12 c2">@{handle}</span>
            </span>
            <span className="row gap2">
              <Tag tone={tones[status]}>{t(`status_${status}`)}</Tag>
              {status === 'removed' ? null : (
                <PostForm intent="remove" hidden={{ creatorId: id }} label={`${t('remove')} @${handle}`} stay>
                  <Button type="submit" variant="line" size="sm">
                    {t('remove')}
                  </Button>
                </PostForm>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
