import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { isId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { type CommentEvent, type CommentState, nextState } from '../../modules/comments/index.ts'
import { findComment, moveComment } from '../../modules/comments/store.ts'
import { purgePages } from '../pages/purge-pages.ts'
import { targetTag } from './find-target.ts'

const notYours = fail('not_found', 'There is no such comment of yours.')

/** Takes one's own comment away. Replies of others stay, under a line that says so. Saying it twice changes nothing. */
export const deleteComment = (ctx: Ctx, actor: Actor, input: { id: string }): Promise<Result<{ state: CommentState }>> =>
  moveOwn(ctx, actor, input.id, 'delete')

/** Takes a deletion back, within a minute: to what the comment was before. Later it is `state`. */
export const undeleteComment = (ctx: Ctx, actor: Actor, input: { id: string }): Promise<Result<{ state: CommentState }>> =>
  moveOwn(ctx, actor, input.id, 'undelete')

/** An editor's decision is not undone by its author: a hidden comment is neither deleted nor brought back by these. */
async function moveOwn(ctx: Ctx, actor: Actor, id: string, event: 'delete' | 'undelete'): Promise<Result<{ state: CommentState }>> {
  const { userId } = actor
  if (!userId) return fail('unauthenticated', 'Log in to change a comment.')
  return ctx.tx(`${event} comment`, async (req) => {
    const row = isId(id) ? await findComment(req, id) : null
    if (row?.author !== userId) return notYours
    const done: CommentState[] = event === 'delete' ? ['deleted'] : ['shown', 'held']
    if (done.includes(row.state)) return ok({ state: row.state })
    const now = ctx.clock.now()
    const to = nextState(event, row.state, row.facts.log, now)
    if (!to) return fail('state', event === 'delete' ? 'An editor hid this comment.' : 'It is too late to take this back.')
    const change: CommentEvent = { event, from: row.state, to, actor: userId, at: now.toISOString() }
    if (!(await moveComment(req, row, change))) return fail('stale', 'This comment changed at the same moment; look again.')
    if (row.state === 'shown' || to === 'shown') await purgePages(req, [targetTag({ kind: row.targetKind, id: row.target })])
    return ok({ state: to })
  })
}
