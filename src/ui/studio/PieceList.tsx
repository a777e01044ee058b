import { useT, useTo } from '../i18n/index.ts'
import { studio } from '../i18n/messages/studio.ts'
import { Empty, LinkButton, Tabs } from '../primitives/index.ts'
import { workIcons } from '../primitives/work-icons.ts'
import { PieceTable } from './PieceTable.tsx'
import { inFilter, type PieceFilter, pieceFilters, type StudioPiece } from './view.ts'

export interface PieceListProps {
  /** All pieces of the creator, latest first. */
  pieces: StudioPiece[]
  filter: PieceFilter
}

const texts = {
  all: 'filterAll',
  draft: 'filterDraft',
  waiting: 'filterWaiting',
  fix: 'filterFix',
  public: 'filterPublic',
  gone: 'filterGone',
} as const

/** All of a creator's pieces by state. The tabs are links to `/studio/pieces?state=…`. */
export function PieceList({ pieces, filter }: PieceListProps) {
  const t = useT(studio)
  const to = useTo()
  const shown = pieces.filter((piece) => inFilter(piece, filter))
  const tabs = pieceFilters.map((one) => ({
    to: to(one === 'all' ? '/studio/pieces' : `/studio/pieces?state=${one}`),
    label: t(texts[one]),
    count: pieces.filter((piece) => inFilter(piece, one)).length,
    current: one === filter,
  }))
  const write = (
    <LinkButton to={to('/studio/new/post')} variant="main" icon="plus">
      {t('writePost')}
    </LinkButton>
  )
  return (
    <div className="page st-page">
      <header className="row between wrapx st-head">
        <h1 className="display t24">{t('pieces')}</h1>
        <div className="row wrapx">
          <LinkButton to={to('/studio/new/video')} variant="line" icon={workIcons.video}>
            {t('writeVideo')}
          </LinkButton>
          {pieces.length === 0 ? null : write}
        </div>
      </header>
      {pieces.length === 0 ? (
        <Empty title={t('listEmpty')} icon="edit" action={write}>
          {t('listEmptyText')}
        </Empty>
      ) : (
        <>
          <Tabs items={tabs} label={t('pieceStates')} />
          {shown.length === 0 ? (
            <Empty title={t('filterEmpty')} icon="filter">
              {t('filterEmptyText')}
            </Empty>
          ) : (
            <section className="panel" aria-label={t('pieces')}>
              <PieceTable pieces={shown} />
            </section>
          )}
        </>
      )}
    </div>
  )
}
