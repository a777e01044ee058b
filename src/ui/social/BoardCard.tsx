import { Link } from 'react-router'
import { useT } from '../i18n/index.ts'
import { boards as messages } from '../i18n/messages/boards.ts'
import { Icon } from '../primitives/Icon.tsx'
import { Picture } from '../primitives/Picture.tsx'
import type { BoardCardView } from '../view/social.ts'

/** A board in a grid: up to four of its pictures, its name, how much is on it. */
export function BoardCard({ board, href }: { board: BoardCardView; href: string }) {
  const t = useT(messages)
  const { title, count, covers, visibility } = board
  return (
    <article className="bcard">
      <span className={`bcover n${Math.min(4, covers.length)}`} aria-hidden="true">
        {covers.length === 0 ? <Icon name="bookmark" size={24} /> : null}
        {covers.slice(0, covers.length === 3 ? 2 : 4).map((cover, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two pieces on a board may have one picture, and nothing is moved here
          <Picture key={at} media={cover} sizes="(min-width:768px) 160px, 24vw" ratio="1/1" decorative />
        ))}
      </span>
      <h3 className="t15 b clamp1">
        <Link to={href}>{title}</Link>
      </h3>
      <p className="t12 c2">
        {t('count', { count })}
        {visibility === 'private' ? ` · ${t('private')}` : ''}
      </p>
    </article>
  )
}

/** Boards side by side. `hrefOf` says where each leads. */
export function BoardGrid({ boards, hrefOf }: { boards: readonly BoardCardView[]; hrefOf: (board: BoardCardView) => string }) {
  return (
    <ul className="bgrid">
      {boards.map((board) => (
        <li key={board.id}>
          <BoardCard board={board} href={hrefOf(board)} />
        </li>
      ))}
    </ul>
  )
}
