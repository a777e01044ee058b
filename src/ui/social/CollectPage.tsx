import { Form, Link } from 'react-router'
import { useT, useTo } from '../i18n/index.ts'
import { social } from '../i18n/messages/social.ts'
import { Button, LinkButton } from '../primitives/Button.tsx'
import { Input } from '../primitives/Field.tsx'
import { Icon } from '../primitives/Icon.tsx'
import type { BoardChoiceView, SocialTarget } from '../view/social.ts'
import { useBoardProblem } from './use-board-problem.ts'

interface PageProps {
  target: SocialTarget
  title: string
  back: string
  boards: readonly BoardChoiceView[]
  refused?: { problem: string; phrase?: string }
}

/** The collect sheet as a page, for browsers without script: each row is a form. */
export function CollectPage({ target, title, back, boards, refused }: PageProps) {
  const t = useT(social)
  const to = useTo()
  const problem = useBoardProblem(refused)
  const hidden = (
    <>
      <input type="hidden" name="kind" value={target.kind} />
      <input type="hidden" name="target" value={target.id} />
      <input type="hidden" name="back" value={back} />
    </>
  )
  return (
    <div className="acct">
      <header className="stack">
        <Link to={back} className="link row gap1">
          <Icon name="back" size={16} />
          <span className="clamp1">{t('commentsBack', { title })}</span>
        </Link>
        <h1 className="display t24">{t('collectSheet')}</h1>
      </header>
      <section className="panel stack">
        {boards.length === 0 ? <p className="t13 c2">{t('collectNone')}</p> : null}
        <ul className="boards-pick">
          {boards.map((board) => (
            <li key={board.id}>
              <Form method="post" action={to('/collect')}>
                {hidden}
                <input type="hidden" name="board" value={board.id} />
                <button type="submit" name="on" value={board.has ? '0' : '1'} className="board-pick" aria-pressed={board.has}>
                  <Icon name={board.has ? 'bookmarkFill' : 'bookmark'} />
                  <span className="grow clamp1">{board.title}</span>
                  <span className="t12 c3">{t(board.visibility === 'public' ? 'boardPublic' : 'boardPrivate')}</span>
                </button>
              </Form>
            </li>
          ))}
        </ul>
        <Form method="post" action={to('/collect')} className="board-new row">
          {hidden}
          <input type="hidden" name="intent" value="new" />
          <div className="grow">
            <Input label={t('boardNew')} name="title" placeholder={t('boardTitlePlaceholder')} maxLength={40} error={problem} required />
          </div>
          <Button type="submit" variant="soft">
            {t('boardCreate')}
          </Button>
        </Form>
      </section>
      <LinkButton to={back} variant="main" block>
        {t('collectDone')}
      </LinkButton>
    </div>
  )
}
