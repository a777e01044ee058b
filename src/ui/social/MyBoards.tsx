import { Form, useNavigation } from 'react-router'
import { useT, useTo } from '../i18n/index.ts'
import { boards as messages } from '../i18n/messages/boards.ts'
import { Button, LinkButton } from '../primitives/Button.tsx'
import { Input } from '../primitives/Field.tsx'
import { Empty } from '../primitives/Notice.tsx'
import type { BoardCardView } from '../view/social.ts'
import { BoardGrid } from './BoardCard.tsx'
import { useBoardProblem } from './use-board-problem.ts'
import { useUndoable } from './use-undoable.ts'
import { VisibilityChoice } from './VisibilityChoice.tsx'

export interface BoardFormAnswer {
  problem: string
  phrase?: string
  title?: string
}

/** One's own boards: `/:locale/account/boards`. Posts `intent` = `new` with `title` and `visibility` to itself. */
export function MyBoards({ boards: all, refused }: { boards: readonly BoardCardView[]; refused?: BoardFormAnswer }) {
  const t = useT(messages)
  const to = useTo()
  const problem = useBoardProblem(refused)
  const { formData } = useNavigation()
  const { gone } = useUndoable()
  const boards = all.filter(({ id }) => !gone.has(id))
  return (
    <div className="boards-mine">
      <header>
        <h1 className="display t24">{t('mine')}</h1>
        <p className="t13 c2">{t('mineText')}</p>
      </header>
      {boards.length === 0 ? (
        <Empty
          title={t('empty')}
          icon="bookmark"
          action={
            <LinkButton to={to('/')} variant="soft">
              {t('emptyLook')}
            </LinkButton>
          }
        >
          {t('emptyText')}
        </Empty>
      ) : (
        <BoardGrid boards={boards} hrefOf={({ id }) => to(`/account/boards/${id}`)} />
      )}
      <section className="panel" aria-labelledby="board-new">
        <h2 className="h2" id="board-new">
          {t('newBoard')}
        </h2>
        <Form method="post" className="stack board-form">
          <input type="hidden" name="intent" value="new" />
          <Input
            label={t('title')}
            name="title"
            placeholder={t('titlePlaceholder')}
            maxLength={40}
            defaultValue={refused?.title}
            error={problem}
            required
          />
          <VisibilityChoice />
          <Button type="submit" variant="main" busy={formData?.get('intent') === 'new'}>
            {t('create')}
          </Button>
        </Form>
      </section>
    </div>
  )
}
