import { Form, Link } from 'react-router'
import { excerpt } from '../../lib/graphemes.ts'
import { useFormat, useT, useTo } from '../i18n/index.ts'
import { commentRuleKey, commentDesk as messages } from '../i18n/messages/comment-desk.ts'
import { Tag, type TagTone } from '../primitives/Badge.tsx'
import { Button, LinkButton } from '../primitives/Button.tsx'
import { Callout, Empty } from '../primitives/Notice.tsx'
import { useUndoable } from './use-undoable.ts'

export interface MyCommentView {
  id: string
  body: string
  state: 'shown' | 'held' | 'hidden'
  at: string
  target: { title: string; path: string } | null
  statement: { rule: string; reason: string; at: string } | null
}

const tones: Record<MyCommentView['state'], TagTone> = { shown: 'good', held: 'honey', hidden: 'bad' }

/** What an account wrote: `/:locale/account/comments`. Deleting posts to `/:locale/comments`. A hidden one says why (MOD-08). */
export function MyComments({ comments: all, more }: { comments: readonly MyCommentView[]; more: string | undefined }) {
  const t = useT(messages)
  const to = useTo()
  const format = useFormat()
  const { gone, remove } = useUndoable()
  const comments = all.filter(({ id }) => !gone.has(id))
  const ruleOf = (rule: string) => {
    const key = commentRuleKey(rule)
    return key ? t(key) : rule
  }
  return (
    <div className="acct">
      <header>
        <h1 className="display t24">{t('mine')}</h1>
        <p className="t13 c2">{t('mineText')}</p>
      </header>
      {comments.length === 0 ? (
        <Empty title={t('mineEmpty')} icon="comment">
          {t('mineEmptyText')}
        </Empty>
      ) : null}
      <ul className="stack">
        {comments.map(({ id, body, state, at, target, statement }) => (
          <li key={id} className="panel stack gap1">
            <p className="row wrapx gap1 t12 c2">
              <Tag tone={tones[state]}>{t(state)}</Tag>
              <time dateTime={at}>{format.relative(at)}</time>
            </p>
            <p className="cmt-own">{body}</p>
            <p className="t13 c2">
              {target ? (
                <Link className="link" to={`${to(target.path)}#comments`}>
                  {t('on', { title: target.title })}
                </Link>
              ) : (
                t('onGone')
              )}
            </p>
            {statement ? (
              <Callout tone="bad">
                {t('statement', {
                  rule: ruleOf(statement.rule),
                  reason: statement.reason,
                  date: format.date(statement.at, { year: true }),
                })}
              </Callout>
            ) : (
              <Form
                method="post"
                action={to('/comments')}
                onSubmit={(event) => {
                  event.preventDefault()
                  remove(id, { action: to('/comments'), fields: { intent: 'delete', id }, text: t('deleted') })
                }}
              >
                <input type="hidden" name="intent" value="delete" />
                <input type="hidden" name="id" value={id} />
                <Button type="submit" size="sm" variant="quiet" aria-label={t('deleteName', { text: excerpt(body, 12) })}>
                  {t('delete')}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {more ? (
        <LinkButton to={more} variant="line">
          {t('more')}
        </LinkButton>
      ) : null}
    </div>
  )
}
