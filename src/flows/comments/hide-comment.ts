import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import type { Result } from '../../lib/result.ts'
import { type Grounds, type ModeratedComment, moderateComment, readGrounds } from './moderate-comment.ts'

/** Takes a comment from readers, with the rule and the reason that its author is told. Also one that waits. */
export async function hideComment(ctx: Ctx, actor: Actor, { id, ...given }: { id: string } & Grounds): Promise<Result<ModeratedComment>> {
  const grounds = readGrounds(given)
  return grounds.ok ? moderateComment(ctx, actor, id, { event: 'hide', ...grounds.value }) : grounds
}
