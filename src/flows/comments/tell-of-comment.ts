import type { PayloadRequest } from 'payload'
import type { CommentRow } from '../../modules/comments/store.ts'
import { notifyGrouped } from '../accounts/notify-grouped.ts'
import { userOfCreator } from '../payments/user-of-creator.ts'
import type { Target } from './find-target.ts'

/**
 * Tells whom a shown comment concerns, each once and nobody of his own words: the one who is answered, and the author of
 * the piece. Several about one thing that are still unread are one notice with a count.
 */
export async function tellOfComment(req: PayloadRequest, target: Target, row: CommentRow, parent: CommentRow | null): Promise<void> {
  const { kind: targetKind, id, title, path } = target
  const about = { targetKind, target: id, title, path }
  const answered = parent && parent.author !== row.author ? parent.author : null
  if (answered) await notifyGrouped(req, { userId: answered, kind: 'comment-reply', data: { ...about, count: 1 } })
  const author = target.author ? await userOfCreator(req, target.author) : null
  if (author && author !== row.author && author !== answered)
    await notifyGrouped(req, { userId: author, kind: 'piece-commented', data: { ...about, count: 1 } })
}
