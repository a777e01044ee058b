import type { CommentsView, CommentView, CommentWords } from '../view/social.ts'

/** What happened on this screen since the page was made. */
export interface CommentChanges {
  /** Parts that were loaded after the first. */
  parts: readonly CommentsView[]
  /** Written here, and what waits for an editor: newest first. */
  added: readonly { comment: CommentWords; parent: string | null }[]
  /** Taken away here. */
  removed: ReadonlySet<string>
}

export const noChanges: CommentChanges = { parts: [], added: [], removed: new Set() }

/**
 * The comments as they are to be shown now: the page's own, the parts that were loaded, what was written here, without
 * what was deleted here. Each once: a page that is made anew brings what was added with it.
 */
export function mergeComments(first: CommentsView, { parts, added, removed }: CommentChanges): CommentView[] {
  const loaded = [first, ...parts].flatMap(({ comments }) => comments)
  const known = new Set(loaded.flatMap(({ id, replies }) => [id, ...replies.map((reply) => reply.id)]))
  const fresh = added.filter(({ comment }) => !known.has(comment.id))
  const roots: CommentView[] = fresh.filter(({ parent }) => parent === null).map(({ comment }) => ({ ...comment, replies: [] }))
  const seen = new Set<string>()
  return [...roots, ...loaded]
    .filter(({ id }) => !seen.has(id) && seen.add(id))
    .map((root) => ({
      ...root,
      replies: [...root.replies, ...fresh.filter(({ parent }) => parent === root.id).map(({ comment }) => comment)].filter(
        ({ id }) => !removed.has(id),
      ),
    }))
    .flatMap((root): CommentView[] => {
      if (!removed.has(root.id)) return [root]
      return root.replies.length > 0 ? [{ ...root, author: { name: null }, body: '', gone: 'deleted', bought: false, byAuthor: false }] : []
    })
}

/** How many there are now: what the server counted, moved by what was done here. Waiting ones do not count. */
export function countNow(first: CommentsView, { parts, added, removed }: CommentChanges): number {
  const loaded = [first, ...parts].flatMap(({ comments }) => comments)
  const known = new Set(loaded.flatMap(({ id, replies }) => [id, ...replies.map((reply) => reply.id)]))
  const more = added.filter(({ comment }) => !comment.held && !known.has(comment.id) && !removed.has(comment.id)).length
  const less = [...removed].filter((id) => known.has(id)).length
  return Math.max(0, first.count + more - less)
}
