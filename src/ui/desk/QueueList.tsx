import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { useT, useTo } from '../i18n/index.ts'
import { desk } from '../i18n/messages/desk.ts'
import { cx, Icon, Picture, Tag } from '../primitives/index.ts'
import { workIcons } from '../primitives/work-icons.ts'
import { lengthOfTime } from './time-left.ts'
import { type QueueEntry, urgencyOf } from './view.ts'

interface QueueListProps {
  /** In the order of `queueOrder`. */
  queue: QueueEntry[]
  currentId: string | null
  /** ISO. */
  now: string
}

/** What waits for an editor, overdue first. Each entry is a link to `/desk/:id`. */
export function QueueList({ queue, currentId, now }: QueueListProps) {
  const t = useT(desk)
  return (
    <nav className="dk-queue" aria-label={t('queue')}>
      <div className="dk-queue-head">
        <b>{t('queue')}</b>
        <span className="t12 c2">{t('queueOrder')}</span>
      </div>
      <ol>
        {queue.map((entry) => (
          <li key={entry.id}>
            <Entry entry={entry} current={entry.id === currentId} now={now} />
          </li>
        ))}
      </ol>
    </nav>
  )
}

const tones = { overdue: 'is-over', soon: 'is-soon', calm: 'c3' } as const

function Entry({ entry, current, now }: { entry: QueueEntry; current: boolean; now: string }) {
  const t = useT(desk)
  const to = useTo()
  const ref = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (current) ref.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [current])
  const urgency = urgencyOf(entry.dueAt, now)
  const left = Date.parse(entry.dueAt) - Date.parse(now)
  return (
    <Link ref={ref} to={to(`/desk/${entry.id}`)} className="dk-entry" aria-current={current ? 'true' : undefined} preventScrollReset>
      {entry.picture === null ? (
        <span className="pic dk-thumb dk-blank">
          <Icon name={entry.kind === 'post' ? workIcons.image : workIcons.video} size={16} />
        </span>
      ) : (
        <Picture media={entry.picture} sizes="48px" ratio="1/1" decorative className="dk-thumb" />
      )}
      <span className="grow">
        <b className="t13 clamp1">{entry.title || t('noTitle')}</b>
        <span className="t12 c2 clamp1">
          {[
            entry.author.name,
            t(entry.kind === 'post' ? 'post' : 'videoNote'),
            t(entry.isEdit ? 'isEdit' : 'isNew'),
            entry.productCount === 0 ? t('noProducts') : t('products', { count: entry.productCount }),
          ].join(' · ')}
        </span>
        <span className="t12 row between num dk-times">
          <span className={cx(tones[urgency])}>
            {urgency === 'overdue' ? t('overBy', { time: lengthOfTime(-left, t) }) : t('left', { time: lengthOfTime(left, t) })}
          </span>
          <span className="c3">{t('waited', { time: lengthOfTime(Date.parse(now) - Date.parse(entry.submittedAt), t) })}</span>
        </span>
        {entry.firstPiece || entry.claimedBy !== null ? (
          <span className="row wrapx gap1 dk-tags">
            {entry.firstPiece ? <Tag tone="info">{t('firstPiece')}</Tag> : null}
            {entry.claimedBy === null ? null : <Tag icon="lock">{t('claimedBy', { name: entry.claimedBy })}</Tag>}
          </span>
        ) : null}
      </span>
    </Link>
  )
}
