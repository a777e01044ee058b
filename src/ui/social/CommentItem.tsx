import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useFormat, useT, useTo } from '../i18n/index.ts'
import { comments as messages } from '../i18n/messages/comments.ts'
import { Avatar } from '../primitives/Avatar.tsx'
import { BoughtBadge, Tag } from '../primitives/Badge.tsx'
import { creatorPath } from '../view/piece.ts'
import type { CommentView, CommentWords } from '../view/social.ts'

interface ItemProps {
  comment: CommentView
  /** Buttons under the words: reply, delete. */
  meta: (words: CommentWords) => ReactNode
  /** The form of a reply, when it is open here. */
  children?: ReactNode
}

/** Replies that are open at once; the rest unfold, also without script. */
const OPEN = 3

/** One comment with its replies. */
export function CommentItem({ comment, meta, children }: ItemProps) {
  const t = useT(messages)
  const { replies } = comment
  const rest = replies.slice(OPEN)
  const draw = (reply: CommentWords) => (
    <li key={reply.id} className="reply" id={`c-${reply.id}`}>
      <Words words={reply} small />
      {meta(reply)}
    </li>
  )
  return (
    <li className="cmt" id={`c-${comment.id}`}>
      <Avatar media={comment.author.avatar} name={comment.author.name ?? '–'} size={32} />
      <div className="cmt-in">
        <Words words={comment} />
        {comment.gone ? null : meta(comment)}
        {replies.length > 0 ? <ul className="replies">{replies.slice(0, OPEN).map(draw)}</ul> : null}
        {rest.length > 0 ? (
          <details className="replies-more">
            <summary className="link">{t('repliesMore', { count: rest.length })}</summary>
            <ul className="replies">{rest.map(draw)}</ul>
          </details>
        ) : null}
        {children}
      </div>
    </li>
  )
}

/** Who says it, with badges, and the words: plain text, links are not links. */
function Words({ words, small }: { words: CommentWords; small?: boolean }) {
  const t = useT(messages)
  if (words.gone) return <p className="c3 t13 cmt-gone">{t(words.gone === 'deleted' ? 'goneDeleted' : 'goneHidden')}</p>
  return (
    <>
      <p className="row gap1 wrapx t13 c2 cmt-who">
        <Who words={words} />
        {words.byAuthor ? <Tag tone="good">{t('byAuthor')}</Tag> : null}
        {words.bought ? <BoughtBadge /> : null}
        {words.held ? <Tag tone="honey">{t('commentHeldTag')}</Tag> : null}
      </p>
      <p className={small ? 'txt t13' : 'txt'}>{words.body}</p>
    </>
  )
}

function Who({ words: { author } }: { words: CommentWords }) {
  const t = useT(messages)
  const to = useTo()
  if (author.name === null) return <b>{t('someone')}</b>
  if (!author.handle) return <b>{author.name}</b>
  return (
    <Link to={to(creatorPath({ handle: author.handle }))} className="cmt-link">
      <b>{author.name}</b>
    </Link>
  )
}

/** When it was said. Kept pages outlive the minute: a date, not "three minutes ago". */
export function CommentTime({ at }: { at: string }) {
  const format = useFormat()
  return (
    <time dateTime={at} className="num">
      {format.dateTime(at)}
    </time>
  )
}
