import { PageHead } from '../commerce/PageHead.tsx'
import { PostForm, usePending } from '../commerce/PostForm.tsx'
import { useFormat, useT } from '../i18n/index.ts'
import { programmes as messages } from '../i18n/messages/programmes.ts'
import { Button, Callout, Input, Select, Tag } from '../primitives/index.ts'
import { MarginPreview } from './MarginPreview.tsx'
import { TermsForm } from './TermsForm.tsx'
import type { MemberRowView, ProgrammeView, RateRowView, Told } from './view.ts'

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
          <Rates rates={view.rates} told={told} />
          {view.preview ? <MarginPreview preview={view.preview} /> : null}
          <Members members={view.members} told={told} />
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

function Rates({ rates, told }: { rates: RateRowView[]; told: Told }) {
  const t = useT(messages)
  const format = useFormat()
  const busy = usePending('rate')
  const bps = (value: number | null) => (value === null ? t('noRate') : format.rate(value))
  return (
    <section className="panel stack gap3" aria-labelledby="pg-rates">
      <header>
        <h2 className="h2" id="pg-rates">
          {t('rates')}
        </h2>
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
          error={told.errors.target && t('oops_not_found')}
        />
        <Input
          name="percent"
          label={t('rate')}
          hint={t('rateHint')}
          inputMode="decimal"
          autoComplete="off"
          maxLength={8}
          className="num"
          error={told.errors.bps && t('err_field', { message: told.errors.bps })}
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
        {rates.map(({ id, source, name, fromBps, toBps, announcedAt, effectiveAt, stands, isCut }) => (
          <li key={id}>
            <span className="stack">
              <b className="clamp1">{name ?? t(`source_${source}`)}</b>
              <span className="t12 c2">
                {[
                  name ? t(`source_${source}`) : null,
                  t('since', { date: format.date(announcedAt) }),
                  isCut ? t('inForce', { date: format.date(effectiveAt) }) : null,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <span className="stack po-end">
              <b className="num">{t('fromTo', { from: bps(fromBps), to: bps(toBps) })}</b>
              {stands ? <Tag tone="good">{t('stands')}</Tag> : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const tones = { invited: 'honey', active: 'good', left: 'neutral', removed: 'bad' } as const

function Members({ members, told }: { members: MemberRowView[]; told: Told }) {
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
          error={told.errors.handle && t('oops_not_found')}
        />
        <Button type="submit" variant="line" busy={busy}>
          {t('invite')}
        </Button>
      </PostForm>
      {members.length === 0 ? <p className="t13 c2">{t('membersEmpty')}</p> : null}
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
