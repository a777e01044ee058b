import { Link } from 'react-router'
import { PostForm } from '../commerce/PostForm.tsx'
import { useFormat, useT } from '../i18n/index.ts'
import { choices } from '../i18n/messages/choices.ts'
import { Button, Icon } from '../primitives/index.ts'
import { Empty } from '../primitives/Notice.tsx'

export interface NotificationItem {
  id: string
  text: string
  href: string
  /** ISO time. */
  at: string
  read: boolean
}

/** Order numbers in one piece: a line would else break at their hyphen. */
const unbroken = (text: string) =>
  text.split(/(ZC\d{6}-\w{8})/).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <span key={part} className="nt-number">
        {part}
      </span>
    ),
  )

/** What happened to one's pieces, orders and earnings, newest first. */
export function Notifications({ items, unread }: { items: NotificationItem[]; unread: number }) {
  const t = useT(choices)
  const format = useFormat()
  if (items.length === 0) {
    return (
      <Empty title={t('notificationsEmpty')} icon="bell" level={1}>
        {t('notificationsEmptyText')}
      </Empty>
    )
  }
  return (
    <div className="acct">
      <header className="row between wrapx">
        <h1 className="display t24">{t('notifications')}</h1>
        {unread > 0 ? (
          <PostForm intent="read">
            <Button type="submit" variant="line" size="sm">
              {t('markRead')}
            </Button>
          </PostForm>
        ) : null}
      </header>
      <nav className="alinks" aria-label={t('notifications')}>
        <ul className="panel">
          {items.map(({ id, text, href, at, read }) => (
            <li key={id}>
              <Link to={href}>
                {read ? null : <i className="nt-new" aria-hidden="true" />}
                <span className="grow">
                  <span className={read ? '' : 'b'}>{unbroken(text)}</span>
                  <span className="t12 c2 blk">
                    {read ? null : `${t('unread')} · `}
                    <time dateTime={at}>{format.relative(at)}</time>
                  </span>
                </span>
                <Icon name="chevron" size={16} />
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}
