import { Link } from 'react-router'
import { useFormat, useT, useTo } from '../i18n/index.ts'
import { desk } from '../i18n/messages/desk.ts'
import { studioPages } from '../i18n/messages/studio-pages.ts'
import { Empty, Icon, LinkButton, Picture, Tag } from '../primitives/index.ts'
import { workIcons } from '../primitives/work-icons.ts'
import type { DecidedEntry } from './view.ts'

const outcomes = { approved: 'ev_approved', changes_requested: 'ev_changes_requested', rejected: 'ev_rejected' } as const
const tones = { approved: 'good', changes_requested: 'honey', rejected: 'bad' } as const

/** What was decided last. Each entry leads to its item, from where a public piece can be taken down and one that was taken down restored. */
export function DecidedList({ entries }: { entries: DecidedEntry[] }) {
  const t = useT(studioPages)
  const to = useTo()
  return (
    <div className="page st-page">
      <header className="row between wrapx st-head">
        <div>
          <h1 className="display t24">{t('decidedTitle')}</h1>
          <p className="t13 c2">{t('decidedText')}</p>
        </div>
        <LinkButton to={to('/desk')} variant="line" icon="back">
          {t('toQueue')}
        </LinkButton>
      </header>
      {entries.length === 0 ? (
        <Empty title={t('decidedEmpty')} icon="scales">
          {t('decidedEmptyText')}
        </Empty>
      ) : (
        <ol className="panel dk-decided">
          {entries.map((entry) => (
            <li key={entry.id}>
              <Entry entry={entry} />
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

function Entry({ entry }: { entry: DecidedEntry }) {
  const t = useT(studioPages)
  const td = useT(desk)
  const to = useTo()
  const format = useFormat()
  return (
    <Link className="dk-entry" to={to(`/desk/${entry.id}`)}>
      {entry.picture === null ? (
        <span className="pic dk-thumb dk-blank">
          <Icon name={entry.kind === 'post' ? workIcons.image : workIcons.video} size={16} />
        </span>
      ) : (
        <Picture media={entry.picture} sizes="48px" ratio="1/1" decorative className="dk-thumb" />
      )}
      <span className="grow">
        <b className="t13 clamp1">{entry.title || td('noTitle')}</b>
        <span className="t12 c2 clamp1">
          {entry.author.name} · {t('decidedBy', { name: entry.decidedBy ?? td('system'), when: format.dateTime(entry.decidedAt) })}
        </span>
      </span>
      <span className="row gap1 wrapx dk-outcome">
        <Tag tone={tones[entry.outcome]}>{td(outcomes[entry.outcome])}</Tag>
        {entry.isRemoved ? <Tag tone="bad">{td('ev_taken_down')}</Tag> : <Tag>{entry.isPublic ? t('isPublic') : td('neverPublic')}</Tag>}
      </span>
    </Link>
  )
}
