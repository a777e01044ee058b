import { Link } from 'react-router'
import { useT, useTo } from '../i18n/index.ts'
import { boards as messages } from '../i18n/messages/boards.ts'
import { Avatar } from '../primitives/Avatar.tsx'
import { Empty } from '../primitives/Notice.tsx'
import { ShareButton } from '../shop/ShareButton.tsx'
import { creatorPath } from '../view/piece.ts'
import type { BoardView } from '../view/social.ts'
import { BoardItems } from './BoardItems.tsx'

/** A public board: `/:locale/boards/:id`. Whose it is, how much is on it, and the things themselves. */
export function BoardPage({ board, more }: { board: Omit<BoardView, 'next'>; more: string | undefined }) {
  const t = useT(messages)
  const to = useTo()
  const { owner, title, count, items } = board
  const by = t('by', { name: owner.name })
  return (
    <div className="board-page">
      <header className="row wrapx board-head">
        <Avatar media={owner.profile?.avatar} name={owner.name} size={40} />
        <div className="grow">
          <h1 className="display t24">{title}</h1>
          <p className="t13 c2">
            {owner.profile ? <Link to={to(creatorPath(owner.profile))}>{by}</Link> : by} · {t('count', { count })}
          </p>
        </div>
        <ShareButton title={title} />
      </header>
      {items.length === 0 ? (
        <Empty title={t('boardEmpty')} icon="bookmark">
          {t('boardEmptyText')}
        </Empty>
      ) : (
        <BoardItems items={items} />
      )}
      {more ? (
        <p className="more-line">
          <Link to={more} className="btn btn-line" preventScrollReset>
            {t('more')}
          </Link>
        </p>
      ) : null}
    </div>
  )
}
