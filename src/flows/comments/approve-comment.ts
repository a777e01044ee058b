import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import type { Result } from '../../lib/result.ts'
import { type ModeratedComment, moderateComment } from './moderate-comment.ts'

/** Shows a comment that waited for an editor. The other decision on it is `hideComment`. */
export const approveComment = (ctx: Ctx, actor: Actor, { id }: { id: string }): Promise<Result<ModeratedComment>> =>
  moderateComment(ctx, actor, id, { event: 'approve' })
