import { Form, Link, useNavigate } from 'react-router'
import { useT, useTo } from '../i18n/index.ts'
import { boards as messages } from '../i18n/messages/boards.ts'
import { Button, IconButton, LinkButton } from '../primitives/Button.tsx'
import { Input } from '../primitives/Field.tsx'
import { Icon } from '../primitives/Icon.tsx'
import { Callout, Empty } from '../primitives/Notice.tsx'
import type { BoardItemView, BoardView } from '../view/social.ts'
import { BoardItems } from './BoardItems.tsx'
import type { BoardFormAnswer } from './MyBoards.tsx'
import { useBoardProblem } from './use-board-problem.ts'
import { useUndoable } from './use-undoable.ts'
import { VisibilityChoice } from './VisibilityChoice.tsx'

interface MyBoardProps {
  board: Omit<BoardView, 'next'>
  more: string | undefined
  refused?: BoardFormAnswer
  saved?: boolean
}

const titleOf = (item: BoardItemView): string => (item.kind === 'piece' ? item.piece.title : item.product.title)

/**
 * One of one's own boards: `/:locale/account/boards/:id`. Posts `intent` = `change` (`title`, `visibility`), `take-out`
 * (`target`) and `delete` to itself; the last two wait ten seconds where there is script.
 */
export function MyBoard({ board, more, refused, saved }: MyBoardProps) {
  const t = useT(messages)
  const to = useTo()
  const self = to(`/account/boards/${board.id}`)
  const { gone, remove } = useUndoable()
  const keyOf = (target: string) => `${board.id} ${target}`
  const items = board.items.filter(({ target }) => !gone.has(keyOf(target)))
  const tools = (item: BoardItemView) => (
    <Form
      method="post"
      className="bitem-out"
      onSubmit={(event) => {
        event.preventDefault()
        const fields = { intent: 'take-out', target: item.target, kind: kindOf(item) }
        remove(keyOf(item.target), { action: self, fields, text: t('takenOut') })
      }}
    >
      <input type="hidden" name="intent" value="take-out" />
      <input type="hidden" name="target" value={item.target} />
      <input type="hidden" name="kind" value={kindOf(item)} />
      <IconButton type="submit" icon="close" iconSize={16} onPicture label={t('takeOut', { title: titleOf(item) })} />
    </Form>
  )
  return (
    <div className="board-page">
      <header className="stack gap1">
        <Link to={to('/account/boards')} className="link row gap1">
          <Icon name="back" size={16} />
          {t('all')}
        </Link>
        <h1 className="display t24">{board.title}</h1>
        <p className="t13 c2">
          {t('count', { count: board.count })} · {t(board.visibility)}
          {board.visibility === 'public' ? (
            <>
              {' · '}
              <Link className="link" to={to(`/boards/${board.id}`)}>
                {t('publicPage')}
              </Link>
            </>
          ) : null}
        </p>
      </header>
      {saved ? (
        <Callout tone="good" live>
          {t('saved')}
        </Callout>
      ) : null}
      {items.length === 0 ? (
        <Empty title={t('boardEmpty')} icon="bookmark">
          {t('boardEmptyText')}
        </Empty>
      ) : (
        <BoardItems items={items} tools={tools} />
      )}
      {more ? (
        <LinkButton to={more} variant="line" preventScrollReset>
          {t('more')}
        </LinkButton>
      ) : null}
      <Settings key={`${board.title} ${board.visibility}`} board={board} {...(refused ? { refused } : {})} />
    </div>
  )
}

/** The server knows which of the two kinds of piece it is. */
const kindOf = (item: BoardItemView): string =>
  item.kind === 'product' ? 'products' : item.piece.kind === 'post' ? 'posts' : 'video-notes'

function Settings({ board, refused }: Pick<MyBoardProps, 'board' | 'refused'>) {
  const t = useT(messages)
  const to = useTo()
  const navigate = useNavigate()
  const problem = useBoardProblem(refused)
  const list = to('/account/boards')
  const { remove } = useUndoable()
  return (
    <section className="panel stack" aria-labelledby="board-edit">
      <h2 className="h2" id="board-edit">
        {t('edit')}
      </h2>
      <Form method="post" className="stack board-form">
        <input type="hidden" name="intent" value="change" />
        <Input label={t('title')} name="title" maxLength={40} defaultValue={refused?.title ?? board.title} error={problem} required />
        <VisibilityChoice chosen={board.visibility} />
        <Button type="submit" variant="main">
          {t('save')}
        </Button>
      </Form>
      <details className="board-delete">
        <summary className="link">{t('delete')}</summary>
        <Form
          method="post"
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            const text = t('deleted', { title: board.title })
            remove(board.id, { action: `${list}/${board.id}`, fields: { intent: 'delete' }, text })
            void navigate(list)
          }}
        >
          <input type="hidden" name="intent" value="delete" />
          <p className="t13 c2">{t('deleteText', { count: board.count })}</p>
          <Button type="submit" variant="line">
            {t('delete')}
          </Button>
        </Form>
      </details>
    </section>
  )
}
