import { Link } from 'react-router'
import { useFormat, useT, useTo } from '../i18n/index.ts'
import { studio } from '../i18n/messages/studio.ts'
import { Icon, LinkButton } from '../primitives/index.ts'
import { FlowSteps } from './FlowSteps.tsx'
import { Funnel, type FunnelView } from './Funnel.tsx'
import { PieceTable } from './PieceTable.tsx'
import { type StudioPiece, todoOf } from './view.ts'

export interface StudioDashboardProps {
  creatorName: string
  /** ISO; the days that the funnel covers. */
  period: { from: string; to: string }
  funnel: FunnelView
  /** All of the creator's pieces that the dashboard shows, latest first. */
  pieces: StudioPiece[]
  totalPieces: number
}

/** What came of my work: one thing to do, the funnel, then each piece. */
export function StudioDashboard({ creatorName, period, funnel, pieces, totalPieces }: StudioDashboardProps) {
  const t = useT(studio)
  const to = useTo()
  const format = useFormat()
  return (
    <div className="page st-page">
      <header className="row between wrapx st-head">
        <div>
          <h1 className="display t24">{t('hello', { name: creatorName })}</h1>
          <p className="t13 c2">{t('period', { from: format.date(period.from), to: format.date(period.to) })}</p>
        </div>
        <div className="row wrapx">
          <LinkButton to={to('/studio/new/video')} variant="line" icon="video">
            {t('writeVideo')}
          </LinkButton>
          <LinkButton to={to('/studio/new/post')} variant="main" icon="plus">
            {t('writePost')}
          </LinkButton>
        </div>
      </header>
      <TodoLine pieces={pieces} />
      <Funnel {...funnel} />
      {pieces.length === 0 ? (
        <FlowSteps />
      ) : (
        <section className="panel" aria-labelledby="per-piece">
          <header className="row between wrapx">
            <h2 className="h2" id="per-piece">
              {t('perPiece')}
            </h2>
            <Link className="t13 c2" to={to('/studio/pieces')}>
              {t('all', { count: totalPieces })}
            </Link>
          </header>
          <PieceTable pieces={pieces} />
        </section>
      )}
    </div>
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
