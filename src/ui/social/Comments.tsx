import { useState } from 'react'
import { Link, useLocation } from 'react-router'
import { excerpt } from '../../lib/graphemes.ts'
import { useT, useTo } from '../i18n/index.ts'
import { comments as messages } from '../i18n/messages/comments.ts'
import { social } from '../i18n/messages/social.ts'
import { useToast } from '../primitives/Toast.tsx'
import { type CommentsView, type CommentView, type CommentWords, type SocialTarget, targetQuery } from '../view/social.ts'
import { CommentForm } from './CommentForm.tsx'
import { CommentItem, CommentTime } from './CommentItem.tsx'
import { useComments } from './use-comments.ts'

export interface CommentsProps {
  target: SocialTarget
  /** The first part, from the server. */
  first: CommentsView
  level?: 2 | 3
}

/**
 * The comments under a piece or a product, with their form: `<LaterComments target={{ kind, id }} first={social.comments} />`.
 * Reading, writing, replying and reading on work before its script came.
 */
export function Comments({ target, first, level = 2 }: CommentsProps) {
  const t = useT(messages)
  const ts = useT(social)
  const to = useTo()
  const toast = useToast()
  const { pathname, search } = useLocation()
  const { comments, count, mine, add, move, next, more, loading } = useComments(target, first, () => toast({ text: t('commentFailed') }))
  const [replying, setReplying] = useState<string | null>(null)
  const Heading = `h${level}` as const
  const added = (what: Parameters<typeof add>[0] & { state: 'shown' | 'held' }) => {
    add(what)
    setReplying(null)
    toast({ text: t(what.state === 'held' ? 'commentHeld' : 'commentSent') })
  }
  const remove = ({ id }: CommentWords) => {
    move('delete', id)
    toast({ text: t('deleted'), onUndo: () => move('undelete', id) })
  }
  const meta = (root: CommentView) => (words: CommentWords) => (
    <div className="meta">
      <CommentTime at={words.at} />
      {words.held ? <span>{t('commentHeldOnly')}</span> : null}
      {root.id === words.id && !words.held ? (
        <Link
          className="cmt-act"
          to={to(`/comments?${targetQuery(target, { reply: root.id, back: pathname + search })}`)}
          aria-label={t('replyTo', { name: words.author.name ?? t('someone') })}
          onClick={(event) => {
            event.preventDefault()
            setReplying(root.id)
          }}
        >
          {t('reply')}
        </Link>
      ) : null}
      {mine.has(words.id) ? (
        <button
          type="button"
          className="cmt-act"
          aria-label={t('deleteName', { text: excerpt(words.body, 12) })}
          onClick={() => remove(words)}
        >
          {t('delete')}
        </button>
      ) : null}
    </div>
  )
  return (
    <section className="sec comments" id="comments" aria-labelledby="comments-title">
      <header>
        <Heading className="h2" id="comments-title">
          {count > 0 ? ts('commentsCount', { count }) : ts('comments')}
        </Heading>
      </header>
      <CommentForm target={target} onAdded={added} />
      {comments.length === 0 ? (
        <p className="t13 c2 cmt-none">
          <b>{t('commentsNone')}</b> {t('commentsNoneText')}
        </p>
      ) : null}
      <ul className="cmts">
        {comments.map((comment) => (
          <CommentItem key={comment.id} comment={comment} meta={meta(comment)}>
            {replying === comment.id ? (
              <CommentForm
                target={target}
                parent={{ id: comment.id, name: comment.author.name ?? t('someone') }}
                onAdded={added}
                onCancel={() => setReplying(null)}
              />
            ) : null}
          </CommentItem>
        ))}
      </ul>
      {next ? (
        <Link
          className="btn btn-line cmt-more"
          to={to(`/comments?${targetQuery(target, { after: next, back: pathname + search })}`)}
          aria-busy={loading || undefined}
          onClick={(event) => {
            event.preventDefault()
            if (!loading) more(next)
          }}
        >
          {t('commentsMore')}
        </Link>
      ) : null}
    </section>
  )
}
