import { Link } from 'react-router'
import { useLocale, useT, useTo } from '../i18n/index.ts'
import { studio } from '../i18n/messages/studio.ts'
import { studioDays } from '../i18n/messages/studio-days.ts'
import { ChipLink, Icon } from '../primitives/index.ts'
import { DailyPanel } from './DailyPanel.tsx'
import { type DailyView, type Span, spans } from './days-view.ts'
import { FailedPanel } from './FailedPanel.tsx'
import { FlowSteps } from './FlowSteps.tsx'
import { Funnel } from './Funnel.tsx'
import { PieceTable } from './PieceTable.tsx'
import { studioHref } from './studio-href.ts'
import { dayPart } from './time-of-day.ts'
import { useDayText } from './use-day-text.ts'
import { type StudioPiece, todoOf } from './view.ts'
import { WhenPayable, type WhenPayableView } from './WhenPayable.tsx'

/** A part that could not be read is null: it says so in its own place, and the others stay. */
export interface StudioDashboardProps {
  creatorName: string
  /** What was chosen to look at; known also when the figures are not. */
  span: Span
  daily: DailyView | null
  when: WhenPayableView | null
  /** Those of the creator's pieces that the dashboard shows, latest first. */
  pieces: StudioPiece[] | null
  totalPieces: number
}

/** What came of my work: one thing to do, the funnel, the days, when it can be had, then each piece. */
export function StudioDashboard({ creatorName, span, daily, when, pieces, totalPieces }: StudioDashboardProps) {
  return (
    <div className="page st-page">
      <Head creatorName={creatorName} span={span} daily={daily} />
      {pieces === null ? null : <TodoLine pieces={pieces} />}
      {daily === null ? null : <Funnel total={daily.total} before={daily.before} currency={daily.currency} days={daily.days.length} />}
      {pieces?.length === 0 ? <FlowSteps /> : null}
      <div className="st-grid">
        {daily === null ? <FailedPanel /> : <DailyPanel view={daily} />}
        {when === null ? <FailedPanel /> : <WhenPayable view={when} />}
      </div>
      {pieces === null ? <FailedPanel /> : pieces.length === 0 ? null : <PerPiece pieces={pieces} total={totalPieces} />}
    </div>
  )
}

function Head({ creatorName, span, daily }: Pick<StudioDashboardProps, 'creatorName' | 'span' | 'daily'>) {
  const t = useT(studioDays)
  const days = useDayText()
  const { now, timeZone } = useLocale()
  const from = daily?.days[0]?.day
  return (
    <header className="row between wrapx st-head">
      <div>
        <h1 className="display t24">{t(dayPart(now, timeZone), { name: creatorName })}</h1>
        {from === undefined ? null : <p className="t13 c2">{t('period', { from: days.long(from), count: span })}</p>}
      </div>
      <nav className="row gap1" aria-label={t('span')}>
        {spans.map((one) => (
          <ChipLink
            key={one}
            to={studioHref({ span: one, metric: daily?.metric ?? 'commission', piece: daily?.piece ?? null })}
            current={one === span}
            preventScrollReset
          >
            {t(`span_${one}`)}
          </ChipLink>
        ))}
      </nav>
    </header>
  )
}

function PerPiece({ pieces, total }: { pieces: StudioPiece[]; total: number }) {
  const t = useT(studio)
  const td = useT(studioDays)
  const to = useTo()
  return (
    <section className="panel" aria-labelledby="per-piece">
      <header className="row between wrapx">
        <h2 className="h2" id="per-piece">
          {t('perPiece')} <span className="t13 c2 st-since">{td('pieceTotals')}</span>
        </h2>
        <Link className="t13 c2" to={to('/studio/pieces')}>
          {t('all', { count: total })}
        </Link>
      </header>
      <PieceTable pieces={pieces} />
    </section>
  )
}

const todoTexts = {
  changes: 'todoChanges',
  changesLive: 'todoChangesLive',
  rejected: 'todoRejected',
  removed: 'todoRemoved',
  draft: 'todoDraft',
} as const

function TodoLine({ pieces }: { pieces: StudioPiece[] }) {
  const t = useT(studio)
  const to = useTo()
  const todo = todoOf(pieces)
  if (todo === null) return null
  const first = todo.kind === 'first'
  const words = first || todo.kind === 'draft' ? null : (todo.piece.answer?.words ?? null)
  return (
    <Link
      className={`callout st-todo ${first || todo.kind === 'draft' ? 'co-g' : 'co-h'}`}
      to={to(first ? '/studio/new/post' : todo.piece.editPath)}
    >
      <Icon name={first || todo.kind === 'draft' ? 'edit' : 'alert'} size={16} />
      <span className="grow">
        <b>{first ? t('todoFirst') : t(todoTexts[todo.kind], { title: todo.piece.title || t('untitled') })}</b>
        {first ? <span className="st-line">{t('todoFirstWhy')}</span> : null}
        {words === null ? null : <span className="st-line">{t('editorSays', { words })}</span>}
        {todo.kind === 'changesLive' ? <span className="st-line">{t('stillPublic')}</span> : null}
      </span>
      <Icon name="chevron" size={16} />
    </Link>
  )
}
