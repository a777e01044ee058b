import { Link, useNavigate } from 'react-router'
import { useT } from '../i18n/index.ts'
import { comments as messages } from '../i18n/messages/comments.ts'
import { social } from '../i18n/messages/social.ts'
import { Icon } from '../primitives/Icon.tsx'
import { Callout } from '../primitives/Notice.tsx'
import type { CommentsView, SocialTarget } from '../view/social.ts'
import { CommentForm } from './CommentForm.tsx'
import { Comments } from './Comments.tsx'
import type { CommentAnswer } from './comment-answer.ts'

interface PageProps {
  target: SocialTarget
  /** Of the piece or product. */
  title: string
  back: string
  list: CommentsView
  /** Id of the comment that is answered. */
  reply: string | null
  /** What became of a form that was sent without script. */
  given: CommentAnswer | undefined
}

/** Comments on a page of their own: for reading on, replying, and what a form says, before and without script. */
export function CommentsPage({ target, title, back, list, reply, given }: PageProps) {
  const t = useT(messages)
  const ts = useT(social)
  const navigate = useNavigate()
  const answered = list.comments.find(({ id }) => id === reply)
  const name = answered?.author.name ?? t('someone')
  const refused = given && !given.ok ? given : undefined
  return (
    <div className="cmts-page">
      <p>
        <Link to={back} className="link row gap1">
          <Icon name="back" size={16} />
          <span className="clamp1">{ts('commentsBack', { title })}</span>
        </Link>
      </p>
      {given?.ok && 'added' in given ? (
        <Callout tone="good" live>
          {t(given.added.state === 'held' ? 'commentHeld' : 'commentSent')}
        </Callout>
      ) : null}
      {answered ? (
        <section className="panel stack" id="reply">
          <p className="t13 c2">
            <b>{name}</b> {answered.body}
          </p>
          <CommentForm
            onAdded={() => void navigate(`${back}#comments`)}
            target={target}
            parent={{ id: answered.id, name }}
            back={`${back}#comments`}
            {...(refused ? { given: refused } : {})}
          />
        </section>
      ) : refused ? (
        <CommentForm target={target} onAdded={() => void navigate(`${back}#comments`)} back={`${back}#comments`} given={refused} />
      ) : null}
      <Comments key={`${target.id} ${list.comments[0]?.id ?? ''}`} target={target} first={list} level={2} />
    </div>
  )
}
