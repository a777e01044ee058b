import { useCallback, useEffect, useState } from 'react'
import { useFetcher } from 'react-router'
import { useTo } from '../i18n/index.ts'
import { useAnswer } from '../primitives/use-answer.ts'
import { usePersonal } from '../view/personal.tsx'
import { type CommentsView, type CommentWords, type SocialTarget, targetQuery } from '../view/social.ts'
import { isCommentAnswer } from './comment-answer.ts'
import { type CommentChanges, countNow, mergeComments, noChanges } from './comment-list.ts'

/** What the route of one's own comments answers. */
interface Own {
  ids: string[]
  held: (CommentWords & { parent: string | null })[]
}

/** The comments under something, with everything that happens to them on this screen. */
export function useComments(target: SocialTarget, first: CommentsView, onFailed: () => void) {
  const to = useTo()
  const { status } = usePersonal()
  const [changes, setChanges] = useState<CommentChanges>(noChanges)
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set())
  const own = useFetcher<Own>()
  const earlier = useFetcher<{ list: CommentsView }>()
  const query = targetQuery(target)
  const moving = useFetcher()
  const { load } = own
  const address = to(`/comments/mine?${query}`)
  useEffect(() => {
    if (status === 'member') load(address)
  }, [status, address, load])
  useAnswer(own, (answer) => {
    const known = answer as Own | undefined
    if (!known?.ids) return
    setMine(new Set([...known.ids, ...known.held.map(({ id }) => id)]))
    setChanges((now) => ({ ...now, added: [...known.held.map(({ parent, ...comment }) => ({ comment, parent })), ...now.added] }))
  })
  useAnswer(earlier, (answer) => {
    const list = (answer as { list?: CommentsView } | undefined)?.list
    if (list) setChanges((now) => ({ ...now, parts: [...now.parts, list] }))
  })
  const add = useCallback((added: { comment: CommentWords; parent: string | null }) => {
    setMine((now) => new Set([...now, added.comment.id]))
    setChanges((now) => ({ ...now, added: [added, ...now.added.filter(({ comment }) => comment.id !== added.comment.id)] }))
  }, [])
  const remove = useCallback((id: string, gone: boolean) => {
    setChanges((now) => {
      const removed = new Set(now.removed)
      if (gone) removed.add(id)
      else removed.delete(id)
      return { ...now, removed }
    })
  }, [])
  /** Takes one's own comment away, or back: shown at once, and put right by the answer. */
  const move = (intent: 'delete' | 'undelete', id: string) => {
    remove(id, intent === 'delete')
    moving.submit({ intent, id }, { method: 'post', action: to('/comments') })
  }
  useAnswer(moving, (answer) => {
    if (isCommentAnswer(answer) && answer.ok && 'moved' in answer) remove(answer.moved.id, answer.moved.state === 'deleted')
    if (isCommentAnswer(answer) && !answer.ok) onFailed()
  })
  const last = changes.parts.at(-1) ?? first
  return {
    comments: mergeComments(first, changes),
    count: countNow(first, changes),
    mine,
    add,
    move,
    next: last.next,
    loading: earlier.state !== 'idle',
    more: (after: string) => earlier.load(to(`/comments?${targetQuery(target, { after })}`)),
  }
}
