import { Link } from 'react-router'
import { useFormat, useT, useTo } from '../i18n/index.ts'
import { publishTime } from '../i18n/messages/publish-time.ts'
import { studio } from '../i18n/messages/studio.ts'
import { Icon, Picture } from '../primitives/index.ts'
import { workIcons } from '../primitives/work-icons.ts'
import { AnswerCallout, answerCounts, PieceStateTag } from './PieceStateTag.tsx'
import type { StudioPiece } from './view.ts'

/** Pieces with what they brought: a table from 768 px, cards below. The editor's words stand under the piece they are about. */
export function PieceTable({ pieces, answers = true }: { pieces: StudioPiece[]; answers?: boolean }) {
  const t = useT(studio)
  const most = Math.max(1, ...pieces.map(({ stats }) => stats?.clicks ?? 0))
  return (
    <table className="tbl st-table">
      <thead>
        <tr>
          <th scope="col">{t('piece')}</th>
          <th scope="col">{t('state')}</th>
          <th scope="col" className="r">
            {t('views')}
          </th>
          <th scope="col" className="r">
            {t('clicks')}
          </th>
          <th scope="col" className="r">
            {t('orders')}
          </th>
          <th scope="col" className="r">
            {t('commission')}
          </th>
        </tr>
      </thead>
      <tbody>
        {pieces.map((piece) => [
          <PieceRow key={piece.id} piece={piece} most={most} answered={answers && answerCounts(piece)} />,
          answers && answerCounts(piece) ? (
            <tr key={`${piece.id} answer`} className="st-answer">
              <td colSpan={6}>
                <AnswerCallout piece={piece} />
              </td>
            </tr>
          ) : null,
        ])}
      </tbody>
    </table>
  )
}

function PieceRow({ piece, most, answered }: { piece: StudioPiece; most: number; answered: boolean }) {
  const t = useT(studio)
  const format = useFormat()
  const { stats } = piece
  return (
    <tr className={answered ? 'has-answer' : undefined}>
      <td>
        <PieceName piece={piece} />
      </td>
      <td className="st-state">
        <PieceStateTag piece={piece} />
      </td>
      {stats === null ? (
        <td colSpan={4} className="c3 t12 r st-none">
          {t('noStats')}
        </td>
      ) : (
        <>
          <td className="r" data-l={t('views')}>
            {format.number(stats.views)}
          </td>
          <td className="r" data-l={t('clicks')}>
            <span className="st-bar">
              <i style={{ width: Math.round((stats.clicks / most) * 56) }} aria-hidden="true" />
              {format.number(stats.clicks)}
            </span>
          </td>
          <td className="r" data-l={t('orders')}>
            {format.number(stats.orders)}
          </td>
          <td className="r b" data-l={t('commission')}>
            {format.money(stats.commission)}
          </td>
        </>
      )}
    </tr>
  )
}

function PieceName({ piece }: { piece: StudioPiece }) {
  const t = useT(studio)
  const to = useTo()
  const format = useFormat()
  const tp = useT(publishTime)
  const when =
    piece.state === 'scheduled' && piece.publishAt !== null
      ? tp('waits', { time: format.dateTime(piece.publishAt) })
      : piece.publishedAt === null
        ? t('updated', { date: format.date(piece.updatedAt) })
        : t('published', { date: format.date(piece.publishedAt) })
  return (
    <div className="row st-piece">
      {piece.picture === null ? (
        <span className="pic st-thumb st-blank">
          <Icon name={piece.kind === 'post' ? workIcons.image : workIcons.video} size={16} />
        </span>
      ) : (
        <Picture media={piece.picture} sizes="44px" ratio="1/1" decorative className="st-thumb" />
      )}
      <span className="grow">
        <Link className="b clamp1 st-title" to={to(piece.editPath)}>
          {piece.title || t('untitled')}
        </Link>
        <span className="t12 c3 num row gap1 wrapx">
          <span>{t(piece.kind === 'post' ? 'post' : 'videoNote')}</span>
          <span aria-hidden="true">·</span>
          <span>{when}</span>
          {piece.publicPath === null ? null : (
            <Link className="link st-open" to={to(piece.publicPath)}>
              {t('open')}
            </Link>
          )}
        </span>
      </span>
    </div>
  )
}
