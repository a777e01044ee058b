import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import type { Result } from '../../lib/result.ts'
import { type ModeratedComment, moderateComment } from './moderate-comment.ts'

/** Shows a hidden comment again, and tells its author. */
export const restoreComment = (ctx: Ctx, actor: Actor, { id }: { id: string }): Promise<Result<ModeratedComment>> =>
  moderateComment(ctx, actor, id, { event: 'restore' })
