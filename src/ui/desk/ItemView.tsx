import { useFormat, useT } from '../i18n/index.ts'
import { desk } from '../i18n/messages/desk.ts'
import { publishTime } from '../i18n/messages/publish-time.ts'
import { Avatar, Icon, Tag } from '../primitives/index.ts'
import { DiffView } from './DiffView.tsx'
import { HistoryList } from './HistoryList.tsx'
import { PieceAsReaders } from './PieceAsReaders.tsx'
import type { ReviewItemView } from './view.ts'

interface ItemViewProps {
  item: ReviewItemView
  comparing: boolean
  onCompare: (comparing: boolean) => void
}

/** One item: who wrote it, what it is, the piece or what changed in it, and what happened before. */
export function ItemView({ item, comparing, onCompare }: ItemViewProps) {
  return (
    <main id="main" className="dk-item">
      <AuthorLine item={item} />
      <Facts item={item} comparing={comparing} onCompare={onCompare} />
      {comparing && item.published !== null ? <DiffView before={item.published} after={item.now} /> : <PieceAsReaders piece={item.now} />}
      <HistoryList history={item.history} />
    </main>
  )
}

function AuthorLine({ item }: { item: ReviewItemView }) {
  const t = useT(desk)
  const format = useFormat()
  const { author, claim } = item
  return (
    <div className="row between wrapx">
      <div className="row">
        <Avatar media={author.avatar ?? undefined} name={author.name} size={40} />
        <div>
          <p className="b row gap1">
            {author.name} {author.firstPiece ? <Tag tone="info">{t('firstPiece')}</Tag> : null}
          </p>
          <p className="t12 c2">
            @{author.handle} · {t('publishedCount', { count: author.publishedCount })}
          </p>
        </div>
      </div>
      {claim.by === 'me' ? (
        <span className="t12 c2 row gap1">
          <Icon name="lock" size={14} />
          {t('claimMine', { until: format.dateTime(claim.until) })}
        </span>
      ) : null}
    </div>
  )
}

function Facts({ item, comparing, onCompare }: ItemViewProps) {
  const t = useT(desk)
  const tp = useT(publishTime)
  const format = useFormat()
  return (
    <div className="row wrapx gap2 dk-facts">
      <Tag>{t(item.kind === 'post' ? 'post' : 'videoNote')}</Tag>
      <Tag>{t(item.published === null ? 'isNew' : 'isEdit')}</Tag>
      <Tag>{t(!item.isPublic ? 'neverPublic' : item.published === null ? 'isPublic' : 'stillPublic')}</Tag>
      {item.publishAt === null ? null : (
        <Tag tone="info" icon="clock">
          {tp('deskWaits', { time: format.dateTime(item.publishAt) })}
        </Tag>
      )}
      {item.published === null ? null : (
        <fieldset className="row gap1 dk-views" aria-label={t('versions')}>
          <button type="button" aria-pressed={!comparing} onClick={() => onCompare(false)}>
            {t('newVersion')}
          </button>
          <button type="button" aria-pressed={comparing} onClick={() => onCompare(true)}>
            {t('compare')} <kbd className="kbd">D</kbd>
          </button>
        </fieldset>
      )}
    </div>
  )
}
